r"""The model of the second opinion as `corpus/train.py` writes it, one part for each language.

{"format": 4, "ja": {"offset": 2.1, "threshold": 0.97, "doubt": 0.2, "unit": 0.01,
  "weights": {"41": "てやる\tお前"},                       weight in units → features, a tab between them
  "themes": {"harm": {"weight": 35, "words": "殴る\t蹴る"}},   counted once if any of its words is there
  "acts": {"act.threat": {"weights": {"12": "夜道"}, "themes": {"menace": 9}}}},                for the guess
 "en": {…, "reader": {"own": 0.8, "read": 0.5, "offset": 0.1, "threshold": 0.7, "doubt": 0.4}}}  beside the reader
"""

import json
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from desk.rules.conduct.opinion_features import LANGUAGES

FORMAT = 4
# A text counts as this many letters longer than it is, so that a few letters alone weigh little.
SHORTNESS = 20


# Themes are told from features by what no feature can hold.
THEME = "\t"


class Read(NamedTuple):
    """What a reader makes of a text: a value, above 0 where it is to be flagged, and what [start, end) adds to it."""

    value: float
    added: Sequence[tuple[int, int, float]]


class Reader(Protocol):
    """Somebody who reads a whole window instead of counting what stands in it."""

    def read(self, text: str) -> Read:
        """What it makes of a folded text."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A reader beside the weights, and how the two values are taken together."""

    reader: Reader
    own: float
    read: float
    offset: float


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """What was learnt in one language: the weight of each feature, of each theme by its words, and for each act.

    A text that scores `threshold` is unusual; one below `doubt` reads as look-alikes do, whatever a sign says.
    """

    offset: float
    threshold: float
    doubt: float
    weights: Mapping[str, float]
    themes: Mapping[str, Mapping[str, float]]
    telling: Mapping[str, Mapping[str, float]]
    beside: Beside | None = None

    def value(self, total: float, letters: int) -> float:
        """The value of a text of so many letters whose weights add up to `total`."""
        return self.offset + total / math.sqrt(letters + SHORTNESS)

    def read(self, text: str) -> Read | None:
        """What the reader, where there is one, makes of a folded text."""
        return self.beside.reader.read(text) if self.beside else None

    def score(self, value: float, read: Read | None) -> float:
        """The score 0…1 of a text of that value, of which the reader made that."""
        if self.beside and read:
            value = self.beside.own * value + self.beside.read * read.value + self.beside.offset
        return 1 / (1 + math.exp(-max(-60.0, min(60.0, value))))


Model = Mapping[str, LanguageModel]


def read_model(text: str, readers: Mapping[str, Reader] | None = None) -> Model:
    """The model of a model file's text, with a reader for each language that has one; ValueError where it is none."""
    data = json.loads(text)
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise ValueError(f"this is no model of format {FORMAT}: write it anew with corpus/train.py")
    return {language: _language_model(data[language], (readers or {}).get(language)) for language in LANGUAGES}


def _language_model(data: Mapping[str, Any], reader: Reader | None) -> LanguageModel:
    unit = data["unit"]
    weights, themes = _weights(data["weights"], unit), _themes(data["themes"], unit)
    telling = _telling(data["acts"])
    beside, bounds = None, data
    if reader is not None and (told := data.get("reader")):
        beside, bounds = Beside(reader, told["own"], told["read"], told["offset"]), told
    return LanguageModel(data["offset"], bounds["threshold"], bounds["doubt"], weights, themes, telling, beside)


def _weights(groups: Mapping[str, str], unit: float) -> dict[str, float]:
    # Features of one weight stand together, a tab between them: a feature holds none.
    return {feature: int(weight) * unit for weight, row in groups.items() for feature in row.split("\t")}


def _themes(themes: Mapping[str, Any], unit: float) -> dict[str, dict[str, float]]:
    by_word: dict[str, dict[str, float]] = defaultdict(dict)
    for name, theme in themes.items():
        for word in theme["words"].split("\t"):
            by_word[word][THEME + name] = theme["weight"] * unit
    return dict(by_word)


def _telling(acts: Mapping[str, Any]) -> dict[str, dict[str, float]]:
    by_feature: dict[str, dict[str, float]] = defaultdict(dict)
    for act, told in acts.items():
        themes = {THEME + name: weight for name, weight in told["themes"].items()}
        for feature, weight in (_weights(told["weights"], 1) | themes).items():
            by_feature[feature][act] = weight
    return dict(by_feature)
