"""Whether somebody who is shown the page of an inquiry comes to it or has it open, and what was done there last."""

from datetime import datetime, timedelta
from itertools import takewhile
from typing import Final, NamedTuple

from sqlalchemy import Connection, select

from desk.store.audit import READINGS
from desk.store.engine import Store
from desk.store.sessions import Session
from desk.store.tables import AUDIT

LEADING_BACK: Final = frozenset(
    (
        *("claimed", "decided", "signed", "sent-back", "withdrawn", "reopened"),
        *("sent-on", "answered", "refusal-told", "held-by-law", "hold-lifted"),
    )
)
"""What is done on the page of an inquiry and leads back to it, as the log calls it."""

AT_ONCE: Final = timedelta(minutes=1)  # a browser is led back sooner, also on a weak connection
OPEN: Final = timedelta(hours=2)  # whoever sends something from the page later than that reads it anew


class _Line(NamedTuple):
    """A line of the log: what was done, when, and what it says more."""

    what: str
    at: datetime
    detail: str


def goes_on(store: Store, me: Session, inquiry_id: str, at: datetime, *, answered: bool) -> bool:
    """Whether this person has the page open, so that showing it once more is no other reading.

    They opened it in this session, and the page either answers what they sent from it (`answered`) within two hours of
    their last line about it, or they are led back to it: that line is a deed of the last minute. Raises
    StoreUnavailable.
    """
    lines = store.look(_lines, me.staff.id, inquiry_id)
    if not any(line.what == "opened" and me.started_at <= line.at <= at for line in lines):
        return False
    within = OPEN if answered else AT_ONCE
    return at - within < lines[0].at <= at and (answered or lines[0].what in LEADING_BACK)


def stays_uncovered(store: Store, me: Session, inquiry_id: str, at: datetime, detail: str) -> bool:
    """Whether this person has the page open with just these words uncovered, so that it is no other reading.

    They uncovered it in this session and have not come to it covered since, and their last line about it is of the last
    two hours. `detail` tells which words: where the line has another, more or other ones would be seen now. Raises
    StoreUnavailable.
    """
    lines = store.look(_lines, me.staff.id, inquiry_id)
    visit = [*takewhile(lambda line: line.what != "opened", lines)]
    if not any((line.what, line.detail) == ("revealed", detail) and me.started_at <= line.at <= at for line in visit):
        return False
    return at - OPEN < lines[0].at <= at


def last_deed(store: Store, inquiry_id: str) -> tuple[str | None, datetime] | None:
    """Who did something with the inquiry last, and when; reading it is no deed. Raises StoreUnavailable."""
    return store.look(_last_deed, inquiry_id)


def _last_deed(connection: Connection, _: Store, inquiry_id: str) -> tuple[str | None, datetime] | None:
    done = (AUDIT.c.inquiry_id == inquiry_id, AUDIT.c.what.not_in(READINGS))
    lines = select(*AUDIT.c["staff_id", "at"]).where(*done).order_by(AUDIT.c.id.desc()).limit(1)
    found = connection.execute(lines).first()
    return (found.staff_id, found.at) if found else None


def _lines(connection: Connection, _: Store, staff_id: str, inquiry_id: str) -> list[_Line]:
    """What this person did with the inquiry, the last thing first."""
    theirs = (AUDIT.c.inquiry_id == inquiry_id, AUDIT.c.staff_id == staff_id)
    rows = connection.execute(select(*AUDIT.c["what", "at", "detail"]).where(*theirs).order_by(AUDIT.c.id.desc()))
    return [_Line(*row) for row in rows]
