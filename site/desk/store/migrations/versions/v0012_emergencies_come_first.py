"""Whoever waits gets the place of now (`ranks`): emergencies first, then who needs care and is in no danger.

The places are those there were before, so that an older version, still at work on the same database, can go on in the
queue from each of them.
"""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "UPDATE assessment SET rank = CASE WHEN severity = 'emergency' THEN -1 ELSE 0 END "
        "WHERE rank IS NOT NULL AND (care OR severity = 'emergency')"
    )
