"""Signed-in browsers: a random token whose SHA-256 is kept, 30 minutes idle, 12 hours at most."""

import hashlib
import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, or_, select

from desk.rules.clocks import AHEAD
from desk.store import audit
from desk.store.engine import Store, StoreUnavailable
from desk.store.people import Staff, staff_member
from desk.store.tables import SESSION, STAFF
from desk.store.writer import each

IDLE = timedelta(minutes=30)
MOST = timedelta(hours=12)
_TOUCH_AFTER = timedelta(seconds=10)  # a page and its neighbours need no write each


@dataclass(frozen=True, slots=True)
class Session:
    """Who is signed in, since when; `token_hash` (64 hexadecimal digits) is what forms are bound to."""

    staff: Staff
    token_hash: str
    started_at: datetime


class NoLonger(Exception):  # noqa: N818 - it reads as the answer it is
    """Somebody may not sign in any more with what they have proved: it was taken away since, or they are disabled."""


def start_session(store: Store, person: Staff, at: datetime) -> str:
    """A fresh token of 256 bits for somebody who has just proved who they are. Raises NoLonger, StoreUnavailable."""
    token = secrets.token_urlsafe(32)
    store.write(_start, (hashed(token), person, at)).result()
    return token


def session(store: Store, token: str, at: datetime) -> Session | None:
    """The session of a token; None when it is over, unknown, or its owner is disabled. Raises StoreUnavailable."""
    found = store.look(_open, hashed(token), at)
    if found is None:
        return None
    known, seen_at = found
    if at - seen_at > _TOUCH_AFTER:
        # Nobody waits for it: when it fails, the session merely ends earlier.
        with suppress(StoreUnavailable):
            store.write(_touch, (known.token_hash, at))
    return known


def end_session(store: Store, token: str, at: datetime) -> None:
    """Sign out. Raises StoreUnavailable."""
    store.write(_end, (hashed(token), at)).result()


def end_all(store: Store, staff_id: str, at: datetime) -> None:
    """Sign somebody out everywhere. Raises StoreUnavailable."""
    store.write(_end_all, (staff_id, at)).result()


def hashed(token: str) -> str:
    """What is kept of a token: its SHA-256 in 64 hexadecimal digits."""
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()


def end_of(connection: Connection, staff_id: str) -> None:
    """End every session of somebody, in a transaction that is under way."""
    connection.execute(SESSION.delete().where(SESSION.c.staff_id == staff_id))


@each
def _start(connection: Connection, store: Store, item: tuple[str, Staff, datetime]) -> None:
    token_hash, person, at = item
    now = staff_member(connection.execute(select(STAFF).where(STAFF.c.id == person.id)).mappings().one())
    if now.disabled or now.credentials != person.credentials:
        raise NoLonger
    ahead = SESSION.c.started_at > at + AHEAD  # left there, it would be open once that time comes
    over = or_(SESSION.c.started_at <= at - MOST, SESSION.c.seen_at <= at - IDLE, ahead)
    connection.execute(SESSION.delete().where(over))
    row = {"token_hash": token_hash, "staff_id": person.id, "started_at": at, "seen_at": at}
    connection.execute(SESSION.insert(), row)
    audit.append(connection, store, "signed-in", at, staff_id=person.id)


@each
def _touch(connection: Connection, _: Store, item: tuple[str, datetime]) -> None:
    token_hash, at = item
    connection.execute(SESSION.update().where(SESSION.c.token_hash == token_hash).values(seen_at=at))


@each
def _end(connection: Connection, store: Store, item: tuple[str, datetime]) -> None:
    token_hash, at = item
    ended = connection.execute(SESSION.delete().where(SESSION.c.token_hash == token_hash).returning(SESSION.c.staff_id))
    for staff_id in ended.scalars().all():
        audit.append(connection, store, "signed-out", at, staff_id=staff_id)


@each
def _end_all(connection: Connection, store: Store, item: tuple[str, datetime]) -> None:
    staff_id, at = item
    end_of(connection, staff_id)
    audit.append(connection, store, "signed-out-everywhere", at, staff_id=staff_id)


def _open(connection: Connection, _: Store, token_hash: str, at: datetime) -> tuple[Session, datetime] | None:
    row = connection.execute(_SESSION_OF, {"of": token_hash}).mappings().first()
    if row is None or not at - MOST < row["started_at"] <= at + AHEAD or row["seen_at"] <= at - IDLE:
        return None
    return Session(staff_member(row), token_hash, row["started_at"]), row["seen_at"]


_SESSION_OF = (
    select(*STAFF.c, SESSION.c.started_at, SESSION.c.seen_at)
    .join_from(SESSION, STAFF)
    .where(SESSION.c.token_hash == bindparam("of"), STAFF.c.disabled.is_(False))
)
