"""Which signs were seen is kept with the screening, counted by the last decision, and goes with the inquiry."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import kept
from kept import HELD, coming, erase

from desk.rules.conduct.ledger import TRIAL, Ruling, Seen, Sighting
from desk.rules.conduct.shapes import BY_WORDING
from desk.store import ledger, reviews
from desk.store.engine import Store
from desk.store.inquiries import Arrival
from desk.store.reviews import Decision
from desk.store.tables import ASSESSMENT

from .reviewing import Team, hold, released, team

__all__ = ["hold", "released", "team"]

INSULT = {"act": "act.insult", "sign": "ja.insult.fool"}
SEEN = Sighting("ja.insult.fool", "act.insult")


def unusual(guess: str | None) -> dict[str, Any]:
    return {"unusual": True, "act_guess": guess, "score": 0.99, "words": []}


def test_every_sign_is_kept_once_with_how_it_counted(store: Store, hold: Callable[..., str]) -> None:
    need = {"finding": {"act": "self-harm", "sign": "ja.care"}, "reason": "quote"}
    aside = [{"finding": INSULT | {"sign": sign}, "reason": why} for sign in ("a", "b") for why in ("quote", "report")]
    counted = INSULT | {"sign": "a"}
    trial = (Sighting("c", "act.insult", TRIAL),) * 2
    hold(findings=[counted, counted], suppressed=[*aside, need], trial=trial, opinion=unusual("act.threat"))
    hold(opinion=unusual(None))
    hold(opinion=unusual("act.threat") | {"unusual": False})
    said = {one.sighting: (one.ruling, one.count) for one in ledger.seen(store)}
    insults = [Sighting(sign, "act.insult", how) for sign, how in (("a", ""), ("b", "quote"), ("c", TRIAL))]
    assert said == dict.fromkeys(insults, (None, 1)) | {Sighting(BY_WORDING, ""): (None, 2)}


def test_a_wording_that_was_set_aside_is_one_row_with_those_that_count(store: Store, hold: Callable[..., str]) -> None:
    for act in ("act.threat", "act.insult"):
        guessed = {"finding": {"act": act, "sign": BY_WORDING}, "reason": "lawful"}
        hold(suppressed=[guessed], opinion=unusual(None) | {"unusual": False})
    hold(opinion=unusual("act.threat"))
    said = {one.sighting: one.count for one in ledger.seen(store)}
    assert said == {Sighting(BY_WORDING, "", "lawful"): 2, Sighting(BY_WORDING, ""): 1}


def test_the_last_decision_says_what_became_of_it_as_long_as_it_stands(
    store: Store, hold: Callable[..., str], team: Team, released: Callable[..., Decision]
) -> None:
    receipts = [hold(findings=[INSULT]) for _ in range(3)]
    for receipt, acts in zip(receipts[:2], (("act.insult", "act.threat"), ()), strict=True):
        reviews.claim(store, receipt, team.aki, team.now)
        reviews.decide(store, released(receipt, acts=acts), "claimed", "released")
    named, none = (
        Ruling(frozenset({"act.insult", "act.threat"}), "release-masked"),
        Ruling(frozenset(), "release-masked"),
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


def counted(store: Store) -> set[tuple[Ruling | None, int]]:
    return {(one.ruling, one.count) for one in ledger.seen(store)}


def test_a_refusal_counts_once_it_is_signed(
    store: Store, hold: Callable[..., str], team: Team, released: Callable[..., Decision]
) -> None:
    receipt = hold(findings=[INSULT])
    reviews.claim(store, receipt, team.aki, team.now)
    first = reviews.decide(store, released(receipt, outcome="refusal"), "claimed", "escalated")
    assert counted(store) == {(None, 1)}
    second = released(receipt, outcome="refusal", staff_id=team.rin, at=team.now + timedelta(minutes=1), confirms=first)
    reviews.decide(store, second, "escalated", "refused")
    assert counted(store) == {(Ruling(frozenset({"act.insult"}), "refusal"), 1)}
    assert [one.ruling for one in ledger.met(store, SEEN.sign, 9)] == [Ruling(frozenset({"act.insult"}), "refusal")]


def test_an_erased_inquiry_is_not_counted_any_more(
    store: Store, arrival: Callable[..., Arrival], team: Team, now: datetime
) -> None:
    came = coming(store, arrival, now)
    receipt, _ = came(HELD), came(HELD)
    assert erase(store, receipt, team.now) is False  # nobody has decided
    kept.released(store, receipt, team.aki, now)
    assert erase(store, receipt, team.now)
    assert ledger.seen(store) == [Seen(Sighting("s", "act.insult"), None, 1)]
    assert len(ledger.met(store, "s", 9)) == 1


def test_what_an_older_version_erased_is_not_counted_either(store: Store, hold: Callable[..., str]) -> None:
    hold(findings=[INSULT])
    erased = ASSESSMENT.update().values(state="erased")
    store.write(lambda connection, _store, items: [connection.execute(item) for item in items], erased).result()
    assert (ledger.seen(store), ledger.met(store, SEEN.sign, 9)) == ([], [])
