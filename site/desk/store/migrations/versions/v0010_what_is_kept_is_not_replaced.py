"""What is appended and never changed is not replaced either: SQLite takes the old row away and no trigger hears of it.

Its triggers for a deletion run for REPLACE only where a connection asks for recursive triggers, and whoever changes
rows by hand does not. PostgreSQL has nothing of the kind: its triggers hear of every row that a conflict would change.

And whoever waits and needs care gets the place that care has now (`ranks`), before the emergencies.
"""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

APPENDED = ("audit", "decision", "forward", "answer")


def upgrade() -> None:
    op.execute("UPDATE assessment SET rank = -1 WHERE care AND rank IS NOT NULL")
    if op.get_bind().dialect.name != "sqlite":
        return
    for table in APPENDED:
        # A row is replaced by its key, or by the number of a row where a statement names one; -1 where it names none.
        there = f"SELECT 1 FROM {table} WHERE id = NEW.id OR rowid = nullif(NEW.rowid, -1)"  # noqa: S608 - our own names
        op.execute(
            f"CREATE TRIGGER {table}_refuses_replace BEFORE INSERT ON {table} WHEN EXISTS ({there}) "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
