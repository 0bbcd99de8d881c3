"""With which keys something is sealed that the list does not open: one was taken off it, or its secret is another's."""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Table, and_, func, or_, select

from desk.keys import KEY_ID, LONGEST_ID, KeyringError
from desk.store import audit, columns, retention_tables, tables
from desk.store.engine import Store
from desk.store.sealing import SealError, Seals
from desk.store.tables import AUDIT

# Both modules of tables that hold something sealed are named, for the metadata know a table once its module is read.
EVERY = {**tables.INQUIRY.metadata.tables, **retention_tables.ERASURE.metadata.tables}


@dataclass(frozen=True, slots=True)
class Closed:
    """A key with which so many rows of each table are sealed; `listed`: its id is, with a secret that opens none."""

    key_id: str
    listed: bool
    rows: Mapping[str, int]

    def __str__(self) -> str:
        """Say it with the numbers of rows."""
        count, where = sum(self.rows.values()), ", ".join(f"{name} {rows}" for name, rows in self.rows.items())
        rows, are = ("row", "is") if count == 1 else ("rows", "are")
        if self.listed:
            return f"the secret listed for the key {self.key_id} opens nothing of {count} {rows} ({where})"
        return f"the key {self.key_id} is not listed, and {count} {rows} ({where}) {are} sealed with it"

    @property
    def remedy(self) -> str:
        """What to do about it."""
        where = "its secret right" if self.listed else "its line back, below the first one"
        return f"put {where} (DESK_KEYS_FILE or DESK_KEYS), or {self.key_id}:lost where it will not come back"


@dataclass(frozen=True, slots=True)
class _Use:
    """That a key sealed so many rows of a table, and whether it opens one of those that were tried."""

    key_id: str
    table: str
    rows: int
    opens: bool


def closed(store: Store) -> list[Closed]:
    """The keys with which something stays closed, but for those that the list gives up. Raises StoreUnavailable.

    Each table is walked once, which takes less than a second for 100,000 inquiries and a million lines of the log, and
    of each key the first row and the last are tried: one that somebody changed does not put its key in doubt.
    """
    return store.look(_closed)


def check(store: Store) -> None:
    """Raise KeyringError where something stays closed: letters would be given up and senders not known again."""
    if found := closed(store):
        raise KeyringError("; ".join(f"{one}: {one.remedy}" for one in found))


def _closed(connection: Connection, store: Store) -> list[Closed]:
    seals = store.seals
    uses = [use for table in EVERY.values() for use in _in_table(connection, seals, table)]
    uses += _in_log(connection, seals)
    # Whether the current key is the right one is asked of whoever opens the store; nobody could give that one up.
    good = {use.key_id for use in uses if use.opens} | seals.keyring.lost | {seals.keyring.current.id}
    return [
        Closed(
            key_id,
            seals.keyring.by_id(key_id) is not None,
            {use.table: use.rows for use in uses if use.key_id == key_id},
        )
        for key_id in dict.fromkeys(use.key_id for use in uses)
        if key_id not in good
    ]


def _in_table(connection: Connection, seals: Seals, table: Table) -> Iterator[_Use]:
    sealed = [column for column in table.columns if columns.SEALED in column.info]
    if not sealed:
        return
    (number,) = table.primary_key.columns
    ids = [key.id for key in seals.keyring.keys]
    of_none = or_(*(and_(column.is_not(None), *(~sealed_by(column, key_id) for key_id in ids)) for column in sealed))
    asked = [func.count().filter(of_none)]
    for key_id in ids:
        of_key = or_(*(sealed_by(column, key_id) for column in sealed))
        asked += [func.count().filter(of_key), func.min(number).filter(of_key), func.max(number).filter(of_key)]
    others, *found = connection.execute(select(*asked).select_from(table)).one()
    for key_id, rows, first, last in zip(ids, found[::3], found[1::3], found[2::3], strict=True):
        if rows:
            tried = connection.execute(select(number, *sealed).where(number.in_((first, last)))).all()
            yield _Use(key_id, table.name, rows, _opens(seals, key_id, table.name, sealed, tried))
    if others:
        begun = select(*(func.substr(column, 1, LONGEST_ID + 1) for column in sealed)).where(of_none)
        unknown = Counter(name for row in connection.execute(begun) for name in _names(row) if name not in ids)
        yield from (_Use(name, table.name, rows, opens=False) for name, rows in sorted(unknown.items()))


def sealed_by(column: ColumnElement[Any], key_id: str) -> ColumnElement[bool]:
    """Whether a sealed column names this key."""
    prefix = f"{key_id}:".encode()
    return func.substr(column, 1, len(prefix)) == prefix


def _opens(seals: Seals, key_id: str, table: str, sealed: list[Column[Any]], tried: Any) -> bool:
    """Whether anything opens that the key sealed in these rows, each its number and then its sealed columns."""
    for number, *values in tried:
        for column, value in zip(sealed, values, strict=True):
            if value is not None and bytes(value).startswith(f"{key_id}:".encode()):
                with suppress(SealError):
                    seals.open(value, f"{table}:{column.name}:{number}")
                    return True
    return False


def _names(row: Any) -> set[str]:
    """The ids of the keys that the beginnings of one row's sealed values name; what somebody wrote there names none."""
    names = {bytes(value).partition(b":")[0].decode(errors="replace") for value in row if value is not None}
    return {name for name in names if KEY_ID.fullmatch(name)}


def _in_log(connection: Connection, seals: Seals) -> Iterator[_Use]:
    by_key = select(AUDIT.c.key_id, func.count(), func.min(AUDIT.c.id), func.max(AUDIT.c.id)).group_by(AUDIT.c.key_id)
    for key_id, rows, *tried in connection.execute(by_key).all():
        if KEY_ID.fullmatch(key_id):
            yield _Use(key_id, AUDIT.name, rows, any(audit.holds(connection, seals, number) for number in tried))
