"""One layer of a reader, as in BERT (Devlin et al. 2019): each piece of a text is seen among the others.

With a table of distances it is one of MPNet (Song et al. 2020), where how far apart two pieces stand counts too.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

HEADS = 12
# Rows that are bent at once: so many fit near the processor.
ROWS = 48
# Added to a variance, as in the small models. Of MPNet it is 1e-5, which changes the first rows by half in a thousand.
CALM = np.float32(1e-12)

Array = NDArray[np.float32]


class InBytes(NamedTuple):
    """A large matrix (out, in) in whole numbers of one byte, the scale of each row of it, and the row that is added.

    Made into numbers whenever it is asked, which takes less time than to multiply by it and saves three bytes of four.
    """

    weight: NDArray[np.int8]
    scale: Array
    bias: Array


# A matrix (in, out) and the row that is added.
Turning = tuple[Array, Array] | InBytes


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer.

    `apart` (heads, 2 · longest - 1) is what is added for a piece that stands so far before or behind, 0 in the middle.
    """

    asked: Turning  # query, key and value beside each other
    joined: Turning
    joined_norm: tuple[Array, Array]
    wide: Turning
    narrow: Turning
    narrow_norm: tuple[Array, Array]
    apart: Array | None = None

    def over(self, hidden: Array, spans: Sequence[slice]) -> Array:
        """What it makes of the rows, one for each piece; the pieces of a text, a span of rows, see each other alone."""
        hidden = norm(hidden + _attend(hidden, spans, self), self.joined_norm)
        return norm(hidden + turn(_bent(turn(hidden, self.wide)), self.narrow), self.narrow_norm)


def over(layers: Iterable[Layer], hidden: Array, spans: Sequence[slice]) -> Array:
    """What the layers make of the rows, one after the other."""
    for layer in layers:
        hidden = layer.over(hidden, spans)
    return hidden


def below(texts: Sequence[Array]) -> tuple[Array, list[slice]]:
    """The rows of all texts below each other, so that nothing is reckoned that is not there, and which are whose."""
    ends = list(accumulate(map(len, texts)))
    return np.concatenate(texts), [slice(end - len(rows), end) for rows, end in zip(texts, ends, strict=True)]


def means(hidden: Array, spans: Sequence[slice]) -> Array:
    """The mean of the rows of each text."""
    return np.stack([hidden[span].mean(axis=0) for span in spans])


def turn(hidden: Array, by: Turning) -> Array:
    """The rows times a matrix, and a row added."""
    if isinstance(by, InBytes):
        turned: Array = hidden @ by.weight.astype(np.float32).T
        turned *= by.scale
    else:
        turned = hidden @ by[0]
    turned += by[-1]
    return turned


def norm(hidden: Array, by: tuple[Array, Array]) -> Array:
    """Each row about 0 and spread by 1, then stretched and shifted."""
    centred: Array = hidden - hidden.mean(axis=-1, keepdims=True)
    centred /= np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + CALM)
    centred *= by[0]
    centred += by[1]
    return centred


def _attend(hidden: Array, spans: Iterable[slice], layer: Layer) -> Array:
    asked = turn(hidden, layer.asked)
    mixed = np.empty_like(hidden)
    for span in spans:
        pieces = span.stop - span.start
        query, key, value = asked[span].reshape(pieces, 3, HEADS, -1).transpose(1, 2, 0, 3)
        near: Array = query @ key.transpose(0, 2, 1)
        near /= np.float32(query.shape[-1] ** 0.5)
        if layer.apart is not None:
            near += _apart(layer.apart, pieces)
        near -= near.max(axis=-1, keepdims=True)
        np.exp(near, out=near)
        near /= near.sum(axis=-1, keepdims=True)
        mixed[span] = (near @ value).transpose(1, 0, 2).reshape(pieces, -1)
    return turn(mixed, layer.joined)


def _apart(table: Array, pieces: int) -> Array:
    """What is added for each of so many pieces (the rows) beside each other one (the columns)."""
    longest = (table.shape[1] + 1) // 2
    rows: Array = sliding_window_view(table, pieces, axis=1)[:, longest - pieces : longest]
    return rows[:, ::-1]


def _bent(hidden: Array) -> Array:
    """The Gaussian error linear unit of each number; the matrix given is written over, a few rows at a time."""
    for at in range(0, len(hidden), ROWS):
        _bend(hidden[at : at + ROWS])
    return hidden


def _bend(hidden: Array) -> None:
    # The error function by Abramowitz and Stegun, 7.1.26: at most 1.5e-7 off.
    size = np.abs(hidden)
    size *= np.float32(0.5**0.5)
    t = 1 / (1 + np.float32(0.3275911) * size)
    error = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    error *= np.exp(-size * size)
    hidden *= np.float32(0.5) * (1 + np.copysign(1 - error, hidden))
