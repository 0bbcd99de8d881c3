"""Decisions: appended, never changed, with their words apart; what follows from one is in its transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, RowMapping, Table, func, select

from desk.rules import receipts, retention
from desk.rules.review import CLOSED
from desk.store import audit, holding, outbox, recalling, times
from desk.store.engine import Store
from desk.store.holding import Change
from desk.store.ids import new_id
from desk.store.outbox import Mail
from desk.store.ranks import rank
from desk.store.records import words
from desk.store.tables import ASSESSMENT, AUDIT, DECISION, DECISION_TEXT, INQUIRY, QUEUED, STAFF
from desk.store.writer import each


class StateConflict(Exception):  # noqa: N818 - it reads as the state it is
    """The inquiry is not, or no longer, where it was thought to be."""

    def __init__(self, state: str | None, claimed_by: str | None) -> None:
        super().__init__(f"the inquiry is {state or 'unknown'}")
        self.state, self.claimed_by = state, claimed_by


@dataclass(frozen=True, slots=True)
class Decision:
    """What a staff member decided: both points of the test, the acts named, the outcome and why."""

    receipt: str
    staff_id: str
    at: datetime
    request_reasonable: bool | None
    manner_acceptable: bool | None
    acts: tuple[str, ...]
    outcome: str
    reason: str
    masked_message: str | None = None
    confirms: str | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as it was kept."""

    id: str
    staff_id: str
    staff_name: str
    at: datetime
    request_reasonable: bool | None
    manner_acceptable: bool | None
    acts: tuple[str, ...]
    outcome: str
    reason: str
    masked_message: str | None
    confirms: str | None
    state_before: str
    state_after: str


class Standing(NamedTuple):
    """Where an inquiry stands."""

    inquiry_id: str
    state: str
    claimed_by: str | None


class _Step(NamedTuple):
    decision: Decision
    before: str
    after: str
    mails: tuple[Mail, ...]


def decide(store: Store, decision: Decision, before: str, after: str, mails: Sequence[Mail] = ()) -> str:
    """Keep a decision that moves its inquiry from one state to another, with its mails: the decision's id.

    Raises StateConflict unless the inquiry is still in `before`: claimed by the same person, or, where it waits for a
    second signature or is closed, last decided as `confirms` says: by another person, unless that is taken back.
    Reopened, it is in the queue again, and what still waits to be told to its desk is not. Raises StoreUnavailable.
    """
    return store.write(_decide, _Step(decision, before, after, tuple(mails))).result()


def standing(connection: Connection, receipt: str) -> Standing:
    """Where the inquiry of a receipt stands. Raises StateConflict where there is none."""
    row = connection.execute(
        select(INQUIRY.c.id, ASSESSMENT.c.state, ASSESSMENT.c.claimed_by)
        .join_from(INQUIRY, ASSESSMENT)
        .where(INQUIRY.c.receipt == receipts.read(receipt))
    ).first()
    if row is None:
        raise StateConflict(None, None)
    return Standing(*row)


def move(connection: Connection, inquiry_id: str, **values: Any) -> None:
    """Set where an inquiry stands."""
    connection.execute(ASSESSMENT.update().where(ASSESSMENT.c.inquiry_id == inquiry_id).values(**values))


def free_claims(
    connection: Connection, store: Store, staff_id: str, at: datetime, *, by: str | None, account: str
) -> None:
    """Let whoever is next take what this person had claimed; the log says of each whose it was, and by whom."""
    theirs = (ASSESSMENT.c.claimed_by == staff_id, ASSESSMENT.c.state == "claimed")
    free = {"state": "held", "claimed_by": None, "claimed_at": None}
    freed = ASSESSMENT.update().where(QUEUED, *theirs).values(**free).returning(ASSESSMENT.c.inquiry_id)
    whose = account if by is None else connection.scalar(select(STAFF.c.name).where(STAFF.c.id == staff_id)) or ""
    for inquiry_id in sorted(connection.scalars(freed)):
        audit.append(connection, store, "handed-over", at, staff_id=by, inquiry_id=inquiry_id, detail=whose)


def in_the_order_of_the_log(deeds: Table = DECISION) -> tuple[ColumnElement[Any], ...]:
    """By what decisions, or forwards, are ordered, the oldest first: their lines in the log, for clocks may differ."""
    theirs = (AUDIT.c.inquiry_id == deeds.c.inquiry_id, AUDIT.c.staff_id == deeds.c.staff_id)
    line = select(func.min(AUDIT.c.id)).where(*theirs, AUDIT.c.at == deeds.c.at).correlate(deeds)
    return func.coalesce(line.scalar_subquery(), 0), deeds.c.id


def about(connection: Connection, store: Store, inquiry_id: str) -> tuple[Decided, ...]:
    """The decisions about one inquiry, the oldest first, as their lines in the log stand: clocks may differ."""
    rows = (
        select(*DECISION.c, STAFF.c.name.label("staff_name"), DECISION_TEXT.c.reason, DECISION_TEXT.c.masked_message)
        .join_from(DECISION, STAFF)
        .join(DECISION_TEXT, DECISION_TEXT.c.decision_id == DECISION.c.id, isouter=True)
        .where(DECISION.c.inquiry_id == inquiry_id)
        .order_by(*in_the_order_of_the_log())
    )
    return tuple(_decided(row, store) for row in connection.execute(rows).mappings())


@each
def _decide(connection: Connection, store: Store, step: _Step) -> str:
    decision = step.decision
    inquiry_id, state, claimed_by = standing(connection, decision.receipt)
    if state != step.before or (state == "claimed" and claimed_by != decision.staff_id):
        raise StateConflict(state, claimed_by)
    earlier = about(connection, store, inquiry_id)
    if state != "claimed" and not _follows(earlier, step):
        raise StateConflict(state, claimed_by)
    decision_id = new_id(decision.at)
    _insert(connection, store, step, inquiry_id, decision_id)
    times.doubt(connection, [(inquiry_id, decision.at)])
    move(connection, inquiry_id, state=step.after, **_freed(step.after))
    if state in CLOSED:
        _queue_again(connection, inquiry_id, decision.at)
    recalling.ask_again(connection, inquiry_id, step.mails, decision.at)
    outbox.enqueue(connection, store, inquiry_id, step.mails, decision.at)
    detail = f"{decision.outcome}: {step.before} → {step.after}"
    by = {"staff_id": decision.staff_id, "inquiry_id": inquiry_id}
    audit.append(connection, store, _event(earlier, step), decision.at, detail=detail, **by)
    if reason := retention.held_for(decision.outcome, step.after):
        holding.put(connection, store, inquiry_id, Change(decision.receipt, decision.at, reason, decision.staff_id))
    return decision_id


def _event(earlier: Sequence[Decided], step: _Step) -> str:
    """What the log calls it: a second signature is another event than the first."""
    if step.decision.confirms is None:
        return "decided"
    if step.before in CLOSED:
        return "reopened"
    if step.after != "held":
        return "signed"
    return "withdrawn" if earlier[-1].staff_id == step.decision.staff_id else "sent-back"


def _follows(earlier: Sequence[Decided], step: _Step) -> bool:
    """Whether it is about the last decision; only whoever takes one back may have made that too."""
    last, decision = earlier[-1] if earlier else None, step.decision
    by_another = last is not None and last.staff_id != decision.staff_id
    return last is not None and last.id == decision.confirms and (by_another or step.after == "held")


def _queue_again(connection: Connection, inquiry_id: str, at: datetime) -> None:
    # Whether its screening failed does not count any more: a person has read it since.
    columns = ASSESSMENT.c["severity", "care"]
    severity, care = connection.execute(select(*columns).where(ASSESSMENT.c.inquiry_id == inquiry_id)).one()
    move(connection, inquiry_id, rank=rank(severity, care=care))
    recalling.call_back(connection, inquiry_id, at)


def _freed(after: str) -> dict[str, Any]:
    # An inquiry that waits for nobody leaves the queue; one that nobody holds any more is free for the next.
    free: dict[str, Any] = {} if after == "claimed" else {"claimed_by": None, "claimed_at": None}
    return free if after in ("held", "claimed", "escalated") else {**free, "rank": None}


def _insert(connection: Connection, store: Store, step: _Step, inquiry_id: str, decision_id: str) -> None:
    decision = step.decision
    same = ("staff_id", "at", "request_reasonable", "manner_acceptable", "outcome", "confirms")
    row = {name: getattr(decision, name) for name in same}
    states = {"state_before": step.before, "state_after": step.after}
    acts = " ".join(decision.acts)
    connection.execute(DECISION.insert(), {"id": decision_id, "inquiry_id": inquiry_id, "acts": acts, **states, **row})
    texts = {"reason": decision.reason, "masked_message": decision.masked_message or ""}
    sealed = store.seals.seal_row("decision_text", decision_id, texts)
    connection.execute(DECISION_TEXT.insert(), {"decision_id": decision_id, **sealed})


def _decided(row: RowMapping, store: Store) -> Decided:
    same = ("id", "staff_id", "staff_name", "at", "request_reasonable", "manner_acceptable", "outcome", "confirms")
    texts = store.seals.open_row("decision_text", row["id"], {name: row[name] for name in ("reason", "masked_message")})
    return Decided(
        **{name: row[name] for name in (*same, "state_before", "state_after")},
        acts=words(row["acts"]),
        reason=texts["reason"],
        masked_message=texts["masked_message"] or None,
    )
