"""What is known of an inquiry that was erased: when, why, and where it stood."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, cast

from sqlalchemy import Connection, select

from desk.store.engine import Store
from desk.store.retention_tables import ERASURE

Why = Literal["due", "asked", "lost"]
"""due: its time was over · asked: its sender asked for it · lost: nobody could read it, its key was given up."""


@dataclass(frozen=True, slots=True)
class Erased:
    """That an inquiry was erased, from the state in which it stood; `reason` is the words of who did it, if any."""

    at: datetime
    why: Why
    state: str
    reason: str


def sealed(store: Store, inquiry_id: str, reason: str) -> bytes | None:
    """The words of who erases an inquiry, as they are kept with it."""
    return store.seals.seal(reason, _place(inquiry_id))


def about(connection: Connection, store: Store, inquiry_id: str) -> Erased | None:
    """When and why an inquiry was erased, if it was."""
    row = connection.execute(select(ERASURE).where(ERASURE.c.inquiry_id == inquiry_id)).first()
    if row is None:
        return None
    reason = store.seals.open(row.reason, _place(inquiry_id))
    return Erased(row.at, cast("Why", row.why), row.state, reason)


def _place(inquiry_id: str) -> str:
    return f"erasure:reason:{inquiry_id}"
