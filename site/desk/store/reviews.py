"""The review as staff see it: the queue, one case, the claim on it, and every inquiry there is."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, func, select, tuple_

from desk.rules import receipts
from desk.store import audit, decisions, erasures, holds, ranks
from desk.store.decisions import Decided, Decision, StateConflict, decide
from desk.store.engine import Store
from desk.store.erasures import Erased
from desk.store.holds import Hold
from desk.store.owed import is_owed
from desk.store.records import StoredInquiry, inquiries, opened, words
from desk.store.screening import Assessment
from desk.store.sealing import SealError
from desk.store.tables import ASSESSMENT, AUDIT, INQUIRY, QUEUED, STAFF
from desk.store.writer import each

__all__ = [
    "IN_LIST",
    "OPEN",
    "Case",
    "Decided",
    "Decision",
    "ListRow",
    "QueueRow",
    "StateConflict",
    "about",
    "case",
    "claim",
    "decide",
    "listed",
    "listing",
    "queue",
    "unclaim",
]

OPEN = ("held", "claimed", "escalated")  # the states that wait for a person


@dataclass(frozen=True, slots=True)
class QueueRow:
    """An inquiry that waits for a person; `cursor` goes on behind it.

    `why`, where no act is named: "unusual" wording, screening that "failed", a repetition "unjudged", or "sealed" with
    a key that is gone. `owed`: its sender waits for the answer that was promised to them.
    """

    id: str
    receipt: str
    language: str
    topic: str
    severity: str
    care: bool
    state: str
    received_at: datetime
    acts: tuple[str, ...]
    claimed_by: str | None
    claimed_by_name: str | None
    why: str
    owed: bool
    cursor: str


@dataclass(frozen=True, slots=True)
class ListRow:
    """Any inquiry; `cursor` goes on behind it."""

    id: str
    receipt: str
    language: str
    topic: str
    severity: str
    care: bool
    state: str
    received_at: datetime
    flagged: bool
    cursor: str


@dataclass(frozen=True, slots=True)
class Case:
    """One inquiry with everything known about it; `readings`: how often it was opened; `owed` as in the queue."""

    inquiry: StoredInquiry
    assessment: Assessment
    state: str
    claimed_by: str | None
    claimed_by_name: str | None
    decisions: tuple[Decided, ...]
    readings: int
    erased: Erased | None = None
    hold: Hold | None = None
    owed: bool = False


def queue(store: Store, states: Sequence[str] = OPEN, after: str | None = None, most: int = 50) -> list[QueueRow]:
    """What waits, the worst first, then the oldest, from behind the row of that cursor. Raises StoreUnavailable."""
    return store.look(_queue, tuple(states), _place(after), most)


def listing(store: Store, after: str | None = None, most: int = 50) -> list[ListRow]:
    """All inquiries, the newest first, from behind the row of that cursor. Raises StoreUnavailable."""
    return store.look(_listing, after, most)


def listed(row: RowMapping) -> ListRow:
    """The row of a list, of what holds at least the columns IN_LIST."""
    return ListRow(**{column.name: row[column.name] for column in IN_LIST}, cursor=row["id"])


def case(store: Store, receipt: str) -> Case | None:
    """The case of a receipt, however it was typed; None where there is none. Raises StoreUnavailable."""
    return store.look(about, receipt)


def claim(store: Store, receipt: str, staff_id: str, at: datetime) -> None:
    """Take a held inquiry; one's own again is fine. Raises StateConflict, StoreUnavailable."""
    store.write(_claim, (receipt, staff_id, at)).result()


def unclaim(store: Store, receipt: str, staff_id: str, at: datetime, holder: str | None = None) -> None:
    """Hand one's inquiry over to whoever is next, or a colleague's (`holder`), whom the log names; no reason is needed.

    Raises StateConflict, StoreUnavailable.
    """
    store.write(_unclaim, (receipt, staff_id, at, holder or staff_id)).result()


def _place(cursor: str | None) -> tuple[int, str] | None:
    rank, _, inquiry_id = (cursor or "").partition(".")
    return (int(rank), inquiry_id) if rank in _PLACES else None


def _queue(
    connection: Connection, store: Store, states: tuple[str, ...], after: tuple[int, str] | None, most: int
) -> list[QueueRow]:
    rows = (
        select(*_IN_BRIEF, _OWED, *ASSESSMENT.c[_OF_QUEUE], STAFF.c.name.label("claimed_by_name"))
        .join_from(ASSESSMENT, INQUIRY)
        .join(STAFF, ASSESSMENT.c.claimed_by == STAFF.c.id, isouter=True)
        .where(QUEUED, ASSESSMENT.c.state.in_(states))
        .order_by(ASSESSMENT.c.rank, ASSESSMENT.c.inquiry_id)
        .limit(most)
    )
    if after:
        rows = rows.where(tuple_(ASSESSMENT.c.rank, ASSESSMENT.c.inquiry_id) > after)
    return [_queued(row, store) for row in connection.execute(rows).mappings()]


def _queued(row: RowMapping, store: Store) -> QueueRow:
    same: dict[str, Any] = {name: row[name] for name in _SAME}
    return QueueRow(acts=words(row["acts"]), why=_why(row, store), cursor=f"{row['rank']}.{row['id']}", **same)


def _why(row: RowMapping, store: Store) -> str:
    if row["acts"]:
        return ""
    try:
        assessment = _assessment(row, store)
    except SealError:
        return "sealed"
    if assessment.failed:
        return "failed"
    if assessment.opinion and assessment.opinion["unusual"]:
        return "unusual"
    return "unjudged" if assessment.unjudged else ""


def _listing(connection: Connection, _: Store, after: str | None, most: int) -> list[ListRow]:
    ordered = select(*IN_LIST).join_from(INQUIRY, ASSESSMENT).order_by(INQUIRY.c.id.desc()).limit(most)
    if after:
        ordered = ordered.where(INQUIRY.c.id < after)
    return [listed(row) for row in connection.execute(ordered).mappings()]


def about(connection: Connection, store: Store, receipt: str) -> Case | None:
    """As `case` has it, among other things that are read at one moment."""
    row = connection.execute(_whole().where(INQUIRY.c.receipt == receipts.read(receipt))).mappings().first()
    if row is None:
        return None
    read = select(func.count()).where(AUDIT.c.inquiry_id == row["id"], AUDIT.c.what.in_(audit.READINGS))
    return Case(
        inquiry=opened(row, store.seals),
        assessment=_assessment(row, store),
        state=row["state"],
        claimed_by=row["claimed_by"],
        claimed_by_name=row["claimed_by_name"],
        decisions=decisions.about(connection, store, row["id"]),
        readings=connection.execute(read).scalar_one(),
        erased=erasures.about(connection, store, row["id"]),
        hold=holds.about(connection, store, row["id"]),
        owed=row["owed"],
    )


def _whole() -> Select[Any]:
    known = ASSESSMENT.c["state", "flagged", "severity", "ruleset", "findings", "claimed_by"]
    name = STAFF.c.name.label("claimed_by_name")
    return inquiries().add_columns(*known, _OWED, name).join(STAFF, ASSESSMENT.c.claimed_by == STAFF.c.id, isouter=True)


def _assessment(row: RowMapping, store: Store) -> Assessment:
    packed = store.seals.open(row["findings"], f"assessment:findings:{row['id']}")
    found = json.loads(packed) if packed else {"findings": [], "suppressed": [], "care": []}
    return Assessment(flagged=row["flagged"], severity=row["severity"], ruleset=row["ruleset"], **found)


@each
def _claim(connection: Connection, store: Store, item: tuple[str, str, datetime]) -> None:
    receipt, staff_id, at = item
    standing = decisions.standing(connection, receipt)
    if standing.state == "claimed" and standing.claimed_by == staff_id:
        return
    if standing.state != "held":
        raise StateConflict(standing.state, standing.claimed_by)
    decisions.move(connection, standing.inquiry_id, state="claimed", claimed_by=staff_id, claimed_at=at)
    audit.append(connection, store, "claimed", at, staff_id=staff_id, inquiry_id=standing.inquiry_id)


@each
def _unclaim(connection: Connection, store: Store, item: tuple[str, str, datetime, str]) -> None:
    receipt, staff_id, at, holder = item
    standing = decisions.standing(connection, receipt)
    if standing.state != "claimed" or standing.claimed_by != holder:
        raise StateConflict(standing.state, standing.claimed_by)
    decisions.move(connection, standing.inquiry_id, state="held", claimed_by=None, claimed_at=None)
    whose = connection.scalar(select(STAFF.c.name).where(STAFF.c.id == holder, STAFF.c.id != staff_id)) or ""
    audit.append(connection, store, "handed-over", at, staff_id=staff_id, inquiry_id=standing.inquiry_id, detail=whose)


_PLACES = frozenset(map(str, ranks.PLACES))
_OF_QUEUE = ("rank", "acts", "claimed_by", "flagged", "ruleset", "findings")
_SAME = (
    *("id", "receipt", "language", "topic", "severity", "care"),
    *("state", "received_at", "claimed_by", "claimed_by_name", "owed"),
)
_OWED = is_owed().label("owed")
_IN_BRIEF = (
    *INQUIRY.c["id", "receipt", "language", "topic", "received_at"],
    *ASSESSMENT.c["severity", "care", "state"],
)
IN_LIST = (*_IN_BRIEF, ASSESSMENT.c.flagged)
