"""When what is due was last erased: by that a clock that has jumped ahead is known before it erases everything."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from desk.store import audit, times
from desk.store.engine import Store
from desk.store.retention_tables import ROUND
from desk.store.tables import ASSESSMENT
from desk.store.writer import each


@dataclass(frozen=True, slots=True)
class Before:
    """When the clock was last known to be right (None: never), and how many inquiries are kept.

    That is the last round; before the first one, it is when last something came in or was logged. What comes in later
    on tells nothing: it came by the same clock.
    """

    at: datetime | None
    kept: int


def before(store: Store) -> Before:
    """What is known before a round. Raises StoreUnavailable."""
    return store.look(_before)


def begin(store: Store, at: datetime, *, takes: bool = True, account: str | None = None) -> None:
    """Record that a round begins. The log names the account of the machine that vouched for the clock, if one did.

    One that takes nothing away does not go back behind the last: machines start in 1970 until they learn the time.
    Raises StoreUnavailable.
    """
    store.write(_begin, (at, takes, account)).result()


def _before(connection: Connection, _: Store) -> Before:
    kept = select(func.count()).select_from(ASSESSMENT).where(ASSESSMENT.c.state != "erased")
    return Before(times.known(connection), connection.execute(kept).scalar_one())


@each
def _begin(connection: Connection, store: Store, item: tuple[datetime, bool, str | None]) -> None:
    at, takes, account = item
    last = times.known(connection)
    times.settle(connection, at)
    connection.execute(ROUND.delete())
    connection.execute(ROUND.insert(), {"id": 1, "at": at if takes or last is None else max(at, last)})
    if account is not None:
        audit.append(connection, store, "clock-confirmed", at, detail=account)
