"""A reader of English: a small transformer that had read widely before it learnt from the corpus.

Linear weights know the words they have seen; this knows that `thump` is like `hit`. Six layers as in BERT (Devlin et
al. 2019), begun from all-MiniLM-L6-v2 (Apache-2.0) and taught by `corpus/teach.py`; the weights are kept in whole
numbers of one byte with a scale for each row, and reckoned with in single precision (`docs/second-opinion.md`).
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from desk.rules.conduct.opinion_model import Read
from desk.rules.conduct.wordpiece import Spelt, spell

HEADS = 12
# Pieces read at once, the marks at the ends apart; a window of an English text has about 40.
MOST_PIECES = 125
ENDS = frozenset(".!?")
CALM = 1e-12  # added to a variance, as in the model that this one was begun from

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

    vocabulary: Mapping[str, int]
    words: Array
    places: Array
    begun_norm: tuple[Array, Array]
    layers: Sequence[Layer]
    judged: Array
    bias: float

    def read(self, text: str) -> Read:
        """The value of a folded text (above 0 where it reads like one to be flagged) and what each word adds to it."""
        spelt, pieces = spelling(text, self.vocabulary)
        hidden = self._hidden(pieces)
        each = (hidden @ self.judged) / len(hidden)
        added, at = [], 1
        for word in spelt:
            added.append((word.start, word.end, float(each[at : at + len(word.pieces)].sum())))
            at += len(word.pieces)
        return Read(float(each.sum()) + self.bias, tuple(added))

    def _hidden(self, ids: Sequence[int]) -> Array:
        hidden = _norm(self.words[ids] + self.places[: len(ids)], self.begun_norm)
        for layer in self.layers:
            hidden = _norm(hidden + _attend(hidden, layer), layer.joined_norm)
            hidden = _norm(hidden + _turn(_gelu(_turn(hidden, layer.wide)), layer.narrow), layer.narrow_norm)
        return hidden


def spelling(text: str, vocabulary: Mapping[str, int]) -> tuple[list[Spelt], list[int]]:
    """The words of a folded text that fit, and the numbers of all pieces that are read: to learn by, and afterwards.

    A mark stands at either end, and a full stop where the text has none: else what somebody left open reads like a
    heading.
    """
    spelt = _fitting(list(spell(text, vocabulary)))
    pieces = [piece for word in spelt for piece in word.pieces]
    if spelt and text[spelt[-1].start : spelt[-1].end] not in ENDS:
        pieces.append(vocabulary["."])
    return spelt, [vocabulary["[CLS]"], *pieces, vocabulary["[SEP]"]]


def read_reader(data: bytes) -> Reader:
    """The reader of a file that `corpus/teach.py` wrote; ValueError where it is none."""
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as held:
            return _reader({name: held[name] for name in held.files})
    except (KeyError, OSError, EOFError, BadZipFile, ValueError) as error:
        raise ValueError("this is no reader: write it anew with corpus/teach.py") from error


def _reader(held: Mapping[str, Any]) -> Reader:
    vocabulary = {word: number for number, word in enumerate(bytes(held["vocabulary"]).decode().split("\n"))}

    def pair(name: str) -> tuple[Array, Array]:
        return np.ascontiguousarray(_whole(held, f"{name}.weight").T), held[f"{name}.bias"].astype(np.float32)

    def norm(name: str) -> tuple[Array, Array]:
        return held[f"{name}.weight"].astype(np.float32), held[f"{name}.bias"].astype(np.float32)

    layers = [
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
        for layer in range(int(held["layers"]))
    ]
    judged = held["judged"].astype(np.float32)
    words, places = _whole(held, "words"), _whole(held, "places")
    return Reader(vocabulary, words, places, norm("begun_norm"), layers, judged, float(held["bias"]))


def _whole(held: Mapping[str, Any], name: str) -> Array:
    whole: Array = held[name].astype(np.float32) * held[f"{name}.scale"].astype(np.float32)[:, None]
    return whole


def _fitting(spelt: list[Spelt]) -> list[Spelt]:
    room = MOST_PIECES
    for index, word in enumerate(spelt):
        room -= len(word.pieces)
        if room < 0:
            return spelt[:index]
    return spelt


def _turn(hidden: Array, by: tuple[Array, Array]) -> Array:
    turned: Array = hidden @ by[0] + by[1]
    return turned


def _norm(hidden: Array, by: tuple[Array, Array]) -> Array:
    centred = hidden - hidden.mean(axis=1, keepdims=True)
    spread = np.sqrt((centred * centred).mean(axis=1, keepdims=True) + CALM)
    normed: Array = (centred / spread * by[0] + by[1]).astype(np.float32)
    return normed


def _attend(hidden: Array, layer: Layer) -> Array:
    pieces, size = hidden.shape
    shape = (pieces, HEADS, size // HEADS)
    query, key, value = (
        _turn(hidden, by).reshape(shape).transpose(1, 0, 2) for by in (layer.query, layer.key, layer.value)
    )
    near = query @ key.transpose(0, 2, 1) / np.float32((size // HEADS) ** 0.5)
    near = np.exp(near - near.max(axis=2, keepdims=True))
    near /= near.sum(axis=2, keepdims=True)
    mixed = (near @ value).transpose(1, 0, 2).reshape(pieces, size)
    return _turn(mixed.astype(np.float32), layer.joined)


def _gelu(hidden: Array) -> Array:
    # The error function by Abramowitz and Stegun, 7.1.26: at most 1.5e-7 off.
    size = np.abs(hidden) * np.float32(0.5**0.5)
    t = 1 / (1 + np.float32(0.3275911) * size)
    poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    error = np.sign(hidden) * (1 - poly * np.exp(-size * size))
    bent: Array = (hidden * 0.5 * (1 + error)).astype(np.float32)
    return bent
