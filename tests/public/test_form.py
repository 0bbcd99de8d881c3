"""The inquiry form, the check page and the receipt, as a visitor without scripts goes through them."""

import re

import pytest
from people import EMMA, HANAKO, Customer
from reading import Client, Page
from served import Served

from desk.store import inquiries

RECEIPT = re.compile(r"([0-9A-Z]{4}-)+[0-9A-Z]{1,4}")


def receipt_of(client: Client, language: str, check_page: Page) -> str:
    answer = client.send(f"/{language}/inquiries/send", check_page.values)
    assert answer.status_code == 303
    return client.get(answer.headers["location"]).said("receipt")


def test_an_inquiry_goes_from_the_form_over_the_check_page_to_a_receipt(client: Client, customer: Customer) -> None:
    form = client.get(f"/{customer.language}/inquiries")
    check = client.post(f"/{customer.language}/inquiries", {**form.values, **customer.typed()})
    for answer in (customer.name, customer.email, customer.subject):
        assert answer in check.text
    assert RECEIPT.fullmatch(receipt_of(client, customer.language, check))


def test_the_message_is_stored_byte_for_byte(client: Client, desk: Served) -> None:
    message = "\r\n 二行目から始まり、\t最後は空白 \r\n"
    check = client.post("/ja/inquiries", HANAKO.typed(message=message))
    receipt = receipt_of(client, "ja", check)
    found = inquiries.find(desk.context.store, receipt)
    assert found is not None
    assert message == found.message


def test_the_same_form_sent_twice_gives_the_same_receipt(client: Client, customer: Customer) -> None:
    check = client.post(f"/{customer.language}/inquiries", customer.typed())
    first, second = (receipt_of(client, customer.language, check) for _ in range(2))
    assert first == second


def test_an_empty_form_names_every_field_that_must_be_filled_in(client: Client, language: str) -> None:
    page = client.post(f"/{language}/inquiries", {}, status=422)
    assert [field for field, _ in page.summary] == ["name", "email", "subject", "message", "consent"]
    assert page.title.startswith("エラー：" if language == "ja" else "Error: ")
    for field, said in page.summary:
        assert said in page.said(f"{field}-problem")
        box = page.one(f"//*[@id='{field}']")
        assert box.get("aria-invalid") == "true"
        assert f"{field}-problem" in box.get("aria-describedby").split()
    assert page.one("//*[@id='summary']").get("autofocus") is not None


def test_what_was_typed_is_kept_beside_an_error(client: Client, customer: Customer) -> None:
    typed = customer.typed(email="nobody", message="\r\n先頭の改行も残す\r\n")
    page = client.post(f"/{customer.language}/inquiries", typed, status=422)
    kept = {**page.values, "message": page.values["message"].replace("\n", "\r\n")}
    assert typed == {name: kept.get(name, "") for name in typed}


@pytest.mark.parametrize("there", ["ja", "en"])
def test_the_language_switch_of_the_form_keeps_everything_and_complains_about_nothing(
    client: Client, there: str
) -> None:
    typed = HANAKO.typed(email="まだ途中", go="switch")
    page = client.post(f"/{there}/inquiries", typed)
    assert page.language == there
    assert page.summary == []
    assert (page.values["kana"], page.values["email"]) == (HANAKO.kana, "まだ途中")


def test_the_language_switch_of_the_check_page_shows_the_check_page_in_the_other_language(client: Client) -> None:
    check = client.post("/en/inquiries", EMMA.typed())
    there = client.post("/ja/inquiries", {**check.values, "go": "check"})
    assert there.heading == "入力内容の確認"
    assert EMMA.subject in there.text
    assert receipt_of(client, "ja", there)


def test_a_change_leads_back_to_the_form_with_everything_and_the_field_in_focus(
    client: Client, customer: Customer
) -> None:
    check = client.post(f"/{customer.language}/inquiries", customer.typed())
    form = client.post(f"/{customer.language}/inquiries", {**check.values, "go": "change:email"})
    assert form.one("//*[@autofocus]").get("id") == "email"
    typed = {**form.values, "message": form.values["message"].replace("\n", "\r\n")}
    assert customer.typed() == {name: typed.get(name, "") for name in customer.typed()}


def test_blanks_say_that_nothing_was_provided(client: Client, language: str) -> None:
    check = client.post(f"/{language}/inquiries", EMMA.typed(company="", phone=""))
    blanks = list(check.all("//dd/span[@class='blank']"))
    assert {node.text for node in blanks} == {"未入力" if language == "ja" else "Not provided"}
    assert len(blanks) == (3 if language == "ja" else 2)


def test_a_mistyped_address_is_questioned_and_may_be_sent(client: Client, language: str) -> None:
    check = client.post(f"/{language}/inquiries", EMMA.typed(email="emma@gmial.com"))
    assert "emma@gmail.com" in check.text
    assert receipt_of(client, language, check)


def test_what_is_typed_never_becomes_markup(client: Client, language: str) -> None:
    nasty = "</textarea><script>alert(1)</script>{{ 7 * 7 }}&amp;%(name)s"
    for fields in (EMMA.typed(message=nasty, subject=nasty, name=nasty), EMMA.typed(message=nasty, email="")):
        answer = client.send(f"/{language}/inquiries", fields)
        page = Page(answer)
        assert page.all("//script[not(@src)]") == []
        assert nasty in "".join(page.tree.itertext())


def test_a_topic_can_be_chosen_by_the_address(client: Client, language: str) -> None:
    assert client.get(f"/{language}/inquiries?topic=ir").values["topic"] == "ir"
    assert client.get(f"/{language}/inquiries?topic=nonsense").values["topic"] == "general"


def test_an_unknown_topic_is_a_problem_and_no_accident(client: Client, language: str) -> None:
    page = client.post(f"/{language}/inquiries", EMMA.typed(topic="service:none"), status=422)
    assert [field for field, _ in page.summary] == ["topic"]
