"""What goes by its own time, whatever becomes of its inquiry: letters that have left, what was counted, tries."""

from datetime import date, datetime
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, case, exists, select, text

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


def take(store: Store, letters: list[Letter]) -> list[Letter]:
    """Those of these letters that may go now, marked so that no legal hold comes between. Raises StoreUnavailable."""
    return store.write(_take, letters).result()


def taken(store: Store) -> list[Letter]:
    """The letters that were to go when whoever took them was cut off. Raises StoreUnavailable."""
    return store.look(_taken)


def give_back(store: Store, ids: list[str]) -> None:
    """Keep letters that were to go, as their files could not be deleted. Raises StoreUnavailable."""
    store.write(_give_back, ids).result()


def forget_letters(store: Store, ids: list[str]) -> None:
    """Delete letters that were to go, now that their files are gone. Raises StoreUnavailable."""
    store.write(_forget_letters, ids).result()


def mark(connection: Connection, which: ColumnElement[bool]) -> list[str]:
    """Mark letters as about to go: their ids."""
    marked = OUTBOX.update().where(which).values(state="leaving")
    return list(connection.scalars(marked.returning(OUTBOX.c.id)))


def loses_letters(connection: Connection, inquiry_id: str) -> bool:
    """Whether letters of an inquiry are about to go: their files may be gone already."""
    theirs = select(OUTBOX.c.id).where(OUTBOX.c.inquiry_id == inquiry_id, _LEAVING)
    return connection.execute(theirs.limit(1)).first() is not None


def forget_counts(store: Store, before: date, now: datetime) -> None:
    """Delete what was counted before that day, and the tries whose windows are over. Raises StoreUnavailable."""
    store.write(_forget_counts, (before, now)).result()


def _old_letters(connection: Connection, _: Store, before: datetime, after: str) -> list[Letter]:
    rows = select(OUTBOX.c.id, OUTBOX.c.message_id).where(OUTBOX.c.id > after, OUTBOX.c.id < first_id(before))
    left = rows.where(_GONE, OUTBOX.c.settled_at < before).order_by(OUTBOX.c.id).limit(PAGE)
    return [Letter(*row) for row in connection.execute(left)]


@each
def _take(connection: Connection, _: Store, letters: list[Letter]) -> list[Letter]:
    may_go = set(mark(connection, and_(OUTBOX.c.id.in_([letter.id for letter in letters]), _GONE)))
    return [letter for letter in letters if letter.id in may_go]


def _taken(connection: Connection, _: Store) -> list[Letter]:
    rows = select(OUTBOX.c.id, OUTBOX.c.message_id).where(_LEAVING).order_by(OUTBOX.c.id)
    return [Letter(*row) for row in connection.execute(rows)]


@each
def _give_back(connection: Connection, _: Store, ids: list[str]) -> None:
    # Of those that can be marked, the ones that did not leave say why.
    before = case((OUTBOX.c.why.is_(None), "delivered"), else_="failed")
    connection.execute(OUTBOX.update().where(OUTBOX.c.id.in_(ids), _LEAVING).values(state=before))


@each
def _forget_letters(connection: Connection, _: Store, ids: list[str]) -> None:
    connection.execute(OUTBOX.delete().where(OUTBOX.c.id.in_(ids), _LEAVING))


@each
def _forget_counts(connection: Connection, _: Store, item: tuple[date, datetime]) -> None:
    before, now = item
    connection.execute(COUNTER.delete().where(COUNTER.c.ends_at < now))  # keyed hashes of addresses, of no use any more
    connection.execute(REDIRECT.delete().where(REDIRECT.c.day < before))


_LEAVING = text("state = 'leaving'")
_GONE: Any = and_(
    OUTBOX.c.state == "delivered", ~exists().where(LEGAL_HOLD.c.inquiry_id == OUTBOX.c.inquiry_id, STANDING)
)
