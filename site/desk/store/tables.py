"""The tables as the database has them; what belongs to a person is sealed before it comes here."""

from datetime import date, datetime

from sqlalchemy import LargeBinary, Table, Text, text
from sqlmodel import Field

from desk.store import columns
from desk.store.columns import Base

# The conditions are literal in the index and in the queries: SQLite takes a partial index only then.
UNSCREENED = text("state = 'received'")
QUEUED = text("rank IS NOT NULL")
WAITING = text("state = 'waiting'")
RECALLED = text("state = 'recalled'")
"""A letter that is not to leave any more, and may just be leaving."""
FAILED = text("state = 'failed'")
SETTLED = text("state IN ('clean', 'released', 'refused')")


class Inquiry(Base, table=True):
    """What a sender may ask to see: the text as it was sent, and which notice was shown when."""

    __tablename__ = "inquiry"
    id: str = columns.key()
    form_id: str = columns.text(unique=True)
    receipt: str = columns.text(unique=True)
    language: str = columns.text()
    topic: str = columns.text()
    name: bytes | None = columns.sealed()
    kana: bytes | None = columns.sealed()
    company: bytes | None = columns.sealed()
    email: bytes | None = columns.sealed()
    phone: bytes | None = columns.sealed()
    phone_e164: bytes | None = columns.sealed()
    subject: bytes | None = columns.sealed()
    message: bytes | None = columns.sealed()
    email_index: bytes | None = Field(default=None, sa_type=LargeBinary, index=True, nullable=True)
    policy_version: str = columns.text()
    notice_version: str | None = columns.text(null=True)
    notice_shown_at: datetime = columns.moment()
    received_at: datetime = columns.moment()


class Assessment(Base, table=True):
    """What only staff see: findings, and where the review stands; `rank` is set in the queue, the lowest the worst."""

    __tablename__ = "assessment"
    __table_args__ = (
        columns.partial("ix_assessment_unscreened", UNSCREENED, "inquiry_id"),
        columns.partial("ix_assessment_queue", QUEUED, "rank", "inquiry_id"),
        columns.partial("ix_assessment_settled", SETTLED, "inquiry_id"),
    )
    inquiry_id: str = columns.link("inquiry.id", key=True)
    state: str = columns.text()
    marks: str = columns.text()
    network_index: bytes | None = Field(default=None, sa_type=LargeBinary, nullable=True)
    flagged: bool = False
    care: bool = False
    severity: str = columns.text()
    acts: str = columns.text()
    ruleset: str = columns.text()
    findings: bytes | None = columns.sealed()
    rank: int | None = None
    claimed_by: str | None = columns.link("staff.id", null=True)
    claimed_at: datetime | None = columns.moment(null=True)


class Decision(Base, table=True):
    """A decision, never changed: triggers refuse it. Its words stand apart, so that they can be erased."""

    __tablename__ = "decision"
    id: str = columns.key()
    inquiry_id: str = Field(sa_type=Text, foreign_key="inquiry.id", index=True)
    staff_id: str = columns.link("staff.id")
    at: datetime = columns.moment()
    request_reasonable: bool | None = None
    manner_acceptable: bool | None = None
    acts: str = columns.text()
    outcome: str = columns.text()
    state_before: str = columns.text()
    state_after: str = columns.text()
    confirms: str | None = columns.link("decision.id", null=True)


class DecisionText(Base, table=True):
    """The words of a decision."""

    __tablename__ = "decision_text"
    decision_id: str = columns.link("decision.id", key=True)
    reason: bytes | None = columns.sealed()
    masked_message: bytes | None = columns.sealed()


class Outbox(Base, table=True):
    """A mail that has to leave the house; written in the transaction of its cause."""

    __tablename__ = "outbox"
    __table_args__ = (
        columns.partial("ix_outbox_waiting", WAITING, "next_at"),
        columns.partial("ix_outbox_failed", FAILED, "next_at"),
    )
    id: str = columns.key()
    inquiry_id: str = Field(sa_type=Text, foreign_key="inquiry.id", index=True)
    kind: str = columns.text()
    desk: str | None = columns.text(null=True)
    language: str = columns.text()
    payload: bytes | None = columns.sealed()
    message_id: str = columns.text()
    state: str = columns.text()
    attempts: int = 0
    next_at: datetime = columns.moment()
    claimed_until: datetime | None = columns.moment(null=True)
    created_at: datetime = columns.moment()
    settled_at: datetime | None = columns.moment(null=True)
    why: str | None = columns.text(null=True)


class Staff(Base, table=True):
    """A staff member; an invitation that is open, or a password and a second factor."""

    __tablename__ = "staff"
    id: str = columns.key()
    name: str = columns.text()
    name_folded: str = columns.text(unique=True)
    role: str = columns.text()
    language: str = columns.text()
    disabled: bool = False
    password_hash: str | None = columns.text(null=True)
    totp_secret: bytes | None = columns.sealed()
    totp_step: int | None = None
    invitation: str | None = columns.text(unique=True, null=True)
    invited_until: datetime | None = columns.moment(null=True)
    created_at: datetime = columns.moment()


class StaffSession(Base, table=True):
    """A signed-in browser: the SHA-256 of its token."""

    __tablename__ = "session"
    token_hash: str = columns.key()
    staff_id: str = Field(sa_type=Text, foreign_key="staff.id", index=True)
    started_at: datetime = columns.moment()
    seen_at: datetime = columns.moment()


class Counter(Base, table=True):
    """How often something was tried since its window began; the key is a keyed hash."""

    __tablename__ = "counter"
    __table_args__ = ({"sqlite_with_rowid": False},)
    key: bytes = Field(primary_key=True, sa_type=LargeBinary)
    started_at: datetime = columns.moment()
    ends_at: datetime = columns.moment()
    count: int


class Redirect(Base, table=True):
    """How many visitors were sent on to a service on one day in one language; nobody is remembered."""

    __tablename__ = "redirect"
    day: date = Field(primary_key=True)
    service_id: str = columns.key()
    language: str = columns.key()
    count: int


class Route(Base, table=True):
    """That an inquiry was read for where it belongs, and the topic that its sender chose."""

    __tablename__ = "route"
    inquiry_id: str = columns.link("inquiry.id", key=True)
    topic: str = columns.text()


class RouteWord(Base, table=True):
    """A cue of our own lists that led from an inquiry to a destination; never a text of its sender."""

    __tablename__ = "route_word"
    inquiry_id: str = columns.link("route.inquiry_id", key=True)
    destination: str = columns.key()
    word: str = columns.key()


class SignSeen(Base, table=True):
    """That a sign was seen in an inquiry, the act it suggests, and how it counted (`desk.rules.conduct.ledger`)."""

    __tablename__ = "sign_seen"
    inquiry_id: str = columns.link("inquiry.id", key=True)
    sign: str = Field(sa_type=Text, primary_key=True, index=True)
    act: str = columns.key()
    how: str = columns.text()


class Forward(Base, table=True):
    """That a staff member sent an inquiry on, never changed: triggers refuse it."""

    __tablename__ = "forward"
    id: str = columns.key()
    inquiry_id: str = Field(sa_type=Text, foreign_key="inquiry.id", index=True)
    staff_id: str = columns.link("staff.id")
    destination: str = columns.text()
    at: datetime = columns.moment()


class Audit(Base, table=True):
    """Who did or read what, when: a chain in which every line seals the one before; triggers refuse changes."""

    __tablename__ = "audit"
    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: datetime = columns.moment()
    what: str = columns.text()
    staff_id: str | None = columns.text(null=True)
    inquiry_id: str | None = Field(default=None, sa_type=Text, index=True, nullable=True)
    detail: str = columns.text()
    key_id: str = columns.text()
    mac: bytes = Field(sa_type=LargeBinary)


class AuditHead(Base, table=True):
    """How many lines the log has, and the seal of the last: one row, with an id of 1."""

    __tablename__ = "audit_head"
    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    count: int
    last: bytes = Field(sa_type=LargeBinary)
    key_id: str = columns.text()
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
AUDIT_HEAD: Table = _TABLES["audit_head"]
ROUTE: Table = _TABLES["route"]
ROUTE_WORD: Table = _TABLES["route_word"]
SIGN_SEEN: Table = _TABLES["sign_seen"]
FORWARD: Table = _TABLES["forward"]
