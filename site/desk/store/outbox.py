"""The outbox: mails written in the transaction of their cause, claimed by one worker, delivered at least once."""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, RowMapping, bindparam, func, or_, select

from desk.rules.clocks import AHEAD
from desk.store import audit, kinds, times, unasked
from desk.store.engine import Store
from desk.store.ids import new_id
from desk.store.records import StoredInquiry, inquiries, opened
from desk.store.sealing import SealError
from desk.store.tables import FAILED, INQUIRY, OUTBOX, RECALLED, WAITING
from desk.store.writer import each

MAIL_HOST = "inquiry-desk"  # the right half of every Message-ID
LEASE = timedelta(minutes=5)  # after which a mail whose worker died is claimed again; longer than any talk to a server
LONGEST_PAUSE = timedelta(days=1)  # between two tries of a mail
LATE = timedelta(hours=1)  # after which a mail that is due and has not left stands in somebody's way


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail to be written, to the sender, to a desk or to the staff on call."""

    kind: str
    language: str
    desk: str | None = None
    payload: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class OutboxItem:
    """A mail that is due, with its inquiry (None where it cannot be opened any more). `attempts` counts this one."""

    id: str
    kind: str
    inquiry: StoredInquiry | None
    desk: str | None
    language: str
    payload: Mapping[str, Any]
    message_id: str
    attempts: int
    created_at: datetime
    why: str | None


class Waiting(NamedTuple):
    """A mail that waits to leave: the receipt it is about, since when it waits, when it is tried (again)."""

    receipt: str
    created_at: datetime
    next_at: datetime

    def is_late(self, now: datetime) -> bool:
        """Whether it should have left, were there a worker that sends it."""
        return not now - LATE < self.next_at <= now + _FARTHEST


def row(store: Store, inquiry_id: str, mail: Mail, at: datetime) -> dict[str, Any]:
    """The row of a new mail; its Message-ID is settled here, once and for all attempts."""
    mail_id = new_id(at)
    return {
        "id": mail_id,
        "inquiry_id": inquiry_id,
        **{name: getattr(mail, name) for name in ("kind", "desk", "language")},
        **_sealed(store, mail_id, mail.payload),
        "message_id": f"<{mail_id}@{MAIL_HOST}>",
        "state": "waiting",
        "attempts": 0,
        "next_at": at,
        "created_at": at,
    }


def enqueue(connection: Connection, store: Store, inquiry_id: str, mails: Sequence[Mail], at: datetime) -> None:
    """Write these mails about one inquiry."""
    if mails:
        connection.execute(OUTBOX.insert(), [row(store, inquiry_id, mail, at) for mail in mails])


def claim_due(store: Store, now: datetime, most: int) -> list[OutboxItem]:
    """At most `most` mails that are due, the oldest first, the caller's own for LEASE. Raises StoreUnavailable."""
    if not store.look(_due, now):
        return []
    return store.write(_claim, (now, most)).result()


def delivered(store: Store, mail_id: str, at: datetime, payload: Mapping[str, Any] | None = None) -> None:
    """The mail has left the house; what it said is its `payload` from now on, if given. Raises StoreUnavailable."""
    store.write(_delivered, (mail_id, at, payload)).result()


def postpone(store: Store, mail_id: str, next_at: datetime, why: str) -> None:
    """Try again at `next_at`; `why` is the kind of fault, never a text of the sender. Raises StoreUnavailable."""
    store.write(_settle, (mail_id, {"next_at": next_at, "why": why})).result()


def give_up(store: Store, mail_id: str, why: str) -> None:
    """Stop trying: the mail is shown to staff. Raises StoreUnavailable."""
    store.write(_settle, (mail_id, {"state": "failed", "why": why})).result()


def retry(store: Store, mail_id: str, at: datetime, by: str | None = None) -> bool:
    """Try a mail that was given up once more, from the beginning; False where it is not given up (any more).

    Raises StoreUnavailable.
    """
    return store.write(_retry, (mail_id, at, by)).result()


def stuck(store: Store, most: int = 100) -> list[OutboxItem]:
    """The mails that were given up, the oldest first. Raises StoreUnavailable."""
    return store.look(_stuck, most)


def oldest_waiting(store: Store) -> Waiting | None:
    """The oldest mail that waits; one of a clock that was ahead counts as the newest. Raises StoreUnavailable."""
    return store.look(_oldest_waiting)


def given_up(store: Store) -> int:
    """How many mails were given up. Raises StoreUnavailable."""
    return store.look(_number_given_up)


def _due(connection: Connection, _: Store, now: datetime) -> bool:
    return connection.execute(_ids_due(now).limit(1)).first() is not None


def _ids_due(now: datetime) -> Any:
    # No pause and no lease is as long as that: the clock was ahead that set such a time.
    due = or_(OUTBOX.c.next_at <= now, OUTBOX.c.next_at > now + _FARTHEST)
    waiting = select(OUTBOX.c.id).where(WAITING, due, free(now))
    return waiting.order_by(OUTBOX.c.next_at, OUTBOX.c.id)


def free(now: datetime) -> ColumnElement[bool]:
    """Whether no worker has a mail just now."""
    lapsed = or_(OUTBOX.c.claimed_until <= now, OUTBOX.c.claimed_until > now + LEASE + AHEAD)
    return or_(OUTBOX.c.claimed_until.is_(None), lapsed)


@each
def _claim(connection: Connection, store: Store, item: tuple[datetime, int]) -> list[OutboxItem]:
    now, most = item
    # A letter that was called back while a worker had it, and of which nobody tells any more, may have left.
    left = {"state": "delivered", "settled_at": times.believed(connection, now), "claimed_until": None}
    connection.execute(OUTBOX.update().where(RECALLED, free(now)).values(left))
    # By itself, before the update: a condition may be asked again for each row, and would then find others due.
    due = _ids_due(now).limit(most).with_for_update(skip_locked=True).cte("due")
    claimed = connection.execute(
        OUTBOX.update()
        .where(OUTBOX.c.id.in_(select(due.c.id)))
        .values(claimed_until=now + LEASE, attempts=OUTBOX.c.attempts + 1)
        .returning(*OUTBOX.c)
    )
    return _items(connection, store, sorted(claimed.mappings(), key=lambda mail: (mail["next_at"], mail["id"])))


@each
def _settle(connection: Connection, _: Store, item: tuple[str, dict[str, Any]]) -> None:
    mail_id, change = item
    taken = OUTBOX.delete().where(OUTBOX.c.id == mail_id, RECALLED)
    for never_left in connection.execute(taken.returning(*OUTBOX.c["inquiry_id", "desk", "kind"])).all():
        if never_left.kind not in kinds.NO_ASK:
            unasked.tell_no_more(connection, never_left.inquiry_id, never_left.desk)
    connection.execute(_BY_ID.values(claimed_until=None, **change), {"of": mail_id})


@each
def _delivered(connection: Connection, store: Store, item: tuple[str, datetime, Mapping[str, Any] | None]) -> None:
    mail_id, at, payload = item
    change = {"state": "delivered", "settled_at": times.believed(connection, at), "why": None}
    words = _sealed(store, mail_id, payload) if payload else {}
    connection.execute(_BY_ID.values(claimed_until=None, **change, **words), {"of": mail_id})


@each
def _retry(connection: Connection, store: Store, item: tuple[str, datetime, str | None]) -> bool:
    mail_id, at, by = item
    values = {"state": "waiting", "next_at": at, "attempts": 0, "claimed_until": None}
    begun = OUTBOX.update().where(OUTBOX.c.id == mail_id, FAILED).values(values)
    mail = connection.execute(begun.returning(OUTBOX.c.inquiry_id, OUTBOX.c.kind)).first()
    if mail is None:
        return False
    audit.append(connection, store, "letter-retried", at, staff_id=by, inquiry_id=mail.inquiry_id, detail=mail.kind)
    return True


def _stuck(connection: Connection, store: Store, most: int) -> list[OutboxItem]:
    rows = connection.execute(OUTBOX.select().where(FAILED).order_by(OUTBOX.c.next_at).limit(most)).mappings()
    return _items(connection, store, list(rows))


def _oldest_waiting(connection: Connection, _: Store) -> Waiting | None:
    rows = select(INQUIRY.c.receipt, *OUTBOX.c["created_at", "next_at"]).join_from(OUTBOX, INQUIRY).where(WAITING)
    found = connection.execute(rows.order_by(OUTBOX.c.created_at).limit(1)).first()
    return Waiting(*found) if found else None


def _number_given_up(connection: Connection, _: Store) -> int:
    return connection.execute(select(func.count()).select_from(OUTBOX).where(FAILED)).scalar_one()


def _sealed(store: Store, mail_id: str, payload: Mapping[str, Any] | None) -> dict[str, bytes | None]:
    text = json.dumps(payload, ensure_ascii=False) if payload else ""
    return store.seals.seal_row("outbox", mail_id, {"payload": text})


def _items(connection: Connection, store: Store, rows: Sequence[RowMapping]) -> list[OutboxItem]:
    wanted = {mail["inquiry_id"] for mail in rows}
    about = {one["id"]: one for one in connection.execute(inquiries().where(INQUIRY.c.id.in_(wanted))).mappings()}
    return [_item(mail, about.get(mail["inquiry_id"]), store) for mail in rows]


def _item(mail: RowMapping, about: RowMapping | None, store: Store) -> OutboxItem:
    inquiry, payload = None, ""
    # A mail whose key was taken off the list must not keep back the others: it comes without its inquiry.
    with suppress(SealError):
        payload = store.seals.open(mail["payload"], f"outbox:payload:{mail['id']}")
        inquiry = opened(about, store.seals) if about else None
    same = ("id", "kind", "desk", "language", "message_id", "attempts", "created_at", "why")
    return OutboxItem(inquiry=inquiry, payload=json.loads(payload or "{}"), **{name: mail[name] for name in same})


# What has left the house stays so, whatever a worker says whose claim had run out meanwhile.
_BY_ID = OUTBOX.update().where(OUTBOX.c.id == bindparam("of"), OUTBOX.c.state.not_in(("delivered", "leaving")))
_FARTHEST = LONGEST_PAUSE + AHEAD
