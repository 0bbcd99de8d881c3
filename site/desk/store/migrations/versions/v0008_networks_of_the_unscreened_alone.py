"""The network that an inquiry came from is read when it is screened: nothing of it is kept beyond that."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.get_bind().execute(sa.text("UPDATE assessment SET network_index = NULL WHERE state <> 'received'"))
