"""The worst is reviewed first, by one person at a time, and what was decided stays as it was decided."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, NamedTuple

import pytest
from sqlalchemy.exc import IntegrityError

from desk.store import audit, outbox, reviews, staff
from desk.store.engine import Store
from desk.store.inquiries import Added, Arrival, Assessment, Limits, add, find, record, unscreened
from desk.store.outbox import Mail
from desk.store.reviews import Decision, StateConflict

MINUTE = timedelta(minutes=1)
HELD = Assessment(flagged=True, severity="high", findings=[], suppressed=[], care=[], ruleset="r1")
FINDINGS = [{"act": "act.threat"}, {"act": "act.insult"}, {"act": "act.threat"}]


class Team(NamedTuple):
    """Aki reviews, Rin leads; their ids, and the time."""

    aki: str
    rin: str
    now: datetime


@pytest.fixture
def hold(store: Store, limits: Limits, arrival: Callable[..., Arrival]) -> Callable[..., str]:
    """Hold one more inquiry: its receipt."""
    numbers = iter(range(100))

    def one_more(**assessment: Any) -> str:
        number = next(numbers)
        sent = arrival(after=number - 1000, email=f"{number}@example.com", client=f"192.0.2.{number}")
        added = asyncio.run(add(store, sent, limits))
        assert isinstance(added, Added)
        (inquiry,) = unscreened(store, 2)
        record(store, inquiry.id, replace(HELD, **assessment), "general", sent.received_at).result()
        return added.receipt

    return one_more


@pytest.fixture
def team(store: Store, now: datetime) -> Team:
    aki = staff.add(store, "Aki", "reviewer", "ja", "hash", "SECRET", now)
    rin = staff.add(store, "Rin", "lead", "en", "hash", "SECRET", now)
    return Team(aki.id, rin.id, now)


@pytest.fixture
def released(team: Team) -> Callable[..., Decision]:
    """Aki's decision to release a masked copy; what is named differs."""

    def make(receipt: str, **changes: Any) -> Decision:
        plain = Decision(receipt, team.aki, team.now, True, False, ("act.insult",), "release-masked", "理由", "■■です")
        return replace(plain, **changes)

    return make


def test_the_worst_comes_first_then_the_oldest(store: Store, hold: Callable[..., str]) -> None:
    low, high, care, emergency, second_high, failed, medium = (
        hold(severity="low"),
        hold(findings=FINDINGS),
        hold(severity="low", care=[{"care": "self-harm"}]),
        hold(severity="emergency"),
        hold(),
        hold(flagged=False, severity="none", failed="ValueError"),
        hold(severity="medium"),
    )
    rows = reviews.queue(store)
    assert [row.receipt for row in rows] == [care, emergency, high, second_high, failed, medium, low]
    assert [row.care for row in rows] == [True, False, False, False, False, False, False]
    assert rows[2].acts == ("act.threat", "act.insult")
    assert (rows[2].state, rows[2].language, rows[2].topic, rows[2].claimed_by) == ("held", "ja", "general", None)


def test_the_queue_goes_on_behind_a_cursor(store: Store, hold: Callable[..., str]) -> None:
    receipts = [hold(severity=severity) for severity in ("high", "high", "medium", "low", "low")]
    seen, after = [], None
    while rows := reviews.queue(store, after=after, most=2):
        seen += [row.receipt for row in rows]
        after = rows[-1].cursor
    assert seen == receipts


@pytest.mark.parametrize("cursor", ["", "x", "9.x", ".", "-1.0", "²."])
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
    assert reviews.counts(store) == {"held": 1, "claimed": 1, "escalated": 0}


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


def test_readings_are_counted_and_logged(store: Store, hold: Callable[..., str], team: Team) -> None:
    receipt = hold()
    audit.reading(store, team.aki, None, "listed", team.now)
    audit.reading(store, team.aki, receipt, "opened", team.now)
    audit.reading(store, team.aki, receipt, "revealed", team.now)
    audit.command_reading(store, "root", receipt, team.now)
    case = reviews.case(store, receipt)
    assert case is not None
    assert case.readings == 3
    assert [(row.what, row.staff_name, row.receipt, row.detail) for row in audit.recent(store, most=4)] == [
        ("shown-by-command", None, receipt, "root"),
        ("revealed", "Aki", receipt, ""),
        ("opened", "Aki", receipt, ""),
        ("listed", "Aki", None, ""),
    ]


def test_one_person_at_a_time_has_an_inquiry(store: Store, hold: Callable[..., str], team: Team) -> None:
    receipt = hold()
    reviews.claim(store, receipt, team.aki, team.now)
    reviews.claim(store, receipt, team.aki, team.now)
    for verb in (reviews.claim, reviews.unclaim):
        with pytest.raises(StateConflict) as conflict:
            verb(store, receipt, team.rin, team.now)
        assert (conflict.value.state, conflict.value.claimed_by) == ("claimed", team.aki)
    reviews.unclaim(store, receipt, team.aki, team.now)
    reviews.claim(store, receipt, team.rin, team.now)
    case = reviews.case(store, receipt)
    assert case is not None
    assert (case.state, case.claimed_by_name) == ("claimed", "Rin")
    assert [row.what for row in audit.recent(store, most=3)] == ["claimed", "handed-over", "claimed"]


def test_a_lead_passes_on_what_an_absent_colleague_has(store: Store, hold: Callable[..., str], team: Team) -> None:
    receipt = hold()
    reviews.claim(store, receipt, team.aki, team.now)
    reviews.unclaim(store, receipt, team.rin, team.now, holder=team.aki)
    assert [(row.state, row.claimed_by) for row in reviews.queue(store)] == [("held", None)]
    assert [(row.what, row.staff_name) for row in audit.recent(store, most=1)] == [("handed-over", "Rin")]


@pytest.mark.parametrize("leave", [staff.disable, staff.reset])
def test_what_a_person_had_claimed_waits_for_the_next_when_they_leave(
    store: Store, hold: Callable[..., str], team: Team, leave: Callable[..., object]
) -> None:
    reviews.claim(store, hold(), team.aki, team.now)
    leave(store, "Aki", team.now)
    assert [(row.state, row.claimed_by) for row in reviews.queue(store)] == [("held", None)]


def test_of_many_who_claim_at_once_one_has_it(store: Store, hold: Callable[..., str], team: Team) -> None:
    receipt = hold()

    async def both() -> list[object]:
        claims = (store.run(reviews.claim, receipt, one, team.now) for one in (team.aki, team.rin))
        return await asyncio.gather(*claims, return_exceptions=True)

    assert sorted(type(answer).__name__ for answer in asyncio.run(both())) == ["NoneType", "StateConflict"]


def test_a_decision_is_kept_with_its_mails_and_its_line_in_the_log(
    store: Store, hold: Callable[..., str], released: Callable[..., Decision], team: Team
) -> None:
    receipt = hold()
    reviews.claim(store, receipt, team.aki, team.now)
    mail = Mail("desk_masked", "ja", "general", {"masked_message": "■■です", "outcome": "release-masked"})
    decision_id = reviews.decide(store, released(receipt), "claimed", "released", [mail])
    case = reviews.case(store, receipt)
    assert case is not None
    assert (case.state, case.claimed_by) == ("released", None)
    (decided,) = case.decisions
    assert (decided.id, decided.staff_name, decided.acts) == (decision_id, "Aki", ("act.insult",))
    assert (decided.request_reasonable, decided.manner_acceptable, decided.at) == (True, False, team.now)
    assert (decided.reason, decided.masked_message, decided.confirms) == ("理由", "■■です", None)
    assert (decided.state_before, decided.state_after) == ("claimed", "released")
    (item,) = [item for item in outbox.claim_due(store, team.now, 9) if item.kind == "desk_masked"]
    assert (item.desk, item.payload) == ("general", mail.payload)
    (line,) = audit.recent(store, most=1)
    assert (line.what, line.staff_id, line.receipt) == ("decided", team.aki, receipt)
    assert line.detail == "release-masked: claimed → released"
    assert reviews.queue(store) == []


def test_a_decision_on_what_moved_meanwhile_is_refused_whole(
    store: Store, hold: Callable[..., str], released: Callable[..., Decision], team: Team
) -> None:
    receipt = hold()
    mail = Mail("desk", "ja", "general")
    with pytest.raises(StateConflict):
        reviews.decide(store, released(receipt), "claimed", "released", [mail])
    reviews.claim(store, receipt, team.rin, team.now)
    with pytest.raises(StateConflict):
        reviews.decide(store, released(receipt), "claimed", "released", [mail])
    with pytest.raises(StateConflict):
        reviews.decide(store, released("0000-0000-0000-0000-0000"), "claimed", "released", [mail])
    case = reviews.case(store, receipt)
    assert case is not None
    assert (case.state, case.decisions) == ("claimed", ())
    assert "desk" not in [item.kind for item in outbox.claim_due(store, team.now, 9)]


def test_a_grave_outcome_needs_a_second_person(
    store: Store, hold: Callable[..., str], released: Callable[..., Decision], team: Team
) -> None:
    receipt = hold()
    reviews.claim(store, receipt, team.aki, team.now)
    grave = released(receipt, outcome="refusal", masked_message=None)
    first = reviews.decide(store, grave, "claimed", "escalated")
    assert [row.state for row in reviews.queue(store)] == ["escalated"]
    for wrong in (
        replace(grave, confirms=first),
        replace(grave, staff_id=team.rin),
        replace(grave, staff_id=team.rin, confirms="x"),
    ):
        with pytest.raises(StateConflict):
            reviews.decide(store, wrong, "escalated", "refused")
    second = replace(grave, staff_id=team.rin, confirms=first, at=team.now + MINUTE)
    reviews.decide(store, second, "escalated", "refused")
    case = reviews.case(store, receipt)
    assert case is not None
    assert case.state == "refused"
    assert [(one.staff_name, one.confirms, one.masked_message) for one in case.decisions] == [
        ("Aki", None, None),
        ("Rin", first, None),
    ]


def test_a_second_person_may_disagree(
    store: Store, hold: Callable[..., str], released: Callable[..., Decision], team: Team
) -> None:
    receipt = hold()
    reviews.claim(store, receipt, team.aki, team.now)
    first = reviews.decide(store, released(receipt, outcome="refusal"), "claimed", "escalated")
    reviews.decide(store, released(receipt, staff_id=team.rin, confirms=first), "escalated", "held")
    assert [row.state for row in reviews.queue(store)] == ["held"]
    reviews.claim(store, receipt, team.rin, team.now)


@pytest.mark.parametrize("statement", ["UPDATE decision SET outcome = 'release'", "DELETE FROM decision"])
def test_the_database_itself_refuses_to_change_a_decision(
    store: Store, hold: Callable[..., str], released: Callable[..., Decision], team: Team, statement: str
) -> None:
    receipt = hold()
    reviews.claim(store, receipt, team.aki, team.now)
    reviews.decide(store, released(receipt), "claimed", "released")
    with pytest.raises(IntegrityError, match="append-only"), store._writing.begin() as connection:
        connection.exec_driver_sql(statement)
