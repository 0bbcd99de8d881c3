"""Tries that must not be many, such as signing in: counted in the database, shared by all processes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from desk.store import counters
from desk.store.counters import Allowance, Try
from desk.store.engine import Store
from desk.store.writer import each


@dataclass(frozen=True, slots=True)
class _Attempt:
    keys: tuple[str, ...]
    limits: tuple[int, ...]
    seconds: int
    at: datetime


def attempt(store: Store, keys: Sequence[str], limits: Sequence[int], seconds: int, at: datetime) -> int:
    """Count a try under every key, each with its limit in so many seconds: 0, or the seconds to wait.

    Where one key is used up nothing is counted. Keys are kept as keyed hashes. Raises StoreUnavailable.
    """
    return store.write(_attempt, _Attempt(tuple(keys), tuple(limits), seconds, at)).result()


def forget(store: Store, keys: Sequence[str], shared: Sequence[str] = ()) -> None:
    """Begin anew under these keys, after a success, and take the one try back under those shared with others.

    Raises StoreUnavailable.
    """
    store.write(_forget, (tuple(keys), tuple(shared))).result()


def _attempt(connection: Connection, store: Store, items: Sequence[_Attempt]) -> list[int]:
    return counters.count(connection, store, [_try(store, item) for item in items])


@each
def _forget(connection: Connection, store: Store, item: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    keys, shared = item
    counters.forget(connection, [_key(store, key) for key in keys])
    counters.take_back(connection, [_key(store, key) for key in shared])


def _try(store: Store, item: _Attempt) -> Try:
    pairs = zip(item.keys, item.limits, strict=True)
    return Try(item.at, tuple(Allowance(_key(store, key), most, item.seconds) for key, most in pairs))


def _key(store: Store, key: str) -> bytes:
    return b"attempt " + store.seals.index("attempt", key)
