"""The tables of what is kept how long: what was erased, when and why, and what a legal hold keeps."""

from datetime import datetime

from sqlalchemy import Table, Text, text
from sqlmodel import Field

from desk.store import columns
from desk.store.columns import Base

STANDING = text("lifted_at IS NULL")


class Erasure(Base, table=True):
    """That the words of an inquiry were erased; `state` is where it stood, `why` is "due", "asked" or "lost"."""

    __tablename__ = "erasure"
    inquiry_id: str = columns.link("inquiry.id", key=True)
    at: datetime = columns.moment()
    why: str = columns.text()
    state: str = columns.text()
    reason: bytes | None = columns.sealed()


class LegalHold(Base, table=True):
    """That an inquiry is kept beyond its time, from when until when, and why; one at a time."""

    __tablename__ = "legal_hold"
    id: str = columns.key()
    inquiry_id: str = Field(sa_type=Text, foreign_key="inquiry.id", index=True)
    placed_at: datetime = columns.moment()
    placed_by: str | None = columns.link("staff.id", null=True)
    reason: bytes | None = columns.sealed()
    lifted_at: datetime | None = columns.moment(null=True)
    lifted_by: str | None = columns.link("staff.id", null=True)
    lift_reason: bytes | None = columns.sealed()


class Round(Base, table=True):
    """When what is due was last erased, as the clock said: one row, with an id of 1."""

    __tablename__ = "erasing_round"
    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: datetime = columns.moment()


class Untimed(Base, table=True):
    """That an inquiry came, or something was done with it, by a clock that was behind; from when its time runs."""

    __tablename__ = "untimed"
    inquiry_id: str = columns.link("inquiry.id", key=True)
    runs_from: datetime | None = columns.moment(null=True)


_TABLES = Base.metadata.tables
ERASURE: Table = _TABLES["erasure"]
LEGAL_HOLD: Table = _TABLES["legal_hold"]
ROUND: Table = _TABLES["erasing_round"]
UNTIMED: Table = _TABLES["untimed"]
