"""Erasing inquiries: their words go, from every table; receipt, times, acts, decisions and the log stay.

What is left of an inquiry tells that it came, what was decided about it and when it was erased, and nothing that its
sender wrote. The files of its letters are the caller's to delete, before this: so a crash in between is repeated.
"""

import secrets
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, false, func, or_, select

from desk.rules import receipts, retention
from desk.rules.organisation import Retention
from desk.rules.retention import Letters, Standing
from desk.store import audit, closed, forgetting
from desk.store.engine import Store
from desk.store.erasures import Why
from desk.store.forgetting import Letter
from desk.store.ids import first_id
from desk.store.kinds import NO_ASK
from desk.store.matter_tables import ANSWER, SAME_MATTER, SENDER_MARK
from desk.store.records import SEALED
from desk.store.retention_tables import ERASURE, LEGAL_HOLD, STANDING, UNTIMED
from desk.store.sealing import Seals
from desk.store.tables import (
    ASSESSMENT,
    DECISION,
    DECISION_TEXT,
    FORWARD,
    INQUIRY,
    OUTBOX,
    ROUTE_WORD,
    SETTLED,
    SIGN_SEEN,
)
from desk.store.writer import each

EVENTS: Final[dict[Why, str]] = {"due": "erased", "asked": "erased-on-request", "lost": "erased-unreadable"}
PAGE: Final = 500  # inquiries that are looked at, at a time


@dataclass(frozen=True, slots=True)
class Kept:
    """An inquiry that is kept so far, and all of its letters."""

    id: str
    receipt: str
    received_at: datetime
    standing: Standing
    letters: tuple[Letter, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """That an inquiry is erased as it was seen: `kept` are the times that must be over, None where its sender asked.

    `account` is that of the machine where a person gave the order, "" for the worker. `reason` is sealed already: a
    reason that cannot be is known before anything is deleted for it.
    """

    inquiry: Kept
    at: datetime
    kept: Retention | None = None
    reason: bytes | None = None
    account: str = ""


def find(store: Store, receipt: str) -> Kept | None:
    """The inquiry of a receipt, however it was typed, with its letters. Raises StoreUnavailable."""
    return store.look(_one, INQUIRY.c.receipt == receipts.read(receipt))


def due(store: Store, kept: Retention, now: datetime, most: int = sys.maxsize) -> list[Kept]:
    """At most `most` inquiries whose time is over, the oldest first. Raises StoreUnavailable."""
    found: list[Kept] = []
    for page in _pages(store, first_id(now - timedelta(days=kept.inquiries))):
        found += [one for one in page if retention.due(one.standing, kept, now)]
        if len(found) >= most:
            break
    return found[:most]


def may(standing: Standing, kept: Retention | None, now: datetime) -> bool:
    """Whether an inquiry may be erased: its time by `kept` is over or, without that, nothing stands in the way."""
    return retention.obstacle(standing) is None if kept is None else retention.due(standing, kept, now)


def begin(store: Store, order: Order) -> bool:
    """Mark an inquiry as being erased, so that no legal hold comes between; False where it may not be (any more).

    The mark stands on its letters, whose files go next: without any there is nothing that a hold would miss.
    Raises StoreUnavailable.
    """
    return store.write(_begin, order).result()


def erase(store: Store, order: Order) -> bool:
    """Erase an inquiry; False where it may not be (any more), or has a letter that was not seen.

    Raises StoreUnavailable.
    """
    return store.write(_erase, order).result()


def _pages(store: Store, before: str) -> Iterator[list[Kept]]:
    """What waits for nobody, from before an id, the oldest first."""
    after = ""
    while page := store.look(_settled, after, before):
        yield page
        after = page[-1].id


def _settled(connection: Connection, store: Store, after: str, before: str) -> list[Kept]:
    inquiry = ASSESSMENT.c.inquiry_id
    rows = _kept(store.seals).where(SETTLED, inquiry > after, inquiry < before).order_by(inquiry).limit(PAGE)
    return [_read(row) for row in connection.execute(rows).mappings()]


def _one(connection: Connection, store: Store, which: Any) -> Kept | None:
    row = connection.execute(_kept(store.seals).where(which)).mappings().first()
    if row is None:
        return None
    letters = select(OUTBOX.c.id, OUTBOX.c.message_id).where(OUTBOX.c.inquiry_id == row["id"]).order_by(OUTBOX.c.id)
    return _read(row, tuple(Letter(*letter) for letter in connection.execute(letters)))


def _kept(seals: Seals) -> Select[Any]:
    failed = and_(OUTBOX.c.state == "failed", OUTBOX.c.kind.not_in(NO_ASK))
    about = OUTBOX.c.inquiry_id == INQUIRY.c.id
    last = (
        select(func.max(column)).where(link == INQUIRY.c.id).scalar_subquery().label(name)
        for name, column, link in (
            ("decided_at", DECISION.c.at, DECISION.c.inquiry_id),
            ("answered_at", ANSWER.c.recorded_at, ANSWER.c.inquiry_id),
            ("sent_on_at", FORWARD.c.at, FORWARD.c.inquiry_id),
            ("runs_from", UNTIMED.c.runs_from, UNTIMED.c.inquiry_id),
        )
    )
    return select(
        *INQUIRY.c["id", "receipt", "received_at"],
        *ASSESSMENT.c["state", "flagged"],
        exists().where(about, OUTBOX.c.state.in_(("waiting", "recalled"))).label("waiting"),
        exists().where(about, failed).label("failed"),
        exists().where(LEGAL_HOLD.c.inquiry_id == INQUIRY.c.id, STANDING).label("hold"),
        exists().where(UNTIMED.c.inquiry_id == INQUIRY.c.id, UNTIMED.c.runs_from.is_(None)).label("untimed"),
        _given_up(seals, INQUIRY.c.message).label("mute"),
        _lost(seals).label("lost"),
        *last,
    ).join_from(ASSESSMENT, INQUIRY)


def _lost(seals: Seals) -> ColumnElement[bool]:
    """Whether what the page of an inquiry shows is sealed with a key that was given up, so that no page opens it."""
    decided = exists().where(
        DECISION_TEXT.c.decision_id == DECISION.c.id,
        DECISION.c.inquiry_id == INQUIRY.c.id,
        _given_up(seals, DECISION_TEXT.c.reason, DECISION_TEXT.c.masked_message),
    )
    kept = exists().where(LEGAL_HOLD.c.inquiry_id == INQUIRY.c.id, STANDING, _given_up(seals, LEGAL_HOLD.c.reason))
    words = _given_up(seals, *(INQUIRY.c[name] for name in SEALED), ASSESSMENT.c.findings)
    return or_(words, decided, kept)


def _given_up(seals: Seals, *sealed: ColumnElement[Any]) -> ColumnElement[bool]:
    by = (closed.sealed_by(column, key_id) for column in sealed for key_id in sorted(seals.keyring.lost))
    # What is not sealed at all is NULL, and lost to nobody.
    return func.coalesce(or_(false(), *by), false())


def _read(row: Any, letters: tuple[Letter, ...] = ()) -> Kept:
    named = ("received_at", "decided_at", "answered_at", "sent_on_at", "runs_from")
    closed_at = max(row[name] for name in named if row[name])
    standing = Standing(
        row["state"], row["flagged"], closed_at, _letters(row), row["hold"], not row["untimed"], row["lost"]
    )
    return Kept(row["id"], row["receipt"], row["received_at"], standing, letters)


def _letters(row: Any) -> Letters:
    if row["waiting"]:
        return "failed" if row["mute"] else "waiting"  # without the words of its inquiry no letter is ever written
    return "failed" if row["failed"] else "done"


@each
def _begin(connection: Connection, store: Store, order: Order) -> bool:
    if _still(connection, store, order) is None:
        return False
    forgetting.mark(connection, OUTBOX.c.inquiry_id == order.inquiry.id)
    return True


def _still(connection: Connection, store: Store, order: Order) -> Kept | None:
    """The inquiry as it stands now; None where it may not be erased, or has a letter that was not seen."""
    now = _one(connection, store, INQUIRY.c.id == order.inquiry.id)
    seen = now is not None and now.letters == order.inquiry.letters
    return now if now and seen and may(now.standing, order.kept, order.at) else None


@each
def _erase(connection: Connection, store: Store, order: Order) -> bool:
    seen, now = order.inquiry, _still(connection, store, order)
    if now is None:
        return False
    _take_words(connection, seen.id)
    _take_traces(connection, seen.id)
    why: Why = "due" if order.kept else "lost" if now.standing.lost else "asked"
    row = {"inquiry_id": seen.id, "at": order.at, "why": why, "state": now.standing.state, "reason": order.reason}
    connection.execute(ERASURE.insert(), row)
    audit.append(connection, store, EVENTS[why], order.at, inquiry_id=seen.id, detail=order.account)
    return True


def _take_words(connection: Connection, inquiry_id: str) -> None:
    """Whatever a sender typed, or was written about it in words; and by what it or its sender is found."""
    words = dict.fromkeys((*SEALED, "email_index"))
    # The form that it came from goes too: sent again from there, it is a new inquiry, which is stored.
    values = {**words, "form_id": secrets.token_hex(16)}
    connection.execute(INQUIRY.update().where(INQUIRY.c.id == inquiry_id).values(values))
    free = dict.fromkeys(("findings", "network_index", "rank", "claimed_by", "claimed_at"))
    connection.execute(ASSESSMENT.update().where(ASSESSMENT.c.inquiry_id == inquiry_id).values(state="erased", **free))
    decisions = select(DECISION.c.id).where(DECISION.c.inquiry_id == inquiry_id)
    theirs = DECISION_TEXT.c.decision_id.in_(decisions)
    connection.execute(DECISION_TEXT.update().where(theirs).values(reason=None, masked_message=None))
    held = LEGAL_HOLD.c.inquiry_id == inquiry_id
    connection.execute(LEGAL_HOLD.update().where(held).values(reason=None, lift_reason=None))


def _take_traces(connection: Connection, inquiry_id: str) -> None:
    """Rows that hold, or bind the inquiry to, something of its sender."""
    for table in (OUTBOX, ROUTE_WORD, SENDER_MARK, SIGN_SEEN, UNTIMED):
        connection.execute(table.delete().where(table.c.inquiry_id == inquiry_id))
    either = or_(SAME_MATTER.c.inquiry_id == inquiry_id, SAME_MATTER.c.earlier_id == inquiry_id)
    connection.execute(SAME_MATTER.delete().where(either))
