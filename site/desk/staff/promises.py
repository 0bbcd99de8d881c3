"""Until when the sender of an inquiry was promised an answer, and whether that day is over."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from desk.context import Context
from desk.rules.business_days import answer_by

WITH_US: Final = frozenset({"received", "held", "claimed", "escalated"})
"""States in which the answer waits for us; of a desk nobody has to tell whether it answered."""
PROMISED: Final = WITH_US | {"clean", "released"}


@dataclass(frozen=True, slots=True)
class Promise:
    """The last day for an answer, and whether it is over while the inquiry still waits for us."""

    day: date
    overdue: bool


def of(desk: Context, received_at: datetime, state: str, *, owed: bool) -> Promise | None:
    """What its sender was promised; nothing where no answer is `owed` to them, or nobody is to give one any more."""
    if not owed or state not in PROMISED:
        return None
    day = answer_by(
        desk.day(received_at), desk.organisation.answer_within_business_days, desk.organisation.business_days
    )
    return Promise(day, overdue=state in WITH_US and desk.day() > day)
