"""The kinds of columns that tables are made of, and what all tables share."""

from datetime import UTC, datetime
from typing import Any, ClassVar

from sqlalchemy import DateTime, Dialect, Index, LargeBinary, MetaData, Text, TextClause
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


SEALED = "sealed"  # by this mark in its `info` a column is known whose values name the key that sealed them


class UTCDateTime(TypeDecorator[datetime]):
    """An aware moment in UTC; SQLite, which knows no zone, gets it without one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment as the database takes it. Raises ValueError for a moment without a zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone was about to be stored")
        moment = value if value.tzinfo is UTC else value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment as the desk takes it: aware, UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


class Base(SQLModel):
    """What all tables share: their metadata."""

    metadata: ClassVar[MetaData] = MetaData(naming_convention=NAMES)


def partial(name: str, condition: TextClause, *columns: str) -> Index:
    """An index of the rows that fulfil a condition."""
    return Index(name, *columns, sqlite_where=condition, postgresql_where=condition)


def key() -> Any:
    """A text that tells the rows apart."""
    return Field(primary_key=True, sa_type=Text)


def text(*, unique: bool = False, null: bool = False) -> Any:
    """A text that is kept as it is."""
    return Field(sa_type=Text, unique=unique, nullable=null)


def link(to: str, *, null: bool = False, key: bool = False) -> Any:
    """The id of a row of another table."""
    return Field(sa_type=Text, foreign_key=to, nullable=null, primary_key=key)


def sealed() -> Any:
    """What belongs to a person: encrypted before it comes here."""
    return Field(default=None, sa_type=LargeBinary, nullable=True, sa_column_kwargs={"info": {SEALED: True}})


def moment(*, null: bool = False) -> Any:
    """A moment, aware, UTC."""
    return Field(sa_type=UTCDateTime, nullable=null)
