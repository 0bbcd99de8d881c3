"""Readers of inquiries: small transformers that had read widely before they learnt from the corpus.

Linear weights know the words they have seen; a reader knows that `thump` is like `hit` (`docs/second-opinion.md`). They
are taught by `corpus/train_reader.py`.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from heapq import nlargest
from itertools import accumulate
from operator import attrgetter
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from desk.rules.conduct.listener import Listener
from desk.rules.conduct.opinion_model import Read
from desk.rules.conduct.shares import Share, shares
from desk.rules.reader.body import Body, Held, body, lines, opened, pair, spelling_of
from desk.rules.reader.layer import Array, below, means, over, turn
from desk.rules.reader.misspelt import Correction, Speller
from desk.rules.reader.spelling import MARKS_AT_ENDS, MOST_PIECES, Spelling, Spelt

# Texts are read together up to so many pieces: more at once multiply faster, and no longer fit near the processor.
AT_ONCE = 1000
# What is worth no more is surely harmless, as nine of ten windows of ordinary inquiries are; from the second value on
# the second reader counts in full, and between them ever more: no last digit lets a value leap.
HARMLESS, DOUBTFUL = -3.5, -2.5
# The share of the second in the value then: the larger, for it knows more.
COUNTS = 2 / 3
# An inquiry is as unusual as its most unusual window, so of very many the second reads those of which the first thinks
# most: 5 000 characters of nothing but harsh words have fifty.
READ_TWICE = 12
# Of so many clauses of a window each is asked whether it tells of a need.
CLAUSES_OF_A_NEED = 12

Needs = Sequence[Mapping[str, float]]
# The numbers of a text's pieces, or their rows.
Sized = TypeVar("Sized", Sequence[int], Array)


@dataclass(frozen=True, slots=True)
class Reader:
    """What was learnt: how it spells, its layers, and how the mean of what they make of a text's pieces is judged."""

    spelling: Spelling
    body: Body
    judged: tuple[Array, Array]
    acts: Sequence[str]
    listener: Listener | None = None
    speller: Speller | None = None

    def read(self, texts: Sequence[str], *, listening: bool = False) -> list[Read]:
        """What is made of each folded text: above 0 where it reads like one to be flagged, and as which act.

        Where its listener is asked too, also which needs it tells of.
        """
        listener = self.listener if listening else None
        return [one for some in self._pieces(texts) for one in self._read(some, listener)]

    def corrections(self, text: str) -> list[Correction]:
        """The words of a folded text that are misspelt; none where the vocabulary is one of scored pieces."""
        return self.speller.corrections(text) if self.speller else []

    def without(self, text: str, spans: Sequence[tuple[int, int]], need: str = "") -> list[float]:
        """The value of a folded text, and then that without each of these [start, end).

        Of a need it is what its listener hears; ValueError where it has none. The lower half of the layers, or those
        that the listener shares, read the text once, whole; for the others pieces are missing. What is left was so
        understood by all that stood around it, and half of the work is done once.
        """
        listener = self.listener if need else None
        if need and listener is None:
            raise ValueError("this reader has no listener")
        spelt, pieces = self.spelling.read(text)
        begun, whole = self.body.begun([pieces])
        shared = listener.after if listener else len(self.body.layers) // 2
        hidden = over(self.body.layers[:shared], begun, whole)
        left = [hidden, *(hidden[~_within(spelt, len(hidden), span)] for span in spans)]
        found: list[float] = []
        for rows, places in (below(some) for some in _together(left)):
            if listener:
                found += [needs[need] for needs in listener.hear(rows, places)]
            else:
                made = turn(means(over(self.body.layers[shared:], rows, places), places), self.judged)
                found += made[:, 0].tolist()
        return found

    def _pieces(self, texts: Sequence[str]) -> Iterator[list[Sequence[int]]]:
        return _together([self.spelling.read(text)[1] for text in texts])

    def _read(self, pieces: Sequence[Sequence[int]], listener: Listener | None) -> Iterator[Read]:
        hidden, spans, needs = self._shared(pieces, listener)
        rest = self.body.layers[listener.after if listener else 0 :]
        made = turn(means(over(rest, hidden, spans), spans), self.judged)
        return (Read(float(said[0]), self._likely(said[1:]), need) for said, need in zip(made, needs, strict=True))

    def _shared(self, pieces: Sequence[Sequence[int]], listener: Listener | None) -> tuple[Array, list[slice], Needs]:
        """What the layers make of the pieces that a listener shares, and what it hears in that."""
        hidden, spans = self.body.begun(pieces)
        if listener is None:
            return hidden, spans, [{}] * len(pieces)
        hidden = over(self.body.layers[: listener.after], hidden, spans)
        return hidden, spans, listener.hear(hidden, spans)

    def _likely(self, told: Array) -> dict[str, float]:
        powers = np.exp(told - np.max(told))
        return dict(zip(self.acts, (powers / powers.sum()).tolist(), strict=True))


@dataclass(frozen=True, slots=True)
class Twice:
    """Two who read a language: what the first does not find surely harmless the second reads too, and both count.

    They began from different models, or learnt from different rows, and err in different places. ValueError where they
    do not know the same acts.
    """

    first: Reader
    second: Reader

    def __post_init__(self) -> None:
        """Refuse two who cannot be taken together."""
        if self.first.acts != self.second.acts:
            raise ValueError("the readers do not know the same acts: train them anew with corpus/train_reader.py")

    def read(self, texts: Sequence[str], *, listening: bool = False) -> list[Read]:
        """What they make of each folded text; see `opinion_model.Reader`."""
        said = self.first.read(texts, listening=listening)
        doubtful = [at for at, one in enumerate(said) if one.value > HARMLESS]
        if listening:
            doubtful = sorted(nlargest(READ_TWICE, doubtful, key=lambda at: said[at].value))
        for at, other in zip(doubtful, self.second.read([texts[at] for at in doubtful]), strict=True):
            said[at] = _joined(said[at], other)
        return said

    def corrections(self, text: str) -> list[Correction]:
        """The words of a folded text that are misspelt, by what the first knows."""
        return self.first.corrections(text)

    def shares(self, text: str, read: Read, need: str = "") -> list[Share]:
        """What each clause or phrase of a folded text adds to its value for the one who finds more in it.

        To ask both would take twice as long. Of a need only whole clauses, as the first's listener hears them: it is
        told by what is said, not by a word of it.
        """
        most = self.second if read.second and not need else self.first
        spelt = most.spelling.read(text)[0]
        if need:
            return shares(text, spelt, partial(most.without, need=need), clauses=CLAUSES_OF_A_NEED, closely=0)
        return shares(text, spelt, most.without)


def _joined(one: Read, other: Read) -> Read:
    """What both say: the value of the second counts so much, of the acts each tells as much as the other."""
    part = min(1.0, (one.value - HARMLESS) / (DOUBTFUL - HARMLESS))
    likely = {act: (1 - part / 2) * one.likely[act] + part / 2 * other.likely[act] for act in one.likely}
    value = one.value + part * COUNTS * (other.value - one.value)
    return Read(value, likely, one.needs, other.value > one.value)


def _within(spelt: Sequence[Spelt], rows: int, span: tuple[int, int]) -> NDArray[np.bool_]:
    """Which of so many rows of a text are those of the pieces of what begins in [start, end)."""
    # The first row is that of the mark at the beginning.
    sizes = [0, *accumulate(len(part.pieces) for part in spelt)]
    first, last = (bisect_left(spelt, place, key=attrgetter("start")) for place in span)
    found = np.zeros(rows, dtype=np.bool_)
    found[1 + sizes[first] : 1 + sizes[last]] = True
    return found


def _together(pieces: Iterable[Sized]) -> Iterator[list[Sized]]:
    """One after the other those that are read together, by how many pieces they have."""
    some: list[Sized] = []
    size = 0
    for each in pieces:
        if some and size + len(each) > AT_ONCE:
            yield some
            some, size = [], 0
        some.append(each)
        size += len(each)
    if some:
        yield some


def read_reader(data: bytes) -> Reader:
    """The reader of a file that `corpus/train_reader.py` wrote; ValueError where it is none."""
    return opened(data, _reader, "corpus/train_reader.py")


def _reader(held: Held) -> Reader:
    vocabulary, likely = lines(held["vocabulary"]), held.get("likely")
    return Reader(
        spelling_of(vocabulary, likely),
        body(held, MOST_PIECES + MARKS_AT_ENDS),
        pair(held, "judged"),
        lines(held["acts"]),
        # Pieces that are told how likely they are, are no words; a vocabulary of words begins with the commonest.
        speller=Speller(vocabulary) if likely is None else None,
    )
