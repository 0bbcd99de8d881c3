"""A screened inquiry is held or goes to its desk, once, whoever screens it."""

import asyncio
from collections.abc import Callable
from datetime import datetime

import pytest

from desk.keys import Keyring
from desk.store import outbox, reviews
from desk.store.engine import Store
from desk.store.inquiries import Arrival, Limits, add
from desk.store.screening import Assessment, record, unscreened
from desk.store.unread import first_waiting

CLEAN = Assessment(flagged=False, severity="none", findings=[], suppressed=[], care=[], ruleset="r1")
FINDING = {"act": "act.insult", "sign": "ja.insult.fool", "field": "message", "start": 3, "end": 5, "text": "馬鹿"}
FLAGGED = Assessment(flagged=True, severity="high", findings=[FINDING], suppressed=[], care=[], ruleset="r1")


@pytest.fixture(autouse=True)
def _two_inquiries(store: Store, limits: Limits, arrival: Callable[..., Arrival]) -> None:
    for number in range(2):
        asyncio.run(add(store, arrival(after=number, message=f"{number}"), limits))


def test_the_oldest_is_screened_first(store: Store) -> None:
    assert [inquiry.message for inquiry in unscreened(store, 10)] == ["0", "1"]
    assert [inquiry.message for inquiry in unscreened(store, 1)] == ["0"]


def test_the_first_that_wait_are_told_without_a_word_of_them(store: Store, now: datetime) -> None:
    first, second = unscreened(store, 10)
    assert first_waiting(store, 10) == [
        (one.id, one.receipt, one.topic, one.received_at, True) for one in (first, second)
    ]
    assert [one.id for one in first_waiting(store, 1)] == [first.id]
    record(store, first.id, CLEAN, "general", now).result()
    record(store, second.id, FLAGGED, None, now).result()
    assert first_waiting(store, 10) == []


def test_a_clean_inquiry_goes_to_its_desk(store: Store, now: datetime) -> None:
    first, second = unscreened(store, 10)
    assert record(store, first.id, CLEAN, "general", now).result() is True
    assert unscreened(store, 10) == [second]
    (to_desk,) = [item for item in outbox.claim_due(store, now, 10) if item.kind == "desk"]
    assert (to_desk.desk, to_desk.language, to_desk.inquiry) == ("general", "ja", first)


def test_a_flagged_inquiry_is_held_and_goes_nowhere(store: Store, now: datetime) -> None:
    first, _ = unscreened(store, 10)
    record(store, first.id, FLAGGED, "general", now).result()
    assert "desk" not in [item.kind for item in outbox.claim_due(store, now, 10)]
    case = reviews.case(store, first.receipt)
    assert case is not None
    assert (case.state, case.assessment, case.inquiry) == ("held", FLAGGED, first)


def test_an_inquiry_that_could_not_be_screened_is_held(store: Store, now: datetime) -> None:
    first, _ = unscreened(store, 10)
    failed = Assessment(False, "none", [], [], [], failed="RecursionError")
    record(store, first.id, failed, "general", now).result()
    (row,) = reviews.queue(store)
    assert (row.id, row.state, row.severity) == (first.id, "held", "none")


def test_an_inquiry_that_may_be_a_repetition_for_all_that_is_known_is_held_with_the_fault(store: Store) -> None:
    first, _ = unscreened(store, 10)
    unjudged = Assessment(False, "none", [], [], [], unjudged="ValueError")
    record(store, first.id, unjudged, "general").result()
    case = reviews.case(store, first.receipt)
    assert case is not None
    assert (case.state, case.assessment) == ("held", unjudged)
    assert [row.why for row in reviews.queue(store)] == ["unjudged"]


def test_of_two_workers_the_first_wins(store: Store, now: datetime) -> None:
    first, _ = unscreened(store, 10)
    won = [record(store, first.id, assessment, "general", now) for assessment in (FLAGGED, CLEAN)]
    assert [pending.result() for pending in won] == [True, False]
    assert "desk" not in [item.kind for item in outbox.claim_due(store, now, 10)]


def test_a_clean_inquiry_without_a_desk_is_refused(store: Store, now: datetime) -> None:
    first, _ = unscreened(store, 10)
    with pytest.raises(ValueError, match="needs a desk"):
        record(store, first.id, CLEAN, None, now)
    assert len(unscreened(store, 10)) == 2


def test_an_inquiry_whose_key_is_gone_is_held_and_keeps_no_other_waiting(
    store: Store, url: str, limits: Limits, arrival: Callable[..., Arrival]
) -> None:
    other = Store(url, Keyring.of({"k2": bytes(range(1, 33))}))
    asyncio.run(add(other, arrival(message="2", client="192.0.2.8", email="rin@example.com"), limits))
    found = unscreened(other, 10)
    other.close()
    assert [inquiry.message for inquiry in found] == ["2"]
    assert [(row.state, row.severity) for row in reviews.queue(store)] == [("held", "medium")] * 2
