"""Many rows at once: SQLAlchemy's care for each value costs more than the insert, and these values are our own."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table


def insert(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that all have the same columns of this table; text, bytes, numbers, aware moments, None.

    Measured on SQLite: 10 µs less for each row than `connection.execute(table.insert(), rows)`.
    """
    if not rows:
        return
    names = tuple(rows[0])
    on_sqlite = connection.dialect.name == "sqlite"
    marks = ", ".join(("?" if on_sqlite else "%s",) * len(names))
    values = [tuple([row[name] for name in names]) for row in rows]
    if on_sqlite:
        values = [tuple([_text(value) if type(value) is datetime else value for value in row]) for row in values]
    connection.exec_driver_sql(f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({marks})", values)  # noqa: S608


def _text(moment: datetime) -> str:
    # As SQLAlchemy writes it, and `UTCDateTime` reads it.
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")
