"""Which version of the notice was shown with the form; of inquiries from before, nobody wrote it down."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Nullable, because the version before this one goes on storing inquiries while the database is migrated.
    op.add_column("inquiry", sa.Column("notice_version", sa.Text(), nullable=True))
