"""The dialogues of the corpus, and the sequences of the tests, as the judgement of repetition sees them."""

# ruff: noqa: INP001 (these scripts lie beside the texts, they are no package)
import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from rows import HERE

from desk.rules.repetition import Message

# The sequences that the rule is held by are read too, but for those sets of them that tell how well it does.
SEQUENCES, ASIDE = HERE.parent / "tests" / "rules" / "repetition.jsonl", (11, 14, 15, 16)

# A second click is the rule's matter: it is judged as the message that was sent twice.
CLICK = "fine-click"

Dialogue = list[tuple[Message, str]]


def dialogues(paths: Sequence[Path]) -> Iterator[tuple[str, str, Dialogue]]:
    """Each dialogue's id, hand, and messages with their labels, in order of time."""
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            told = [(_message(one), one["label"]) for one in row["messages"]]
            yield row["id"], row["author"], sorted(told, key=lambda one: one[0].at)


def sequences() -> Iterator[tuple[str, str, Dialogue]]:
    """Those of the tests, of which the label of the last message alone is known."""
    for line in SEQUENCES.read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["set"] not in ASIDE:
            told = sorted(map(_message, row["messages"]), key=lambda one: one.at)
            labels = [""] * (len(told) - 1) + ["again" if row["expect"] else "fine"]
            yield row["id"], "sequences", list(zip(told, labels, strict=True))


def _message(row: dict[str, Any]) -> Message:
    at = datetime.fromisoformat(row["at"])
    return Message(at, row["email"], row["name"], row["message"], answered_before=row["answered_before"])
