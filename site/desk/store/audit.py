"""The append-only log: who did or read what, when; every line seals the one before it."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import Connection, Select, select

from desk.rules import receipts
from desk.store import head
from desk.store.engine import Store
from desk.store.head import Head
from desk.store.sealing import Seals
from desk.store.tables import AUDIT, INQUIRY, STAFF
from desk.store.writer import each

Reading = Literal["opened", "revealed"]

READINGS = ("opened", "revealed", "shown-by-command", "uncovered-by-command")  # of one inquiry
_AT_ONCE = 1_000  # rows that verifying holds in memory


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One line of the log; `receipt` is None where no inquiry was meant. Name and receipt are looked up, not sealed."""

    id: int
    at: datetime
    what: str
    staff_id: str | None
    staff_name: str | None
    receipt: str | None
    detail: str


@dataclass(frozen=True, slots=True)
class Verified:
    """The first line that was changed or is missing (None: the log is whole), and the head up to where it holds.

    `key_id`: the key that this line says it is sealed with, where it is not listed: nobody can tell then.
    """

    broken: int | None
    head: Head
    key_id: str = ""


@dataclass(frozen=True, slots=True)
class _Event:
    what: str
    at: datetime
    staff_id: str | None
    receipt: str | None
    detail: str


def reading(store: Store, staff_id: str, receipt: str, what: Reading, at: datetime, *, detail: str = "") -> None:
    """Record that somebody is about to read. Raises StoreUnavailable: then nothing is to be shown."""
    note(store, what, at, staff_id=staff_id, receipt=receipt, detail=detail)


def command_reading(store: Store, account: str, receipt: str | None, at: datetime, *, uncovered: bool = False) -> None:
    """Record a reading on the command line by an account of the machine. Raises StoreUnavailable."""
    shown = "uncovered-by-command" if uncovered else "shown-by-command"
    note(store, shown if receipt else "listed-by-command", at, receipt=receipt, detail=account)


def note(
    store: Store, what: str, at: datetime, *, staff_id: str | None = None, receipt: str | None = None, detail: str = ""
) -> None:
    """Record anything else; `detail` never holds what a sender typed. Raises StoreUnavailable."""
    store.write(_note, _Event(what, at, staff_id, receipt, detail)).result()


def has_uncovered(store: Store, staff_id: str, inquiry_id: str) -> bool:
    """Whether this person has ever had the words of an inquiry uncovered. Raises StoreUnavailable."""
    return store.look(_has_uncovered, staff_id, inquiry_id)


def append(
    connection: Connection,
    store: Store,
    what: str,
    at: datetime,
    *,
    staff_id: str | None = None,
    inquiry_id: str | None = None,
    detail: str = "",
) -> None:
    """Add a line in the transaction of what it records; only one transaction writes at a time."""
    last = connection.execute(_LAST).first()
    before = Head(last.id, bytes(last.mac)) if last else head.NONE
    line = {
        "id": before.count + 1,
        "at": at,
        "what": what,
        "staff_id": staff_id,
        "inquiry_id": inquiry_id,
        "detail": detail,
    }
    key_id, mac = store.seals.mac(_sealed(before.last, line))
    connection.execute(AUDIT.insert(), {**line, "key_id": key_id, "mac": mac})
    head.follow(connection, store.seals, before, Head(before.count + 1, mac))


def by_account(detail: str, account: str) -> str:
    """A detail with the account of the machine behind it where one did it, on the command line."""
    return f"{detail} · {account}" if account else detail


def verify(store: Store, seen: Head | None = None) -> Verified:
    """Walk the log from its first line to its head, and to the head that was `seen` before. Raises StoreUnavailable.

    What it cannot show is said in `desk.store.head`.
    """
    return store.look(_verified, seen)


def holds(connection: Connection, seals: Seals, number: int) -> bool:
    """Whether one line is sealed as it stands, by a key that is listed."""
    lines = connection.execute(select(AUDIT).where(AUDIT.c.id.in_((number - 1, number)))).mappings().all()
    found = {line["id"]: line for line in lines}
    before = bytes(found[number - 1]["mac"]) if number - 1 in found else head.NONE.last
    line = found[number]
    return seals.mac_holds(line["key_id"], _sealed(before, line), line["mac"])


def recent(store: Store, after: int | None = None, most: int = 100) -> list[AuditRow]:
    """The newest lines first, from below the line `after`. Raises StoreUnavailable."""
    return store.look(_recent, after, most)


def named() -> Select[Any]:
    """The lines of the log as `AuditRow` has them."""
    columns = AUDIT.c["id", "at", "what", "staff_id", "detail"]
    return (
        select(*columns, STAFF.c.name.label("staff_name"), INQUIRY.c.receipt)
        .join_from(AUDIT, STAFF, AUDIT.c.staff_id == STAFF.c.id, isouter=True)
        .join(INQUIRY, AUDIT.c.inquiry_id == INQUIRY.c.id, isouter=True)
    )


@each
def _note(connection: Connection, store: Store, event: _Event) -> None:
    wanted = receipts.read(event.receipt or "")
    found = select(INQUIRY.c.id).where(INQUIRY.c.receipt == wanted)
    inquiry_id = connection.execute(found).scalar() if wanted else None
    append(
        connection,
        store,
        event.what,
        event.at,
        staff_id=event.staff_id,
        inquiry_id=inquiry_id,
        detail=event.detail,
    )


def _has_uncovered(connection: Connection, _: Store, staff_id: str, inquiry_id: str) -> bool:
    theirs = (AUDIT.c.inquiry_id == inquiry_id, AUDIT.c.staff_id == staff_id, AUDIT.c.what == "revealed")
    return connection.execute(select(AUDIT.c.id).where(*theirs).limit(1)).first() is not None


def _verified(connection: Connection, store: Store, seen: Head | None) -> Verified:
    # The head comes first: a line that is added meanwhile is behind it, and not one that is missing.
    kept = head.standing(connection)
    found, stopped = _walked(connection, store)
    if stopped is not None:
        return Verified(found.count + 1, found, _unlisted(store, stopped))
    broken = head.fault(connection, store.seals, kept, found)
    if broken is None and seen is not None:
        broken = head.differs(connection, seen, found)
    return Verified(broken, found, _unlisted(store, kept["key_id"]) if kept and broken == found.count + 1 else "")


def _unlisted(store: Store, key_id: str) -> str:
    """The id of a key, if it is not listed."""
    return "" if store.seals.keyring.by_id(key_id) else key_id


def _walked(connection: Connection, store: Store) -> tuple[Head, str | None]:
    """The head by the lines that follow each from the one before, and the key of the first that does not, if any."""
    before = head.NONE
    rows = select(AUDIT).order_by(AUDIT.c.id).execution_options(yield_per=_AT_ONCE)
    with connection.execute(rows) as lines:
        for expected, line in enumerate(lines.mappings(), 1):
            sealed = _sealed(before.last, line)
            if line["id"] != expected or not store.seals.mac_holds(line["key_id"], sealed, line["mac"]):
                return before, line["key_id"]
            before = Head(expected, bytes(line["mac"]))
    return before, None


def _sealed(before: bytes, line: Any) -> bytes:
    at = line["at"].astimezone(UTC).isoformat(timespec="microseconds")
    parts = [before.hex(), line["id"], at, line["what"], line["staff_id"], line["inquiry_id"], line["detail"]]
    return json.dumps(parts, ensure_ascii=False).encode()


def _recent(connection: Connection, _: Store, after: int | None, most: int) -> list[AuditRow]:
    rows = named().order_by(AUDIT.c.id.desc()).limit(most)
    below = rows if after is None else rows.where(AUDIT.c.id < after)
    return [AuditRow(**row) for row in connection.execute(below).mappings()]


_LAST = select(AUDIT.c.id, AUDIT.c.mac).order_by(AUDIT.c.id.desc()).limit(1)
