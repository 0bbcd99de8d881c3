"""A text pressed to what is said: no width, case, kana kind, spaces, dots, hyphens or quotes, with a way back."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from desk.rules.normalise import Folded, fold

_DROPPED = r"\s\-‐‑‒–—―−ー~〜〰・·.'’‘`\"“”「」『』【】\[\]_!*"
_TOKEN = re.compile(rf"[a-z]+|[0-9]+|[^a-z0-9{_DROPPED}]")
_HIRAGANA = {code: code - 0x60 for code in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)}


@dataclass(frozen=True)
class Squashed:
    """The pressed text; words begin at `starts` (a letter that is not Latin is a word of its own)."""

    text: str
    starts: tuple[int, ...]
    folded: Folded

    @cached_property
    def edges(self) -> frozenset[int]:
        """Where a word may end: where another begins, and the end of the text."""
        return frozenset((*self.starts, len(self.text)))

    @cached_property
    def places(self) -> list[int]:
        """For each character its index in the folded text."""
        return [place for match in _TOKEN.finditer(self.folded.text) for place in range(*match.span())]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Original offsets of the characters [start, end), where start < end; a long vowel mark behind them belongs."""
        last = self.places[end - 1] + 1
        while self.folded.text.startswith("ー", last):
            last += 1
        return self.folded.span(self.places[start], last)


def squash(text: str) -> Squashed:
    """Press `text`; every surface that is looked for goes through the same function."""
    folded = fold(text)
    words = _TOKEN.findall(folded.text)
    return Squashed("".join(words).translate(_HIRAGANA), (0, *accumulate(map(len, words)))[:-1], folded)
