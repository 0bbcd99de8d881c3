"""A mail leaves at least once, with one Message-ID, through one worker at a time."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest

from desk.keys import Keyring
from desk.store import forgetting, outbox
from desk.store.engine import Store, open_store
from desk.store.forgetting import Letter
from desk.store.inquiries import Arrival, Limits, add

MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _three_mails(store: Store, limits: Limits, arrival: Callable[..., Arrival]) -> None:
    for number in range(3):
        asyncio.run(add(store, arrival(after=-10 + number, message=f"{number}"), limits))


def test_the_mails_that_are_due_come_oldest_first_with_their_inquiry(store: Store, now: datetime) -> None:
    items = outbox.claim_due(store, now, 2)
    assert [item.inquiry.message for item in items if item.inquiry] == ["0", "1"]
    assert {(item.kind, item.language, item.desk, item.attempts) for item in items} == {
        ("acknowledgement", "ja", None, 1)
    }
    assert len({item.message_id for item in items}) == 2


def test_nothing_is_due_before_its_time(store: Store, now: datetime) -> None:
    assert outbox.claim_due(store, now - MINUTE, 10) == []


def test_a_claimed_mail_is_claimed_again_only_after_its_lease(store: Store, now: datetime) -> None:
    first = outbox.claim_due(store, now, 10)
    assert outbox.claim_due(store, now + outbox.LEASE - MINUTE, 10) == []
    again = outbox.claim_due(store, now + outbox.LEASE, 10)
    assert [item.message_id for item in again] == [item.message_id for item in first]
    assert {item.attempts for item in again} == {2}


def test_workers_never_share_a_mail(store: Store, url: str, keyring: Keyring, now: datetime) -> None:
    others = [open_store(url, keyring) for _ in range(3)]
    with ThreadPoolExecutor() as threads:
        claimed = list(threads.map(lambda one: outbox.claim_due(one, now, 1), [store, *others]))
    for other in others:
        other.close()
    assert len({item.id for items in claimed for item in items}) == sum(map(len, claimed)) == 3


def test_a_delivered_mail_is_done(store: Store, now: datetime) -> None:
    for item in outbox.claim_due(store, now, 10):
        outbox.delivered(store, item.id, now)
    assert outbox.claim_due(store, now + outbox.LEASE, 10) == []


def test_a_delivered_mail_stays_delivered_whatever_a_slower_worker_says(store: Store, now: datetime) -> None:
    slow, *_ = outbox.claim_due(store, now, 1)
    outbox.delivered(store, slow.id, now + outbox.LEASE)
    outbox.postpone(store, slow.id, now, "timed out")
    outbox.give_up(store, slow.id, "timed out")
    outbox.retry(store, slow.id, now)
    assert outbox.stuck(store) == []
    assert slow.id not in {item.id for item in outbox.claim_due(store, now, 10)}


def test_a_postponed_mail_comes_again_at_its_time(store: Store, now: datetime) -> None:
    first, *_ = outbox.claim_due(store, now, 10)
    outbox.postpone(store, first.id, now + MINUTE, "refused")
    assert outbox.claim_due(store, now, 10) == []
    (again,) = outbox.claim_due(store, now + MINUTE, 10)
    assert (again.id, again.message_id, again.attempts, again.why) == (first.id, first.message_id, 2, "refused")


def test_of_mails_that_are_due_at_once_the_oldest_comes_first(
    store: Store, limits: Limits, arrival: Callable[..., Arrival], now: datetime
) -> None:
    asyncio.run(add(store, arrival(after=-20), limits))  # the oldest, by the clock of another node, written last
    oldest_first = [item.id for item in outbox.claim_due(store, now, 4)]
    for mail_id in reversed(oldest_first):
        outbox.postpone(store, mail_id, now, "refused")
    assert [item.id for _ in range(4) for item in outbox.claim_due(store, now, 1)] == oldest_first


def test_a_mail_that_is_about_to_be_forgotten_is_whatever_a_slower_worker_says(store: Store, now: datetime) -> None:
    slow, *_ = outbox.claim_due(store, now, 1)
    outbox.delivered(store, slow.id, now)
    gone = forgetting.take(store, [Letter(slow.id, slow.message_id)])
    outbox.give_up(store, slow.id, "timed out")
    outbox.delivered(store, slow.id, now)
    assert (outbox.stuck(store), forgetting.taken(store)) == ([], gone)


def test_a_mail_that_was_given_up_is_shown_and_may_be_tried_anew(store: Store, now: datetime) -> None:
    first, *_ = outbox.claim_due(store, now, 10)
    outbox.give_up(store, first.id, "no such mailbox")
    assert [(item.id, item.why) for item in outbox.stuck(store)] == [(first.id, "no such mailbox")]
    outbox.retry(store, first.id, now)
    assert outbox.stuck(store) == []
    (again,) = outbox.claim_due(store, now, 10)
    assert (again.id, again.attempts) == (first.id, 1)


def test_a_mail_whose_key_is_gone_comes_without_its_inquiry(url: str, now: datetime) -> None:
    other = Store(url, Keyring.of({"k2": bytes(range(1, 33))}))
    items = outbox.claim_due(other, now, 10)
    other.close()
    assert [(item.kind, item.inquiry) for item in items] == [("acknowledgement", None)] * 3
