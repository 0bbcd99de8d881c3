"""The desks that are unlike the others: one that takes its matters by post only, one that takes what is anonymous."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from people import EMMA, HANAKO, Customer
from reading import Client, Page, words
from served import Served

from desk import places
from desk.delivery import worker
from desk.delivery.post import letter
from desk.store import inquiries, outbox
from desk.store.records import StoredInquiry

Serve = Callable[..., AbstractContextManager[Served]]
POST, NAMELESS = "rights-infringement", "whistleblowing"


def note(desk: Served, language: str) -> str:
    said = desk.context.organisation.desk(POST).note
    assert said is not None
    return said.in_(language)


def test_what_is_taken_by_post_only_is_told_before_anything_is_typed(
    client: Client, desk: Served, language: str
) -> None:
    page = client.get(f"/{language}/inquiries")
    option = words(page.one(f"//option[@value='{POST}']"))
    assert option.endswith("（郵送のみ）" if language == "ja" else "(by post only)")
    assert note(desk, language) in words(page.one("//form//details"))


def test_at_the_form_with_that_topic_chosen_the_note_stands_beside_the_list(
    client: Client, desk: Served, language: str
) -> None:
    page = client.get(f"/{language}/inquiries?topic={POST}")
    assert page.said("topic-hint") == note(desk, language)
    assert page.one("//select").get("aria-describedby") == "topic-hint"


def test_a_matter_by_post_cannot_be_sent_from_its_page_and_the_text_is_there_to_copy(
    client: Client, desk: Served, customer: Customer
) -> None:
    page = client.post(f"/{customer.language}/inquiries", customer.typed(topic=POST))
    assert page.heading == (
        "郵送での受け付けとなります" if page.language == "ja" else "Please send this matter by post"
    )
    assert note(desk, customer.language) in words(page.one("//section[@class='advice']"))
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


def test_a_matter_by_post_is_said_in_the_other_language_too(client: Client, desk: Served) -> None:
    page = client.post("/ja/inquiries", HANAKO.typed(topic=POST))
    there = client.post("/en/inquiries", {**page.values, "go": "check"})
    assert note(desk, "en") in there.text


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


def test_the_address_of_the_company_is_given_where_a_matter_goes_by_post(
    serve: Serve, tmp_path: Path, language: str
) -> None:
    facts = places.ORGANISATION.read_text("utf-8")
    address = 'address = { ja = "〒100-0001 東京都千代田区1-1", en = "1-1 Chiyoda, Tokyo 100-0001, Japan" }'
    (tmp_path / "ours.toml").write_text(facts.replace("timezone =", f"{address}\ntimezone =", 1), "utf-8")
    with serve(organisation=tmp_path / "ours.toml") as desk, Client(desk.origin) as client:
        page = client.post(f"/{language}/inquiries", EMMA.typed(topic=POST))
    assert "100-0001" in words(page.one("//section[@class='advice']"))


def sent(desk: Served, client: Client, page: Page) -> tuple[Page, StoredInquiry]:
    answer = client.send(f"/{page.language}/inquiries/send", page.values)
    done = client.get(answer.headers["location"])
    found = inquiries.find(desk.context.store, done.said("receipt"))
    assert found is not None
    return done, found


def test_an_anonymous_report_is_taken_stored_and_answered_by_its_receipt_alone(
    serve: Serve, customer: Customer
) -> None:
    with serve() as desk, Client(desk.origin) as client:
        typed = customer.typed(topic=NAMELESS, name="", kana="", email="", phone="", company="")
        check = client.post(f"/{customer.language}/inquiries", typed)
        assert "受付番号" in check.text if check.language == "ja" else "your only proof" in check.text
        done, found = sent(desk, client, check)
        assert (found.topic, found.name, found.email) == (NAMELESS, "", "")
        assert done.said("thread-title")
        assert "e-mail address within minutes" not in done.text
        assert outbox.waiting(desk.context.store) == 0
        (there,) = [link.get("href") for link in done.all("//ul[@class='languages']//a")]
        assert client.get(there).said("thread-title") != done.said("thread-title")


def test_the_desk_of_an_anonymous_report_is_told_that_no_reply_by_mail_is_due(serve: Serve, customer: Customer) -> None:
    with serve() as desk, Client(desk.origin) as client:
        typed = customer.typed(topic=NAMELESS, name="", email="")
        sent(desk, client, client.post(f"/{customer.language}/inquiries", typed))
        worker.screen(desk.context)
        (due,) = outbox.claim_due(desk.context.store, desk.context.now(), 10)
        told = letter(desk.context, due)
    assert (told["To"], told["Reply-To"]) == ("whistleblowing@example.com", None)
    assert ("返事は不要です" if customer.language == "ja" else "no reply by e-mail is due") in told.get_content()


def test_whoever_gives_an_address_is_told_of_the_confirmation(client: Client, desk: Served, customer: Customer) -> None:
    done, _ = sent(desk, client, client.post(f"/{customer.language}/inquiries", customer.typed(topic=NAMELESS)))
    assert done.all("//*[@id='thread-title']") == []


def test_the_form_says_for_which_topic_name_and_address_may_be_left_empty(client: Client, language: str) -> None:
    page = client.get(f"/{language}/inquiries")
    topic = words(page.one(f"//option[@value='{NAMELESS}']"))
    assert all(topic in page.said(f"{field}-hint") for field in ("name", "email"))


@pytest.mark.parametrize(("topic", "mark"), [(NAMELESS, "may"), ("general", "must")])
def test_the_labels_say_what_holds_for_the_topic_that_is_chosen(client: Client, topic: str, mark: str) -> None:
    page = client.get(f"/ja/inquiries?topic={topic}")
    marks = [page.one(f"//label[@for='{field}']/span").get("class") for field in ("name", "email", "subject")]
    assert marks == [f"mark {mark}", f"mark {mark}", "mark must"]


@pytest.mark.parametrize("topic", ["general", "ir"])
def test_every_other_desk_asks_for_name_and_address(client: Client, language: str, topic: str) -> None:
    page = client.post(f"/{language}/inquiries", EMMA.typed(topic=topic, name="", email=""), status=422)
    assert [field for field, _ in page.summary] == ["name", "email"]
