"""Whoever was refused is on the list until an answer to them is on record, the first one refused first."""

from collections.abc import Callable
from datetime import timedelta

from desk.store import answers, notices, reviews
from desk.store.answers import Answer
from desk.store.engine import Store
from desk.store.reviews import Decision

from .reviewing import Team


def test_a_refused_sender_is_listed_until_they_were_told(
    store: Store, hold: Callable[..., str], team: Team, released: Callable[..., Decision]
) -> None:
    first, second, other = hold(), hold(), hold()
    for late, receipt in enumerate((second, first)):
        reviews.claim(store, receipt, team.aki, team.now)
        one = reviews.decide(store, released(receipt, outcome="refusal"), "claimed", "escalated")
        at = team.now + timedelta(minutes=late)
        signed = released(receipt, outcome="refusal", staff_id=team.rin, confirms=one, at=at)
        reviews.decide(store, signed, "escalated", "refused")
    reviews.claim(store, other, team.aki, team.now)
    reviews.decide(store, released(other), "claimed", "released")
    found = notices.unsent(store, 10)
    assert [(one.receipt, one.refused_at - team.now) for one in found] == [
        (second, timedelta(0)),
        (first, timedelta(minutes=1)),
    ]
    assert [one.receipt for one in notices.unsent(store, 1)] == [second]
    answers.record(store, Answer(second, team.now, team.now, team.aki, notice=True))
    assert [one.receipt for one in notices.unsent(store, 10)] == [first]
    assert notices.unsent_of(store, [one.id for one in found]) == {found[1].id: "refusal"}
    assert notices.unsent_of(store, []) == {}


def test_who_was_told_by_a_clock_behind_that_of_the_signature_was_told(
    store: Store, hold: Callable[..., str], team: Team, released: Callable[..., Decision]
) -> None:
    receipt = hold()
    reviews.claim(store, receipt, team.aki, team.now)
    one = reviews.decide(store, released(receipt, outcome="refusal"), "claimed", "escalated")
    ahead = team.now + timedelta(minutes=4)
    signed = released(receipt, outcome="refusal", staff_id=team.rin, confirms=one, at=ahead)
    reviews.decide(store, signed, "escalated", "refused")
    told = team.now + timedelta(minutes=1)
    answers.record(store, Answer(receipt, told, told, team.aki, notice=True))
    assert notices.unsent(store, 10) == []
