"""A reader of one language: a small transformer that had read widely before it learnt from the corpus.

Linear weights know the words they have seen; this knows that `thump` is like `hit`. Layers as in BERT (Devlin et al.
2019), begun from a published model (NOTICE) and taught by `corpus/teach.py`; the weights are kept in whole numbers of
one byte with a scale for each row, and reckoned with in single precision (`docs/second-opinion.md`).
"""

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from desk.rules.conduct.opinion_model import Read
from desk.rules.conduct.spelling import MARKS_AT_ENDS, MOST_PIECES, Spelling, Spelt
from desk.rules.conduct.unigram import MARKS, Unigram
from desk.rules.conduct.wordpiece import spell

HEADS = 12
# Texts read at once.
AT_ONCE = 8
# To see what adds most, so many clauses are left out in turn, and in those that do so many phrases of so many pieces.
MOST_CLAUSES, CLOSELY = 6, 2
MOST_PHRASES, PHRASE = 10, 3
MARKS_BETWEEN = ".,!?;:。、"
CALM = 1e-12  # added to a variance, as in the models that these were begun from

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer: the matrices stand as (in, out)."""

    query: tuple[Array, Array]
    key: tuple[Array, Array]
    value: tuple[Array, Array]
    joined: tuple[Array, Array]
    joined_norm: tuple[Array, Array]
    wide: tuple[Array, Array]
    narrow: tuple[Array, Array]
    narrow_norm: tuple[Array, Array]


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
        found: dict[int, Read] = {}
        # Those of about one length together: half the time for each, and little is read that is not there.
        order = sorted(range(len(texts)), key=lambda at: len(pieces[at]))
        for some in (order[at : at + AT_ONCE] for at in range(0, len(order), AT_ONCE)):
            for at, said in zip(some, _turn(self._made([pieces[at] for at in some]), self.judged), strict=True):
                found[at] = Read(float(said[0]), self.acts[int(said[1:].argmax())])
        return [found[at] for at in range(len(texts))]

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
        """What the layers make of each text in the mean of its pieces."""
        longest = max(map(len, pieces))
        there = np.array([[at < len(each) for at in range(longest)] for each in pieces], np.float32)
        ids = np.array([[*each, *[0] * (longest - len(each))] for each in pieces])
        hidden = _norm(self.words[ids] + self.places[:longest], self.begun_norm)
        for layer in self.layers:
            hidden = _norm(hidden + _attend(hidden, there, layer), layer.joined_norm)
            hidden = _norm(hidden + _turn(_gelu(_turn(hidden, layer.wide)), layer.narrow), layer.narrow_norm)
        made: Array = (hidden * there[..., None]).sum(axis=1) / there.sum(axis=1, keepdims=True)
        return made


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

    def norm(name: str) -> tuple[Array, Array]:
        return held[f"{name}.weight"].astype(np.float32), held[f"{name}.bias"].astype(np.float32)

    return Reader(
        spelling_of(_lines(held["vocabulary"]), held.get("likely")),
        _whole(held, "words"),
        _whole(held, "places"),
        norm("begun_norm"),
        [
            Layer(
                pair(f"{layer}.query"),
                pair(f"{layer}.key"),
                pair(f"{layer}.value"),
                pair(f"{layer}.joined"),
                norm(f"{layer}.joined_norm"),
                pair(f"{layer}.wide"),
                pair(f"{layer}.narrow"),
                norm(f"{layer}.narrow_norm"),
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


def _turn(hidden: Array, by: tuple[Array, Array]) -> Array:
    # One multiplication for all texts at once: numpy would make one for each.
    turned: Array = (hidden.reshape(-1, hidden.shape[-1]) @ by[0]).reshape(*hidden.shape[:-1], -1) + by[1]
    return turned


def _norm(hidden: Array, by: tuple[Array, Array]) -> Array:
    centred = hidden - hidden.mean(axis=-1, keepdims=True)
    spread = np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + CALM)
    normed: Array = (centred / spread * by[0] + by[1]).astype(np.float32)
    return normed


def _attend(hidden: Array, there: Array, layer: Layer) -> Array:
    texts, longest, size = hidden.shape
    shape = (texts, longest, HEADS, size // HEADS)
    query, key, value = (
        _turn(hidden, by).reshape(shape).transpose(0, 2, 1, 3) for by in (layer.query, layer.key, layer.value)
    )
    near = query @ key.transpose(0, 1, 3, 2) / np.float32((size // HEADS) ** 0.5)
    # What is not there is infinitely far.
    near += np.where(there, np.float32(0), np.float32(-np.inf))[:, None, None, :]
    near = np.exp(near - near.max(axis=-1, keepdims=True))
    near /= near.sum(axis=-1, keepdims=True)
    mixed = (near @ value).transpose(0, 2, 1, 3).reshape(texts, longest, size)
    return _turn(mixed.astype(np.float32), layer.joined)


def _gelu(hidden: Array) -> Array:
    # The error function by Abramowitz and Stegun, 7.1.26: at most 1.5e-7 off.
    size = np.abs(hidden) * np.float32(0.5**0.5)
    t = 1 / (1 + np.float32(0.3275911) * size)
    poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    error = np.sign(hidden) * (1 - poly * np.exp(-size * size))
    bent: Array = (hidden * 0.5 * (1 + error)).astype(np.float32)
    return bent
