"""Reading a text once more where something in it was undone: its words are looked for again only around that."""

import re
from bisect import bisect_left, bisect_right
from collections import ChainMap
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, groupby

from desk.rules.conduct.gates import Gate
from desk.rules.conduct.inflection import SURROUNDINGS
from desk.rules.conduct.scan import Places, Reading, places
from desk.rules.conduct.shapes import Signs
from desk.rules.normalise import Folded

FEW = 24  # edits around which to read is less than to read everything
LOOK = SURROUNDINGS  # letters beside a word that decide about it, or about how it is said
REACH, BACK = 64, LOOK + 16  # letters that a word may reach ahead, and look back
Change = tuple[tuple[int, int], tuple[int, int]]


class Changed:
    """What undoing something changed in a text: the parts that stand there or are said otherwise, and their places."""

    def __init__(self, reading: Reading, touched: Mapping[str, Sequence[int]]) -> None:
        self.parts = touched.keys()
        self._reading = reading
        # Of the places in one sentence the first reaches furthest back, the last furthest ahead.
        sentences = groupby(sorted(set().union(*touched.values())), reading.number)
        self._stretches = [(places[0], places[-1]) for _, (*places,) in sentences]
        self._sentences: dict[int, frozenset[int]] = {}

    def sentences(self, around: int) -> frozenset[int]:
        """The numbers of the sentences in which such a part begins, or that are so many letters from there."""
        found = self._sentences.get(around)
        if found is None:
            numbers = (self._reading.numbers(first - around, last + around) for first, last in self._stretches)
            found = self._sentences[around] = frozenset(chain.from_iterable(numbers))
        return found


def reread(reading: Reading, before: Folded, now: Folded, signs: Signs) -> tuple[Reading, Changed | None]:
    """The reading of `now` by that of `before`, and what changed.

    Where so much changed that to read it all is less, that is not told: it may be anything.
    """
    if len(now.edits) - len(before.edits) > FEW:
        return Reading(now.text, signs, before=reading), None
    changes = now.changes(before)
    stretches = [stretch for _, stretch in changes]
    anew: Places = {}
    done = 0
    for start, end in stretches:
        first, done = max(done, start - REACH), min(len(now.text), end + BACK)
        for part, found in places(now.text, signs, first, done).items():
            anew.setdefault(part, []).extend(found)
    starts, ends = [start for start, _ in stretches], [end + LOOK for _, end in stretches]
    reach = partial(_reach, now.text, starts, ends)
    reaching = {part: [at for at, gate in found if reach(gate[part], at)] for part, found in anew.items()}
    again = Reading(now.text, signs, Moved(reading.places, anew, changes), reading)
    return again, Changed(again, {part: found for part, found in reaching.items() if found})


def _reach(text: str, starts: list[int], ends: list[int], word: re.Pattern[str], at: int) -> bool:
    """Whether one of these words begins there and goes or looks into a stretch, be it one in which nothing is left."""
    match = word.match(text, at)
    if match is None:
        return False
    ahead = bisect_left(ends, at)  # the first stretch that is not left behind
    return ahead < len(ends) and starts[ahead] <= match.end() + LOOK


class Moved(dict[str, list[tuple[int, Gate]]]):
    """Where parts may begin: as found before, each place moved by what was undone before it, and as found anew.

    A part is moved when it is first asked for.
    """

    def __init__(self, before: Places, anew: Places, changes: list[Change]) -> None:
        super().__init__()
        self._before, self._anew = before, anew
        self._begin = [old_start - REACH for (old_start, _), _ in changes]
        self._end = [old_end + BACK for (_, old_end), _ in changes]
        self._by = [new_end - old_end for (_, old_end), (_, new_end) in changes]

    def __contains__(self, part: object) -> bool:
        return part in self._anew or part in self._before

    def __iter__(self) -> Iterator[str]:
        return iter(ChainMap(self._anew, self._before))

    def __missing__(self, part: str) -> list[tuple[int, Gate]]:
        if part not in self:
            raise KeyError(part)
        found = sorted([*self._moved(part), *self._anew.get(part, ())], key=lambda place: place[0])
        return self.setdefault(part, found)

    def _moved(self, part: str) -> Iterator[tuple[int, Gate]]:
        # Not by `get`: another one of these, which is read once more, has no item for a part that it has not moved yet.
        if part not in self._before:
            return
        for at, gate in self._before[part]:
            change = bisect_right(self._begin, at) - 1
            if change < 0:
                yield at, gate
            elif at >= self._end[change]:
                yield at + self._by[change], gate
