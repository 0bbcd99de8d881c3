"""The tables of what spans several inquiries: answers, one matter brought again, and by what a sender is found."""

from datetime import datetime

from sqlalchemy import LargeBinary, Table, Text
from sqlmodel import Field

from desk.store import columns
from desk.store.columns import Base


class Answer(Base, table=True):
    """That an inquiry had been answered by then, never changed: triggers refuse it."""

    __tablename__ = "answer"
    id: str = columns.key()
    inquiry_id: str = Field(sa_type=Text, foreign_key="inquiry.id", index=True)
    staff_id: str | None = columns.link("staff.id", null=True)
    answered_at: datetime = columns.moment()
    recorded_at: datetime = columns.moment()


class SameMatter(Base, table=True):
    """That an inquiry brings up what an earlier one of the same sender was about."""

    __tablename__ = "same_matter"
    inquiry_id: str = columns.link("inquiry.id", key=True)
    earlier_id: str = Field(sa_type=Text, foreign_key="inquiry.id", primary_key=True, index=True)


class SenderMark(Base, table=True):
    """By what a sender is found again, as keyed hashes: mailbox, name, network."""

    __tablename__ = "sender_mark"
    mark: bytes = Field(primary_key=True, sa_type=LargeBinary)
    inquiry_id: str = Field(sa_type=Text, foreign_key="inquiry.id", primary_key=True, index=True)


_TABLES = Base.metadata.tables
ANSWER: Table = _TABLES["answer"]
SAME_MATTER: Table = _TABLES["same_matter"]
SENDER_MARK: Table = _TABLES["sender_mark"]
