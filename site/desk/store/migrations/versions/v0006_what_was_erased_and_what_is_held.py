"""What was erased and what a legal hold keeps; indexes by which what is due, and all of one inquiry, are found."""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

SETTLED = sa.text("state IN ('clean', 'released', 'refused')")


def upgrade() -> None:
    op.create_table(
        "erasure",
        _text("inquiry_id"),
        _moment("at"),
        _text("why"),
        _text("state"),
        _sealed("reason"),
        sa.PrimaryKeyConstraint("inquiry_id", name="pk_erasure"),
        _link("erasure", "inquiry_id", "inquiry.id"),
    )
    op.create_table(
        "legal_hold",
        _text("id"),
        _text("inquiry_id"),
        _moment("placed_at"),
        _text("placed_by", null=True),
        _sealed("reason"),
        _moment("lifted_at", null=True),
        _text("lifted_by", null=True),
        _sealed("lift_reason"),
        sa.PrimaryKeyConstraint("id", name="pk_legal_hold"),
        _link("legal_hold", "inquiry_id", "inquiry.id"),
        _link("legal_hold", "placed_by", "staff.id"),
        _link("legal_hold", "lifted_by", "staff.id"),
    )
    op.create_index("ix_legal_hold_inquiry_id", "legal_hold", ["inquiry_id"])
    op.create_index("ix_sender_mark_inquiry_id", "sender_mark", ["inquiry_id"])
    op.create_index("ix_same_matter_earlier_id", "same_matter", ["earlier_id"])
    op.create_index(
        "ix_assessment_settled", "assessment", ["inquiry_id"], sqlite_where=SETTLED, postgresql_where=SETTLED
    )


def _text(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=null)


def _moment(name: str, *, null: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=null)


def _sealed(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary(), nullable=True)


def _link(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target], name=f"fk_{table}_{column}")
