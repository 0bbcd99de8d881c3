"""What came in, or was done, while the clock was behind: its time runs from later on."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "untimed",
        sa.Column("inquiry_id", sa.Text(), nullable=False),
        sa.Column("runs_from", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("inquiry_id", name="pk_untimed"),
        sa.ForeignKeyConstraint(["inquiry_id"], ["inquiry.id"], name="fk_untimed_inquiry_id"),
    )
