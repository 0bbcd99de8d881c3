"""The evidence is taken where the police or counsel are consulted, as a line of the log that says to whom it goes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from desk.store import audit, evidence, reviews
from desk.store.engine import Store
from desk.store.evidence import Taking
from desk.store.reviews import Decision, StateConflict
from desk.store.sealing import SealError

from .reviewing import Team

TO = "渋谷警察署 佐藤様"


@pytest.fixture
def grave(
    store: Store, hold: Callable[..., str], team: Team, released: Callable[..., Decision]
) -> Callable[[str], Taking]:
    """What Rin would take of one more inquiry that was refused with this outcome."""

    def make(outcome: str) -> Taking:
        receipt = hold()
        reviews.claim(store, receipt, team.aki, team.now)
        first = reviews.decide(store, released(receipt, outcome=outcome), "claimed", "escalated")
        signed = released(receipt, outcome=outcome, staff_id=team.rin, confirms=first)
        reviews.decide(store, signed, "escalated", "refused")
        return Taking(receipt, team.rin, team.now, TO)

    return make


def record(store: Store, taking: Taking) -> evidence.Record:
    found = evidence.whole(store, taking.receipt, bool)
    assert found is not None
    return found.record


def test_its_taking_is_the_last_line_and_names_whom_it_goes_to_under_seal(
    store: Store, grave: Callable[[str], Taking]
) -> None:
    taking, other = grave("police-legal"), grave("police-legal")
    evidence.take(store, taking)
    evidence.take(store, other)
    lines = record(store, taking).lines
    assert [line.row.what for line in lines] == ["claimed", "decided", "signed", "held-by-law", "evidence-asked"]
    last = lines[-1]
    assert (last.row.staff_name, last.row.receipt) == ("Rin", taking.receipt)
    assert TO not in last.row.detail
    assert evidence.handed_to(store, last.row) == TO
    assert [line.before for line in lines[1:4]] == [line.mac for line in lines[:3]]
    assert audit.verify(store).broken is None


def test_that_it_is_given_is_a_line_with_its_sum_and_only_then_is_it_told_for_whom(
    store: Store, grave: Callable[[str], Taking], team: Team
) -> None:
    taking = grave("police-legal")
    case = reviews.case(store, taking.receipt)
    assert case is not None
    evidence.take(store, taking)
    assert evidence.takings(store, case.inquiry.id) == []
    evidence.give(store, taking, "ab" * 32, team.now)
    *_, asked, given = (line.row for line in record(store, taking).lines)
    assert (given.what, given.staff_name, given.detail) == ("evidence-given", "Rin", "ab" * 32)
    assert evidence.takings(store, case.inquiry.id) == [asked]


def test_whom_it_goes_to_is_not_taken_from_another_inquirys_line_nor_from_any_text(
    store: Store, grave: Callable[[str], Taking]
) -> None:
    taking, other = grave("police-legal"), grave("police-legal")
    evidence.take(store, taking)
    line = record(store, taking).lines[-1].row
    for moved in (replace(line, receipt=other.receipt), replace(line, detail=TO), replace(line, detail="AAAA")):
        with pytest.raises(SealError):
            evidence.handed_to(store, moved)


def test_where_that_decision_does_not_stand_nothing_is_taken_and_nothing_logged(
    store: Store,
    grave: Callable[[str], Taking],
    hold: Callable[..., str],
    team: Team,
    released: Callable[..., Decision],
) -> None:
    refused, overtaken = grave("refusal"), grave("police-legal")
    case = reviews.case(store, overtaken.receipt)
    assert case is not None
    again = released(overtaken.receipt, outcome="police-legal", staff_id=team.rin, confirms=case.decisions[-1].id)
    reviews.decide(store, again, "refused", "held")
    later = team.now + timedelta(minutes=1)
    reviews.claim(store, overtaken.receipt, team.aki, later)
    reviews.decide(store, released(overtaken.receipt, at=later), "claimed", "released")
    for taking in (refused, overtaken, replace(refused, receipt=hold()), replace(refused, receipt="2222")):
        with pytest.raises(StateConflict):
            evidence.take(store, taking)
        with pytest.raises(StateConflict):
            evidence.give(store, taking, "ab" * 32, team.now)
    assert not {line.what for line in audit.recent(store)} & {"evidence-asked", "evidence-given"}


def test_the_letters_about_it_are_there_without_a_word(store: Store, grave: Callable[[str], Taking]) -> None:
    letters = record(store, grave("police-legal")).letters
    assert [(letter.kind, letter.state, letter.settled_at) for letter in letters] == [
        ("acknowledgement", "waiting", None)
    ]
