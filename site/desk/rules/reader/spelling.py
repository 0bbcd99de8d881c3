"""How a reader spells a folded text: in pieces that it knows by number, a mark at either end, closed by a full stop."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

# Pieces read at once, the marks at the ends apart; a full window has about 90 in English and 120 in Japanese.
MOST_PIECES = 200
# First, last, and a full stop that was added.
MARKS_AT_ENDS = 3
# Marks, or one piece again and again, are read so often in a row: drawn lines would leave no room for words.
MOST_ALIKE = 3
ENDS = frozenset(".!?。")
JAPANESE = re.compile("[ぁ-んァ-ヶ一-龥]")


class Spelt(NamedTuple):
    """A word, mark or piece of one at [start, end) and the numbers of its pieces."""

    start: int
    end: int
    pieces: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Spelling:
    """What cuts a text into pieces, and the numbers of the marks at either end.

    `stops` are those of the full stops behind a text without and with Japanese letters.
    """

    spell: Callable[[str], Iterable[Spelt]]
    first: int
    last: int
    stops: tuple[int, int]

    def read(self, text: str) -> tuple[list[Spelt], list[int]]:
        """The pieces of a folded text that fit, and the numbers of all that is read: to learn by, and afterwards.

        A full stop is added where the text has none: else what somebody left open reads like a heading.
        """
        spelt = _fitting(self.spell(text), text)
        pieces = [piece for part in spelt for piece in part.pieces]
        if spelt and text[: spelt[-1].end].rstrip()[-1:] not in ENDS:
            pieces.append(self.stops[bool(JAPANESE.search(text))])
        return spelt, [self.first, *pieces, self.last]


def _fitting(spelt: Iterable[Spelt], text: str) -> list[Spelt]:
    room, fitting, alike, marks = MOST_PIECES, list[Spelt](), 0, 0
    for part in spelt:
        alike = alike + 1 if fitting and part.pieces == fitting[-1].pieces else 0
        marks = 0 if any(map(str.isalnum, text[part.start : part.end])) else marks + 1
        if max(alike, marks - 1) >= MOST_ALIKE:
            continue
        room -= len(part.pieces)
        if room < 0:
            break
        fitting.append(part)
    return fitting
