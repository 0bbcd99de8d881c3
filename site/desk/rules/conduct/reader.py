"""Readers of inquiries: small transformers that had read widely before they learnt from the corpus.

Linear weights know the words they have seen; a reader knows that `thump` is like `hit` (`docs/second-opinion.md`). They
are taught by `corpus/train_reader.py`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from desk.rules.conduct.listener import Listener
from desk.rules.conduct.opinion_model import Read
from desk.rules.conduct.shares import Share, shares
from desk.rules.reader.body import Body, Held, body, lines, opened, pair, spelling_of
from desk.rules.reader.layer import Array, means, over, turn
from desk.rules.reader.spelling import MARKS_AT_ENDS, MOST_PIECES, Spelling

# Texts are read together up to so many pieces: more at once multiply faster, and no longer fit near the processor.
AT_ONCE = 1000
# What is worth no more is surely harmless, as nine of ten windows of ordinary inquiries are; from the second value on
# both count alike, and between them the second counts ever more: no last digit lets a value leap.
HARMLESS, DOUBTFUL = -3.5, -2.5
# Of so many clauses of a window each is asked whether it tells of a need.
CLAUSES_OF_A_NEED = 12

Needs = Sequence[Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Reader:
    """What was learnt: how it spells, its layers, and how the mean of what they make of a text's pieces is judged."""

    spelling: Spelling
    body: Body
    judged: tuple[Array, Array]
    acts: Sequence[str]
    listener: Listener | None = None

    def read(self, texts: Sequence[str], *, listening: bool = False) -> list[Read]:
        """What is made of each folded text: above 0 where it reads like one to be flagged, and as which act.

        Where its listener is asked too, also which needs it tells of.
        """
        listener = self.listener if listening else None
        return [one for some in self._pieces(texts) for one in self._read(some, listener)]

    def hear(self, texts: Sequence[str]) -> list[Mapping[str, float]]:
        """What its listener alone makes of each folded text; nothing where there is none."""
        return [one for some in self._pieces(texts) for one in self._shared(some, self.listener)[2]]

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
    """Two who read a language: what the first does not find surely harmless the second reads too, and the mean counts.

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
        """What they make of each folded text, and where it is asked too the listener of the first."""
        said = self.first.read(texts, listening=listening)
        doubtful = [at for at, one in enumerate(said) if one.value > HARMLESS]
        for at, other in zip(doubtful, self.second.read([texts[at] for at in doubtful]), strict=True):
            said[at] = _joined(said[at], other)
        return said

    def shares(self, text: str, need: str = "") -> list[Share]:
        """What each clause or phrase of a folded text adds to its value for the one who finds more in it.

        Of what only the first was asked about, for the first. To ask both would take twice as long, and a text to be
        shown is read some thirty times. Of a need only whole clauses: it is told by what is said, not by a word of it.
        """
        if need:
            heard = partial(self._heard, need)
            return shares(text, self.first.spelling.read(text)[0], heard, clauses=CLAUSES_OF_A_NEED, closely=0)
        (first,), (second,) = self.first.read([text]), self.second.read([text])
        most = self.second if first.value > HARMLESS and second.value > first.value else self.first
        return shares(text, most.spelling.read(text)[0], most.read)

    def _heard(self, need: str, texts: Sequence[str]) -> list[Read]:
        return [Read(needs.get(need, 0.0), {}) for needs in self.first.hear(texts)]


def _joined(one: Read, other: Read) -> Read:
    part = min(1.0, (one.value - HARMLESS) / (DOUBTFUL - HARMLESS)) / 2
    likely = {act: (1 - part) * one.likely[act] + part * other.likely[act] for act in one.likely}
    return Read((1 - part) * one.value + part * other.value, likely, one.needs)


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


def read_reader(data: bytes) -> Reader:
    """The reader of a file that `corpus/train_reader.py` wrote; ValueError where it is none."""
    return opened(data, _reader, "corpus/train_reader.py")


def _reader(held: Held) -> Reader:
    return Reader(
        spelling_of(lines(held["vocabulary"]), held.get("likely")),
        body(held, MOST_PIECES + MARKS_AT_ENDS),
        pair(held, "judged"),
        lines(held["acts"]),
    )
