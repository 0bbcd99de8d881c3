"""The readers' files: what is none, or does not fit the other, is refused."""

import io
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desk import signs_files
from desk.rules.conduct.reader import Twice, read_reader
from desk.rules.reader.body import body
from desk.rules.reader.spelling import MOST_PIECES


def test_two_who_know_other_acts_are_not_taken_together() -> None:
    both = signs_files.reader("en")
    assert isinstance(both, Twice)
    with pytest.raises(ValueError, match="do not know the same acts"):
        Twice(both.first, replace(both.second, acts=both.second.acts[::-1]))


def test_a_reader_of_shorter_texts_is_refused() -> None:
    arrays = _arrays(signs_files.READERS["en"])
    assert "act.threat" in read_reader(_saved(arrays)).acts
    with pytest.raises(ValueError, match="no reader") as refused:
        read_reader(_saved(arrays | {"places": arrays["places"][:128]}))
    assert "shorter texts" in str(refused.value.__cause__)


@pytest.mark.parametrize(
    ("name", "cut", "why"),
    [
        ("apart", np.s_[:6], "other distances"),
        ("apart", np.s_[:, 2:], "other distances"),
        ("0.wide.weight.scale", np.s_[:1], "do not fit"),
        ("0.query.bias", np.s_[:-1], "do not fit"),
    ],
)
def test_a_wide_reader_whose_parts_do_not_fit_is_refused(name: str, cut: Any, why: str) -> None:
    held = _arrays(signs_files.SECONDS["en"])
    assert body(held, MOST_PIECES).layers[0].apart is not None
    with pytest.raises(ValueError, match=why):
        body({**held, name: held[name][cut]}, MOST_PIECES)


@cache
def _arrays(file: Path) -> dict[str, Any]:
    with np.load(file) as held:
        return {name: held[name] for name in held.files}


def _saved(arrays: dict[str, Any]) -> bytes:
    file = io.BytesIO()
    np.savez(file, **arrays)
    return file.getvalue()


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no reader"])
def test_another_file_is_no_reader(data: bytes) -> None:
    with pytest.raises(ValueError, match="no reader"):
        read_reader(data)
