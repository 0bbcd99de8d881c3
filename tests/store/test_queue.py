"""The queue shows the worst first, page by page, and every inquiry is found by its receipt."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest

from desk.store import reviews
from desk.store.engine import Store
from desk.store.inquiries import Added, Arrival, Limits, add, find

from .reviewing import Team

MINUTE = timedelta(minutes=1)
FINDINGS = [{"act": f"act.{act}", "sign": f"en.{act}"} for act in ("threat", "insult", "threat")]


def test_the_worst_comes_first_then_the_oldest(store: Store, hold: Callable[..., str]) -> None:
    low, high, care, emergency, second_high, failed, unjudged, medium = (
        hold(severity="low"),
        hold(findings=FINDINGS),
        hold(severity="low", care=[{"care": "distress"}]),
        hold(severity="emergency"),
        hold(),
        hold(flagged=False, severity="none", failed="ValueError"),
        hold(severity="medium", unjudged="ValueError"),
        hold(severity="medium"),
    )
    rows = reviews.queue(store)
    assert [row.receipt for row in rows] == [emergency, care, high, second_high, failed, unjudged, medium, low]
    assert [row.care for row in rows] == [False, True, *[False] * 6]
    assert rows[2].acts == ("act.threat", "act.insult")
    assert (rows[2].state, rows[2].language, rows[2].topic, rows[2].claimed_by) == ("held", "ja", "general", None)


def test_every_emergency_comes_before_distress_and_disability_each_the_oldest_first(
    store: Store, hold: Callable[..., str]
) -> None:
    distress = hold(severity="high", care=[{"care": "distress"}])
    disability = hold(severity="none", care=[{"care": "disability"}])
    despair = hold(severity="emergency", care=[{"care": "self-harm"}, {"care": "distress"}])
    threat = hold(severity="emergency")
    danger = hold(severity="emergency", care=[{"care": "danger"}])
    order = [despair, threat, danger, distress, disability, hold()]
    rows = reviews.queue(store)
    assert [row.receipt for row in rows] == order
    for seen, row in enumerate(rows, 1):
        assert [later.receipt for later in reviews.queue(store, after=row.cursor)] == order[seen:]


def test_the_queue_goes_on_behind_a_cursor(store: Store, hold: Callable[..., str]) -> None:
    receipts = [hold(severity=severity) for severity in ("high", "high", "medium", "low", "low")]
    seen, after = [], None
    while rows := reviews.queue(store, after=after, most=2):
        seen += [row.receipt for row in rows]
        after = rows[-1].cursor
    assert seen == receipts


@pytest.mark.parametrize("cursor", ["", "x", "9.x", ".", "-2.0", "²."])
def test_an_unreadable_cursor_begins_at_the_beginning(store: Store, hold: Callable[..., str], cursor: str) -> None:
    receipt = hold()
    assert [row.receipt for row in reviews.queue(store, after=cursor)] == [receipt]


def test_the_queue_can_show_some_states_alone(store: Store, hold: Callable[..., str], team: Team) -> None:
    held, claimed = hold(), hold()
    reviews.claim(store, claimed, team.aki, team.now)
    assert [row.receipt for row in reviews.queue(store, ["held"])] == [held]
    assert [(row.receipt, row.claimed_by, row.claimed_by_name) for row in reviews.queue(store, ["claimed"])] == [
        (claimed, team.aki, "Aki")
    ]


def test_all_inquiries_are_listed_newest_first(
    store: Store, hold: Callable[..., str], limits: Limits, arrival: Callable[..., Arrival]
) -> None:
    receipts = [hold(), hold(severity="low")]
    clean = asyncio.run(add(store, arrival(), limits))
    assert isinstance(clean, Added)
    rows = reviews.listing(store)
    assert [(row.receipt, row.state, row.flagged) for row in rows] == [
        (clean.receipt, "received", False),
        (receipts[1], "held", True),
        (receipts[0], "held", True),
    ]
    assert [row.receipt for row in reviews.listing(store, rows[0].cursor, 1)] == [receipts[1]]


def test_a_case_is_found_however_its_receipt_is_typed(store: Store, hold: Callable[..., str]) -> None:
    receipt = hold()
    case = reviews.case(store, receipt.lower().replace("-", " "))
    assert case is not None
    assert (case.inquiry, case.decisions, case.readings) == (find(store, receipt), (), 0)
    assert reviews.case(store, "0000-0000-0000-0000-0000") is None
    assert reviews.case(store, "<script>") is None
