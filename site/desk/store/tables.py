"""The tables as the database has them; what belongs to a person is sealed before it comes here."""

from datetime import UTC, date, datetime
from typing import Any, ClassVar

from sqlalchemy import DateTime, Dialect, Index, LargeBinary, MetaData, Table, Text, TextClause, text
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


# The conditions are literal in the index and in the queries: SQLite takes a partial index only then.
UNSCREENED = text("state = 'received'")
QUEUED = text("rank IS NOT NULL")
WAITING = text("state = 'waiting'")
FAILED = text("state = 'failed'")


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


def _partial(name: str, condition: TextClause, *columns: str) -> Index:
    return Index(name, *columns, sqlite_where=condition, postgresql_where=condition)


def _key() -> Any:
    return Field(primary_key=True, sa_type=Text)


def _text(*, unique: bool = False, null: bool = False) -> Any:
    return Field(sa_type=Text, unique=unique, nullable=null)


def _link(to: str, *, null: bool = False, key: bool = False) -> Any:
    return Field(sa_type=Text, foreign_key=to, nullable=null, primary_key=key)


def _sealed() -> Any:
    return Field(default=None, sa_type=LargeBinary, nullable=True)


def _moment(*, null: bool = False) -> Any:
    return Field(sa_type=UTCDateTime, nullable=null)


class Inquiry(Base, table=True):
    """What a sender may ask to see: the text as it was sent, and which notice was shown when."""

    __tablename__ = "inquiry"
    id: str = _key()
    form_id: str = _text(unique=True)
    receipt: str = _text(unique=True)
    language: str = _text()
    topic: str = _text()
    name: bytes | None = _sealed()
    kana: bytes | None = _sealed()
    company: bytes | None = _sealed()
    email: bytes | None = _sealed()
    phone: bytes | None = _sealed()
    phone_e164: bytes | None = _sealed()
    subject: bytes | None = _sealed()
    message: bytes | None = _sealed()
    email_index: bytes | None = Field(default=None, sa_type=LargeBinary, index=True, nullable=True)
    policy_version: str = _text()
    notice_shown_at: datetime = _moment()
    received_at: datetime = _moment()


class Assessment(Base, table=True):
    """What only staff see: findings, and where the review stands; `rank` is set in the queue, 0 the worst."""

    __tablename__ = "assessment"
    __table_args__ = (
        _partial("ix_assessment_unscreened", UNSCREENED, "inquiry_id"),
        _partial("ix_assessment_queue", QUEUED, "rank", "inquiry_id"),
    )
    inquiry_id: str = _link("inquiry.id", key=True)
    state: str = _text()
    marks: str = _text()
    network_index: bytes | None = Field(default=None, sa_type=LargeBinary, nullable=True)
    flagged: bool = False
    care: bool = False
    severity: str = _text()
    acts: str = _text()
    ruleset: str = _text()
    findings: bytes | None = _sealed()
    rank: int | None = None
    claimed_by: str | None = _link("staff.id", null=True)
    claimed_at: datetime | None = _moment(null=True)


class Decision(Base, table=True):
    """A decision, never changed: triggers refuse it. Its words stand apart, so that they can be erased."""

    __tablename__ = "decision"
    id: str = _key()
    inquiry_id: str = Field(sa_type=Text, foreign_key="inquiry.id", index=True)
    staff_id: str = _link("staff.id")
    at: datetime = _moment()
    request_reasonable: bool | None = None
    manner_acceptable: bool | None = None
    acts: str = _text()
    outcome: str = _text()
    state_before: str = _text()
    state_after: str = _text()
    confirms: str | None = _link("decision.id", null=True)


class DecisionText(Base, table=True):
    """The words of a decision."""

    __tablename__ = "decision_text"
    decision_id: str = _link("decision.id", key=True)
    reason: bytes | None = _sealed()
    masked_message: bytes | None = _sealed()


class Outbox(Base, table=True):
    """A mail that has to leave the house; written in the transaction of its cause."""

    __tablename__ = "outbox"
    __table_args__ = (
        _partial("ix_outbox_waiting", WAITING, "next_at"),
        _partial("ix_outbox_failed", FAILED, "next_at"),
    )
    id: str = _key()
    inquiry_id: str = Field(sa_type=Text, foreign_key="inquiry.id", index=True)
    kind: str = _text()
    desk: str | None = _text(null=True)
    language: str = _text()
    payload: bytes | None = _sealed()
    message_id: str = _text()
    state: str = _text()
    attempts: int = 0
    next_at: datetime = _moment()
    claimed_until: datetime | None = _moment(null=True)
    created_at: datetime = _moment()
    settled_at: datetime | None = _moment(null=True)
    why: str | None = _text(null=True)


class Staff(Base, table=True):
    """A staff member; an invitation that is open, or a password and a second factor."""

    __tablename__ = "staff"
    id: str = _key()
    name: str = _text()
    name_folded: str = _text(unique=True)
    role: str = _text()
    language: str = _text()
    disabled: bool = False
    password_hash: str | None = _text(null=True)
    totp_secret: bytes | None = _sealed()
    totp_step: int | None = None
    invitation: str | None = _text(unique=True, null=True)
    invited_until: datetime | None = _moment(null=True)
    created_at: datetime = _moment()


class StaffSession(Base, table=True):
    """A signed-in browser: the SHA-256 of its token."""

    __tablename__ = "session"
    token_hash: str = _key()
    staff_id: str = Field(sa_type=Text, foreign_key="staff.id", index=True)
    started_at: datetime = _moment()
    seen_at: datetime = _moment()


class Counter(Base, table=True):
    """How often something was tried since its window began; the key is a keyed hash."""

    __tablename__ = "counter"
    __table_args__ = ({"sqlite_with_rowid": False},)
    key: bytes = Field(primary_key=True, sa_type=LargeBinary)
    started_at: datetime = _moment()
    ends_at: datetime = _moment()
    count: int


class Redirect(Base, table=True):
    """How many visitors were sent on to a service on one day in one language; nobody is remembered."""

    __tablename__ = "redirect"
    day: date = Field(primary_key=True)
    service_id: str = _key()
    language: str = _key()
    count: int


class Audit(Base, table=True):
    """Who did or read what, when: a chain in which every line seals the one before; triggers refuse changes."""

    __tablename__ = "audit"
    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: datetime = _moment()
    what: str = _text()
    staff_id: str | None = _text(null=True)
    inquiry_id: str | None = Field(default=None, sa_type=Text, index=True, nullable=True)
    detail: str = _text()
    key_id: str = _text()
    mac: bytes = Field(sa_type=LargeBinary)


_TABLES = Base.metadata.tables
INQUIRY: Table = _TABLES["inquiry"]
ASSESSMENT: Table = _TABLES["assessment"]
DECISION: Table = _TABLES["decision"]
DECISION_TEXT: Table = _TABLES["decision_text"]
OUTBOX: Table = _TABLES["outbox"]
STAFF: Table = _TABLES["staff"]
SESSION: Table = _TABLES["session"]
COUNTER: Table = _TABLES["counter"]
REDIRECT: Table = _TABLES["redirect"]
AUDIT: Table = _TABLES["audit"]
