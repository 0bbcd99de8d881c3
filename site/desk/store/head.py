"""The head of the log, kept apart from its lines: how many there are and the seal of the last, under a seal of its own.

It is one row, written in the transaction of every new line, so that it shows when lines were cut off the end. A head
that does not match the log is left as it is, so that later lines cannot hide the gap. `desk audit verify` keeps a copy
of the head in the data folder.

What this cannot show:
- that somebody who can write to the database changed what stands in other tables: the names and receipts that are shown
  beside the ids of a line, decisions and their reasons, states, roles.
- that somebody who can write to the database put log and head back together as they were at an earlier time, or deleted
  the head and had a migration begin it anew. The copy shows that if it was made after the time gone back to and was out
  of their reach; so does the number of lines that `desk audit verify` prints, kept elsewhere.
- anything that is done by somebody who has the keys.
"""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from desk.keys import KeyringError
from desk.store.sealing import SealError, Seals
from desk.store.tables import AUDIT, AUDIT_HEAD, INQUIRY, STAFF

_PURPOSE = "audit head"


@dataclass(frozen=True, slots=True)
class Head:
    """So many lines, and the seal of the last of them."""

    count: int
    last: bytes


NONE = Head(0, b"")


class UnlistedKeyError(ValueError):
    """What is to be read was sealed with a key that is not listed: str() of this is its id."""


def check_keys(connection: Connection, seals: Seals) -> None:
    """Raise KeyringError where the database was last written with a key that is not listed.

    Where the head does not hold, what was sealed tells whether the keys are others or the head was changed, which keeps
    nobody from their inquiries and is for `desk audit verify` to say. Before there is anything, any keys may begin.
    Where the list gives up the key that wrote last, by its id, another may go on from what that one sealed.
    """
    row = standing(connection)
    begun = row is not None and bool(row["key_id"])
    if not (row and begun and _holds(seals, row)):
        given_up = row is not None and row["key_id"] in seals.keyring.lost
        check_sealed(connection, seals, begun=begun and not given_up, given_up=given_up)


def check_sealed(connection: Connection, seals: Seals, *, begun: bool = False, given_up: bool = False) -> None:
    """The same by what was sealed last alone; where nothing is, a log that has `begun` was begun with other keys.

    `given_up`: the key that wrote the head is, so that what a lost key sealed says nothing against those listed.
    """
    opened = _opens_newest(connection, seals, given_up=given_up)
    if opened is False or (opened is None and begun):
        raise KeyringError(
            "the database was written with other keys than those listed. Name the list that belongs to it"
            " (DESK_KEYS_FILE or DESK_KEYS), or put its lines below yours"
        )


def follow(connection: Connection, seals: Seals, before: Head, now: Head) -> None:
    """Move the head on from the last line to the next; one that does not fit stays, for `fault` to find."""
    if fault(connection, seals, standing(connection), before) is None:
        _write(connection, seals, now)


def standing(connection: Connection) -> RowMapping | None:
    """The head as it stands in the database, sealed; None where it was taken away."""
    return connection.execute(select(AUDIT_HEAD)).mappings().first()


def fault(connection: Connection, seals: Seals, row: RowMapping | None, found: Head) -> int | None:
    """The first line that is missing or another by the head `row`, given what was found of the log; None if it fits."""
    if row is None:
        return found.count + 1
    kept = Head(row["count"], bytes(row["last"]))
    if not row["key_id"]:
        return None if found == NONE else found.count + 1
    if not _holds(seals, row):
        return found.count + 1
    # Lines may go on behind the head: the version before this one, still running, does not move it.
    return None if kept == found else differs(connection, kept, found)


def differs(connection: Connection, seen: Head, found: Head) -> int | None:
    """The first line that is missing or another since the log was `seen`; None where it has only grown."""
    if seen.count > found.count:
        return found.count + 1
    return seen.count if seen.count and _mac_of(connection, seen.count) != seen.last else None


def begin(connection: Connection, seals: Seals) -> None:
    """Seal the head of a log from before there was one."""
    line = connection.execute(select(AUDIT.c.id, AUDIT.c.mac).order_by(AUDIT.c.id.desc()).limit(1)).first()
    if line is not None:
        _write(connection, seals, Head(line.id, bytes(line.mac)))


def written(seals: Seals, head: Head) -> str:
    """The head as it is kept outside the database."""
    key_id, mac = seals.mac(_message(head), _PURPOSE)
    return json.dumps({"count": head.count, "last": head.last.hex(), "key_id": key_id, "mac": mac.hex()}) + "\n"


def read(seals: Seals, text: str) -> Head:
    """What `written` wrote. Raises UnlistedKeyError where its key is not listed, ValueError for anything else."""
    try:
        kept = json.loads(text)
        head = Head(int(kept["count"]), bytes.fromhex(kept["last"]))
        holds = seals.mac_holds(kept["key_id"], _message(head), bytes.fromhex(kept["mac"]), _PURPOSE)
    except (KeyError, TypeError, OverflowError, RecursionError):
        raise ValueError("not a head of the log") from None
    if not holds and seals.keyring.by_id(kept["key_id"]) is None:
        raise UnlistedKeyError(kept["key_id"])
    if not holds:
        raise ValueError("the seal does not hold")
    return head


def _write(connection: Connection, seals: Seals, head: Head) -> None:
    key_id, mac = seals.mac(_message(head), _PURPOSE)
    values: dict[str, Any] = {"count": head.count, "last": head.last, "key_id": key_id, "mac": mac}
    connection.execute(AUDIT_HEAD.update().values(values))


def _holds(seals: Seals, row: RowMapping) -> bool:
    return seals.mac_holds(row["key_id"], _message(Head(row["count"], bytes(row["last"]))), row["mac"], _PURPOSE)


def _opens_newest(connection: Connection, seals: Seals, *, given_up: bool) -> bool | None:
    """Whether the newest inquiry opens, or without one the second factor of the newest account; None without either.

    Where `given_up`, what is sealed with a lost key is taken for opened.
    """
    for column, place in ((INQUIRY.c.message, "inquiry:message"), (STAFF.c.totp_secret, "staff:totp_secret")):
        number = column.table.c.id
        newest = select(number, column).where(column.is_not(None)).order_by(number.desc()).limit(1)
        if found := connection.execute(newest).first():
            try:
                return bool(seals.open(found[1], f"{place}:{found[0]}"))
            except SealError as error:
                return given_up and error.lost
    return None


def _mac_of(connection: Connection, number: int) -> bytes:
    return bytes(connection.execute(select(AUDIT.c.mac).where(AUDIT.c.id == number)).scalar() or b"")


def _message(head: Head) -> bytes:
    return json.dumps([head.count, head.last.hex()]).encode()
