"""One layer of a reader, as in BERT (Devlin et al. 2019): each piece of a text is seen among the others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

HEADS = 12
# Rows that are bent at once: so many fit near the processor.
ROWS = 48
CALM = np.float32(1e-12)  # added to a variance, as in the models that the readers were begun from

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer: the matrices stand as (in, out)."""

    asked: tuple[Array, Array]  # query, key and value beside each other
    joined: tuple[Array, Array]
    joined_norm: tuple[Array, Array]
    wide: tuple[Array, Array]
    narrow: tuple[Array, Array]
    narrow_norm: tuple[Array, Array]

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


def turn(hidden: Array, by: tuple[Array, Array]) -> Array:
    """The rows times a matrix (in, out), and a row added."""
    turned: Array = hidden @ by[0]
    turned += by[1]
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
        near -= near.max(axis=-1, keepdims=True)
        np.exp(near, out=near)
        near /= near.sum(axis=-1, keepdims=True)
        mixed[span] = (near @ value).transpose(1, 0, 2).reshape(pieces, -1)
    return turn(mixed, layer.joined)


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
