"""A desk that takes its matters by post only, where the company says where to send them, and where it does not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from people import EMMA, HANAKO, Customer
from reading import Client, words
from served import ADDRESS, Served, addressed, served

from desk import places
from desk.rules.organisation import read

POST = "rights-infringement"


@pytest.fixture(scope="module", name="addressed")
def served_with_an_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A desk whose company gives its postal address."""
    folder = tmp_path_factory.mktemp("by-post")
    with served(folder / "data", organisation=addressed(folder), limit_address=100_000) as running:
        yield running


@pytest.fixture
def client(addressed: Served) -> Iterator[Client]:
    with Client(addressed.origin) as visitor:
        yield visitor


@pytest.fixture
def unaddressed(desk: Served) -> Iterator[Client]:
    """A visitor of the desk as it is shipped, which has no address to give."""
    with Client(desk.origin) as visitor:
        yield visitor


def note(addressed: Served, language: str) -> str:
    said = addressed.context.organisation.desk(POST).note
    assert said is not None
    return said.in_(language)


def test_what_is_taken_by_post_only_is_told_before_anything_is_typed(
    client: Client, addressed: Served, language: str
) -> None:
    page = client.get(f"/{language}/inquiries")
    option = words(page.one(f"//option[@value='{POST}']"))
    assert option.endswith("（郵送のみ）" if language == "ja" else "(by post only)")
    assert words(page.one("//form//details/p")).startswith(note(addressed, language))


def test_at_the_form_with_that_topic_chosen_the_note_stands_beside_the_list(
    client: Client, addressed: Served, language: str
) -> None:
    page = client.get(f"/{language}/inquiries?topic={POST}")
    assert page.said("topic-hint").startswith(note(addressed, language))
    assert ADDRESS[language] in page.said("topic-hint")
    assert page.one("//select").get("aria-describedby") == "topic-hint"


def test_a_matter_by_post_cannot_be_sent_from_its_page_and_the_text_is_there_to_copy(
    client: Client, addressed: Served, customer: Customer
) -> None:
    page = client.post(f"/{customer.language}/inquiries", customer.typed(topic=POST))
    assert page.heading == (
        "郵送での受け付けとなります" if page.language == "ja" else "Please send this matter by post"
    )
    said = words(page.one("//section[@class='advice']"))
    assert note(addressed, customer.language) in said
    assert ADDRESS[customer.language] in said
    assert page.all("//*[contains(@formaction, '/send') or contains(@action, '/send') or @value='send']") == []
    copied = "".join(page.one("//textarea[@readonly]").itertext())
    for answer in (customer.subject, customer.message.replace("\r\n", "\n"), customer.name, customer.email):
        assert answer in copied


def test_a_matter_by_post_asks_for_nothing_else_first(client: Client, language: str) -> None:
    page = client.post(f"/{language}/inquiries", {"topic": POST})
    assert page.all("//textarea") == []
    assert page.said("post-title")


def test_from_a_matter_by_post_another_topic_can_be_chosen_with_everything_kept(
    client: Client, customer: Customer
) -> None:
    page = client.post(f"/{customer.language}/inquiries", customer.typed(topic=POST))
    other = page.one("//main//button[@class='primary']")
    form = client.post(f"/{customer.language}/inquiries", {**page.values, "go": other.get("value")})
    assert form.one("//*[@autofocus]").get("id") == "topic"
    typed = {**form.values, "topic": "general", "message": form.values["message"].replace("\n", "\r\n")}
    assert customer.typed() == {name: typed.get(name, "") for name in customer.typed()}


def test_a_matter_by_post_is_said_in_the_other_language_too(client: Client, addressed: Served) -> None:
    page = client.post("/ja/inquiries", HANAKO.typed(topic=POST))
    there = client.post("/en/inquiries", {**page.values, "go": "check"})
    assert note(addressed, "en") in there.text


def test_a_program_that_sends_a_matter_by_post_all_the_same_is_shown_its_page(client: Client, language: str) -> None:
    page = client.post(f"/{language}/inquiries", EMMA.typed(topic=POST))
    again = client.post(f"/{language}/inquiries/send", page.values, status=422)
    assert (again.heading, again.said("copy")) == (page.heading, page.said("copy"))


def test_a_proposal_of_such_a_topic_says_that_it_goes_by_post(client: Client, language: str) -> None:
    typed = EMMA.typed(
        subject="発信者情報開示請求について" if language == "ja" else "Copyright infringement",
        message="著作権を侵害されています。送信防止措置をお願いします。"
        if language == "ja"
        else "A site on your servers infringes my copyright. I ask for a takedown.",
    )
    page = client.post(f"/{language}/inquiries", typed)
    button = page.one(f"//button[@value='topic:{POST}']")
    assert words(button) == ("郵送の方法を確認する" if language == "ja" else "See how to send it by post")
    assert client.post(f"/{language}/inquiries", {**page.values, "go": button.get("value")}).said("post-title")


def test_without_an_address_the_form_takes_an_outline_and_promises_the_address_by_mail(
    unaddressed: Client, customer: Customer
) -> None:
    form = unaddressed.get(f"/{customer.language}/inquiries?topic={POST}")
    outline = {"ja": "まずはこのフォームで概要を", "en": "give us an outline with this form first"}[form.language]
    assert outline in form.said("topic-hint")
    assert "post only" not in words(form.one(f"//option[@value='{POST}']"))
    check = unaddressed.post(f"/{customer.language}/inquiries", customer.typed(topic=POST))
    promised = {"ja": "送り先は、メールでご案内します。", "en": "We tell you by e-mail where to send it."}
    assert promised[check.language] in words(check.one("//dl//p[@class='caution']"))
    assert unaddressed.send(f"/{customer.language}/inquiries/send", check.values).status_code == 303


def test_without_an_address_no_proposal_says_that_it_goes_by_post(unaddressed: Client) -> None:
    typed = EMMA.typed(subject="Copyright", message="A site infringes my copyright. I ask for a takedown.")
    page = unaddressed.post("/en/inquiries", typed)
    assert words(page.one(f"//button[@value='topic:{POST}']")).startswith("Change the topic to")


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (ADDRESS, {"ja": "{address}\u3000{company}「{desk}」係", "en": "{company} ({desk}), {address}"}),
        (
            {"ja": "〒100-0001 東京都千代田区1-1 {company}", "en": "{company}, 1-1 Chiyoda, Tokyo 100-0001, Japan"},
            {"ja": "{address}「{desk}」係", "en": "{address} ({desk})"},
        ),
        (
            {"ja": "〒100-0001 東京都千代田区1-1 {company} {desk}係", "en": "{desk}, {company}, 1-1 Chiyoda, Tokyo"},
            {"ja": "{address}", "en": "{address}"},
        ),
    ],
    ids=["the place alone", "with the company", "with company and desk"],
)
def test_company_and_desk_stand_once_in_the_address(
    tmp_path: Path, given: dict[str, str], shown: dict[str, str], language: str
) -> None:
    facts = read(places.ORGANISATION.read_text("utf-8"), "organisation.toml")
    company, desk = facts.name.in_(language), facts.desk(POST).name.in_(language)
    written = {
        each: text.format(company=facts.name.in_(each), desk=facts.desk(POST).name.in_(each))
        for each, text in given.items()
    }
    with served(tmp_path / "data", organisation=addressed(tmp_path, written)) as running, Client(running.origin) as one:
        said = one.get(f"/{language}/inquiries?topic={POST}").said("topic-hint")
    whole = shown[language].format(company=company, desk=desk, address=written[language])
    assert said.endswith({"ja": "郵送先：", "en": "Send it to: "}[language] + " ".join(whole.split()))
