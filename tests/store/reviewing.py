"""Inquiries that are held, and the team that reviews them."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple

import pytest

from desk.store import staff
from desk.store.engine import Store
from desk.store.inquiries import Added, Arrival, Limits, add
from desk.store.reviews import Decision
from desk.store.screening import Assessment, record, unscreened

HELD = Assessment(flagged=True, severity="high", findings=[], suppressed=[], care=[], ruleset="r1")


class Team(NamedTuple):
    """Aki reviews, Rin leads; their ids, and the time."""

    aki: str
    rin: str
    now: datetime


@pytest.fixture
def hold(store: Store, limits: Limits, arrival: Callable[..., Arrival]) -> Callable[..., str]:
    """Hold one more inquiry: its receipt."""
    numbers = iter(range(100))

    def one_more(**assessment: Any) -> str:
        number = next(numbers)
        sent = arrival(after=number - 1000, email=f"{number}@example.com", client=f"192.0.2.{number}")
        added = asyncio.run(add(store, sent, limits))
        assert isinstance(added, Added)
        (inquiry,) = unscreened(store, 2)
        record(store, inquiry.id, replace(HELD, **assessment), "general", sent.received_at).result()
        return added.receipt

    return one_more


@pytest.fixture
def team(store: Store, now: datetime) -> Team:
    aki = staff.add(store, "Aki", "reviewer", "ja", "hash", "SECRET", now)
    rin = staff.add(store, "Rin", "lead", "en", "hash", "SECRET", now)
    return Team(aki.id, rin.id, now)


@pytest.fixture
def released(team: Team) -> Callable[..., Decision]:
    """Aki's decision to release a masked copy; what is named differs."""

    def make(receipt: str, **changes: Any) -> Decision:
        plain = Decision(receipt, team.aki, team.now, True, False, ("act.insult",), "release-masked", "理由", "■■です")
        return replace(plain, **changes)

    return make
