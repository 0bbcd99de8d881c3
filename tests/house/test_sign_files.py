"""The sign files can be read and compared line by line, and nothing in them is there for nothing."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from desk import signs_files
from desk.rules.conduct.words import split

LONGEST = 120
TEXTS = signs_files.texts()
# The parts that rules of context ask for by their names stand in no pattern.
NAMED = "\n".join(path.read_text("utf-8") for path in Path(signs_files.__file__).parent.glob("rules/conduct/*.py"))


def tables() -> dict[str, dict[str, Any]]:
    return {file: tomllib.loads(text) for file, text in TEXTS.items()}


@pytest.mark.parametrize("file", TEXTS)
def test_a_long_line_holds_one_word_or_one_example(file: str) -> None:
    long = [line for line in TEXTS[file].splitlines() if len(line) > LONGEST and not line.startswith("#")]
    assert [line[:60] for line in long if not line.startswith('    "') and len(split(line)) > 1] == []


def test_every_part_is_used() -> None:
    parts = {part for data in tables().values() for part in data.get("part", {})}
    patterns = " ".join(
        pattern for data in tables().values() for sign in data.get("sign", ()) for pattern in sign.get("any", ())
    )
    named = {name for piece in patterns.split() for name in piece.lstrip("!>").partition("/")[0].split("|")}
    assert sorted(part for part in parts - named if f'"{part}"' not in NAMED) == []
