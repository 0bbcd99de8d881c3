"""Whether somebody who is shown the page of an inquiry comes to it, or has it open and did something there."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, select

from desk.store.engine import Store
from desk.store.sessions import Session
from desk.store.tables import AUDIT

LEADING_BACK: Final = frozenset(
    (
        *("claimed", "decided", "signed", "sent-back", "withdrawn", "reopened"),
        *("sent-on", "answered", "held-by-law", "hold-lifted"),
    )
)
"""What is done on the page of an inquiry and leads back to it, as the log calls it."""

AT_ONCE: Final = timedelta(minutes=1)  # a browser is led back sooner, also on a weak connection
OPEN: Final = timedelta(hours=2)  # whoever sends something from the page later than that reads it anew


def goes_on(store: Store, me: Session, inquiry_id: str, at: datetime, *, answered: bool) -> bool:
    """Whether this person has the page open, so that showing it once more is no other reading.

    They opened it in this session, and the page either answers what they sent from it (`answered`) within two hours of
    their last line about it, or they are led back to it: that line is a deed of the last minute. Raises
    StoreUnavailable.
    """
    lines = store.look(_lines, me.staff.id, inquiry_id)
    if not any(what == "opened" and me.started_at <= when <= at for what, when in lines):
        return False
    last, when = lines[0]
    within = OPEN if answered else AT_ONCE
    return at - within < when <= at and (answered or last in LEADING_BACK)


def _lines(connection: Connection, _: Store, staff_id: str, inquiry_id: str) -> list[tuple[str, datetime]]:
    """What this person did with the inquiry and when, the last thing first."""
    theirs = (AUDIT.c.inquiry_id == inquiry_id, AUDIT.c.staff_id == staff_id)
    rows = connection.execute(select(AUDIT.c.what, AUDIT.c.at).where(*theirs).order_by(AUDIT.c.id.desc()))
    return [(row.what, row.at) for row in rows]
