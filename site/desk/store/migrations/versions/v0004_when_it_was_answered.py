"""When inquiries were answered, which earlier ones were about the same matter, and by what a sender is found again."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "answer",
        _text("id"),
        _text("inquiry_id"),
        sa.Column("staff_id", sa.Text(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_answer"),
        _link("answer", "inquiry_id", "inquiry.id"),
        _link("answer", "staff_id", "staff.id"),
    )
    op.create_index("ix_answer_inquiry_id", "answer", ["inquiry_id"])
    _keep("answer")
    op.create_table(
        "same_matter",
        _text("inquiry_id"),
        _text("earlier_id"),
        sa.PrimaryKeyConstraint("inquiry_id", "earlier_id", name="pk_same_matter"),
        _link("same_matter", "inquiry_id", "inquiry.id"),
        _link("same_matter", "earlier_id", "inquiry.id"),
    )
    op.create_table(
        "sender_mark",
        sa.Column("mark", sa.LargeBinary(), nullable=False),
        _text("inquiry_id"),
        sa.PrimaryKeyConstraint("mark", "inquiry_id", name="pk_sender_mark"),
        _link("sender_mark", "inquiry_id", "inquiry.id"),
    )


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


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _link(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target], name=f"fk_{table}_{column}")
