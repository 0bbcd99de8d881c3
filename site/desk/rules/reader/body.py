"""The body of a reader: what each piece means, and the layers that see it among the others; and its file's arrays.

The weights are kept in whole numbers of one byte with a scale for each row, and reckoned with in single precision. A
large matrix stays in bytes in memory too.
"""

import io
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from desk.rules.reader.layer import HEADS, Array, InBytes, Layer, Turning, below, norm, over
from desk.rules.reader.spelling import Spelling
from desk.rules.reader.unigram import MARKS, Unigram
from desk.rules.reader.wordpiece import spell

# A reader of Japanese alone knows no longer pieces in Latin letters.
LONGEST_LATIN = 3
# A matrix of so many numbers is a large one: those of the narrow readers have 600 000 at most and gain little by it.
LARGE = 1_000_000

Held = Mapping[str, Any]
Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class Body:
    """The meaning of each piece (a row) and place, and the layers.

    That of the pieces stays in bytes, with the scale of each row: few are asked at once, and as numbers all of them
    would fill 50 MB.
    """

    words: tuple[NDArray[np.int8], Array]
    places: Array
    begun_norm: tuple[Array, Array]
    layers: Sequence[Layer]

    def made(self, pieces: Sequence[Sequence[int]]) -> list[Array]:
        """What the layers make of each text: a row for each of its pieces."""
        hidden, spans = self.begun(pieces)
        hidden = over(self.layers, hidden, spans)
        return [hidden[span] for span in spans]

    def begun(self, pieces: Sequence[Sequence[int]]) -> tuple[Array, list[slice]]:
        """What the pieces mean by themselves, and which rows are those of each text."""
        words, scale = self.words
        meant = (words[each].astype(np.float32) * scale[each][:, None] for each in pieces)
        begun, spans = below([rows + self.places[: len(rows)] for rows in meant])
        return norm(begun, self.begun_norm), spans


def opened(data: bytes, read: Callable[[Held], Kind], script: str) -> Kind:
    """What `read` makes of the arrays of a file; ValueError, naming the script that writes one, where it is none."""
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as held:
            return read({name: held[name] for name in held.files})
    except (KeyError, IndexError, TypeError, OSError, EOFError, BadZipFile, zlib.error, ValueError) as error:
        raise ValueError(f"this is no reader: write it anew with {script}") from error


def body(held: Held, longest: int) -> Body:
    """The body in these arrays; ValueError where it was taught for texts of fewer than `longest` pieces."""
    if len(held["places"]) < longest:
        raise ValueError("it was taught for shorter texts than are read")
    if "apart" in held and held["apart"].shape != (HEADS, 2 * len(held["places"]) - 1):
        raise ValueError("it knows other distances than places")
    words = held["words"], held["words.scale"].astype(np.float32)
    return Body(words, _whole(held, "places"), _even(held, "begun_norm"), layers(held))


def layers(held: Held) -> list[Layer]:
    """The layers in these arrays, those nearest to the words first."""
    return [_layer(held, number) for number in range(int(held["layers"]))]


def pair(held: Held, name: str) -> tuple[Array, Array]:
    """A matrix (in, out) and the row that is added."""
    return np.ascontiguousarray(_whole(held, f"{name}.weight").T), held[f"{name}.bias"].astype(np.float32)


def lines(held: Any) -> list[str]:
    """The lines of a text that is kept as bytes."""
    return bytes(held).decode().split("\n")


def spelling_of(vocabulary: Sequence[str], likely: Sequence[float] | None = None) -> Spelling:
    """How a reader of this vocabulary spells: in the likeliest pieces where it is told how likely each of them is."""
    numbers = {piece: number for number, piece in enumerate(vocabulary)}
    if likely is None:
        return Spelling(partial(spell, vocabulary=numbers), numbers["[CLS]"], numbers["[SEP]"], (numbers["."],) * 2)
    first, last, unknown = (numbers[mark] for mark in MARKS)
    known = {piece: (number, float(likely[number])) for piece, number in numbers.items() if piece not in MARKS}
    # Who knows no English words was taught to close everything, what is left of a text as well, in Japanese.
    english = any(len(piece) > LONGEST_LATIN and piece.isascii() and piece.isalpha() for piece in numbers)
    stops = (numbers["." if english else "。"], numbers["。"])
    return Spelling(Unigram(known, unknown).spell, first, last, stops)


def _layer(held: Held, number: int) -> Layer:
    return Layer(
        _turning(held, *(f"{number}.{name}" for name in ("query", "key", "value"))),
        _turning(held, f"{number}.joined"),
        _even(held, f"{number}.joined_norm"),
        _turning(held, f"{number}.wide"),
        _turning(held, f"{number}.narrow"),
        _even(held, f"{number}.narrow_norm"),
        held["apart"].astype(np.float32) if "apart" in held else None,
    )


def _turning(held: Held, *names: str) -> Turning:
    """These matrices beside each other, in bytes where that is a large one."""
    if sum(held[f"{name}.weight"].size for name in names) < LARGE:
        pairs = [pair(held, name) for name in names]
        return np.concatenate([weight for weight, _ in pairs], axis=1), np.concatenate([bias for _, bias in pairs])
    weight, scale, bias = (
        np.concatenate([held[f"{name}.{part}"] for name in names]) for part in ("weight", "weight.scale", "bias")
    )
    if not len(weight) == len(scale) == len(bias):
        raise ValueError(f"the parts of {names[0]} do not fit each other")
    return InBytes(weight, scale.astype(np.float32), bias.astype(np.float32))


def _even(held: Held, name: str) -> tuple[Array, Array]:
    return held[f"{name}.weight"].astype(np.float32), held[f"{name}.bias"].astype(np.float32)


def _whole(held: Held, name: str) -> Array:
    whole: Array = held[name].astype(np.float32) * held[f"{name}.scale"].astype(np.float32)[:, None]
    return whole
