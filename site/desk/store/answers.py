"""When inquiries were answered, as staff record it: appended, never changed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from desk.rules.repetition.answering import ANSWERABLE
from desk.store import audit, decisions, refused, sent, times
from desk.store.decisions import StateConflict
from desk.store.engine import Store
from desk.store.ids import new_id
from desk.store.matter_tables import ANSWER
from desk.store.sent import Words
from desk.store.tables import STAFF
from desk.store.writer import each


@dataclass(frozen=True, slots=True)
class Answer:
    """That an inquiry had been answered by `answered_at`.

    Recorded by a staff member, or by an account of the machine; `behind` is the id of the last answer that was seen
    ("" for none, None where it does not matter). `notice`: the sender was told that support is refused, in these
    `words` of ours, if given.
    """

    receipt: str
    answered_at: datetime
    recorded_at: datetime
    staff_id: str | None = None
    account: str = ""
    behind: str | None = None
    notice: bool = False
    words: Words | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer as it was kept; no name where it was recorded on the command line."""

    id: str
    answered_at: datetime
    recorded_at: datetime
    staff_name: str | None


def record(store: Store, answer: Answer) -> bool:
    """Keep that an inquiry was answered; False where an account of the machine has said so of the same day before.

    Raises StateConflict where it is not, or not yet, with a desk, where a colleague recorded an answer meanwhile, or
    where it is refused: then its sender is told so first. Raises StoreUnavailable.
    """
    return store.write(_record, answer).result()


def about(connection: Connection, inquiry_ids: Collection[str]) -> dict[str, tuple[Answered, ...]]:
    """The answers to each of these inquiries that was answered, the oldest first."""
    rows = (
        select(*ANSWER.c["inquiry_id", "id", "answered_at", "recorded_at"], STAFF.c.name.label("staff_name"))
        .join_from(ANSWER, STAFF, isouter=True)
        .where(ANSWER.c.inquiry_id.in_(inquiry_ids))
        .order_by(ANSWER.c.answered_at, ANSWER.c.id)
    )
    found: dict[str, tuple[Answered, ...]] = {}
    for inquiry_id, *answer in connection.execute(rows):
        found[inquiry_id] = (*found.get(inquiry_id, ()), Answered(*answer))
    return found


@each
def _record(connection: Connection, store: Store, answer: Answer) -> bool:
    inquiry_id, state, claimed_by = decisions.standing(connection, answer.receipt)
    if state not in ANSWERABLE or not _is_last(connection, inquiry_id, answer.behind):
        raise StateConflict(state, claimed_by)
    if state == "refused" and not answer.notice and refused.is_untold(connection, inquiry_id):
        raise StateConflict(state, claimed_by)
    if answer.account and _is_known(connection, inquiry_id, answer.answered_at):
        return False
    by = {"inquiry_id": inquiry_id, "staff_id": answer.staff_id}
    # The clock of whoever tells a sender may be behind that of whoever refused: what is told comes after it.
    after = refused.last(connection, inquiry_id) if answer.notice else None
    recorded_at = max(answer.recorded_at, after) if after else answer.recorded_at
    moments = {"answered_at": answer.answered_at, "recorded_at": recorded_at}
    connection.execute(ANSWER.insert(), {"id": new_id(answer.recorded_at), **by, **moments})
    if answer.words:
        sent.by_hand(connection, store, inquiry_id, answer.words, recorded_at)
    times.doubt(connection, [(inquiry_id, answer.recorded_at)])
    # The day as whoever recorded it meant it, in the zone that the moment came with.
    detail = " ".join(filter(None, (f"{answer.answered_at:%Y-%m-%d}", answer.account)))
    what = "refusal-told" if answer.notice else "answered"
    audit.append(connection, store, what, answer.recorded_at, **by, detail=detail)
    return True


def _is_last(connection: Connection, inquiry_id: str, behind: str | None) -> bool:
    last = select(ANSWER.c.id).where(ANSWER.c.inquiry_id == inquiry_id).order_by(ANSWER.c.id.desc()).limit(1)
    return behind is None or (connection.execute(last).scalar() or "") == behind


def _is_known(connection: Connection, inquiry_id: str, at: datetime) -> bool:
    """Whether an account of the machine has recorded an answer of this day (in the zone of `at`) before."""
    known = about(connection, (inquiry_id,)).get(inquiry_id, ())
    days = {one.answered_at.astimezone(at.tzinfo).date() for one in known if one.staff_name is None}
    return at.date() in days
