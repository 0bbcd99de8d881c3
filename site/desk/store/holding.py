"""Putting an inquiry in legal hold, within the transaction of what it is put there for."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from desk.store import audit
from desk.store.engine import Store
from desk.store.ids import new_id
from desk.store.retention_tables import LEGAL_HOLD, STANDING


@dataclass(frozen=True, slots=True)
class Change:
    """That a hold is placed, or lifted, by a staff member or by an account of the machine."""

    receipt: str
    at: datetime
    reason: str
    staff_id: str | None = None
    account: str = ""


def put(connection: Connection, store: Store, inquiry_id: str, change: Change) -> bool:
    """Put an inquiry in legal hold; False where it is held so already."""
    if standing(connection, inquiry_id):
        return False
    hold_id = new_id(change.at)
    row = {"id": hold_id, "inquiry_id": inquiry_id, "placed_at": change.at, "placed_by": change.staff_id}
    sealed = store.seals.seal_row("legal_hold", hold_id, {"reason": change.reason})
    connection.execute(LEGAL_HOLD.insert(), {**row, **sealed})
    record(connection, store, "held-by-law", inquiry_id, change)
    return True


def standing(connection: Connection, inquiry_id: str) -> str | None:
    """The id of the hold that stands on an inquiry."""
    return connection.execute(select(LEGAL_HOLD.c.id).where(LEGAL_HOLD.c.inquiry_id == inquiry_id, STANDING)).scalar()


def record(connection: Connection, store: Store, what: str, inquiry_id: str, change: Change) -> None:
    """Write into the log that a hold was placed or lifted."""
    audit.append(
        connection, store, what, change.at, staff_id=change.staff_id, inquiry_id=inquiry_id, detail=change.account
    )
