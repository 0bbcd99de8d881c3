"""Nothing typed is ever lost, and every customer is heard: what the form answers when something goes wrong."""

import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from people import CUSTOMERS, HANAKO, Customer
from reading import Client, Page
from served import Served

from desk import places
from desk.keys import Keyring
from desk.rules.inquiry import TRAP
from desk.store import inquiries
from desk.store.records import StoredInquiry
from desk.tokens import Tokens

Serve = Callable[..., AbstractContextManager[Served]]

ALL_THERE = {"ja": "すべて届いたことを確認できなかった", "en": "could not make sure that all of it reached us"}


@pytest.fixture
def check_page(client: Client, customer: Customer) -> Page:
    return client.post(f"/{customer.language}/inquiries", customer.typed())


@pytest.fixture
def own(serve: Serve) -> Iterator[tuple[Served, Client]]:
    with serve(limit_address=1) as desk, Client(desk.origin) as client:
        yield desk, client


def stored(desk: Served, client: Client, page: Page) -> StoredInquiry:
    answer = client.send(f"/{page.language}/inquiries/send", page.values)
    found = inquiries.find(desk.context.store, client.get(answer.headers["location"]).said("receipt"))
    assert found is not None
    return found


def reminted(desk: Served, page: Page, *, hours_ago: float = 0, shown: timedelta = timedelta(0)) -> dict[str, str]:
    """The values of a check page whose token was made so long ago and says that the page was shown so long before."""
    opened = desk.context.tokens.open_draft(page.values["token"])
    assert opened is not None
    payload = {**opened.payload, "shown_at": (datetime.now(UTC) - shown).isoformat()}
    old = Tokens(desk.settings.keyring(), clock=lambda: time.time() - hours_ago * 3600)
    return {**page.values, "token": old.draft(payload)}


def test_too_many_inquiries_wait_with_their_text_and_a_time(own: tuple[Served, Client], language: str) -> None:
    desk, client = own
    assert stored(desk, client, client.post(f"/{language}/inquiries", HANAKO.typed()))
    again = client.post(f"/{language}/inquiries", HANAKO.typed(subject="二通目"))
    page = client.post(f"/{language}/inquiries/send", again.values, status=429)
    assert 0 < int(page.response.headers["retry-after"]) <= 600
    assert "二通目" in page.text
    # The limit may be that of this sender alone.
    assert {"ja": "短い時間に多くの送信", "en": "Many inquiries have been sent in a short time"}[language] in page.text
    assert page.values["token"]
    assert page.one("//*[@id='summary']").get("autofocus") is not None


@pytest.mark.usefixtures("impatient")
def test_a_database_that_does_not_answer_costs_nothing_but_a_moment(own: tuple[Served, Client]) -> None:
    desk, client = own
    check = client.post("/ja/inquiries", HANAKO.typed())
    with closing(sqlite3.connect(desk.settings.data / "desk.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        page = client.post("/ja/inquiries/send", check.values, status=503)
        other.execute("ROLLBACK")
    assert HANAKO.subject in page.text
    assert page.response.headers["retry-after"]
    assert stored(desk, client, page).subject == HANAKO.subject


def test_a_fault_of_ours_gives_the_text_back_at_either_step_and_stores_it_once_it_is_over(
    own: tuple[Served, Client], customer: Customer
) -> None:
    desk, client = own
    language, context = customer.language, desk.context
    whole = {name: getattr(context, name) for name in ("directory", "store")}
    object.__setattr__(context, "directory", None)  # the check page cannot be made
    form = client.post(f"/{language}/inquiries", customer.typed(), status=500)
    assert form.values["message"].splitlines() == customer.typed()["message"].splitlines()
    assert form.values["name"] == customer.name
    assert form.said("remark")
    other = {"ja": "en", "en": "ja"}[language]
    switched = client.post(f"/{other}/inquiries", {**form.values, "go": "switch:fault"}, status=422)
    assert {"ja": "当サイトの不具合", "en": "Something went wrong on our side"}[other] in switched.said("remark")
    assert "switch:fault" in form.all("//button[@name='go']/@value")
    object.__setattr__(context, "directory", whole["directory"])
    page = client.post(f"/{language}/inquiries", form.values)
    object.__setattr__(context, "store", None)  # the inquiry cannot be stored
    again = client.post(f"/{language}/inquiries/send", page.values, status=500)
    assert again.one("//*[@id='summary']").get("autofocus") is not None
    object.__setattr__(context, "store", whole["store"])
    assert stored(desk, client, again).message.splitlines() == customer.typed()["message"].splitlines()


def test_whoever_sent_nothing_that_can_be_read_is_not_told_that_it_is_still_there(client: Client) -> None:
    said = client.post("/en/inquiries", {"token": "x"}, status=422).said("remark")
    assert "We could not read what was sent" in said


def test_an_expired_check_page_shows_the_form_with_everything(
    client: Client, desk: Served, check_page: Page, customer: Customer
) -> None:
    old = reminted(desk, check_page, hours_ago=3)
    form = client.post(f"/{customer.language}/inquiries/send", old, status=422)
    assert (customer.name, customer.subject) == (form.values["name"], form.values["subject"])
    told = {"ja": "確認画面を開いてから時間が経った", "en": "was open for too long"}[customer.language]
    assert told in form.said("remark")


def test_a_form_shown_instead_of_the_receipt_says_so_in_its_title_and_names_the_box_with_the_focus(
    client: Client, customer: Customer
) -> None:
    form = client.post(f"/{customer.language}/inquiries/send", customer.typed(), status=422)
    assert form.title.startswith({"ja": "未送信", "en": "Not sent yet: "}[customer.language])
    box = form.one("//*[@autofocus]")
    assert form.said(box.get("aria-labelledby")) == form.said("remark")


def test_a_token_that_nobody_signed_is_shown_as_text_and_not_stored(
    client: Client, check_page: Page, customer: Customer
) -> None:
    head, _, _ = check_page.values["token"].rpartition(".")
    forged = {"token": f"{head}.{'A' * 27}"}
    form = client.post(f"/{customer.language}/inquiries/send", forged, status=422)
    assert customer.subject == form.values["subject"]
    assert ALL_THERE[customer.language] in form.said("remark")


def test_a_whole_text_whose_key_is_gone_is_not_said_to_lack_anything(
    client: Client, check_page: Page, desk: Served, customer: Customer
) -> None:
    opened = desk.context.tokens.open_draft(check_page.values["token"])
    assert opened is not None
    gone = Tokens(Keyring.of({"gone": b"0123456789" * 4})).draft(opened.payload)
    form = client.post(f"/{customer.language}/inquiries/send", {"token": gone}, status=422)
    assert form.values["message"].splitlines() == customer.typed()["message"].splitlines()
    assert ALL_THERE[customer.language] in form.said("remark")


@pytest.mark.parametrize("fields", [{}, {"token": ""}, {"token": "rubbish"}, {"token": "あ" * 50}])
def test_sending_without_a_check_page_explains_itself(client: Client, language: str, fields: dict[str, str]) -> None:
    form = client.post(f"/{language}/inquiries/send", fields, status=422)
    assert form.said("remark")


def test_a_check_page_that_cannot_be_read_explains_itself_at_the_form_too(client: Client, customer: Customer) -> None:
    fields = {**customer.typed(), "token": "rubbish"}
    form = client.post(f"/{customer.language}/inquiries", fields, status=422)
    assert form.said("remark")
    assert form.values["subject"] == customer.subject


def test_a_check_page_that_was_sent_and_is_then_changed_becomes_another_inquiry(client: Client, desk: Served) -> None:
    check = client.post("/ja/inquiries", HANAKO.typed(subject="株主総会について"))
    first = stored(desk, client, check)
    changed = client.post("/ja/inquiries", {**check.values, "go": "topic:ir"})
    second = stored(desk, client, changed)
    assert (first.topic, second.topic) == ("general", "ir")
    assert first.receipt != second.receipt


def test_a_check_page_that_was_sent_and_is_then_read_again_unchanged_stays_one_inquiry(
    client: Client, desk: Served, check_page: Page
) -> None:
    first = stored(desk, client, check_page)
    for go in ("check", f"topic:{check_page.values.get('topic', 'general')}"):
        for language in ("ja", "en"):
            again = client.post(f"/{language}/inquiries", {**check_page.values, "go": go})
            assert stored(desk, client, again).receipt == first.receipt


def test_fields_sent_straight_to_the_end_are_kept_for_checking(client: Client, customer: Customer) -> None:
    form = client.post(f"/{customer.language}/inquiries/send", customer.typed(), status=422)
    assert customer.subject == form.values["subject"]


def test_a_form_that_is_too_large_is_shown_again_with_all_of_it(client: Client, language: str) -> None:
    long = "長" * 10_000
    page = client.post(f"/{language}/inquiries", HANAKO.typed(message=long), status=413)
    assert page.values["message"] == long
    assert [field for field, _ in page.summary] == ["message"]


def test_unreadable_characters_are_pointed_out_where_they_are(client: Client, language: str) -> None:
    page = client.post(f"/{language}/inquiries", HANAKO.typed(subject="見\0学"), status=422)
    assert page.values["subject"] == "見\ufffd学"
    assert [field for field, _ in page.summary] == ["subject"]


def test_a_program_that_fills_in_the_trap_is_marked_and_stored(client: Client, desk: Served) -> None:
    check = client.post("/ja/inquiries", HANAKO.typed(**{TRAP: "https://spam.example"}))
    assert stored(desk, client, check).marks == ("trap", "fast")


def test_whoever_reads_the_check_page_first_is_not_marked(client: Client, desk: Served, check_page: Page) -> None:
    values = reminted(desk, check_page, shown=timedelta(seconds=3))
    answer = client.send(f"/{check_page.language}/inquiries/send", values)
    found = inquiries.find(desk.context.store, client.get(answer.headers["location"]).said("receipt"))
    assert found is not None
    assert found.marks == ()


def test_what_was_shown_is_on_record(client: Client, desk: Served, check_page: Page, customer: Customer) -> None:
    found = stored(desk, client, check_page)
    policy = desk.context.policy(customer.language)
    assert (found.language, found.policy_version) == (customer.language, policy.version)


def test_the_version_on_record_is_the_one_that_was_shown_although_another_has_come_into_force_since(
    serve: Serve, tmp_path: Path, language: str
) -> None:
    folder = shutil.copytree(places.LOCALES, tmp_path / "locales")
    yesterday = f"{datetime.now(UTC) - timedelta(days=1):%Y-%m-%d}"
    for path in folder.glob("*/policy.2026-10-01.md"):
        later = path.with_name(f"policy.{yesterday}.md")
        later.write_text(path.read_text("utf-8").replace("2026-10-01", yesterday), "utf-8")
    with serve(locales=folder) as desk, Client(desk.origin) as client:
        check = client.post(f"/{language}/inquiries", CUSTOMERS[language].typed())
        answer = client.send(f"/{language}/inquiries/send", reminted(desk, check, shown=timedelta(days=3)))
        found = inquiries.find(desk.context.store, client.get(answer.headers["location"]).said("receipt"))
        assert desk.context.policy(language).version == yesterday
    assert found is not None
    assert found.policy_version == "2026-10-01"


@pytest.mark.parametrize("token", ["x", "K7QM-2XWD-9RFA-HT4C-V", "a.b.c"])
def test_no_receipt_is_ever_shown_that_was_not_given(client: Client, language: str, token: str) -> None:
    client.get(f"/{language}/inquiries/sent/{token}", status=404)


def test_a_receipt_can_be_read_in_the_other_language(client: Client, check_page: Page, customer: Customer) -> None:
    answer = client.send(f"/{customer.language}/inquiries/send", check_page.values)
    page = client.get(answer.headers["location"])
    (there,) = [link.get("href") for link in page.all("//ul[@class='languages']//a")]
    assert client.get(there).said("receipt") == page.said("receipt")
