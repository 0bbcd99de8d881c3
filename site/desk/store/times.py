"""Times that are not to be believed: what came in, or was done, while the clock was behind, is kept from later on.

A machine may start in 1970, or days ago, until it learns the time. What is told apart so is never erased by a time
of then: the next round of erasing that knows better says from when its time runs.
"""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, select, text

from desk.rules import clocks
from desk.store.retention_tables import ROUND, UNTIMED
from desk.store.tables import AUDIT, INQUIRY, OUTBOX

UNSETTLED = text("state = 'delivered' AND settled_at IS NULL")


def known(connection: Connection) -> datetime | None:
    """When the clock was last known to be right: at the last round; before the first one, when last anything came."""
    return connection.execute(select(ROUND.c.at)).scalar() or _newest(connection)


def believed(connection: Connection, at: datetime) -> datetime | None:
    """This time; None where the clock that gave it is behind."""
    return None if clocks.is_behind(at, known(connection)) else at


def doubt(connection: Connection, came: Iterable[tuple[str, datetime]]) -> None:
    """Note of each inquiry whether the clock is behind, by which it came in or something was done with it."""
    right = known(connection)
    for inquiry_id in [one for one, at in came if clocks.is_behind(at, right)]:
        connection.execute(UNTIMED.delete().where(UNTIMED.c.inquiry_id == inquiry_id))
        connection.execute(UNTIMED.insert(), {"inquiry_id": inquiry_id, "runs_from": None})


def settle(connection: Connection, at: datetime) -> None:
    """Let the time of whatever was doubted run from now on, unless this clock is behind too."""
    if believed(connection, at):
        connection.execute(UNTIMED.update().where(UNTIMED.c.runs_from.is_(None)).values(runs_from=at))
        connection.execute(OUTBOX.update().where(UNSETTLED).values(settled_at=at))


def _newest(connection: Connection) -> datetime | None:
    newest = (
        select(column).order_by(key.desc()).limit(1)
        for column, key in ((AUDIT.c.at, AUDIT.c.id), (INQUIRY.c.received_at, INQUIRY.c.id))
    )
    return max(filter(None, (connection.execute(one).scalar() for one in newest)), default=None)
