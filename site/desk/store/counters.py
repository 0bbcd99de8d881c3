"""How often is too often: counters shared by all processes, in windows that begin with the first try."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam

from desk.store import bulk
from desk.store.engine import Store
from desk.store.tables import COUNTER

_SWEEP_EVERY = timedelta(minutes=1)


class Allowance(NamedTuple):
    """At most `most` tries in `seconds` seconds under this key, a keyed hash of what is counted."""

    key: bytes
    most: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Try:
    """Something tried at a moment; it counts under each of its allowances, or, where one is used up, under none."""

    at: datetime
    allowances: tuple[Allowance, ...]


@dataclass(slots=True)
class _Window:
    started_at: datetime
    ends_at: datetime
    count: int
    new: bool


def count(connection: Connection, store: Store, tries: Sequence[Try]) -> list[int]:
    """Count these tries in their order; for each 0, or the seconds after which it may be tried again."""
    if not tries:
        return []
    _sweep(connection, store, tries[-1].at)
    windows = _windows(connection, {allowance.key for one in tries for allowance in one.allowances})
    changed: dict[bytes, _Window] = {}
    waits = []
    for one in tries:
        wait = max((_wait(windows.get(allowance.key), allowance, one.at) for allowance in one.allowances), default=0)
        waits.append(wait)
        if not wait:
            for allowance in one.allowances:
                changed[allowance.key] = windows[allowance.key] = _counted(
                    windows.get(allowance.key), allowance, one.at
                )
    _save(connection, changed)
    return waits


def forget(connection: Connection, keys: Iterable[bytes]) -> None:
    """Begin anew under these keys."""
    connection.execute(COUNTER.delete().where(COUNTER.c.key.in_(list(keys))))


def take_back(connection: Connection, keys: Iterable[bytes]) -> None:
    """Count one try less under each of these keys."""
    held = COUNTER.c.key.in_(list(keys)) & (COUNTER.c.count > 0)
    connection.execute(COUNTER.update().where(held).values(count=COUNTER.c.count - 1))


def _sweep(connection: Connection, store: Store, now: datetime) -> None:
    # A minute's worth of counters whose window is over is little: the table stays as small as the traffic is.
    if store.swept_at is None or abs(now - store.swept_at) > _SWEEP_EVERY:
        store.swept_at = now
        connection.execute(COUNTER.delete().where(COUNTER.c.ends_at < now))


def _windows(connection: Connection, keys: set[bytes]) -> dict[bytes, _Window]:
    rows = connection.execute(_SELECT, {"keys": list(keys)})
    return {bytes(key): _Window(started_at, ends_at, number, new=False) for key, started_at, ends_at, number in rows}


def _wait(window: _Window | None, allowance: Allowance, at: datetime) -> int:
    if window is None or window.count < allowance.most or not _open(window, at):
        return 0
    return max(1, math.ceil((window.ends_at - at).total_seconds()))


def _counted(window: _Window | None, allowance: Allowance, at: datetime) -> _Window:
    if window is None or not _open(window, at):
        return _Window(at, at + timedelta(seconds=allowance.seconds), 1, new=window is None or window.new)
    window.count += 1
    return window


def _open(window: _Window, at: datetime) -> bool:
    # A clock that was set back must not lock anybody out: a window of the future is none.
    return window.started_at - (window.ends_at - window.started_at) < at < window.ends_at


def _save(connection: Connection, windows: dict[bytes, _Window]) -> None:
    new = [_row(key, window) for key, window in windows.items() if window.new]
    old = [_row(key, window) for key, window in windows.items() if not window.new]
    bulk.insert(connection, COUNTER, new)
    if old:
        connection.execute(_UPDATE, [{"of" if name == "key" else name: row[name] for name in row} for row in old])


def _row(key: bytes, window: _Window) -> dict[str, Any]:
    return {"key": key, "started_at": window.started_at, "ends_at": window.ends_at, "count": window.count}


_SELECT = COUNTER.select().where(COUNTER.c.key.in_(bindparam("keys", expanding=True)))
_UPDATE = (
    COUNTER.update()
    .where(COUNTER.c.key == bindparam("of"))
    .values(started_at=bindparam("started_at"), ends_at=bindparam("ends_at"), count=bindparam("count"))
)
