"""Who opened an account last is known by the log, and what is reopened is in the queue where it was."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from desk.store import audit, erasing, forgetting, makers, outbox, reviews, staff
from desk.store.engine import Store
from desk.store.outbox import Mail, OutboxItem
from desk.store.reviews import Decision

from .reviewing import Team

DAY, SECOND = timedelta(days=1), timedelta(seconds=1)


def test_the_last_colleague_who_invited_or_reset_an_account_is_named(store: Store, team: Team) -> None:
    staff.invite(store, "Liz (lead)", "lead", "en", team.now, by=team.rin)
    liz = next(one.id for one in staff.listing(store) if one.name == "Liz (lead)")
    assert makers.since(store, team.now - DAY) == {liz: team.rin}
    staff.reset(store, "Liz (lead)", team.now, by=team.aki)
    assert makers.since(store, team.now - DAY) == {liz: team.aki}
    assert makers.since(store, team.now) == {}
    staff.reset(store, "liz (LEAD)", team.now, account="root")
    assert makers.since(store, team.now - DAY) == {}


def test_what_is_reopened_waits_at_its_old_place_and_its_letter_is_taken_back(
    store: Store, hold: Callable[..., str], team: Team, released: Callable[..., Decision]
) -> None:
    low, high = hold(severity="low"), hold()
    reviews.claim(store, high, team.aki, team.now)
    one = reviews.decide(store, released(high), "claimed", "released", [Mail("desk_masked", "ja", "general")])
    again = released(high, staff_id=team.rin, confirms=one, masked_message=None)
    reviews.decide(store, again, "released", "held")
    assert [row.receipt for row in reviews.queue(store)] == [high, low]
    due = outbox.claim_due(store, team.now + DAY, 100)
    assert [item.kind for item in due if item.inquiry and item.inquiry.receipt == high] == ["acknowledgement"]
    assert [row.what for row in audit.recent(store, most=1)] == ["reopened"]


@pytest.fixture
def recalled(
    store: Store, hold: Callable[..., str], team: Team, released: Callable[..., Decision]
) -> tuple[str, OutboxItem]:
    """An inquiry that is reopened while its letter to the desk is being tried."""
    receipt = hold()
    reviews.claim(store, receipt, team.aki, team.now)
    one = reviews.decide(store, released(receipt), "claimed", "released", [Mail("desk_masked", "ja", "general")])
    (item,) = [item for item in outbox.claim_due(store, team.now, 9) if item.kind == "desk_masked"]
    again = released(receipt, staff_id=team.rin, confirms=one, masked_message=None)
    reviews.decide(store, again, "released", "held")
    return receipt, item


def test_a_letter_that_is_tried_while_its_inquiry_is_reopened_is_not_tried_again(
    store: Store, team: Team, recalled: tuple[str, OutboxItem]
) -> None:
    receipt, item = recalled
    assert item.id not in [mail.id for mail in outbox.claim_due(store, team.now + outbox.LEASE - SECOND, 9)]
    outbox.postpone(store, item.id, team.now, "timed out")
    assert item.id not in [mail.id for mail in outbox.claim_due(store, team.now + DAY, 9)]
    assert item.id not in ids_of_letters(store, receipt)


def test_nor_is_it_shown_to_be_tried_again_by_hand(store: Store, recalled: tuple[str, OutboxItem]) -> None:
    _, item = recalled
    outbox.give_up(store, item.id, "no such mailbox")
    assert outbox.stuck(store) == []


def test_where_it_leaves_all_the_same_it_stays_on_record(
    store: Store, team: Team, recalled: tuple[str, OutboxItem]
) -> None:
    receipt, item = recalled
    outbox.delivered(store, item.id, team.now)
    assert item.id in ids_of_letters(store, receipt)
    assert item.id in [letter.id for letter in forgetting.old_letters(store, team.now + DAY)]


def test_while_it_may_be_leaving_its_inquiry_is_not_erased_and_without_word_of_it_it_counts_as_left(
    store: Store, team: Team, hold: Callable[..., str], recalled: tuple[str, OutboxItem]
) -> None:
    receipt, item = recalled
    others = set(ids_of_letters(store, receipt)) - {item.id}
    for other in others:
        outbox.delivered(store, other, team.now)
    assert letters_of(store, receipt) == "waiting"
    hold()  # another letter that is due
    outbox.claim_due(store, team.now + outbox.LEASE + SECOND, 9)
    assert letters_of(store, receipt) == "done"
    assert item.id in [letter.id for letter in forgetting.old_letters(store, team.now + DAY)]


def letters_of(store: Store, receipt: str) -> str:
    found = erasing.find(store, receipt)
    return found.standing.letters if found else ""


def ids_of_letters(store: Store, receipt: str) -> list[str]:
    found = erasing.find(store, receipt)
    return [letter.id for letter in found.letters] if found else []
