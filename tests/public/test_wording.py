"""What is said to visitors in so many words, where the words themselves could mislead."""

import re

import pytest
from people import EMMA, Customer
from reading import Client, Page, words

from desk import places

WITHOUT = {"topic": "whistleblowing", "name": "", "email": ""}


def done(client: Client, language: str, check: Page) -> Page:
    return client.get(client.send(f"/{language}/inquiries/send", check.values).headers["location"])


@pytest.mark.parametrize("other", [{}, WITHOUT], ids=["with an address", "without"])
def test_the_number_of_an_inquiry_is_called_a_receipt_number_wherever_it_is_spoken_of(
    client: Client, other: dict[str, str]
) -> None:
    check = client.post("/en/inquiries", EMMA.typed(**other))
    for page in (check, done(client, "en", check)):
        assert re.findall(r"receipt(?! number)", words(page.one("//main")), re.IGNORECASE) == []


def test_every_change_says_of_what_in_one_piece(client: Client, customer: Customer) -> None:
    check = client.post(f"/{customer.language}/inquiries", customer.typed())
    named = {button.get("value"): button.get("aria-label") for button in check.all("//dd/button")}
    expected = {
        "ja": {"change:name": "お名前を変更する", "change:email": "メールアドレスを変更する"},
        "en": {"change:name": "Change: Your name", "change:email": "Change: E-mail address"},
    }[customer.language]
    assert {value: named[value] for value in expected} == expected
    assert all(words(button) in button.get("aria-label") for button in check.all("//dd/button"))


def test_every_contact_of_the_directory_says_of_which_service_in_one_piece(client: Client, language: str) -> None:
    link = client.get(f"/{language}/services").one("//li[@id='lolipop']//a")
    assert link.get("aria-label") == {"ja": "窓口へ：ロリポップ！", "en": "Contact: Lolipop!"}[language]


def test_a_name_that_ends_in_a_mark_stands_apart_from_those_of_the_sentence(client: Client) -> None:
    check = client.post("/en/inquiries", EMMA.typed(subject="My Lolipop! site"))
    advice = words(check.one("//section[@class='advice']"))
    assert "Is this about “Lolipop!”?" in advice
    assert "an inquiry about “Lolipop!”, because" in advice


@pytest.mark.parametrize("mail", ["acknowledgement", "referral"])
def test_letters_to_the_sender_call_it_a_receipt_number_too(mail: str) -> None:
    letter = (places.LOCALES / "en" / "mail" / f"{mail}.txt").read_text("utf-8")
    assert re.findall(r"(?<!{ )receipt(?! number)", letter, re.IGNORECASE) == []


@pytest.mark.parametrize(
    ("other", "said", "unsaid"),
    [
        (
            {},
            {"ja": "同じメールアドレスで", "en": "with the same e-mail address"},
            {"ja": "件名を添えて", "en": "the subject"},
        ),
        (WITHOUT, {"ja": "件名を添えて", "en": "give the subject"}, {"ja": "同じメール", "en": "the same e-mail"}),
    ],
    ids=["with an address", "without"],
)
def test_whoever_loses_the_number_knows_what_to_do_and_is_promised_no_more_than_holds(
    client: Client, customer: Customer, other: dict[str, str], said: dict[str, str], unsaid: dict[str, str]
) -> None:
    language = customer.language
    check = client.post(f"/{language}/inquiries", customer.typed(**other))
    page = words(done(client, language, check).one("//main"))
    assert (said[language] in page, unsaid[language] in page) == (True, False)
