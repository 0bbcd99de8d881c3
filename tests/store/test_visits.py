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


@pytest.mark.parametrize("answered", [True, False])
def test_a_clock_that_was_ahead_hides_no_reading(goes_on: Callable[..., bool], answered: bool) -> None:
    assert not goes_on([("opened", 60), ("claimed", 61)], 30, answered=answered)
    assert not goes_on([("opened", 1), ("claimed", 61)], 30)
