"""Letters to desks that are no longer meant: those that wait are taken back, who had one already is told so."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from desk.store.kinds import ELSEWHERE, NO_ASK
from desk.store.outbox import Mail, free
from desk.store.tables import FAILED, OUTBOX, WAITING


def call_back(connection: Connection, inquiry_id: str, at: datetime) -> frozenset[str]:
    """Take back what waits to be asked of desks about an inquiry; gives the desks that never got any of it.

    What has left the house stays. So does what is being tried just now, for it may leave; where it does not, it is not
    tried again, nor its desk told that others answer. That stays to be told to whoever had the inquiry before.
    """
    asks = and_(_about(inquiry_id), OUTBOX.c.kind.not_in(NO_ASK))
    taken = _take_back(connection, asks, at)
    return frozenset(taken - set(connection.scalars(select(OUTBOX.c.desk).where(asks))))


def ask_again(connection: Connection, inquiry_id: str, mails: Sequence[Mail], at: datetime) -> None:
    """Take back what would tell the desks of these mails, behind them, that others answer."""
    desks = [mail.desk for mail in mails if mail.desk]
    _take_back(connection, and_(_about(inquiry_id), OUTBOX.c.kind == ELSEWHERE, OUTBOX.c.desk.in_(desks)), at)


def still_to_tell(told: Mail | None, never_asked: frozenset[str]) -> list[Mail]:
    """The mail that tells a desk that others answer, but for one that was never asked."""
    return [told] if told and told.desk not in never_asked else []


def _about(inquiry_id: str) -> ColumnElement[bool]:
    return OUTBOX.c.inquiry_id == inquiry_id


def _take_back(connection: Connection, letters: ColumnElement[bool], at: datetime) -> set[str]:
    waiting = or_(and_(WAITING, free(at)), FAILED)
    taken = connection.scalars(OUTBOX.delete().where(letters, waiting).returning(OUTBOX.c.desk))
    desks = {desk for desk in taken if desk}
    connection.execute(OUTBOX.update().where(letters, WAITING).values(state="recalled"))
    return desks
