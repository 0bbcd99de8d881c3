"""What is handed over of an inquiry is of one moment, and as long as the police or counsel are consulted about it."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from kept import HELD, UNLIMITED
from ruling import ruled

from desk.store import audit, evidence, reviews, staff
from desk.store.engine import Store
from desk.store.evidence import Taking
from desk.store.inquiries import Added, Arrival, add
from desk.store.reviews import Decision, StateConflict
from desk.store.screening import record, unscreened


@pytest.fixture
def came(store: Store, arrival: Callable[..., Arrival]) -> Callable[[], str]:
    """One more inquiry of one sender that is held: its receipt."""
    numbers = iter(range(100))

    def one_more() -> str:
        added = asyncio.run(add(store, arrival(after=next(numbers) - 1000, email="ken@example.com"), UNLIMITED))
        assert isinstance(added, Added)
        (inquiry,) = unscreened(store, 2)
        record(store, inquiry.id, HELD, None).result()
        return added.receipt

    return one_more


@pytest.fixture
def grave(store: Store, came: Callable[[], str], now: datetime) -> str:
    """An inquiry about which the police are consulted; its sender was warned before."""
    ruled(store, came(), "warning", now)
    receipt = came()
    ruled(store, receipt, "police-legal", now)
    return receipt


@pytest.fixture
def reopen(store: Store, now: datetime) -> Callable[[str], None]:
    """Reopens an inquiry, as another lead does."""
    lead = staff.add(store, "Mio", "lead", "ja", "hash", "SECRET", now).id

    def reopened(receipt: str) -> None:
        case = reviews.case(store, receipt)
        assert case is not None
        last = case.decisions[-1]
        again = Decision(receipt, lead, now, None, None, last.acts, last.outcome, "お申し出", confirms=last.id)
        reviews.decide(store, again, "refused", "held")

    return reopened


def test_a_decision_that_is_made_while_it_is_read_does_not_split_it(
    store: Store, grave: str, reopen: Callable[[str], None]
) -> None:
    asked: list[str] = []

    def meanwhile(desk: str) -> bool:
        """Asked whether a desk stands apart, once the case has been read and before the log is."""
        if not asked:
            reopen(grave)
        asked.append(desk)
        return False

    first, second = (evidence.whole(store, grave, meanwhile) for _ in range(2))

    assert asked
    for found, state, last in ((first, "refused", "held-by-law"), (second, "held", "reopened")):
        assert found is not None
        assert (found.case.state, found.record.lines[-1].row.what) == (state, last)
        assert [one.stands.outcome for one in found.measures] == ["warning"]
    assert audit.verify(store).broken is None


def test_of_a_receipt_that_nobody_has_there_is_nothing(store: Store) -> None:
    assert evidence.whole(store, "2222", bool) is None


@pytest.fixture
def reopened(store: Store, grave: str, reopen: Callable[[str], None], now: datetime) -> Taking:
    """What Rin would take of an inquiry that was reopened, and of which a refusal was sent back since."""
    reopen(grave)
    ruled(store, grave, "refusal", now + timedelta(minutes=1), agreed=False)
    rin = staff.add(store, "Rin", "lead", "ja", "hash", "SECRET", now).id
    return Taking(grave, rin, now, "渋谷警察署")


@pytest.mark.parametrize("outcome", ["release", "warning", "refusal"])
def test_reopened_it_is_given_until_another_decision_takes_the_place_of_that_one(
    store: Store, reopened: Taking, now: datetime, outcome: str
) -> None:
    evidence.take(store, reopened)
    evidence.give(store, reopened, "ab" * 32, now)
    ruled(store, reopened.receipt, outcome, now + timedelta(minutes=2))
    with pytest.raises(StateConflict):
        evidence.take(store, reopened)
    with pytest.raises(StateConflict):
        evidence.give(store, reopened, "ab" * 32, now)


def test_it_is_given_where_the_same_is_decided_anew(store: Store, reopened: Taking, now: datetime) -> None:
    ruled(store, reopened.receipt, "police-legal", now + timedelta(minutes=2))
    evidence.take(store, reopened)
