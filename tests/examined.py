"""The rules are pure, and tests of pages send the same few inquiries again and again: each is examined once."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pytest

from desk.rules import conduct
from desk.rules.conduct import Examination

ANYBODY = re.compile(r"ken@[0-9a-f]{16}\.example\.jp")
_KNOWN: dict[tuple[Any, ...], tuple[Any, Any, Examination]] = {}


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

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(conduct, "examine", known)
        yield


@pytest.fixture(scope="module", autouse=True)
def _examined_once() -> Iterator[None]:
    """For every test of a folder whose conftest imports this."""
    with examined_once():
        yield
