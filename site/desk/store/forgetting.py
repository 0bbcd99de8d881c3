"""What goes by its own time, whatever becomes of its inquiry: letters that have left, what was counted, tries."""

from datetime import date, datetime
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, and_, exists, select

from desk.store.engine import Store
from desk.store.ids import first_id
from desk.store.retention_tables import LEGAL_HOLD, STANDING
from desk.store.tables import COUNTER, OUTBOX, REDIRECT
from desk.store.writer import each

PAGE: Final = 500  # letters that are looked at, or taken away, at a time


class Letter(NamedTuple):
    """A letter in the outbox; by its Message-ID its file is found, where it became one."""

    id: str
    message_id: str


def old_letters(store: Store, before: datetime, after: str = "") -> list[Letter]:
    """At most PAGE letters that left before that moment, from behind an id; none of an inquiry in legal hold.

    Raises StoreUnavailable.
    """
    return store.look(_old_letters, before, after)


def forget_letters(store: Store, ids: list[str]) -> None:
    """Delete letters that have left the house, unless a hold keeps their inquiry by now. Raises StoreUnavailable."""
    store.write(_forget_letters, ids).result()


def forget_counts(store: Store, before: date, now: datetime) -> None:
    """Delete what was counted before that day, and the tries whose windows are over. Raises StoreUnavailable."""
    store.write(_forget_counts, (before, now)).result()


def _old_letters(connection: Connection, _: Store, before: datetime, after: str) -> list[Letter]:
    rows = select(OUTBOX.c.id, OUTBOX.c.message_id).where(OUTBOX.c.id > after, OUTBOX.c.id < first_id(before))
    left = rows.where(_GONE, OUTBOX.c.settled_at < before).order_by(OUTBOX.c.id).limit(PAGE)
    return [Letter(*row) for row in connection.execute(left)]


@each
def _forget_letters(connection: Connection, _: Store, ids: list[str]) -> None:
    connection.execute(OUTBOX.delete().where(OUTBOX.c.id.in_(ids), _GONE))


@each
def _forget_counts(connection: Connection, _: Store, item: tuple[date, datetime]) -> None:
    before, now = item
    connection.execute(COUNTER.delete().where(COUNTER.c.ends_at < now))  # keyed hashes of addresses, of no use any more
    connection.execute(REDIRECT.delete().where(REDIRECT.c.day < before))


_GONE: Any = and_(
    OUTBOX.c.state == "delivered", ~exists().where(LEGAL_HOLD.c.inquiry_id == OUTBOX.c.inquiry_id, STANDING)
)
