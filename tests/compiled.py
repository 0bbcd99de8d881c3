"""What SQLAlchemy has made of a statement: every desk of a process writes the same ones, and each is compiled once.

An engine remembers them for itself, and most tests have two engines of their own.
"""

from collections.abc import Iterator, MutableMapping
from functools import partial
from typing import Any

import pytest
from sqlalchemy import create_engine
from sqlalchemy.engine import Compiled

from desk.store import engine

Key = tuple[Any, ...]


class ByName(MutableMapping[Key, Compiled]):
    """Statements by the name of their dialect, of which each engine has one of its own; all others are alike."""

    def __init__(self) -> None:
        self.known: dict[Key, Compiled] = {}

    def __getitem__(self, key: Key) -> Compiled:
        return self.known[_named(key)]

    def __setitem__(self, key: Key, statement: Compiled) -> None:
        self.known[_named(key)] = statement

    def __delitem__(self, key: Key) -> None:
        del self.known[_named(key)]

    def __iter__(self) -> Iterator[Key]:
        return iter(self.known)

    def __len__(self) -> int:
        return len(self.known)


def _named(key: Key) -> Key:
    dialect, *rest = key
    return dialect.name, *rest


@pytest.fixture(scope="session", autouse=True)
def _compiled_once() -> Iterator[None]:
    """For the tests of every folder."""
    with pytest.MonkeyPatch.context() as patched:
        shared = partial(create_engine, execution_options={"compiled_cache": ByName()})
        patched.setattr(engine, "create_engine", shared)
        yield
