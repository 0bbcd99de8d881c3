"""Whose sender has not been told that support is refused: no answer was recorded since it was."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, exists, func, select

from desk.store.matter_tables import ANSWER
from desk.store.tables import DECISION, INQUIRY


def told_since() -> ColumnElement[bool]:
    """The condition that an answer was recorded since the inquiry was last refused; one before does not tell that."""
    at = _LAST.where(DECISION.c.inquiry_id == INQUIRY.c.id).correlate(INQUIRY).scalar_subquery()
    return exists().where(ANSWER.c.inquiry_id == INQUIRY.c.id, ANSWER.c.recorded_at >= at).correlate(INQUIRY)


def last(connection: Connection, inquiry_id: str) -> datetime | None:
    """When the inquiry was refused, the last time if it was more than once."""
    return connection.execute(_LAST.where(DECISION.c.inquiry_id == inquiry_id)).scalar()


def is_untold(connection: Connection, inquiry_id: str) -> bool:
    """Whether the sender of this refused inquiry has not been told."""
    row = select(INQUIRY.c.id).where(INQUIRY.c.id == inquiry_id, ~told_since())
    return connection.execute(row).first() is not None


_LAST = select(func.max(DECISION.c.at)).where(DECISION.c.state_after == "refused")
