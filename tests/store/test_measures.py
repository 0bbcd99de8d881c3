"""What stands against a mailbox is found by the mailbox alone, as long as it stands and its inquiry is not erased."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from kept import HELD, UNLIMITED, deliver, erase
from ruling import ruled

from desk.rules.repetition import marks
from desk.store import measures, outcomes, reviews, routes, staff
from desk.store.engine import Store
from desk.store.inquiries import Added, Arrival, add
from desk.store.matters import Before
from desk.store.outbox import Mail
from desk.store.records import StoredInquiry
from desk.store.reviews import Decision
from desk.store.routes import Forward
from desk.store.screening import hold, record, unscreened

Came = Callable[..., StoredInquiry]

KEN = "ken@example.com"
APART = frozenset({"whistleblowing"})


@pytest.fixture
def came(store: Store, arrival: Callable[..., Arrival]) -> Came:
    """One more inquiry that is held."""
    numbers = iter(range(100))

    def one_more(email: str = KEN, *, failed: bool = False, **sent: str) -> StoredInquiry:
        typed = {"name": "佐藤 健", "client": "192.0.2.7", **sent}
        added = asyncio.run(add(store, arrival(after=next(numbers) - 1000, email=email, **typed), UNLIMITED))
        assert isinstance(added, Added)
        (inquiry,) = unscreened(store, 2)
        if failed:
            hold(store, inquiry.id, "ValueError").result()
        else:
            record(store, inquiry.id, HELD, None, before=Before(marks(email, typed["name"]))).result()
        return inquiry

    return one_more


def against(store: Store, inquiry: StoredInquiry) -> list[tuple[str, str, datetime, str]]:
    found = measures.against(store, inquiry, APART.__contains__)
    return [(one.receipt, one.stands.outcome, one.stands.at, one.email) for one in found]


def test_what_was_decided_against_it_is_told_in_the_order_of_the_decisions(
    store: Store, came: Came, now: datetime
) -> None:
    outcomes = ("police-legal", "release", "refusal", "restricted", "release-masked", "care", "warning", "answer-once")
    receipts = {outcome: came(topic="ir").receipt for outcome in outcomes}
    for days, outcome in enumerate(reversed(outcomes)):
        ruled(store, receipts[outcome], outcome, now + timedelta(days=days))

    told = [(receipt, outcome) for receipt, outcome, *_ in against(store, came())]

    assert told == [(receipts[one], one) for one in ("warning", "restricted", "refusal", "police-legal")]


def test_another_spelling_of_the_mailbox_leads_to_it_and_names_the_address_there(
    store: Store, came: Came, now: datetime
) -> None:
    first = came("K.en+shop@example.com", name="佐藤 健一")
    ruled(store, first.receipt, "warning", now)

    assert against(store, came()) == [(first.receipt, "warning", now, "K.en+shop@example.com")]


def test_one_whose_screening_failed_is_found_by_its_address(store: Store, came: Came, now: datetime) -> None:
    first = came(failed=True)
    ruled(store, first.receipt, "restricted", now)

    assert [one for one, *_ in against(store, came("KEN@example.com"))] == [first.receipt]


def test_neither_the_name_nor_the_network_leads_to_anybody(store: Store, came: Came, now: datetime) -> None:
    ruled(store, came().receipt, "refusal", now)

    assert against(store, came("sato@example.org")) == []
    assert against(store, came("", name="佐藤 健")) == []


def test_what_waits_for_a_signature_or_was_sent_back_does_not_stand(store: Store, came: Came, now: datetime) -> None:
    back = came()
    ruled(store, back.receipt, "refusal", now, agreed=False)
    assert against(store, came()) == []

    ruled(store, back.receipt, "warning", now + timedelta(hours=1))
    assert [outcome for _, outcome, *_ in against(store, came())] == ["warning"]


def test_an_inquiry_says_nothing_against_itself(store: Store, came: Came, now: datetime) -> None:
    own = came()
    ruled(store, own.receipt, "warning", now)

    assert against(store, own) == []


def test_what_stands_apart_is_bound_to_nothing(store: Store, came: Came, now: datetime) -> None:
    ruled(store, came(topic="whistleblowing").receipt, "warning", now)
    sent_on, last = came(), came()
    ruled(store, sent_on.receipt, "warning", now)
    sora = staff.add(store, "Sora", "lead", "ja", "hash", "SECRET", now)
    assert [one for one, *_ in against(store, last)] == [sent_on.receipt]
    assert against(store, came(topic="whistleblowing")) == []

    mail = Mail("desk", "ja", "whistleblowing")
    routes.send_on(store, Forward(sent_on.receipt, sora.id, now, "whistleblowing", "", mail))

    assert against(store, last) == []


def test_with_its_inquiry_a_measure_is_erased_too(store: Store, came: Came, now: datetime) -> None:
    first, last = came(), came()
    ruled(store, first.receipt, "warning", now)
    assert len(against(store, last)) == 1
    deliver(store, now)

    assert erase(store, first.receipt, now, reason="本人の求め")

    case = reviews.case(store, first.receipt)
    assert case
    left = store.look(lambda connection, _: outcomes.standing(connection, (first.id,)))
    assert left[first.id].outcome == "warning"  # as the history of its matter goes on telling
    assert (against(store, last), against(store, case.inquiry)) == ([], [])


def test_what_was_taken_back_does_not_stand_though_a_clock_ahead_decided_it(
    store: Store, came: Came, now: datetime
) -> None:
    first = came()
    ruled(store, first.receipt, "restricted", now + timedelta(days=5))
    lead = staff.add(store, "Rin", "lead", "ja", "hash", "SECRET", now).id
    case = reviews.case(store, first.receipt)
    assert case
    back = Decision(
        first.receipt, lead, now, False, False, (), "restricted", "やり直し", confirms=case.decisions[-1].id
    )
    reviews.decide(store, back, "released", "held")
    ruled(store, first.receipt, "release", now + timedelta(hours=1))

    assert against(store, came()) == []
