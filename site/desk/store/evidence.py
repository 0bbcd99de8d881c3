"""What is handed over of an inquiry: all that is on record of it, at one moment; its taking is two more lines."""

import base64
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from desk.rules import review
from desk.store import audit, decisions, matters, measures, reviews, sent
from desk.store.audit import AuditRow
from desk.store.decisions import StateConflict
from desk.store.engine import Store
from desk.store.matters import Matter
from desk.store.measures import Measure
from desk.store.reviews import Case
from desk.store.sealing import SealError
from desk.store.sent import Letter
from desk.store.tables import AUDIT, DECISION
from desk.store.writer import each

ASKED, GIVEN = "evidence-asked", "evidence-given"


@dataclass(frozen=True, slots=True)
class Taking:
    """That a staff member takes what is on record of an inquiry, and whom they hand it to."""

    receipt: str
    staff_id: str
    at: datetime
    handed_to: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the log with its seal, `mac`, and that of the one before, in hexadecimal digits."""

    row: AuditRow
    before: str
    mac: str


@dataclass(frozen=True, slots=True)
class Record:
    """The letters and the lines of the log about one inquiry, the oldest first."""

    letters: tuple[Letter, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """All that is on record of an inquiry, as it stood at one moment."""

    case: Case
    matter: Matter
    measures: list[Measure]
    record: Record


def take(store: Store, taking: Taking) -> None:
    """Record that the evidence is asked for, and for whom. Raises StoreUnavailable: then nothing is to be read.

    Raises StateConflict where it is not on record (any more) that the police or counsel are consulted.
    """
    store.write(_take, taking).result()


def give(store: Store, taking: Taking, digest: str, at: datetime) -> None:
    """Record that what was asked for is about to be given: a file with this SHA-256, in hexadecimal digits.

    Raises StoreUnavailable and StateConflict as `take` does: then nothing is to be given.
    """
    store.write(_give, (taking, digest, at)).result()


def whole(store: Store, receipt: str, apart: Callable[[str], bool]) -> Whole | None:
    """All that is on record of an inquiry; None where there is none. `apart` is that of `measures.against`.

    It is of one moment: what somebody does meanwhile is in all of it or in nothing. Raises StoreUnavailable.
    """
    return store.look(_whole, receipt, apart)


def takings(store: Store, inquiry_id: str) -> list[AuditRow]:
    """The lines of the log that say for whom the evidence of an inquiry was asked for, where it was given then.

    The oldest come first. Raises StoreUnavailable.
    """
    return store.look(_takings, inquiry_id)


def handed_to(store: Store, line: AuditRow) -> str:
    """Whom the evidence was handed to by a line of the log, which has it sealed. Raises SealError."""
    try:
        sealed = base64.b64decode(line.detail, validate=True)
    except ValueError as error:
        raise SealError(f"line {line.id} of the log does not hold a sealed text") from error
    return store.seals.open(sealed, _place(line.receipt or ""))


@each
def _take(connection: Connection, store: Store, taking: Taking) -> None:
    sealed = store.seals.seal(taking.handed_to, _place(taking.receipt)) or b""
    detail = base64.b64encode(sealed).decode()
    by = {"staff_id": taking.staff_id, "inquiry_id": _consulted(connection, taking.receipt)}
    audit.append(connection, store, ASKED, taking.at, **by, detail=detail)


@each
def _give(connection: Connection, store: Store, given: tuple[Taking, str, datetime]) -> None:
    taking, digest, at = given
    by = {"staff_id": taking.staff_id, "inquiry_id": _consulted(connection, taking.receipt)}
    audit.append(connection, store, GIVEN, at, **by, detail=digest)


def _consulted(connection: Connection, receipt: str) -> str:
    """The inquiry of a receipt. Raises StateConflict where nobody is consulted about it (any more)."""
    inquiry_id, state, claimed_by = decisions.standing(connection, receipt)
    rows = select(*DECISION.c["outcome", "state_after"]).where(DECISION.c.inquiry_id == inquiry_id)
    decided = connection.execute(rows.order_by(*decisions.in_the_order_of_the_log()))
    if state == "erased" or not review.consulted(tuple(one) for one in decided):
        raise StateConflict(state, claimed_by)
    return inquiry_id


def _takings(connection: Connection, _: Store, inquiry_id: str) -> list[AuditRow]:
    theirs = (AUDIT.c.inquiry_id == inquiry_id, AUDIT.c.what.in_((ASKED, GIVEN)))
    rows = connection.execute(audit.named().where(*theirs).order_by(AUDIT.c.id)).mappings()
    asked: dict[str | None, AuditRow] = {}
    given = []
    for line in (AuditRow(**row) for row in rows):
        if line.what == ASKED:
            asked[line.staff_id] = line
        elif line.staff_id in asked:
            given.append(asked.pop(line.staff_id))
    return given


def _whole(connection: Connection, store: Store, receipt: str, apart: Callable[[str], bool]) -> Whole | None:
    case = reviews.about(connection, store, receipt)
    if case is None:
        return None
    return Whole(
        case=case,
        matter=matters.about(connection, store, case.inquiry.id, case.assessment.repeats),
        measures=measures.about(connection, store, case.inquiry, apart),
        record=_record(connection, store, case.inquiry.id),
    )


def _record(connection: Connection, store: Store, inquiry_id: str) -> Record:
    return Record(sent.about(connection, store, inquiry_id), tuple(_lines(connection, inquiry_id)))


def _lines(connection: Connection, inquiry_id: str) -> list[Line]:
    before = AUDIT.alias("before")
    rows = (
        audit.named()
        .add_columns(AUDIT.c.mac, before.c.mac.label("before"))
        .join(before, before.c.id == AUDIT.c.id - 1, isouter=True)
        .where(AUDIT.c.inquiry_id == inquiry_id)
        .order_by(AUDIT.c.id)
    )
    return [_line(dict(row)) for row in connection.execute(rows).mappings()]


def _line(row: dict[str, Any]) -> Line:
    before, mac = (bytes(row.pop(name) or b"").hex() for name in ("before", "mac"))
    return Line(AuditRow(**row), before, mac)


def _place(receipt: str) -> str:
    return f"audit:detail:{receipt}"
