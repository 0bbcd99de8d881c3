"""When what is due was last erased; and erased inquiries are not known by the form that they came from any more."""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "erasing_round",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_erasing_round"),
    )
    connection = op.get_bind()
    for (inquiry_id,) in connection.execute(sa.text("SELECT inquiry_id FROM erasure")).all():
        values = {"id": inquiry_id, "form_id": secrets.token_hex(16)}
        connection.execute(sa.text("UPDATE inquiry SET form_id = :form_id WHERE id = :id"), values)
