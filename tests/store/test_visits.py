"""A page that somebody has open and does something on is not read anew each time that it is shown."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from desk.store import audit, reviews, staff, visits
from desk.store.engine import Store
from desk.store.sessions import Session

from .reviewing import Team

Lines = list[tuple[str, float]]


@pytest.fixture
def goes_on(store: Store, hold: Callable[..., str], team: Team) -> Callable[..., bool]:
    """Whether Aki, signed in at minute 0, still has an inquiry open after these lines about it, each at its minute."""

    def told(lines: Lines, at: float, *, answered: bool = False, by: str = team.aki, elsewhere: bool = False) -> bool:
        receipt, other = hold(), hold()
        for what, minute in lines:
            moment = team.now + timedelta(minutes=minute)
            audit.note(store, what, moment, staff_id=by, receipt=other if elsewhere else receipt)
        case, account = reviews.case(store, receipt), staff.by_name(store, "Aki")
        assert case is not None
        assert account is not None
        me = Session(account.staff, "0" * 64, team.now)
        return visits.goes_on(store, me, case.inquiry.id, team.now + timedelta(minutes=at), answered=answered)

    return told


@pytest.mark.parametrize("deed", sorted(visits.LEADING_BACK))
def test_whoever_did_something_there_is_led_back_to_the_page_that_they_have_open(
    goes_on: Callable[..., bool], deed: str
) -> None:
    assert goes_on([("opened", 1), (deed, 20)], 20)
    assert goes_on([("opened", 1), (deed, 20)], 20.5)
    assert not goes_on([("opened", 1), (deed, 20)], 21)
    assert not goes_on([(deed, 20)], 20)


def test_what_is_sent_from_the_page_is_answered_on_it(goes_on: Callable[..., bool]) -> None:
    assert goes_on([("opened", 1)], 90, answered=True)
    assert goes_on([("opened", 1), ("revealed", 2)], 90, answered=True)
    assert not goes_on([("revealed", 2)], 2, answered=True)
    assert not goes_on([], 2, answered=True)
    assert not goes_on([("opened", 1)], 122, answered=True)


@pytest.mark.parametrize(
    ("lines", "at"),
    [
        ([("opened", 1)], 1),
        ([("opened", 1), ("opened", 2)], 2),
        ([("opened", 1), ("claimed", 2), ("opened", 2.5)], 2.6),
        ([("opened", 1), ("revealed", 2)], 2.1),
        ([("opened", 1), ("handed-over", 2)], 2.1),
        ([("opened", 1), ("letter-retried", 2)], 2.1),
        ([("opened", 1), ("evidence-asked", 2), ("evidence-given", 2)], 2.1),
    ],
    ids=lambda value: " ".join(what for what, _ in value) if isinstance(value, list) else str(value),
)
def test_whoever_comes_to_it_from_elsewhere_reads_it(goes_on: Callable[..., bool], lines: Lines, at: float) -> None:
    assert not goes_on(lines, at)


@pytest.mark.parametrize("answered", [True, False])
def test_what_was_read_in_another_session_or_elsewhere_or_by_a_colleague_is_no_visit(
    goes_on: Callable[..., bool], team: Team, answered: bool
) -> None:
    lines: Lines = [("opened", 1), ("claimed", 2)]
    assert goes_on(lines, 2, answered=answered)
    assert not goes_on([("opened", -1), ("claimed", 2)], 2, answered=answered)
    assert not goes_on(lines, 2, answered=answered, by=team.rin)
    assert not goes_on(lines, 2, answered=answered, elsewhere=True)


@pytest.fixture
def stays(store: Store, hold: Callable[..., str], team: Team) -> Callable[..., bool]:
    """Whether Aki, signed in at minute 0, still has "2/9" of an inquiry uncovered after these lines about it."""

    def told(*lines: tuple[str, float] | tuple[str, float, str], at: float, by: str = team.aki) -> bool:
        receipt = hold()
        for what, minute, *detail in lines:
            moment = team.now + timedelta(minutes=minute)
            audit.note(store, what, moment, staff_id=by, receipt=receipt, detail="".join(detail))
        case, account = reviews.case(store, receipt), staff.by_name(store, "Aki")
        assert case is not None
        assert account is not None
        me = Session(account.staff, "0" * 64, team.now)
        return visits.stays_uncovered(store, me, case.inquiry.id, team.now + timedelta(minutes=at), "2/9")

    return told


def test_words_stay_uncovered_on_a_page_that_is_open_and_was_not_come_to_anew(stays: Callable[..., bool]) -> None:
    shown = ("revealed", 2, "2/9")
    assert stays(("opened", 1), shown, at=90)
    assert stays(shown, ("claimed", 60), ("decided", 100), at=121)
    assert not stays(("opened", 1), shown, at=122)
    assert not stays(shown, ("opened", 3), at=4)
    assert not stays(("opened", 1), at=2)
    assert not stays(at=2)


def test_what_was_uncovered_otherwise_or_in_another_session_or_by_a_colleague_is_uncovered_anew(
    stays: Callable[..., bool], team: Team
) -> None:
    assert not stays(("revealed", 2, "2/8"), at=3)
    assert not stays(("revealed", 2), at=3)  # how much is not told
    assert not stays(("revealed", -1, "2/9"), at=3)
    assert not stays(("revealed", 2, "2/9"), at=3, by=team.rin)
    assert not stays(("revealed", 60, "2/9"), ("claimed", 2), at=30)


@pytest.mark.parametrize("answered", [True, False])
def test_a_clock_that_was_ahead_hides_no_reading(goes_on: Callable[..., bool], answered: bool) -> None:
    assert not goes_on([("opened", 60), ("claimed", 61)], 30, answered=answered)
    assert not goes_on([("opened", 1), ("claimed", 61)], 30)
