"""Looking through inquiries for one that somebody asks about: sealed fields are opened, compared and forgotten."""

from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, RowMapping, select

from desk.rules.searching import PHONE, WORDED, Wanted
from desk.store import matters, reviews
from desk.store.engine import Store
from desk.store.reviews import ListRow
from desk.store.sealing import SealError
from desk.store.tables import ASSESSMENT, INQUIRY

AT_ONCE: Final = 500
"""Inquiries that are looked at in one go: whoever waits for a thread or for Python itself has their turn soon."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in one go, the newest first; `seen` is how many were looked at.

    `last` is the cursor behind which to go on and `back_to` when that one came in; None once there is nothing older.
    """

    rows: list[ListRow]
    seen: int
    last: str | None
    back_to: datetime | None


def look(store: Store, wanted: Wanted, opens: Callable[[Collection[str]], bool], after: str | None = None) -> Looked:
    """Look at the newest AT_ONCE inquiries from behind the row of that cursor; an address goes by its index.

    Only those are opened whose stations (topic, and wherever they were sent on) `opens` allows. What is erased has
    nothing left to be found by, and what cannot be opened is passed over. Raises StoreUnavailable.
    """
    return store.look(_look, wanted, opens, after)


def _look(
    connection: Connection, store: Store, wanted: Wanted, opens: Callable[[Collection[str]], bool], after: str | None
) -> Looked:
    rows = select(*reviews.IN_LIST, *INQUIRY.c[_READ]).join_from(INQUIRY, ASSESSMENT)
    rows = rows.where(ASSESSMENT.c.state != "erased").order_by(INQUIRY.c.id.desc()).limit(AT_ONCE)
    if after:
        rows = rows.where(INQUIRY.c.id < after)
    if wanted.email:
        rows = rows.where(INQUIRY.c.id.in_(matters.of_mailbox(store, wanted.email)))
    found = list(connection.execute(rows).mappings())
    stations = matters.stations(connection, [row["id"] for row in found])
    fitting = [row for row in found if opens(stations[row["id"]]) and _fits(row, store, wanted)]
    on = found[-1] if len(found) == AT_ONCE else {"id": None, "received_at": None}
    return Looked([reviews.listed(row) for row in fitting], len(found), on["id"], on["received_at"])


def _fits(row: RowMapping, store: Store, wanted: Wanted) -> bool:
    if wanted.email:
        return True
    with suppress(SealError):
        texts: dict[str, Any] = store.seals.open_row("inquiry", row["id"], {name: row[name] for name in _READ})
        return wanted.fits(texts)
    return False


_READ = (*WORDED, PHONE)
