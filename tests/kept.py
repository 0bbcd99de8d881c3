"""Inquiries that have been kept for long, and what the tests of erasing do with them."""

import asyncio
import secrets
import sys
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, select

from desk.rules.inquiry import Draft
from desk.rules.organisation import Retention
from desk.store import erasing, erasures, outbox, reviews
from desk.store.engine import Store
from desk.store.erasing import Kept, Order
from desk.store.inquiries import Added, Arrival, Limits, add
from desk.store.matters import Before
from desk.store.reviews import Decision
from desk.store.routes import Lead
from desk.store.screening import Assessment, record, unscreened
from desk.store.tables import Base

KEPT = Retention(inquiries=730, assessments=1095, outbox=30, counts=400, audit=2555)
FINDING = {
    "act": "act.insult",
    "sign": "s",
    "strength": "strong",
    "field": "message",
    "start": 0,
    "end": 2,
    "text": "死ね",
    "view": "plain",
}
CLEAN = Assessment(flagged=False, severity="none", findings=[], suppressed=[], care=[], ruleset="r1")
HELD = Assessment(flagged=True, severity="high", findings=[FINDING], suppressed=[], care=[], ruleset="r1")
MARKS = ("name 山田花子",)

Came = Callable[..., str]
UNLIMITED = Limits(sys.maxsize, sys.maxsize)


def coming(store: Store, arrival: Callable[..., Arrival], now: datetime) -> Came:
    """One more inquiry, screened, its letters gone out; gives its receipt."""

    def one_more(
        judged: Assessment = CLEAN, *, sent: bool = True, after: float = 0, length: int = 8, **before: Any
    ) -> str:
        added = asyncio.run(add(store, arrival(after=after, message=f"死ね {secrets.token_hex(length)}"), UNLIMITED))
        assert isinstance(added, Added)
        (inquiry,) = (*unscreened(store, 2), *unscreened(store, 2, long=True))
        leads, at = [Lead("general", "請求書")], now + timedelta(seconds=after)
        record(store, inquiry.id, judged, "general", at, leads=leads, before=Before(MARKS, **before)).result()
        if sent:
            deliver(store, at)
        return added.receipt

    return one_more


def arrive(store: Store, draft: Draft, at: datetime) -> str:
    """Store an inquiry that came in then, without any limit; its receipt."""
    arrival = Arrival(draft.message, draft, None, "ja", "2026-10-01", "2026-10-01", at, at, "192.0.2.1")
    added = asyncio.run(add(store, arrival, Limits(sys.maxsize, sys.maxsize)))
    assert isinstance(added, Added)
    return added.receipt


def deliver(store: Store, at: datetime) -> None:
    for mail in outbox.claim_due(store, at, 100):
        outbox.delivered(store, mail.id, at)


def the(store: Store, receipt: str) -> Kept:
    found = erasing.find(store, receipt)
    assert found
    return found


def erase(store: Store, receipt: str, at: datetime, reason: str = "", **rest: Any) -> bool:
    seen = the(store, receipt)
    return erasing.erase(store, Order(seen, at, reason=erasures.sealed(store, seen.id, reason), **rest))


def released(store: Store, receipt: str, by: str, at: datetime) -> None:
    reviews.claim(store, receipt, by, at)
    decision = Decision(receipt, by, at, True, False, ("act.insult",), "release-masked", "理由は「死ね」。", "■■")
    reviews.decide(store, decision, "claimed", "released", [outbox.Mail("desk_masked", "ja", "general", {"a": "b"})])
    deliver(store, at)


def everything(store: Store) -> Iterator[tuple[str, str, Any]]:
    """Every value of every table, with its place."""

    def rows(connection: Connection, _: Store) -> list[tuple[str, str, Any]]:
        return [
            (table.name, name, value)
            for table in Base.metadata.sorted_tables
            for row in connection.execute(select(table)).mappings()
            for name, value in row.items()
        ]

    yield from store.look(rows)
