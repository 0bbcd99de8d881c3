"""A second opinion for wordings that no sign covers: a linear model over the letters, words and themes of a text.

It says how unusual a text is among inquiries, shows the words that weigh most, and names an act only as a guess.
`corpus/train.py` writes the model; `docs/second-opinion.md` tells how well it does.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from heapq import nlargest
from typing import NamedTuple

from desk.rules.conduct.opinion_features import Window, features, windows
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
    guess = _guess(most.seen, learnt)
    return Opinion(round(most.value, 4), tuple(_words(most, parts)), guess, most.value >= learnt.threshold)


class _Part(NamedTuple):
    field: str
    original: str
    folded: Folded


class _Piece(NamedTuple):
    value: float
    window: Window
    seen: Mapping[str, int]
    weighed: Mapping[str, float]


def _weigh(text: str, model: Model) -> Iterator[_Piece]:
    for window in windows(text):
        seen = features(window.language, window.text)
        learnt = model[window.language]
        total, weighed = _total(seen, learnt)
        yield _Piece(learnt.score(total, len(window.text)), window, seen, weighed)


def _total(seen: Mapping[str, int], learnt: LanguageModel) -> tuple[float, Mapping[str, float]]:
    """The sum of all weights, and how much each feature weighs by itself and by the themes it speaks of."""
    weights, themes = learnt.weights, learnt.themes
    weighed = {feature: weights[feature] for feature in seen.keys() & weights.keys()}
    spoken: dict[str, float] = {}
    total = math.fsum(weighed.values())
    for word in seen.keys() & themes.keys():
        spoken.update(themes[word])
        weighed[word] = weighed.get(word, 0.0) + math.fsum(themes[word].values())
    return total + math.fsum(spoken.values()), weighed


def _words(piece: _Piece, parts: list[_Part]) -> Iterator[Stretch]:
    """Where the heaviest features stand, those that overlap or touch drawn together, in the order of the text."""
    heavy = nlargest(MOST_FEATURES, ((weight, feature) for feature, weight in piece.weighed.items() if weight > 0))
    drawn: list[tuple[int, int]] = []
    for start, end in sorted(_place(piece, feature) for _, feature in heavy if feature.strip()):
        if drawn and start <= drawn[-1][1] + 1:
            drawn[-1] = (drawn[-1][0], max(end, drawn[-1][1]))
        else:
            drawn.append((start, end))
    for start, end in drawn:
        yield from _stretches(start, end, parts)


def _place(piece: _Piece, feature: str) -> tuple[int, int]:
    # A feature may begin or end with the space that stands for the edge of a word.
    start = piece.window.start + piece.seen[feature] + len(feature) - len(feature.lstrip())
    return start, start + len(feature.strip())


def _stretches(start: int, end: int, parts: list[_Part]) -> Iterator[Stretch]:
    """The same place in the original of each field that it touches."""
    offset = 0
    for field, original, folded in parts:
        first, last = max(start - offset, 0), min(end - offset, len(folded.text))
        if first < last:
            begin, stop = folded.span(first, last)
            yield Stretch(field, begin, stop, original[begin:stop])
        offset += len(folded.text) + 1


def _guess(seen: Mapping[str, int], learnt: LanguageModel) -> str | None:
    values = {act: math.fsum(map(told.__getitem__, seen.keys() & told.keys())) for act, told in learnt.acts.items()}
    return max(sorted(values), key=values.__getitem__) if any(values.values()) else None
