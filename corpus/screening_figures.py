"""What is counted of rows that were examined, and the cells of the tables that `measure.py` prints.

To flag: rows that a person has to read first. Hard: look-alikes, rows not to flag that resemble those. Plain: ordinary
inquiries. Grave: the first act is violence, a threat, a breach of privacy, or sexual or stalking.
"""

# ruff: noqa: INP001 (these scripts lie beside the texts, they are no package)
import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from desk.rules.conduct.severity import HIGH_ACTS

PLAIN = ("ordinary", "short")

HELD_COLUMNS = (
    "texts (to flag, hard, plain)",
    "found",
    "violence, threat, privacy, sexual",
    "evasive",
    "hard, flagged falsely",
    "plain",
    "right act by a sign, or one named besides",
    "each named act right",
    "guessed act",
    "an act named or guessed, right",
    "pairs, both right",
)
PARTS_COLUMNS = (
    "texts (to flag, hard, plain)",
    *("signs alone: found", "falsely", "opinion alone: found", "falsely", "both: found", "falsely"),
    *("opinion: area under the curve", "guessed act, or one named besides"),
)


class Seen(NamedTuple):
    """How a row is labelled, with its acts (the first one first) and its pair, and what was said of it.

    `named`: the acts of the signs that count, weak ones too. `guess`: the act that the second opinion guesses where it
    finds the row unusual, `second_guess`: another that it names beside it. `by_signs`: whether the signs alone flag it,
    if that was asked.
    """

    language: str
    label: str
    kind: str
    acts: tuple[str, ...]
    pair: str
    flagged: bool
    named: tuple[str, ...]
    unusual: bool
    guess: str | None
    second_guess: str | None
    score: float
    by_signs: bool | None

    @property
    def to_flag(self) -> bool:
        """Whether it should be flagged."""
        return self.label == "flag"

    @property
    def said(self) -> frozenset[str]:
        """Every act that a reviewer is told, as a sign's or as a guess."""
        return frozenset(act for act in (*self.named, self.guess, self.second_guess) if act)


def sizes(rows: Sequence[Seen]) -> str:
    """How many are to flag, hard and plain, in brackets."""
    return f"({sum(row.to_flag for row in rows)}, {len(_hard(rows))}, {len(_plain(rows))})"


def held_cells(rows: Sequence[Seen]) -> list[str]:
    """The cells of the table of the held files, but for the first."""
    to_flag = [row for row in rows if row.to_flag]
    hard, plain = _hard(rows), _plain(rows)
    named = [row for row in to_flag if row.named]
    guessed = [row for row in to_flag if row.unusual]
    return [
        _share(to_flag, _flagged),
        _count([row for row in to_flag if HIGH_ACTS.intersection(row.acts[:1])], _flagged),
        _count([row for row in to_flag if row.kind == "evasive"], _flagged),
        _share(hard, _flagged),
        _count(plain, _flagged),
        f"{_count(named, _first_act)}, {_count(named, _any_act)}",
        f"{sum(len(set(row.named) & set(row.acts)) for row in named)}/{sum(len(row.named) for row in named)}",
        _count(guessed, lambda row: row.guess in row.acts[:1]),
        _share([row for row in to_flag if row.said], lambda row: not row.said.isdisjoint(row.acts)),
        _pairs(rows),
    ]


def parts_cells(rows: Sequence[Seen]) -> list[str]:
    """The cells of the table of what finds them, but for the first."""
    ways: list[Callable[[Seen], bool]] = [lambda row: bool(row.by_signs), lambda row: row.unusual, _flagged]
    to_flag, others = [row for row in rows if row.to_flag], [row for row in rows if not row.to_flag]
    guessed = [row for row in to_flag if row.guess and row.acts]
    found = [_count(some, way) for way in ways for some in (to_flag, others)]
    return [*found, f"{_area(rows):.3f}", _count(guessed, lambda row: row.guess in row.acts)]


def _flagged(row: Seen) -> bool:
    return row.flagged


def _first_act(row: Seen) -> bool:
    return not set(row.named).isdisjoint(row.acts[:1])


def _any_act(row: Seen) -> bool:
    return not set(row.named).isdisjoint(row.acts)


def _hard(rows: Sequence[Seen]) -> list[Seen]:
    return [row for row in rows if not row.to_flag and row.kind not in PLAIN]


def _plain(rows: Sequence[Seen]) -> list[Seen]:
    return [row for row in rows if not row.to_flag and row.kind in PLAIN]


def _pairs(rows: Sequence[Seen]) -> str:
    pairs = defaultdict[str, list[bool]](list)
    for row in rows:
        if row.pair:
            pairs[row.pair].append(row.flagged == row.to_flag)
    return f"{sum(map(all, pairs.values()))}/{len(pairs)}"


def _count(rows: Sequence[Seen], told: Callable[[Seen], bool]) -> str:
    return f"{sum(map(told, rows))}/{len(rows)}"


def _share(rows: Sequence[Seen], told: Callable[[Seen], bool]) -> str:
    return f"{_count(rows, told)} = {sum(map(told, rows)) / len(rows):.3f}" if rows else "0/0"


def _area(rows: Sequence[Seen]) -> float:
    bad = [row.score for row in rows if row.to_flag]
    good = [row.score for row in rows if not row.to_flag]
    wins = sum(sum((one > other) + (one == other) / 2 for other in good) for one in bad)
    return wins / len(bad) / len(good) if bad and good else math.nan
