"""A reader of one language: a small transformer that had read widely before it learnt from the corpus.

Linear weights know the words they have seen; this knows that `thump` is like `hit`. Layers as in BERT (Devlin et al.
2019), begun from a published model (NOTICE) and taught by `corpus/teach.py`; the weights are kept in whole numbers of
one byte with a scale for each row, and reckoned with in single precision (`docs/second-opinion.md`).
"""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, chain
from typing import Any
from zipfile import BadZipFile

import numpy as np

from desk.rules.conduct.layer import Array, Layer, norm, turn
from desk.rules.conduct.opinion_model import Read
from desk.rules.conduct.spelling import MARKS_AT_ENDS, MOST_PIECES, Spelling, Spelt
from desk.rules.conduct.unigram import MARKS, Unigram
from desk.rules.conduct.wordpiece import spell

# Texts are read together up to so many pieces: more at once multiply faster, and no longer fit near the processor.
AT_ONCE = 1000
# To see what adds most, so many clauses are left out in turn, and in those that do so many phrases of so many pieces.
MOST_CLAUSES, CLOSELY = 6, 2
MOST_PHRASES, PHRASE = 10, 3
MARKS_BETWEEN = ".,!?;:。、"


@dataclass(frozen=True, slots=True)
class Reader:
    """What was learnt: the meaning of each piece and place, the layers, and how what they make of a text is judged."""

    spelling: Spelling
    words: Array
    places: Array
    begun_norm: tuple[Array, Array]
    layers: Sequence[Layer]
    judged: tuple[Array, Array]
    acts: Sequence[str]

    def read(self, texts: Sequence[str]) -> list[Read]:
        """What is made of each folded text: above 0 where it reads like one to be flagged, and as which act."""
        pieces = [self.spelling.read(text)[1] for text in texts]
        made = (turn(self._made(some), self.judged) for some in _together(pieces))
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

    def _made(self, pieces: Sequence[Sequence[int]]) -> Array:
        """What the layers make of each text in the mean of its pieces.

        The pieces of all texts stand below each other in one matrix, so that nothing is reckoned that is not there.
        """
        ends = list(accumulate(map(len, pieces)))
        spans = [slice(end - len(each), end) for each, end in zip(pieces, ends, strict=True)]
        begun = np.concatenate([self.words[each] + self.places[: len(each)] for each in pieces])
        hidden = norm(begun, self.begun_norm)
        for layer in self.layers:
            hidden = layer.over(hidden, spans)
        return np.stack([hidden[span].mean(axis=0) for span in spans])


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
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as held:
            return _reader({name: held[name] for name in held.files})
    except (KeyError, OSError, EOFError, BadZipFile, ValueError) as error:
        raise ValueError("this is no reader: write it anew with corpus/teach.py") from error


def _reader(held: Mapping[str, Any]) -> Reader:
    layers = range(int(held["layers"]))
    if len(held["places"]) < MOST_PIECES + MARKS_AT_ENDS:
        raise ValueError("it was taught for shorter texts than are read")

    def pair(name: str) -> tuple[Array, Array]:
        return np.ascontiguousarray(_whole(held, f"{name}.weight").T), held[f"{name}.bias"].astype(np.float32)

    def even(name: str) -> tuple[Array, Array]:
        return held[f"{name}.weight"].astype(np.float32), held[f"{name}.bias"].astype(np.float32)

    return Reader(
        spelling_of(_lines(held["vocabulary"]), held.get("likely")),
        _whole(held, "words"),
        _whole(held, "places"),
        even("begun_norm"),
        [
            Layer(
                _beside([pair(f"{layer}.{name}") for name in ("query", "key", "value")]),
                pair(f"{layer}.joined"),
                even(f"{layer}.joined_norm"),
                pair(f"{layer}.wide"),
                pair(f"{layer}.narrow"),
                even(f"{layer}.narrow_norm"),
            )
            for layer in layers
        ],
        pair("judged"),
        _lines(held["acts"]),
    )


def spelling_of(vocabulary: Sequence[str], likely: Sequence[float] | None = None) -> Spelling:
    """How a reader of this vocabulary spells: in the likeliest pieces where it is told how likely each of them is."""
    numbers = {piece: number for number, piece in enumerate(vocabulary)}
    if likely is None:
        return Spelling(partial(spell, vocabulary=numbers), numbers["[CLS]"], numbers["[SEP]"], numbers["."])
    first, last, unknown = (numbers[mark] for mark in MARKS)
    known = {piece: (number, float(likely[number])) for piece, number in numbers.items() if piece not in MARKS}
    return Spelling(Unigram(known, unknown).spell, first, last, numbers["。"])


def _lines(held: Any) -> list[str]:
    return bytes(held).decode().split("\n")


def _whole(held: Mapping[str, Any], name: str) -> Array:
    whole: Array = held[name].astype(np.float32) * held[f"{name}.scale"].astype(np.float32)[:, None]
    return whole


def _beside(pairs: Sequence[tuple[Array, Array]]) -> tuple[Array, Array]:
    return np.concatenate([weight for weight, _ in pairs], axis=1), np.concatenate([bias for _, bias in pairs])
