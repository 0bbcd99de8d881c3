"""A second opinion for wordings that no sign covers: a linear model over the letters and words of a text.

It says how unusual a text is among inquiries, shows the words that weigh most, and names an act only as a guess.
`corpus/train.py` writes the model; `docs/second-opinion.md` tells how well it does.
"""

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from heapq import nlargest
from typing import Any, NamedTuple

from desk.rules.conduct.opinion_features import LANGUAGES, Window, features, windows
from desk.rules.normalise import Folded, fold

FORMAT = 1
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


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """One language: score = logistic(offset + sum of weights / √(letters + 20)); unusual from `threshold` on."""

    offset: float
    threshold: float
    weights: Mapping[str, float]
    acts: Mapping[str, Mapping[str, float]]


Model = Mapping[str, LanguageModel]


def read_model(text: str) -> Model:
    """The model of a model file's text; ValueError where it is none."""
    data = json.loads(text)
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise ValueError(f"this is no model of format {FORMAT}: write it anew with corpus/train.py")
    return {language: _language_model(data[language]) for language in LANGUAGES}


def score(fields: Mapping[str, str], model: Model) -> Opinion:
    """The model's opinion of subject, message and text: that of their most unusual piece; the same answer every time.

    Only the first 20 000 letters of a field are weighed.
    """
    weighed = [piece for field in FIELDS if fields.get(field) for piece in _weigh(field, fields[field], model)]
    if not weighed:
        return Opinion(0.0, ())
    piece = max(weighed, key=lambda piece: (piece.value - model[piece.window.language].threshold, piece.value))
    part = model[piece.window.language]
    words = _words(piece, part, fields[piece.field])
    return Opinion(round(piece.value, 4), words, _guess(piece.seen, part), piece.value >= part.threshold)


class _Piece(NamedTuple):
    value: float
    window: Window
    seen: Mapping[str, int]
    field: str
    folded: Folded


def _weigh(field: str, text: str, model: Model) -> Iterator[_Piece]:
    folded = fold(text[:MOST_LETTERS])
    for window in windows(folded.text):
        seen = features(window.language, window.text)
        yield _Piece(_value(seen, len(window.text), model[window.language]), window, seen, field, folded)


def _value(seen: Mapping[str, int], letters: int, part: LanguageModel) -> float:
    weights = part.weights
    total = math.fsum(map(weights.__getitem__, seen.keys() & weights.keys()))
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, part.offset + total / math.sqrt(letters + 20)))))


def _words(piece: _Piece, part: LanguageModel, original: str) -> tuple[Stretch, ...]:
    """Where the heaviest features stand, those that overlap or touch drawn together, in the order of the text."""
    weights = part.weights
    heavy = nlargest(MOST_FEATURES, ((weights[f], f) for f in piece.seen if weights.get(f, 0.0) > 0))
    spans = sorted(_trim(piece.seen[feature], feature) for _, feature in heavy if feature.strip())
    drawn: list[tuple[int, int]] = []
    for start, end in spans:
        if drawn and start <= drawn[-1][1] + 1:
            drawn[-1] = (drawn[-1][0], max(end, drawn[-1][1]))
        else:
            drawn.append((start, end))
    return tuple(_stretch(piece, start, end, original) for start, end in drawn)


def _trim(start: int, feature: str) -> tuple[int, int]:
    # A feature may begin or end with the space that stands for the edge of a word.
    start += len(feature) - len(feature.lstrip())
    return start, start + len(feature.strip())


def _stretch(piece: _Piece, start: int, end: int, original: str) -> Stretch:
    start, end = piece.folded.span(piece.window.start + start, piece.window.start + end)
    return Stretch(piece.field, start, end, original[start:end])


def _guess(seen: Mapping[str, int], part: LanguageModel) -> str | None:
    values = {act: sum(map(told.__getitem__, seen.keys() & told.keys())) for act, told in part.acts.items()}
    return max(sorted(values), key=values.__getitem__) if any(values.values()) else None


def _language_model(data: Mapping[str, Any]) -> LanguageModel:
    acts = {act: _weights(groups, 1) for act, groups in data["acts"].items()}
    return LanguageModel(data["offset"], data["threshold"], _weights(data["weights"], data["unit"]), acts)


def _weights(groups: Mapping[str, str], unit: float) -> dict[str, float]:
    # Features of one weight stand together, a tab between them: a feature holds none.
    return {feature: int(weight) * unit for weight, row in groups.items() for feature in row.split("\t")}
