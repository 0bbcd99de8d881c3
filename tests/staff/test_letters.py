"""Letters that were given up: shown with the reason to those who can do something, tried again, on record."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from colleagues import AOI, HANA, SORA, YUKI, Desk
from reading import words
from served import Served

from desk.delivery import worker
from desk.store import audit, outbox


@pytest.fixture
def given_up(desk: Served, arrive: Callable[..., str]) -> Iterator[str]:
    """The receipt of an inquiry whose confirmation no mail server took; afterwards everything is delivered."""
    receipt = arrive(name="大声 怒鳴", email="ken.sato@example.jp", message="ふざけるな、お前ら全員ぶっ殺すぞ。")
    for item in outbox.claim_due(desk.context.store, desk.context.now(), 10_000):
        if item.kind == "acknowledgement" and item.inquiry and item.inquiry.receipt == receipt:
            outbox.give_up(desk.context.store, item.id, "recipient refused (550)")
        else:
            outbox.delivered(desk.context.store, item.id, desk.context.now())
    yield receipt
    for item in outbox.stuck(desk.context.store):
        outbox.delivered(desk.context.store, item.id, desk.context.now())


@pytest.mark.parametrize("colleague", [SORA, YUKI], ids=lambda colleague: colleague.role)
def test_kind_receipt_time_and_reason_are_shown_and_nothing_of_the_text(
    desk: Served, at_work: Callable[..., Desk], given_up: str, colleague: object, language: str
) -> None:
    page = at_work(colleague, language).get("/staff/letters")
    (row,) = page.all("//tbody/tr")
    (letter,) = outbox.stuck(desk.context.store)
    said = {
        "en": ["Confirmation to the sender", "The mail server does not take mail for this address."],
        "ja": ["お客様への受付確認", "宛先のメールアドレスがメールサーバーに拒否されました。"],
    }[language]
    assert [one for one in (*said, given_up, "recipient refused (550)") if one not in words(row)] == []
    assert row.xpath(".//time/@datetime") == [letter.created_at.isoformat()]
    assert [typed for typed in ("大声", "ぶっ殺す", "ken.sato") if typed in page.text] == []


def test_one_that_is_tried_again_is_due_at_once_and_on_record(
    desk: Served, at_work: Callable[..., Desk], given_up: str
) -> None:
    sora = at_work(SORA)
    (letter,) = outbox.stuck(desk.context.store)
    answer = sora.do(f"/staff/letters/{letter.id}/retries")
    assert (answer.status_code, answer.headers["location"]) == (303, "/staff/letters")
    assert sora.get("/staff/letters").all("//tbody/tr") == []
    (line, *_) = audit.recent(desk.context.store, None, 1)
    assert (line.what, line.staff_name, line.receipt, line.detail) == (
        "letter-retried",
        "Sora",
        given_up,
        "acknowledgement",
    )
    assert "had a letter tried again" in words(sora.get("/staff/log").all("//tbody/tr")[0])
    (due,) = outbox.claim_due(desk.context.store, desk.context.now() + timedelta(seconds=1), 100)
    assert (due.id, due.attempts) == (letter.id, 1)
    outbox.delivered(desk.context.store, due.id, desk.context.now())


def test_one_that_was_sent_on_its_way_meanwhile_stays_as_it_is(
    desk: Served, at_work: Callable[..., Desk], given_up: str
) -> None:
    sora, yuki = at_work(SORA), at_work(YUKI)
    (letter,) = outbox.stuck(desk.context.store)
    sora.do(f"/staff/letters/{letter.id}/retries")
    lines = audit.recent(desk.context.store, None, 1)
    assert yuki.do(f"/staff/letters/{letter.id}/retries").status_code == 303
    assert yuki.do("/staff/letters/made-up/retries").status_code == 303
    assert audit.recent(desk.context.store, None, 1) == lines
    (due,) = outbox.claim_due(desk.context.store, desk.context.now() + timedelta(seconds=1), 100)
    outbox.delivered(desk.context.store, due.id, desk.context.now())
    assert given_up


def test_the_queue_says_so_while_there_are_any(at_work: Callable[..., Desk], given_up: str) -> None:
    line = "//p[@class='caution']"
    assert words(at_work(SORA).get("/staff/queue").one(line)) == "1 letter could not be delivered. See which and why"
    assert words(at_work(HANA).get("/staff/queue").one(line)).endswith("A lead can have them tried again.")
    assert given_up


def test_the_queue_is_silent_while_there_are_none(at_work: Callable[..., Desk]) -> None:
    assert at_work(SORA).get("/staff/queue").all("//p[@class='caution']") == []


@pytest.mark.parametrize("colleague", [HANA, AOI], ids=lambda colleague: colleague.role)
def test_nobody_else_is_let_in(at_work: Callable[..., Desk], colleague: object) -> None:
    browser = at_work(colleague)
    assert browser.http.get("/staff/letters").status_code == 403
    assert browser.do("/staff/letters/made-up/retries").status_code == 403
    assert "/staff/letters" not in browser.get("/staff/account").text


def test_what_the_worker_gave_up_for_good_comes_with_its_reason(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    receipt = arrive()
    now = desk.context.now()
    (letter,) = [
        one
        for one in outbox.claim_due(desk.context.store, now, 10_000)
        if one.inquiry and one.inquiry.receipt == receipt and one.kind == "acknowledgement"
    ]
    outbox.give_up(desk.context.store, letter.id, "SMTPAuthenticationError (535)")
    row = words(at_work(SORA).get("/staff/letters").one(f"//tr[contains(., '{receipt}')]"))
    assert "The mail server refused our sign-in." in row
    outbox.retry(desk.context.store, letter.id, now)
    while worker.deliver(desk.context, lambda _: None):
        pass
    assert outbox.stuck(desk.context.store) == []
