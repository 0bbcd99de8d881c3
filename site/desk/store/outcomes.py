"""What was decided about inquiries, as it stands now: a decision that was signed, not sent back, not overtaken."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select

from desk.store import decisions
from desk.store.records import words
from desk.store.retention_tables import ERASURE
from desk.store.tables import ASSESSMENT, DECISION


class Stands(NamedTuple):
    """The outcome that stands, the state that it brought, "released" or "refused", when, and the acts named."""

    outcome: str
    state: str
    at: datetime
    acts: tuple[str, ...] = ()


def standing(connection: Connection, which: Any) -> dict[str, Stands]:
    """The outcome of each of these inquiries that was decided and waits for nobody; of an erased one the last."""
    state = func.coalesce(ERASURE.c.state, ASSESSMENT.c.state)
    of = DECISION.c.inquiry_id
    rows = (
        select(of, *DECISION.c["outcome", "state_after", "at", "acts"])
        .join_from(DECISION, ASSESSMENT, ASSESSMENT.c.inquiry_id == of)
        .join(ERASURE, ERASURE.c.inquiry_id == of, isouter=True)
        .where(of.in_(which), DECISION.c.state_after.in_(("released", "refused")), DECISION.c.state_after == state)
        .order_by(*decisions.in_the_order_of_the_log())
    )
    found = connection.execute(rows)
    return {of: Stands(outcome, state, at, words(acts)) for of, outcome, state, at, acts in found}
