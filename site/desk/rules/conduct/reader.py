"""A reader of one language: a small transformer that had read widely before it learnt from the corpus.

Linear weights know the words they have seen; this knows that `thump` is like `hit` (`docs/second-opinion.md`). It is
taught by `corpus/teach.py`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from desk.rules.conduct.opinion_model import Read
from desk.rules.reader.body import Body, Held, body, lines, opened, pair, spelling_of
from desk.rules.reader.layer import Array, turn
from desk.rules.reader.spelling import MARKS_AT_ENDS, MOST_PIECES, Spelling, Spelt

# Texts are read together up to so many pieces: more at once multiply faster, and no longer fit near the processor.
AT_ONCE = 1000
# To see what adds most, so many clauses are left out in turn, and in those that do so many phrases of so many pieces.
MOST_CLAUSES, CLOSELY = 6, 2
MOST_PHRASES, PHRASE = 10, 3
MARKS_BETWEEN = ".,!?;:。、"


@dataclass(frozen=True, slots=True)
class Reader:
    """What was learnt: how it spells, its layers, and how the mean of what they make of a text's pieces is judged."""

    spelling: Spelling
    body: Body
    judged: tuple[Array, Array]
    acts: Sequence[str]

    def read(self, texts: Sequence[str]) -> list[Read]:
        """What is made of each folded text: above 0 where it reads like one to be flagged, and as which act."""
        pieces = [self.spelling.read(text)[1] for text in texts]
        made = (turn(_means(self.body.made(some)), self.judged) for some in _together(pieces))
        return [Read(float(said[0]), self._likely(said[1:])) for said in chain.from_iterable(made)]

    def _likely(self, told: Array) -> dict[str, float]:
        powers = np.exp(told - np.max(told))
        return dict(zip(self.acts, (powers / powers.sum()).tolist(), strict=True))

    def shares(self, text: str) -> list[tuple[int, int, float]]:
        """What each clause adds: how far the value falls without it; of the two that add most, which phrases do.

        Such a clause's share goes to its phrases, whole to the one that adds most to the clause read by itself.
        """
        clauses = _clauses(text, [part for part in self.spelling.read(text)[0] if part.start < part.end])
        added = self._added(text, [(clause[0][0], clause[-1][1]) for clause in clauses])
        order = sorted(range(len(added)), key=lambda at: -added[at][2])
        closely = {at for at in order[:CLOSELY] if added[at][2] > 0}
        parted = (self._parted(text, clauses[at], one) if at in closely else [one] for at, one in enumerate(added))
        return [share for shares in parted for share in shares]

    def _parted(
        self, text: str, clause: Sequence[tuple[int, int]], whole: tuple[int, int, float]
    ) -> list[tuple[int, int, float]]:
        first, last, share = whole
        phrases = [(start - first, end - first) for start, end in _few(clause)]
        added = self._added(text[first:last], phrases) if len(phrases) > 1 else []
        most = max((more for _, _, more in added), default=0.0)
        if most <= 0:
            return [whole]
        return [(start + first, end + first, share * max(more, 0.0) / most) for start, end, more in added]

    def _added(self, text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int, float]]:
        whole, *without = self.read([text, *(text[:start] + text[end:] for start, end in spans)])
        return [(start, end, whole.value - less.value) for (start, end), less in zip(spans, without, strict=True)]


def _means(made: Sequence[Array]) -> Array:
    return np.stack([rows.mean(axis=0) for rows in made])


def _together(pieces: Sequence[Sequence[int]]) -> Iterator[list[Sequence[int]]]:
    some: list[Sequence[int]] = []
    size = 0
    for each in pieces:
        if some and size + len(each) > AT_ONCE:
            yield some
            some, size = [], 0
        some.append(each)
        size += len(each)
    if some:
        yield some


def _few(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same in fewer pieces, neighbours joined: each is another text to read."""
    size = -(-len(spans) // MOST_PHRASES)
    return [(some[0][0], some[-1][1]) for some in (spans[at : at + size] for at in range(0, len(spans), size or 1))]


def _clauses(text: str, parts: Iterable[Spelt]) -> list[list[tuple[int, int]]]:
    """The phrases of each clause: a few parts together, none across a mark; neighbours are joined where many.

    A clause keeps the marks beside it: without them a text would read otherwise.
    """
    clauses: list[list[tuple[int, int]]] = []
    size, new = 0, True
    for part in parts:
        end = part.start + len(text[part.start : part.end].rstrip(MARKS_BETWEEN))
        if part.start < end and new:
            clauses.append([])
            size, new = 0, False
        if part.start < end and 0 < size < PHRASE:
            clauses[-1][-1] = (clauses[-1][-1][0], end)
            size += 1
        elif part.start < end:
            clauses[-1].append((part.start, end))
            size = 1
        new = new or end < part.end
    size = -(-len(clauses) // MOST_CLAUSES) or 1
    return [[*chain(*clauses[at : at + size])] for at in range(0, len(clauses), size)]


def read_reader(data: bytes) -> Reader:
    """The reader of a file that `corpus/teach.py` wrote; ValueError where it is none."""
    return opened(data, _reader, "corpus/teach.py")


def _reader(held: Held) -> Reader:
    return Reader(
        spelling_of(lines(held["vocabulary"]), held.get("likely")),
        body(held, MOST_PIECES + MARKS_AT_ENDS),
        pair(held, "judged"),
        lines(held["acts"]),
    )
