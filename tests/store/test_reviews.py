"""One person at a time reviews, and what was decided stays as it was decided."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from desk.store import audit, outbox, reviews, staff
from desk.store.engine import Store
from desk.store.outbox import Mail
from desk.store.reviews import Decision, StateConflict

from .reviewing import Team

MINUTE = timedelta(minutes=1)
FINDINGS = [{"act": f"act.{act}", "sign": f"en.{act}"} for act in ("threat", "insult", "threat")]


def test_readings_are_counted_and_logged(store: Store, hold: Callable[..., str], team: Team) -> None:
    receipt = hold()
    audit.reading(store, team.aki, receipt, "opened", team.now)
    audit.reading(store, team.aki, receipt, "revealed", team.now)
    audit.command_reading(store, "root", receipt, team.now)
    case = reviews.case(store, receipt)
    assert case is not None
    assert case.readings == 3
    assert [(row.what, row.staff_name, row.receipt, row.detail) for row in audit.recent(store, most=3)] == [
        ("shown-by-command", None, receipt, "root"),
        ("revealed", "Aki", receipt, ""),
        ("opened", "Aki", receipt, ""),
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
    reviews.claim(store, receipt, team.rin, team.now)
    reviews.unclaim(store, receipt, team.rin, team.now, holder=team.rin)
    own, _, taken = audit.recent(store, most=3)
    assert (taken.what, taken.staff_name, taken.detail) == ("handed-over", "Rin", "Aki")
    assert (own.what, own.staff_name, own.detail) == ("handed-over", "Rin", "")


@pytest.mark.parametrize(
    "leave",
    [
        lambda store, now: staff.disable(store, "Aki", now),
        lambda store, now: staff.reset(store, "Aki", now),
        lambda store, now: staff.change_role(store, "Aki", "auditor", now),
    ],
    ids=["disabled", "reset", "another role"],
)
def test_what_a_person_had_claimed_waits_for_the_next_when_they_leave(
    store: Store, hold: Callable[..., str], team: Team, leave: Callable[..., object]
) -> None:
    reviews.claim(store, hold(), team.aki, team.now)
    leave(store, team.now)
    assert [(row.state, row.claimed_by) for row in reviews.queue(store)] == [("held", None)]


def test_the_log_says_of_each_inquiry_that_it_was_taken_from_whoever_had_it(
    store: Store, hold: Callable[..., str], team: Team
) -> None:
    receipts = [hold(), hold()]
    for receipt in receipts:
        reviews.claim(store, receipt, team.aki, team.now)
    staff.disable(store, "Aki", team.now, account="root")
    rows = audit.recent(store, most=3)
    assert [(row.what, row.receipt, row.detail) for row in reversed(rows)] == [
        ("disabled", None, "Aki · root"),
        *(("handed-over", receipt, "root") for receipt in receipts),
    ]


def test_where_a_colleague_shuts_the_account_it_names_who_had_it(
    store: Store, hold: Callable[..., str], team: Team
) -> None:
    reviews.claim(store, hold(), team.aki, team.now)
    staff.disable(store, "Aki", team.now, by=team.rin)
    (freed,) = audit.recent(store, most=1)
    assert (freed.what, freed.staff_name, freed.detail) == ("handed-over", "Rin", "Aki")


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
