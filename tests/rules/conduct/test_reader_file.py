"""The readers' files: what is none, or does not fit the other, is refused."""

import io
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from desk import signs_files
from desk.rules.conduct.reader import Twice, read_reader


def test_two_who_know_other_acts_are_not_taken_together() -> None:
    both = signs_files.reader("en")
    assert isinstance(both, Twice)
    with pytest.raises(ValueError, match="do not know the same acts"):
        Twice(both.first, replace(both.second, acts=both.second.acts[::-1]))


def test_a_reader_of_shorter_texts_is_refused() -> None:
    with np.load(io.BytesIO(signs_files.READERS["en"].read_bytes())) as held:
        arrays = {name: held[name] for name in held.files}
    assert "act.threat" in read_reader(_saved(arrays)).acts
    with pytest.raises(ValueError, match="no reader") as refused:
        read_reader(_saved(arrays | {"places": arrays["places"][:128]}))
    assert "shorter texts" in str(refused.value.__cause__)


def _saved(arrays: dict[str, Any]) -> bytes:
    file = io.BytesIO()
    np.savez(file, **arrays)
    return file.getvalue()


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no reader"])
def test_another_file_is_no_reader(data: bytes) -> None:
    with pytest.raises(ValueError, match="no reader"):
        read_reader(data)
