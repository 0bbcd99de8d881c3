"""How a customer's text is put before a reader: harsh words covered, invisible characters made visible."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from desk.rules.review import masked

Kind = Literal["plain", "covered", "marked", "unseen"]
Span = tuple[int, int, int]
"""Where a finding stands in the text, from start to end, and its number."""
Joined = tuple[int, int, tuple[int, ...]]
"""Where findings that overlap stand together, and their numbers: those that count are the lowest, and come first."""

_BLANK = "ᅟᅠㅤ⠀\uffa0"  # letters by their category, yet nothing is seen of them
_JOINER = "\u200d"  # joins emoji; between two of them it is no disguise


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of one kind; `numbers` are those of the findings which it belongs to."""

    kind: Kind
    text: str
    numbers: tuple[int, ...] = ()


Pieces = tuple[Piece, ...]
"""A text in runs."""


def pieces(text: str, spans: Iterable[Span], *, revealed: bool) -> tuple[Piece, ...]:
    """The text in runs. What is covered holds none of the letters it covers, only one mark for each."""
    return tuple(_runs(text, apart(spans, len(text)), revealed))


def _runs(text: str, spans: list[Joined], revealed: bool) -> Iterator[Piece]:
    done = 0
    for start, end, numbers in spans:
        yield from _plain(text, done, start)
        words = text[start:end]
        yield (
            Piece("marked", visible(words), numbers)
            if revealed
            else Piece("covered", masked(words, [(0, len(words))]), numbers)
        )
        done = end
    yield from _plain(text, done, len(text))


def visible(text: str) -> str:
    """The text with a name in place of every invisible character."""
    return "".join(f"‹{_named(letter)}›" if _unseen(text, place) else letter for place, letter in enumerate(text))


def _plain(text: str, start: int, end: int) -> Iterator[Piece]:
    run = start
    for place in range(start, end):
        if _unseen(text, place):
            if run < place:
                yield Piece("plain", text[run:place])
            yield Piece("unseen", _named(text[place]))
            run = place + 1
    if run < end:
        yield Piece("plain", text[run:end])


def _unseen(text: str, place: int) -> bool:
    letter = text[place]
    if letter in "\n\r\t":
        return False
    if letter == _JOINER and 0 < place < len(text) - 1:
        return not (_pictorial(text[place - 1]) and _pictorial(text[place + 1]))
    return letter in _BLANK or unicodedata.category(letter) in ("Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp")


def _pictorial(letter: str) -> bool:
    return letter == "\ufe0f" or unicodedata.category(letter) in ("So", "Sk")


def _named(letter: str) -> str:
    return f"U+{ord(letter):04X}"


def apart(spans: Iterable[Span], length: int) -> list[Joined]:
    """The spans in order, cut to the text; what overlaps becomes one, under the number of each finding in it."""
    kept: list[Joined] = []
    for from_, to, number in sorted(spans):
        start, end = max(from_, 0), min(to, length)
        numbers = (number,) if number else ()
        if kept and start < kept[-1][1]:
            first, last, before = kept[-1]
            kept[-1] = (first, max(end, last), tuple(sorted({*before, *numbers})))
        elif start < end:
            kept.append((start, end, numbers))
    return kept
