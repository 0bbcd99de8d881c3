"""Which signs were seen is kept with the screening, counted by the last decision, and goes with the inquiry."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import kept
from kept import HELD, coming, erase

from desk.rules.conduct.ledger import TRIAL, Seen, Sighting, Verdict
from desk.rules.conduct.shapes import BY_WORDING
from desk.store import ledger, reviews
from desk.store.engine import Store
from desk.store.inquiries import Arrival
from desk.store.reviews import Decision

from .reviewing import Team, hold, released, team

__all__ = ["hold", "released", "team"]

INSULT = {"act": "act.insult", "sign": "ja.insult.fool"}
SEEN = Sighting("ja.insult.fool", "act.insult")


def unusual(guess: str | None) -> dict[str, Any]:
    return {"unusual": True, "act_guess": guess, "score": 0.99, "words": []}


def test_every_sign_is_kept_once_with_how_it_counted(store: Store, hold: Callable[..., str]) -> None:
    need = {"finding": {"act": "self-harm", "sign": "ja.care"}, "reason": "quote"}
    aside = [{"finding": INSULT, "reason": "quote"}, {"finding": INSULT, "reason": "report"}, need]
    hold(findings=[INSULT, INSULT], suppressed=aside, trial=[INSULT], opinion=unusual("act.threat"))
    hold(opinion=unusual(None))
    hold(opinion=unusual("act.threat") | {"unusual": False})
    said = {one.sighting: (one.verdict, one.count) for one in ledger.seen(store)}
    there = [*(SEEN._replace(how=how) for how in ("", "quote", "report", TRIAL)), Sighting(BY_WORDING, "act.threat")]
    assert said == dict.fromkeys([*there, Sighting(BY_WORDING, "")], (None, 1))


def test_the_last_decision_says_what_became_of_it_as_long_as_it_stands(
    store: Store, hold: Callable[..., str], team: Team, released: Callable[..., Decision]
) -> None:
    receipts = [hold(findings=[INSULT]) for _ in range(3)]
    for receipt, acts in zip(receipts[:2], (("act.insult", "act.threat"), ()), strict=True):
        reviews.claim(store, receipt, team.aki, team.now)
        reviews.decide(store, released(receipt, acts=acts), "claimed", "released")
    named, none = (
        Verdict(frozenset({"act.insult", "act.threat"}), "release-masked"),
        Verdict(frozenset(), "release-masked"),
    )
    assert counted(store) == {(None, 1), (named, 1), (none, 1)}

    case = reviews.case(store, receipts[1])
    assert case is not None
    again = released(receipts[1], staff_id=team.rin, at=team.now + timedelta(minutes=1), confirms=case.decisions[-1].id)
    reviews.decide(store, again, "released", "held")
    assert counted(store) == {(None, 2), (named, 1)}

    reviews.claim(store, receipts[1], team.aki, team.now)
    last = released(receipts[1], at=team.now + timedelta(minutes=2), acts=("act.insult", "act.threat"))
    reviews.decide(store, last, "claimed", "released")
    assert counted(store) == {(None, 1), (named, 2)}


def counted(store: Store) -> set[tuple[Verdict | None, int]]:
    return {(one.verdict, one.count) for one in ledger.seen(store)}


def test_an_erased_inquiry_is_not_counted_any_more(
    store: Store, arrival: Callable[..., Arrival], team: Team, now: datetime
) -> None:
    came = coming(store, arrival, now)
    receipt, _ = came(HELD), came(HELD)
    assert erase(store, receipt, team.now) is False  # nobody has decided
    kept.released(store, receipt, team.aki, now)
    assert erase(store, receipt, team.now)
    assert ledger.seen(store) == [Seen(Sighting("s", "act.insult"), None, 1)]
