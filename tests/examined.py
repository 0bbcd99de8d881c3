"""The rules are pure, and tests of pages send the same few inquiries again and again: each is examined once.

Others say some of the same sentences, and what a reader makes of one, by itself, is asked for once too.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import pytest

from desk.rules import conduct
from desk.rules.conduct import Examination
from desk.rules.conduct.opinion_model import Read
from desk.rules.conduct.reader import Reader

ANYBODY = re.compile(r"ken@[0-9a-f]{16}\.example\.jp")
_KNOWN: dict[tuple[Any, ...], tuple[Any, Any, Examination]] = {}
_READ: dict[tuple[Any, ...], tuple[Reader, Any]] = {}


@contextmanager
def examined_once() -> Iterator[None]:
    """Until the block ends, what was examined by the same signs and model is known."""
    examine = conduct.examine

    def known(fields: Mapping[str, str], signs: Any, model: Any = None) -> Examination:
        # Whoever is somebody else each time has an address in which there is nothing to be found.
        told = {name: value for name, value in fields.items() if not ANYBODY.fullmatch(value)}
        key = (tuple(sorted(told.items())), id(signs), id(model))
        if key not in _KNOWN:  # with what it was examined by, so that nothing else can get their ids
            _KNOWN[key] = (signs, model, examine(fields, signs, model))
        return _KNOWN[key][2]

    with read_once(), pytest.MonkeyPatch.context() as patched:
        patched.setattr(conduct, "examine", known)
        yield


@contextmanager
def read_once() -> Iterator[None]:
    """Until the block ends, what a reader makes of a sentence is known."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Reader, "read", _read_once(Reader.read))
        patched.setattr(Reader, "without", _without_once(Reader.without))
        yield


def _read_once(read: Callable[..., list[Read]]) -> Callable[..., list[Read]]:
    def known(reader: Reader, texts: Sequence[str], *, listening: bool = False) -> list[Read]:
        keys = [(id(reader), text, listening) for text in texts]
        new = {key: key[1] for key in keys if key not in _READ}
        for key, said in zip(new, read(reader, list(new.values()), listening=listening), strict=True):
            _READ[key] = (reader, said)
        return [_READ[key][1] for key in keys]

    return known


def _without_once(without: Callable[..., list[float]]) -> Callable[..., list[float]]:
    def known(reader: Reader, text: str, spans: Sequence[tuple[int, int]], need: str = "") -> list[float]:
        key = (id(reader), text, tuple(spans), need)
        if key not in _READ:
            _READ[key] = (reader, without(reader, text, spans, need))
        return list(_READ[key][1])

    return known


@pytest.fixture(scope="module", autouse=True)
def _examined_once() -> Iterator[None]:
    """For every test of a folder whose conftest imports this."""
    with examined_once():
        yield
