"""A text pressed to what is said: no width, case, kana kind, spaces, dots, hyphens or quotes, with a way back."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from desk.rules.inquiry import MOST
from desk.rules.normalise import Folded, fold

# Letters of a folded text that are read. One character may unfold to 18, and the check page, which waits for what is
# recognised, would take so many times as long; what people write stays far below this, with ㈱ and ㎡ in every line.
_LONGEST = 2 * MOST["message"]
_DROPPED = r"\s\-‐‑‒–—―−ー~〜〰・·.'’‘`\"“”「」『』【】\[\]_!*"
_TOKEN = re.compile(rf"[a-z]+|[0-9]+|[^a-z0-9{_DROPPED}]")
# What consists of nothing else is pressed already.
_PRESSED = re.compile(r"[a-z0-9ぁ-ゖ一-龥]*")
_KATAKANA = re.compile(r"[ァ-ヶー]")
_KATAKANA_LETTER, _HIRAGANA_LETTER = re.compile("[ァ-ヶ]"), re.compile("[ぁ-ゖ]")
_KANA = re.compile("[ぁ-ゖァ-ヶー]")
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
        """Original offsets of the characters [start, end), where start < end."""
        return self.folded.span(*self._written(start, end))

    def is_katakana(self, start: int, end: int) -> bool:
        """Whether the kana [start, end) may be a word of katakana and long vowel marks: not ライター in もらいたい.

        They have such a mark, or are katakana that begin a run of it.
        """
        first, last = self._written(start, end)
        letters = self.folded.text[first:last]
        if "ー" in letters:
            return True
        return _KATAKANA.search(letters) is not None and not _KATAKANA.match(
            self.folded.text[max(first - 1, 0) : first]
        )

    def is_one_script(self, start: int, end: int) -> bool:
        """Whether the kana [start, end) are katakana throughout, or hiragana that may stand for them.

        They may where none stands before them, or where the whole text is written without katakana.
        """
        first, last = self._written(start, end)
        letters = self.folded.text[first:last]
        if _KATAKANA_LETTER.search(letters):
            return _HIRAGANA_LETTER.search(letters) is None
        return not self._has_katakana or not _KANA.match(self.folded.text[max(first - 1, 0) : first])

    @cached_property
    def _has_katakana(self) -> bool:
        return _KATAKANA_LETTER.search(self.folded.text) is not None

    def _written(self, start: int, end: int) -> tuple[int, int]:
        # A long vowel mark behind the characters belongs to them.
        last = self.places[end - 1] + 1
        while self.folded.text.startswith("ー", last):
            last += 1
        return self.places[start], last


def squash(text: str) -> Squashed:
    """Press `text`, up to the length that is read; every surface that is looked for is pressed likewise."""
    folded = fold(text).until(_LONGEST)
    words = _TOKEN.findall(folded.text)
    return Squashed("".join(words).translate(_HIRAGANA), (0, *accumulate(map(len, words)))[:-1], folded)


def pressed(text: str) -> str:
    """What `squash` makes of a short text, without the way back: several times as quick for most words."""
    return text if _PRESSED.fullmatch(text) else squash(text).text
