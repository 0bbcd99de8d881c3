"""Try the judgement of repetition on dialogues: `python corpus/measure_repetition.py FILE…` (of corpus/repetition/).

Every message after an answer is judged by those before it; its label says what it is. Printed for each author and for
all: repetitions found, honest second askings and other messages called one; in brackets, by the rule alone.
"""

# ruff: noqa: INP001 (these scripts lie beside the texts, they are no package)
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from corpus_dialogues import CLICK, Dialogue, dialogues

from desk.rules.repetition import assess
from desk.signs_files import Dialogues

KINDS = {"again": "found", "once": "asked once more"}


class Judged(NamedTuple):
    """A message's place, its label, and whether it is called a repetition by the rule alone and with the reader."""

    place: str
    label: str
    alone: bool
    both: bool


def judged(name: str, told: Dialogue) -> Iterator[Judged]:
    """Each message of a dialogue that came after an answer, but for second clicks."""
    reader = Dialogues()
    for at, (last, label) in enumerate(told):
        if at and last.answered_before and label != CLICK:
            messages = [message for message, _ in told[: at + 1]]
            both = assess(messages, reader).repetition
            yield Judged(f"{name} {at}", label, assess(messages).repetition, both)


def counted(every: Sequence[Judged]) -> str:
    """One line of figures."""
    by_kind = defaultdict[str, list[Judged]](list)
    for one in every:
        by_kind[KINDS.get(one.label, "others, falsely")].append(one)
    return ", ".join(
        f"{kind} {sum(one.both for one in some)}/{len(some)} ({sum(one.alone for one in some)})"
        for kind, some in sorted(by_kind.items())
    )


def main(paths: Sequence[str]) -> None:
    """Print the figures, and what is called a repetition falsely."""
    by_author = defaultdict[str, list[Judged]](list)
    for name, author, told in dialogues(list(map(Path, paths))):
        by_author[author] += judged(name, told)
    every = [one for some in by_author.values() for one in some]
    for author, some in (*by_author.items(), ("all", every)):
        print(author, counted(some), flush=True)  # noqa: T201
    false = [one for one in every if one.both and one.label not in KINDS]
    print(dict(Counter(one.label for one in false)))  # noqa: T201
    print(*(one.place for one in false), sep="\n")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
