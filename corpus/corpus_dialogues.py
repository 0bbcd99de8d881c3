"""The dialogues of the corpus, and the sequences of the tests, as the judgement of repetition sees them."""

# ruff: noqa: INP001 (these scripts lie beside the texts, they are no package)
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from corpus_authors import DIALOGUES, HERE, check_named

from desk.rules.repetition import Message

# The sequences that the rule is held by are read too, but for those sets of them that tell how well it does.
SEQUENCES, HELD_SETS = HERE.parent / "tests" / "rules" / "repetition.jsonl", (11, *range(14, 53))

# A second click is the rule's matter: it is judged as the message that was sent twice.
CLICK = "fine-click"

Dialogue = list[tuple[Message, str]]


def training() -> list[tuple[str, str, Dialogue]]:
    """Every dialogue of corpus/repetition, but not of its folder held; SystemExit where an author has no role."""
    paths = sorted((HERE / "repetition").glob("*.jsonl"))
    check_named(DIALOGUES, {(row["lang"], row["author"]) for row in _rows(paths)})
    return list(dialogues(paths))


def dialogues(paths: Sequence[Path]) -> Iterator[tuple[str, str, Dialogue]]:
    """Each dialogue's id, author, and messages with their labels, in order of time."""
    for row in _rows(paths):
        told = [(_message(one), one["label"]) for one in row["messages"]]
        yield row["id"], row["author"], sorted(told, key=lambda one: one[0].at)


def sequences() -> Iterator[tuple[str, str, Dialogue]]:
    """Those of the tests that are trained on; only the label of the last message is known."""
    for row in _rows([SEQUENCES]):
        if row["set"] not in HELD_SETS:
            yield row["id"], "sequences", sequence(row)


def sequence(row: dict[str, Any]) -> Dialogue:
    """The messages of one sequence of the tests; only the last one has a label."""
    told = sorted(map(_message, row["messages"]), key=lambda one: one.at)
    return list(zip(told, [""] * (len(told) - 1) + ["again" if row["expect"] else "fine"], strict=True))


def _rows(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    return (json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines())


def _message(row: dict[str, Any]) -> Message:
    at = datetime.fromisoformat(row["at"])
    return Message(at, row["email"], row["name"], row["message"], answered_before=row["answered_before"])
