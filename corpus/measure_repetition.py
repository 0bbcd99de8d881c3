"""Measure the judgement of repetition as it is shipped, and print tables in Markdown, in brackets by the rule alone.

.venv/bin/python corpus/measure_repetition.py dialogues            those that set the thresholds and those held
.venv/bin/python corpus/measure_repetition.py dialogues FILE…      these (JSON lines as in corpus/repetition)
.venv/bin/python corpus/measure_repetition.py sequences            the sequences of the tests
.venv/bin/python corpus/measure_repetition.py draws                several matters of one sender, drawn at random

Of a dialogue every message after an answer is judged by those before it (second clicks apart), of a sequence and of a
draw the last one.
"""

# ruff: noqa: INP001, T201 (these scripts lie beside the texts, they are no package, and they print)
import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from corpus_authors import DIALOGUES, HELD, HERE, THRESHOLD, with_role
from corpus_dialogues import CLICK, HELD_SETS, SEQUENCES, Dialogue, dialogues, sequence
from drawn_dialogues import beside_another, pool, several_matters

from desk import signs_files
from desk.rules.repetition import Message, assess
from desk.rules.repetition.answering import Sent, assess_answered

PROCESSES, AT_ONCE = 2, 8
AGAIN, ONCE = "again", "once"
# What of the sets is not in the other file, for the rule alone does not judge it rightly.
FRESH = SEQUENCES.with_name("repetition_fresh.jsonl")
# The sets in which one sender brings several matters, and those before them.
MATTERS, OLDER = (12,), range(1, 12)
DRAWS, DRAWS_BESIDE, DRAWS_OF_SETS = 300, 60, 400


class Judged(NamedTuple):
    """A message's place, its label, and whether it is called a repetition by the rule alone and with the reader."""

    place: str
    label: str
    alone: bool
    both: bool


def main() -> None:
    """Print the tables that are asked for."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("table", choices=("dialogues", "sequences", "draws"))
    asked.add_argument("files", nargs="*", type=Path, metavar="FILE")
    given = asked.parse_args()
    print(f"Measured on {datetime.now(UTC).date()}, ruleset {signs_files.version()}.\n")
    with ProcessPoolExecutor(PROCESSES) as processes:
        if given.table == "dialogues":
            of_dialogues(given.files or _shipped(), processes)
        elif given.table == "sequences":
            of_sequences(processes)
        else:
            of_draws(processes)


def _shipped() -> list[Path]:
    folder = HERE / "repetition"
    setting = [path for author in with_role(THRESHOLD, DIALOGUES) for path in sorted(folder.glob(f"*-{author}.jsonl"))]
    return [*setting, *sorted((folder / "held").glob("*.jsonl"))]


def of_dialogues(paths: Sequence[Path], processes: Executor) -> None:
    """A line for each file, one for those held, one for all, and what is called a repetition falsely."""
    _head("author", "repetitions found", "once", "false")
    by_file = dict[Path, list[Judged]]()
    for path in paths:
        found = list(dialogues([path]))
        each = processes.map(judged, [name for name, _, _ in found], [told for *_, told in found], chunksize=AT_ONCE)
        by_file[path] = [one for some in each for one in some]
        _row(path.stem.replace("-", " ", 1), *_of_three(by_file[path]))
    held = [one for path, some in by_file.items() if path.parent.name == HELD for one in some]
    every = [one for some in by_file.values() for one in some]
    for name, some in (("all held", held), ("all", every)):
        if some:
            _row(name, *_of_three(some, shares=True))
    false = [one for one in every if one.both and one.label not in (AGAIN, ONCE)]
    print("\nFalse ones by label:", ", ".join(f"{label} {times}" for label, times in _counted(false)) or "none")
    print(*(f"- {one.place}: {one.label}" for one in false), sep="\n")


def judged(name: str, told: Dialogue) -> list[Judged]:
    """Each message of a dialogue that came after an answer, but for second clicks."""
    return [
        _judged(f"{name}, message {at + 1}", label, [message for message, _ in told[: at + 1]])
        for at, (last, label) in enumerate(told)
        if at and last.answered_before and label != CLICK
    ]


def _judged(place: str, label: str, messages: Sequence[Message]) -> Judged:
    reader = signs_files.Dialogues()
    return Judged(place, label, assess(messages).repetition, assess(messages, reader).repetition)


def _of_three(some: Sequence[Judged], *, shares: bool = False) -> list[str]:
    by_kind = defaultdict[str, list[Judged]](list)
    for one in some:
        by_kind[one.label if one.label in (AGAIN, ONCE) else ""].append(one)
    digits = {AGAIN: 2, "": 3} if shares else {}
    return [_cell(by_kind[kind], digits.get(kind)) for kind in (AGAIN, ONCE, "")]


def _cell(some: Sequence[Judged], digits: int | None = None) -> str:
    both, alone = sum(one.both for one in some), sum(one.alone for one in some)
    if digits is None or not some:
        return f"{both}/{len(some)} ({alone})"
    return f"{both}/{len(some)} = {both / len(some):.{digits}f} ({alone} = {alone / len(some):.{digits}f})"


def _counted(false: Iterable[Judged]) -> list[tuple[str, int]]:
    return Counter(one.label for one in false).most_common()


def of_sequences(processes: Executor) -> None:
    """A line for each set that is not trained on, one for these, and one for the file that the rule is held by."""
    rows = [(path, json.loads(line)) for path in (SEQUENCES, FRESH) for line in path.read_text("utf-8").splitlines()]
    some = processes.map(judged_at_the_end, [row for _, row in rows], chunksize=AT_ONCE)
    found = [(path, row["set"], one) for (path, row), one in zip(rows, some, strict=True)]
    _head("set", "series found", "false ones")
    for number in HELD_SETS:
        _row(str(number), *_of_two([one for _, own, one in found if own == number]))
    _row("all of these", *_of_two([one for _, own, one in found if own in HELD_SETS]))
    _row(f"`{SEQUENCES.name}`", *_of_two([one for path, _, one in found if path == SEQUENCES]))


def judged_at_the_end(row: dict[str, Any]) -> Judged:
    """The last message of one sequence of the tests."""
    told = sequence(row)
    return _judged(row["id"], told[-1][1], [message for message, _ in told])


def _of_two(some: Sequence[Judged]) -> list[str]:
    return [_cell([one for one in some if (one.label == AGAIN) == series]) for series in (True, False)]


def of_draws(processes: Executor) -> None:
    """A line for each kind of draw and language: how many are called a repetition, and none is one."""
    _head("drawn", "called a repetition")
    by_language = defaultdict[str, list[Dialogue]](list)
    for path in _shipped():
        by_language[path.name[:2]] += [told for *_, told in dialogues([path])]
    for language, some in sorted(by_language.items()):
        drawn = pool(some)
        firsts = several_matters(drawn.firsts, DRAWS)
        _draws(f"{language}, first messages of dialogues, each answered", processes, several, firsts)
        beside = beside_another(drawn, DRAWS_BESIDE)
        _draws(f"{language}, a demand never answered, beside another that was", processes, unanswered, beside)
    rows = [json.loads(line) for path in (SEQUENCES, FRESH) for line in path.read_text("utf-8").splitlines()]
    for language in ("ja", "en"):
        for name, sets in (("set 12, any message", MATTERS), ("sets 1 to 11, first messages", OLDER)):
            told = [sequence(row) for row in rows if row["set"] in sets and _language(row) == language]
            messages = [message for each in told for message, _ in (each if sets is MATTERS else each[:1])]
            _draws(f"{language}, {name}", processes, several, several_matters(messages, DRAWS_OF_SETS))


def _draws(name: str, processes: Executor, look: Callable[[Any], Judged], drawn: Iterator[Any]) -> None:
    _row(name, _cell(list(processes.map(look, drawn, chunksize=AT_ONCE))))


def several(messages: list[Message]) -> Judged:
    """Several matters of one sender."""
    return _judged("", "", messages)


def unanswered(sent: list[Sent]) -> Judged:
    """A demand that was not answered, judged as at the desk, by the answers to its own matter."""
    alone, both = assess_answered(sent), assess_answered(sent, signs_files.Dialogues())
    return Judged("", "", alone.repetition, both.repetition)


def _language(row: dict[str, Any]) -> str:
    return "ja" if any(letter > "\u3000" for letter in row["messages"][0]["message"]) else "en"


def _head(*columns: str) -> None:
    _row(*columns)
    print("|" + "---|" * len(columns), flush=True)


def _row(*cells: str) -> None:
    print(f"| {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
