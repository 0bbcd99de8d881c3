"""A second opinion for wordings that no sign covers: a linear model over the letters, words and themes of a text.

It says how unusual a text is among inquiries, shows the words that weigh most, and names an act only as a guess.
`corpus/train.py` writes the model; `docs/second-opinion.md` tells how well it does.
"""

import math
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from heapq import nlargest
from typing import NamedTuple

from desk.rules.conduct.opinion_features import Window, features, places, windows
from desk.rules.conduct.opinion_model import LanguageModel, Model, read_model
from desk.rules.normalise import Folded, fold

__all__ = ["Model", "Opinion", "Stretch", "read_model", "score"]

FIELDS = ("subject", "message", "text")
MOST_LETTERS = 20_000
MOST_FEATURES = 12


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that weigh: `fields[field][start:end] == text`."""

    field: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Opinion:
    """How unusual a text is (0…1), the words that weigh most, a guess at the act, whether it is over the threshold."""

    score: float
    words: tuple[Stretch, ...]
    act_guess: str | None = None
    unusual: bool = False


def score(fields: Mapping[str, str], model: Model) -> Opinion:
    """The model's opinion of subject, message and text, read as one; the same answer every time.

    A long text is weighed in pieces, and the most unusual piece counts. Only the first 20 000 letters of a field
    are weighed. A text without letters of a known language scores 0.
    """
    parts = [_Part(name, fields[name], fold(fields[name][:MOST_LETTERS])) for name in FIELDS if fields.get(name)]
    pieces = list(_weigh("\n".join(part.folded.text for part in parts), model))
    if not pieces:
        return Opinion(0.0, ())
    most = max(pieces, key=lambda piece: (piece.value - model[piece.window.language].threshold, piece.value))
    learnt = model[most.window.language]
    unusual = most.value >= learnt.threshold
    words, guess = tuple(_words(most, parts)), _guess(most, learnt)
    return Opinion(round(most.value, 4), words, guess if unusual else None, unusual)


class _Part(NamedTuple):
    field: str
    original: str
    folded: Folded


class _Piece(NamedTuple):
    value: float
    window: Window
    weighed: Mapping[str, float]
    themes: Mapping[str, float]


def _weigh(text: str, model: Model) -> Iterator[_Piece]:
    for window in windows(text):
        learnt = model[window.language]
        total, weighed, themes = _total(features(window.language, window.text), learnt)
        yield _Piece(learnt.score(total, len(window.text)), window, weighed, themes)


def _total(seen: AbstractSet[str], learnt: LanguageModel) -> tuple[float, Mapping[str, float], Mapping[str, float]]:
    """The sum of all weights; what each feature weighs by itself and by the themes it speaks of; these themes."""
    weights, themes = learnt.weights, learnt.themes
    weighed = {feature: weights[feature] for feature in weights.keys() & seen}
    spoken: dict[str, float] = {}
    total = math.fsum(weighed.values())
    for word in themes.keys() & seen:
        spoken.update(themes[word])
        weighed[word] = weighed.get(word, 0.0) + math.fsum(themes[word].values())
    return total + math.fsum(spoken.values()), weighed, spoken


def _words(piece: _Piece, parts: list[_Part]) -> Iterator[Stretch]:
    """Where the heaviest features stand, those that overlap or touch drawn together, in the order of the text."""
    heavy = nlargest(MOST_FEATURES, ((weight, feature) for feature, weight in piece.weighed.items() if weight > 0))
    drawn: list[tuple[int, int]] = []
    for start, end in sorted(places(piece.window.language, piece.window.text, (feature for _, feature in heavy))):
        if drawn and start <= drawn[-1][1] + 1:
            drawn[-1] = (drawn[-1][0], max(end, drawn[-1][1]))
        else:
            drawn.append((start, end))
    for start, end in drawn:
        yield from _stretches(piece.window.start + start, piece.window.start + end, parts)


def _stretches(start: int, end: int, parts: list[_Part]) -> Iterator[Stretch]:
    """The same place in the original of each field that it touches."""
    offset = 0
    for field, original, folded in parts:
        first, last = max(start - offset, 0), min(end - offset, len(folded.text))
        if first < last:
            begin, stop = folded.span(first, last)
            yield Stretch(field, begin, stop, original[begin:stop])
        offset += len(folded.text) + 1


def _guess(piece: _Piece, learnt: LanguageModel) -> str | None:
    """The act for which most of what is seen tells, or nothing where none of it does."""
    told: dict[str, list[float]] = {}
    for feature in learnt.telling.keys() & (piece.weighed.keys() | piece.themes.keys()):
        for act, weight in learnt.telling[feature].items():
            told.setdefault(act, []).append(weight)
    return max(sorted(told), key=lambda act: math.fsum(told[act])) if told else None
