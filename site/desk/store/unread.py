"""What waits for screening, listed without a word of it, so that somebody can open it all the same."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, select

from desk.store.engine import Store
from desk.store.owed import is_owed
from desk.store.tables import ASSESSMENT, INQUIRY, UNSCREENED


class Unread(NamedTuple):
    """An inquiry that waits for screening, without a word of it; `owed`: its sender waits for an answer."""

    id: str
    receipt: str
    topic: str
    received_at: datetime
    owed: bool


def first_waiting(store: Store, most: int) -> list[Unread]:
    """At most `most` of what waits for screening, the oldest first. Raises StoreUnavailable."""
    return store.look(_first_waiting, most)


def _first_waiting(connection: Connection, _: Store, most: int) -> list[Unread]:
    beside = INQUIRY.join(ASSESSMENT, ASSESSMENT.c.inquiry_id == INQUIRY.c.id)
    columns = INQUIRY.c["id", "receipt", "topic", "received_at"]
    rows = select(*columns, is_owed().label("owed")).select_from(beside).where(UNSCREENED)
    found = connection.execute(rows.order_by(ASSESSMENT.c.inquiry_id).limit(most)).mappings()
    return [Unread(**row) for row in found]
