"""The desk that takes what is anonymous: no name, no address, and a receipt that is all its senders have."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from people import EMMA, Customer
from reading import Client, Page, words
from served import Served

from desk.delivery import worker
from desk.delivery.post import letter
from desk.store import inquiries, matters, outbox
from desk.store.records import StoredInquiry

Serve = Callable[..., AbstractContextManager[Served]]
NAMELESS = "whistleblowing"


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
        assert check.all("//main//a[contains(@href, '/policy')]") == []
        done, found = sent(desk, client, check)
        assert (found.topic, found.name, found.email) == (NAMELESS, "", "")
        assert done.said("thread-title")
        assert "e-mail address within minutes" not in done.text
        assert ("調査" if done.language == "ja" else "looks into") not in done.text
        assert ("再度お送り" if done.language == "ja" else "no need to send it twice") not in done.text
        assert outbox.claim_due(desk.context.store, desk.context.now(), 10) == []
        (there,) = [link.get("href") for link in done.all("//ul[@class='languages']//a")]
        assert client.get(there).said("thread-title") != done.said("thread-title")


@pytest.mark.parametrize("topic", [NAMELESS, "general"])
def test_where_a_report_came_from_is_not_even_kept_until_it_is_screened(
    desk: Served, client: Client, customer: Customer, topic: str
) -> None:
    _, found = sent(desk, client, client.post(f"/{customer.language}/inquiries", customer.typed(topic=topic)))
    with desk.context.store._reading.connect() as connection:
        kept = matters.network(connection, found.id)
    assert (kept is None) == (topic == NAMELESS)


def test_the_desk_of_an_anonymous_report_is_told_that_no_reply_by_mail_is_due(serve: Serve, customer: Customer) -> None:
    with serve() as desk, Client(desk.origin) as client:
        typed = customer.typed(topic=NAMELESS, name="", email="")
        sent(desk, client, client.post(f"/{customer.language}/inquiries", typed))
        worker.screen(desk.context)
        (due,) = outbox.claim_due(desk.context.store, desk.context.now(), 10)
        told = letter(desk.context, due)
    assert (told["To"], told["Reply-To"]) == ("whistleblowing@example.com", None)
    assert ("ご回答は不要です" if customer.language == "ja" else "no reply by e-mail is due") in told.get_content()


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
    marks = [
        page.one(f"//label[@for='{field}']/span[not(@hidden)]").get("class") for field in ("name", "email", "subject")
    ]
    assert marks == [f"mark {mark}", f"mark {mark}", "mark must"]


@pytest.mark.parametrize("topic", ["general", "ir"])
def test_every_other_desk_asks_for_name_and_address(client: Client, language: str, topic: str) -> None:
    page = client.post(f"/{language}/inquiries", EMMA.typed(topic=topic, name="", email=""), status=422)
    assert [field for field, _ in page.summary] == ["name", "email"]
