"""The tables of the desk, and the triggers that keep decisions and the audit chain as they were written."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _inquiries()
    _people()
    _reviews()
    _outbox()
    _audit()
    for table in ("audit", "decision"):
        _keep(table)


def _inquiries() -> None:
    _table(
        "inquiry",
        _text("id"),
        _text("form_id"),
        _text("receipt"),
        _text("language"),
        _text("topic"),
        *map(_sealed, ("name", "kana", "company", "email", "phone", "phone_e164", "subject", "message")),
        _sealed("email_index"),
        _text("policy_version"),
        _moment("notice_shown_at"),
        _moment("received_at"),
        unique=("form_id", "receipt"),
    )
    op.create_index("ix_inquiry_email_index", "inquiry", ["email_index"])
    op.create_table(
        "counter",
        sa.Column("key", sa.LargeBinary(), nullable=False),
        _moment("started_at"),
        _moment("ends_at"),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_counter"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "redirect",
        sa.Column("day", sa.Date(), nullable=False),
        _text("service_id"),
        _text("language"),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "service_id", "language", name="pk_redirect"),
    )


def _people() -> None:
    _table(
        "staff",
        *map(_text, ("id", "name", "name_folded", "role", "language")),
        _flag("disabled"),
        _text("password_hash", null=True),
        _sealed("totp_secret"),
        sa.Column("totp_step", sa.Integer()),
        _text("invitation", null=True),
        _moment("invited_until", null=True),
        _moment("created_at"),
        unique=("invitation", "name_folded"),
    )
    _table(
        "session",
        _text("token_hash"),
        _text("staff_id"),
        _moment("started_at"),
        _moment("seen_at"),
        key="token_hash",
        links={"staff_id": "staff.id"},
    )
    op.create_index("ix_session_staff_id", "session", ["staff_id"])


def _reviews() -> None:
    _table(
        "assessment",
        *map(_text, ("inquiry_id", "state", "marks")),
        _sealed("network_index"),
        _flag("flagged"),
        _flag("care"),
        *map(_text, ("severity", "acts", "ruleset")),
        _sealed("findings"),
        sa.Column("rank", sa.Integer()),
        _text("claimed_by", null=True),
        _moment("claimed_at", null=True),
        key="inquiry_id",
        links={"inquiry_id": "inquiry.id", "claimed_by": "staff.id"},
    )
    _partial_index("ix_assessment_unscreened", "assessment", "state = 'received'", "inquiry_id")
    _partial_index("ix_assessment_queue", "assessment", "rank IS NOT NULL", "rank", "inquiry_id")
    _table(
        "decision",
        *map(_text, ("id", "inquiry_id", "staff_id")),
        _moment("at"),
        _flag("request_reasonable", null=True),
        _flag("manner_acceptable", null=True),
        *map(_text, ("acts", "outcome", "state_before", "state_after")),
        _text("confirms", null=True),
        links={"inquiry_id": "inquiry.id", "staff_id": "staff.id", "confirms": "decision.id"},
    )
    op.create_index("ix_decision_inquiry_id", "decision", ["inquiry_id"])
    _table(
        "decision_text",
        _text("decision_id"),
        _sealed("reason"),
        _sealed("masked_message"),
        key="decision_id",
        links={"decision_id": "decision.id"},
    )


def _outbox() -> None:
    _table(
        "outbox",
        *map(_text, ("id", "inquiry_id", "kind")),
        _text("desk", null=True),
        _text("language"),
        _sealed("payload"),
        *map(_text, ("message_id", "state")),
        sa.Column("attempts", sa.Integer(), nullable=False),
        _moment("next_at"),
        _moment("claimed_until", null=True),
        _moment("created_at"),
        _moment("settled_at", null=True),
        _text("why", null=True),
        links={"inquiry_id": "inquiry.id"},
    )
    op.create_index("ix_outbox_inquiry_id", "outbox", ["inquiry_id"])
    _partial_index("ix_outbox_waiting", "outbox", "state = 'waiting'", "next_at")
    _partial_index("ix_outbox_failed", "outbox", "state = 'failed'", "next_at")


def _audit() -> None:
    _table(
        "audit",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        _moment("at"),
        _text("what"),
        _text("staff_id", null=True),
        _text("inquiry_id", null=True),
        *map(_text, ("detail", "key_id")),
        sa.Column("mac", sa.LargeBinary(), nullable=False),
    )
    op.create_index("ix_audit_inquiry_id", "audit", ["inquiry_id"])


def _keep(table: str) -> None:
    if op.get_bind().dialect.name == "sqlite":
        for event in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_refuses_{event.lower()} BEFORE {event} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
        return
    op.execute(
        f"CREATE FUNCTION {table}_is_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE integrity_constraint_violation USING MESSAGE = '{table} is append-only'; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {table}_refuses_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_is_append_only()"
    )


def _table(
    name: str,
    *columns: sa.Column[Any],
    key: str = "id",
    unique: tuple[str, ...] = (),
    links: dict[str, str] | None = None,
) -> None:
    op.create_table(
        name,
        *columns,
        sa.PrimaryKeyConstraint(key, name=f"pk_{name}"),
        *(sa.UniqueConstraint(column, name=f"uq_{name}_{column}") for column in unique),
        *(
            sa.ForeignKeyConstraint([column], [target], name=f"fk_{name}_{column}")
            for column, target in (links or {}).items()
        ),
    )


def _partial_index(name: str, table: str, condition: str, *columns: str) -> None:
    op.create_index(name, table, list(columns), sqlite_where=sa.text(condition), postgresql_where=sa.text(condition))


def _text(name: str, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=null)


def _sealed(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.LargeBinary(), nullable=True)


def _moment(name: str, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=null)


def _flag(name: str, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean(), nullable=null)
