"""How long an inquiry is kept: when its words are due to be erased, and what keeps them longer than that."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from desk.rules.organisation import Retention
from desk.rules.review import N_, REASON_LENGTH, Fault

SETTLED: Final = frozenset({"clean", "released", "refused"})
"""The states in which an inquiry waits for nobody any more."""

Letters = Literal["done", "failed", "waiting"]
"""done: all left, or one to the sender was given up · failed: one to a desk was given up · waiting: one will go."""

Obstacle = Literal["erased", "open", "waiting", "hold"]
"""erased: there is nothing left · open: nobody decided yet · waiting: a letter will go · hold: a legal hold."""

Brake = Literal["clock", "many"]
"""Why a round erases nothing. clock: it is JUMP ahead of the round before · many: half of all would go at once."""

JUMP: Final = timedelta(days=30)
"""A round comes every hour: where the last one is longer ago, the clock is ahead, or the desk was off."""

FEW: Final = 20
"""So many inquiries may go at once, whatever part of all they are."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides whether an inquiry is kept; `closed_at` (aware) is when somebody last did something with it.

    `timed`: that is to be believed, and was not said by a clock that was behind. `lost`: something of it is sealed with
    a key that was given up, so that no page opens it and nobody can decide on it any more.
    """

    state: str
    flagged: bool
    closed_at: datetime
    letters: Letters
    hold: bool
    timed: bool = True
    lost: bool = False


EVIDENCE: Final = N_("The police or counsel are consulted, so what was written may be needed as evidence.")
"""The reason of a legal hold that nobody has to ask for."""


def held_for(outcome: str, after: str) -> str:
    """Why an inquiry comes into legal hold by a decision that leads to this state; "" where it does not."""
    return EVIDENCE if outcome == "police-legal" and after == "refused" else ""


def obstacle(standing: Standing) -> Obstacle | None:
    """Why an inquiry may not be erased, not even for its sender's asking; None where it may."""
    if standing.state == "erased":
        return "erased"
    if standing.state not in SETTLED and not standing.lost:
        return "open"
    if standing.hold:
        return "hold"
    return "waiting" if standing.letters == "waiting" else None


def due(standing: Standing, kept: Retention, now: datetime) -> bool:
    """Whether the time of an inquiry is over. One that its desk never got is never due: somebody has to see to it.

    Nor is one that nobody decided on before its key was lost: that goes by somebody's word alone.
    """
    known = standing.timed and standing.letters == "done" and standing.state in SETTLED
    return obstacle(standing) is None and known and ends_at(standing, kept) <= now


def ends_at(standing: Standing, kept: Retention) -> datetime:
    """When the time of an inquiry is over: a flagged one is kept as long as its assessment has to be."""
    return standing.closed_at + timedelta(days=days(kept, flagged=standing.flagged))


def at_once(kept: int) -> int:
    """How many inquiries at most may go in one round without anybody's word, of so many that are kept."""
    return max(FEW, kept // 2)


def brake(now: datetime, last: datetime | None, *, due: int, kept: int, letters: bool) -> Brake | None:
    """Whether a round is to wait for somebody to look at the clock.

    `last` is when it was last known to be right, `letters` whether there are some to go. Nothing waits where nothing
    would go. A time that was made far too short in the organisation file is stopped by the second rule too.
    """
    if last is not None and now - last > JUMP and (due or letters):
        return "clock"
    return "many" if due > at_once(kept) else None


def check_reason(reason: str) -> tuple[Fault, ...]:
    """What is wrong with the reason for placing or lifting a legal hold; empty where nothing is."""
    if not reason.strip():
        return (Fault("hold_reason", N_("Say why.")),)
    if len(reason) > REASON_LENGTH:
        return (Fault("hold_reason", N_("Shorten the reason to 2,000 characters.")),)
    return ()


def days(kept: Retention, *, flagged: bool) -> int:
    """How many days an inquiry is kept once it is closed; a flagged one never shorter than any other."""
    return max(kept.inquiries, kept.assessments) if flagged else kept.inquiries
