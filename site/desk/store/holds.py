"""Legal holds: what keeps an inquiry beyond its time, placed and lifted with a reason, in the log."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from desk.store import decisions, forgetting, holding
from desk.store.decisions import StateConflict
from desk.store.engine import Store
from desk.store.holding import Change
from desk.store.retention_tables import LEGAL_HOLD, STANDING
from desk.store.tables import STAFF
from desk.store.writer import each


@dataclass(frozen=True, slots=True)
class Hold:
    """A legal hold that stands; no name where it was placed on the command line."""

    placed_at: datetime
    staff_name: str | None
    reason: str


def place(store: Store, change: Change) -> None:
    """Keep an inquiry until the hold is lifted.

    Raises StateConflict where it is erased, or just being, or held so already. Raises StoreUnavailable.
    """
    store.write(_place, change).result()


def lift(store: Store, change: Change) -> None:
    """Let the time of an inquiry run again. Raises StateConflict where no hold stands. Raises StoreUnavailable."""
    store.write(_lift, change).result()


def about(connection: Connection, store: Store, inquiry_id: str) -> Hold | None:
    """The hold that stands on an inquiry."""
    row = connection.execute(
        select(*LEGAL_HOLD.c["id", "placed_at", "reason"], STAFF.c.name)
        .join_from(LEGAL_HOLD, STAFF, LEGAL_HOLD.c.placed_by == STAFF.c.id, isouter=True)
        .where(LEGAL_HOLD.c.inquiry_id == inquiry_id, STANDING)
    ).first()
    if row is None:
        return None
    return Hold(row.placed_at, row.name, store.seals.open(row.reason, f"legal_hold:reason:{row.id}"))


@each
def _place(connection: Connection, store: Store, change: Change) -> None:
    inquiry_id, state, claimed_by = decisions.standing(connection, change.receipt)
    if forgetting.loses_letters(connection, inquiry_id):
        raise StateConflict("being erased, or letters of it are: try again in a minute", claimed_by)
    if state == "erased" or not holding.put(connection, store, inquiry_id, change):
        raise StateConflict(state if state == "erased" else "in legal hold", claimed_by)


@each
def _lift(connection: Connection, store: Store, change: Change) -> None:
    inquiry_id, _, claimed_by = decisions.standing(connection, change.receipt)
    hold_id = holding.standing(connection, inquiry_id)
    if hold_id is None:
        raise StateConflict("not in legal hold", claimed_by)
    sealed = store.seals.seal_row("legal_hold", hold_id, {"lift_reason": change.reason})
    values = {"lifted_at": change.at, "lifted_by": change.staff_id, **sealed}
    connection.execute(LEGAL_HOLD.update().where(LEGAL_HOLD.c.id == hold_id).values(values))
    holding.record(connection, store, "hold-lifted", inquiry_id, change)
