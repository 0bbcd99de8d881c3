"""What was recognised in each inquiry by which words, and where staff sent it on: appended, never changed."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "route",
        *map(_text, ("inquiry_id", "topic")),
        sa.PrimaryKeyConstraint("inquiry_id", name="pk_route"),
        _link("route", "inquiry_id", "inquiry.id"),
    )
    op.create_table(
        "route_word",
        *map(_text, ("inquiry_id", "destination", "word")),
        sa.PrimaryKeyConstraint("inquiry_id", "destination", "word", name="pk_route_word"),
        _link("route_word", "inquiry_id", "route.inquiry_id"),
    )
    op.create_table(
        "forward",
        *map(_text, ("id", "inquiry_id", "staff_id", "destination")),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_forward"),
        _link("forward", "inquiry_id", "inquiry.id"),
        _link("forward", "staff_id", "staff.id"),
    )
    op.create_index("ix_forward_inquiry_id", "forward", ["inquiry_id"])
    _keep("forward")


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


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=False)


def _link(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target], name=f"fk_{table}_{column}")
