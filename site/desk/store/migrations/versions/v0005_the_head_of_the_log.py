"""The head of the log, one row apart from its lines, so that lines cut off the end are missed."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    head = op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("last", sa.LargeBinary(), nullable=False),
        sa.Column("key_id", sa.Text(), nullable=False),
        sa.Column("mac", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_head"),
    )
    # Of a log without a line. The head of one that has lines is sealed right after this, where the keys are at hand.
    op.bulk_insert(head, [{"id": 1, "count": 0, "last": b"", "key_id": "", "mac": b""}])
