"""Who had an inquiry before is told that others answer: once, unless never asked, and not behind being asked again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from desk.store import outbox, routes
from desk.store.engine import Store
from desk.store.outbox import Mail
from desk.store.routes import Forward

from .test_routes import TOLD, Screen, forward, screen

__all__ = ["forward", "screen"]


def leaving(store: Store, now: datetime) -> list[tuple[str, str | None]]:
    """What leaves for desks now, and has left."""
    items = [item for item in outbox.claim_due(store, now, 10) if item.desk]
    for item in items:
        outbox.delivered(store, item.id, now)
    return sorted((item.kind, item.desk) for item in items)


def last(store: Store, receipt: str) -> str:
    return routes.way(store, receipt).forwards[-1].id


def test_a_desk_that_was_asked_is_told(
    store: Store, screen: Screen, forward: Callable[..., Forward], now: datetime
) -> None:
    receipt = screen()
    assert leaving(store, now) == [("desk", "general")]
    routes.send_on(store, replace(forward(receipt), told=TOLD))
    assert leaving(store, now) == [("desk", "ir"), ("elsewhere", "general")]


def test_a_desk_whose_letter_just_leaves_is_told_too(
    store: Store, screen: Screen, forward: Callable[..., Forward], now: datetime
) -> None:
    receipt = screen()
    outbox.claim_due(store, now, 10)
    routes.send_on(store, replace(forward(receipt), told=TOLD))
    assert leaving(store, now) == [("desk", "ir"), ("elsewhere", "general")]


@pytest.mark.parametrize("failed", [True, False])
def test_a_desk_that_got_nothing_is_told_nothing(
    store: Store, screen: Screen, forward: Callable[..., Forward], now: datetime, *, failed: bool
) -> None:
    receipt = screen()
    for item in outbox.claim_due(store, now, 10) if failed else ():
        outbox.give_up(store, item.id, "recipient refused")
    routes.send_on(store, replace(forward(receipt), told=TOLD))
    assert leaving(store, now) == [("desk", "ir")]


def test_what_a_desk_is_told_outlives_that_the_inquiry_goes_on_again(
    store: Store, screen: Screen, forward: Callable[..., Forward], now: datetime
) -> None:
    receipt = screen()
    leaving(store, now)
    routes.send_on(store, replace(forward(receipt), told=TOLD))
    again = forward(receipt, "press", last(store, receipt))
    routes.send_on(store, replace(again, told=Mail("elsewhere", "ja", "ir", {"to": "press"})))
    assert leaving(store, now) == [("desk", "press"), ("elsewhere", "general")]


def test_a_desk_that_gets_it_back_is_not_told_behind_that_that_others_answer(
    store: Store, screen: Screen, forward: Callable[..., Forward], now: datetime
) -> None:
    receipt = screen()
    leaving(store, now)
    routes.send_on(store, replace(forward(receipt), told=TOLD))
    routes.send_on(store, forward(receipt, "general", last(store, receipt)))
    assert leaving(store, now) == [("desk", "general")]


@pytest.mark.parametrize("had", [True, False])
@pytest.mark.parametrize("fails", ["for now", "for good"])
def test_a_desk_whose_letter_did_not_leave_after_all_is_told_nothing_unless_it_had_another(
    store: Store, screen: Screen, forward: Callable[..., Forward], now: datetime, fails: str, *, had: bool
) -> None:
    receipt = screen()
    if had:
        leaving(store, now)
        routes.send_on(store, replace(forward(receipt), told=TOLD))
        leaving(store, now)
        routes.send_on(store, forward(receipt, "general", last(store, receipt)))
    (asked,) = [item for item in outbox.claim_due(store, now, 10) if item.desk]
    assert asked.desk == "general"
    routes.send_on(store, replace(forward(receipt, "press", last(store, receipt) if had else ""), told=TOLD))
    if fails == "for now":
        outbox.postpone(store, asked.id, now, "timeout")
    else:
        outbox.give_up(store, asked.id, "recipient refused")
    assert leaving(store, now) == [("desk", "press"), *([("elsewhere", "general")] if had else [])]
