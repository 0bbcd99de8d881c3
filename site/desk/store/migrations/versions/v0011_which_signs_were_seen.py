"""Which signs were seen in each inquiry, so that leads see how often people confirm what they suggest."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sign_seen",
        *map(_text, ("inquiry_id", "sign", "act", "how")),
        sa.PrimaryKeyConstraint("inquiry_id", "sign", "act", name="pk_sign_seen"),
        sa.ForeignKeyConstraint(["inquiry_id"], ["inquiry.id"], name="fk_sign_seen_inquiry_id"),
    )
    op.create_index("ix_sign_seen_sign", "sign_seen", ["sign"])


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=False)
