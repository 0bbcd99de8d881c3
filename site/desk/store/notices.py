"""What is refused, and which senders still have to be told so: those with an address, and no answer since."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from desk.store import decisions, outcomes, refused
from desk.store.engine import Store
from desk.store.tables import ASSESSMENT, DECISION, INQUIRY


@dataclass(frozen=True, slots=True)
class Unsent:
    """A refused inquiry whose sender has not been told, since when it is refused, and by which outcome."""

    id: str
    receipt: str
    topic: str
    refused_at: datetime
    outcome: str


def unsent(store: Store, most: int) -> list[Unsent]:
    """The refused inquiries whose senders have not been told, the oldest first. Raises StoreUnavailable."""
    return store.look(_unsent, None, most)


def unsent_of(store: Store, inquiry_ids: Sequence[str]) -> dict[str, str]:
    """By which outcome those of these inquiries are refused whose senders have not been told, by their ids.

    Raises StoreUnavailable.
    """
    return {one.id: one.outcome for one in store.look(_unsent, tuple(inquiry_ids), len(inquiry_ids))}


def refused_as(store: Store, inquiry_id: str) -> str | None:
    """The outcome by which support was refused for an inquiry; None where it was not. Raises StoreUnavailable."""
    return store.look(_refused_as, inquiry_id)


def _refused_as(connection: Connection, _: Store, inquiry_id: str) -> str | None:
    rows = (
        select(DECISION.c.outcome)
        .join_from(DECISION, ASSESSMENT, ASSESSMENT.c.inquiry_id == DECISION.c.inquiry_id)
        .where(DECISION.c.inquiry_id == inquiry_id, ASSESSMENT.c.state == "refused")
        .order_by(*decisions.in_the_order_of_the_log())
    )
    found = connection.scalars(rows).all()
    return found[-1] if found else None


def _unsent(connection: Connection, _: Store, among: tuple[str, ...] | None, most: int) -> list[Unsent]:
    # By way of the decisions: few inquiries ever have one, and a state has no index of its own.
    at = func.max(DECISION.c.at).label("refused_at")
    rows = (
        select(*INQUIRY.c["id", "receipt", "topic"], at)
        .join_from(DECISION, INQUIRY, DECISION.c.inquiry_id == INQUIRY.c.id)
        .join(ASSESSMENT, ASSESSMENT.c.inquiry_id == INQUIRY.c.id)
        .where(DECISION.c.state_after == "refused", ASSESSMENT.c.state == "refused", INQUIRY.c.email.is_not(None))
        .where(~refused.told_since())
        .group_by(*INQUIRY.c["id", "receipt", "topic"])
        .order_by(at, INQUIRY.c.id)
        .limit(most)
    )
    if among is not None:
        rows = rows.where(DECISION.c.inquiry_id.in_(among))
    found = connection.execute(rows).mappings().all()
    stands = outcomes.standing(connection, [row["id"] for row in found])  # without what was reopened in between
    return [Unsent(**row, outcome=stands[row["id"]].outcome) for row in found if row["id"] in stands]
