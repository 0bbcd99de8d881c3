"""Until when the sender of an inquiry was promised an answer, and whether that day is over."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from desk.context import Context
from desk.rules.promises import answer_by
from desk.store.reviews import Case, QueueRow

WITH_US: Final = frozenset({"received", "held", "claimed", "escalated"})
"""States in which the answer waits for us; of a desk nobody has to tell whether it answered."""
PROMISED: Final = WITH_US | {"clean", "released"}


@dataclass(frozen=True, slots=True)
class Promise:
    """The last day for an answer, and whether it is over while the inquiry still waits for us."""

    day: date
    overdue: bool


def of_row(desk: Context, row: QueueRow) -> Promise | None:
    """What the sender of an inquiry in the queue was promised; nothing where no address was given."""
    return _made(desk, row.received_at, row.state) if row.has_address else None


def of_case(desk: Context, case: Case) -> Promise | None:
    """What the sender was promised; nothing where no address was given, or nobody is to answer any more."""
    return _made(desk, case.inquiry.received_at, case.state) if case.inquiry.email and case.state in PROMISED else None


def _made(desk: Context, received_at: datetime, state: str) -> Promise:
    day = answer_by(desk.day(received_at), desk.organisation.answer_within_business_days)
    return Promise(day, overdue=state in WITH_US and desk.day() > day)
