"""Reading a text once more where something in it was undone: its words are looked for again only around that."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple

from desk.rules.conduct.scan import ENDING, Places, Reading, places
from desk.rules.conduct.shapes import Signs
from desk.rules.normalise import Folded

REACH, BACK = 64, 16  # letters that a word may reach ahead, and look back
FEW = 24  # edits around which it is told which parts stand: with more of them to try every part is less
LOOK = 8  # letters beside a word that decide about it
Stretch = tuple[int, int]
Change = tuple[Stretch, Stretch]


class Undone(NamedTuple):
    """What was undone in a text: the stretches there now, and what is in their reach: sentences, parts (None: any)."""

    stretches: list[Stretch]
    sentences: frozenset[int]
    parts: frozenset[str] | None

    def is_near(self, start: int, end: int, letters: int) -> bool:
        """Whether something was undone in [start, end] or no more than so many letters beside it."""
        return _is_any(self.stretches, start - letters, end + letters)


def reread(reading: Reading, before: Folded, now: Folded, signs: Signs) -> tuple[Reading, Undone]:
    """The reading of `now` by that of `before`, and what is to be read in it that was not there before."""
    changes = now.changes(before, apart=BACK)
    stretches = [stretch for _, stretch in changes]
    anew: Places = {}
    for first, last in _windows(stretches, len(now.text)):
        for part, found in places(now.text, signs, first, last).items():
            anew.setdefault(part, []).extend(found)
    again = _Reread(now.text, signs, anew, reading, changes)
    parts = again.parts_at(stretches) if len(changes) <= FEW else None
    return again, Undone(stretches, frozenset(_sentences(again, stretches)), parts)


def _windows(stretches: Iterable[Stretch], length: int) -> Iterator[Stretch]:
    """Where words are to be looked for again; around stretches that are near each other once."""
    first = last = 0
    for start, end in stretches:
        if start - REACH > last:
            if last:
                yield first, last
            first = start - REACH
        last = min(length, end + BACK)
    if last:
        yield first, last


def _sentences(again: Reading, stretches: Iterable[Stretch]) -> Iterator[int]:
    for start, end in stretches:
        yield from range(again.sentence_at(max(0, start - ENDING)), again.sentence_at(end) + 1)


def _is_any(stretches: list[Stretch], start: int, end: int) -> bool:
    """Whether one of the stretches, of which some may be empty, meets [start, end]."""
    at = bisect_left(stretches, start, key=_END)
    return at < len(stretches) and stretches[at][0] <= end


class _Reread(Reading):
    """A text in which something was undone: away from that every word stands as it stood, moved by what changed."""

    def __init__(self, text: str, signs: Signs, anew: Places, before: Reading, changes: list[Change]) -> None:
        """Read the text by the reading `before`; `anew`: where parts may begin around the changes."""
        super().__init__(text, signs, anew)
        self.parts = dict.fromkeys((*anew, *before.parts)).keys()
        self.said = before.said  # most of it is said in the same words
        self._before = before
        self._anew: dict[str, dict[int, int]] = {}
        self._begin = [old_start - REACH for (old_start, _), _ in changes]
        self._end = [old_end + BACK for (_, old_end), _ in changes]
        self._by = [new_end - old_end for (_, old_end), (_, new_end) in changes]

    def parts_at(self, stretches: list[Stretch]) -> frozenset[str]:
        """The parts of which a word begins, goes or looks into one of the stretches, be it an empty one."""
        return frozenset(
            part
            for part in self.places
            if any(_is_any(stretches, start - LOOK, end + LOOK) for start, end in self._words_anew(part).items())
        )

    def _begins_somewhere(self, part: str) -> bool:
        # Which word stood where something was undone is told by `tokens`, which takes longer.
        return self._before.stands(part) or bool(self._words_anew(part))

    def _words(self, part: str) -> dict[int, int]:
        found = dict(self._words_anew(part))
        for start, end, _, _ in self._before.tokens(part):
            change = bisect_right(self._begin, start) - 1
            if change < 0:
                found[start] = end
            elif start >= self._end[change]:
                by = self._by[change]
                found[start + by] = end + by
        return found

    def _words_anew(self, part: str) -> dict[int, int]:
        found = self._anew.get(part)
        if found is None:
            found = self._anew[part] = super()._words(part) if part in self.places else {}
        return found


_END = itemgetter(1)
