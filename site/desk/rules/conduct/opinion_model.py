r"""The model of the second opinion as `corpus/train_weights.py` writes it, one part for each language.

{"format": 8, "ja": {"threshold": 0.7, "doubt": 0.5, "line_threshold": 0.6, "line_doubt": 0.4,
  "own": 0.8, "read": 0.5, "both": 0.1,         how the value of the weights and that of the reader are taken together
  "grave": {"act.violence": 1.5},                what is added where it would surely be that act, if it is one
  "offset": 2.1, "unit": 0.01,
  "weights": {"41": "てやる\tお前"},                              weight in units → features, a tab between them
  "themes": {"harm": {"weight": 35, "words": "殴る\t蹴る"}}},     counted once if any of its words is there
 "en": {…}}
"""

import json
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol

from desk.rules.conduct.opinion_features import LANGUAGES
from desk.rules.reader.misspelt import Correction

FORMAT = 8
# A text counts as this many letters longer than it is, so that a few letters alone weigh little.
SHORTNESS = 20
# An inquiry of at most so many letters in all, spaces apart, is a single line, of which readers are less sure.
ONE_LINE = {"ja": 50, "en": 90}


# Themes are told from features by what no feature can hold.
THEME = "\t"


class Read(NamedTuple):
    """What a reader makes of a text: a value, above 0 where it is to be flagged, and how likely it would be which act.

    The likelihoods of all acts add up to 1. `needs`: for self-harm and danger a value, above 0 where it tells of that.
    `second`: whether of two who read it the second finds more in it.
    """

    value: float
    likely: Mapping[str, float]
    needs: Mapping[str, float] = MappingProxyType({})
    second: bool = False


def added(read: Read, grave: Mapping[str, float]) -> float:
    """What is added to the value of a text for the acts that it would be, each as likely as that is."""
    return math.fsum(more * read.likely.get(act, 0.0) for act, more in grave.items())


class Reader(Protocol):
    """Somebody who reads a whole window instead of counting what stands in it."""

    def read(self, texts: Sequence[str], *, listening: bool = False) -> Sequence[Read]:
        """What it makes of each of these folded texts.

        With `listening` they are the windows of one inquiry: it tells which needs they tell of, and may look closely at
        the most unusual ones alone.
        """

    def corrections(self, text: str) -> Sequence[Correction]:
        """The words of a folded text that are misspelt, in order, each with the one that was likely meant."""

    def shares(self, text: str, read: Read, need: str = "") -> Sequence[tuple[int, int, float]]:
        """What each phrase [start, end) of a folded text of which it made this `read` adds to the value.

        Of a need: what it adds to the value of that.
        """


class Bounds(NamedTuple):
    """A text that scores `threshold` is unusual; one below `doubt` reads as look-alikes do, whatever a sign says."""

    threshold: float
    doubt: float


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """What was learnt in one language: the weight of each feature, of each theme by its words, and who reads it."""

    letter: Bounds
    line: Bounds
    own: float
    read: float
    both: float
    grave: Mapping[str, float]
    offset: float
    weights: Mapping[str, float]
    themes: Mapping[str, Mapping[str, float]]
    reader: Reader

    def value(self, total: float, letters: int) -> float:
        """The value of a text of so many letters whose weights add up to `total`."""
        return self.offset + total / math.sqrt(letters + SHORTNESS)

    def score(self, value: float, read: Read) -> float:
        """The score 0…1 of a text of that value, of which the reader made that."""
        joined = self.own * value + self.read * read.value + added(read, self.grave) + self.both
        return 1 / (1 + math.exp(-max(-60.0, min(60.0, joined))))


Model = Mapping[str, LanguageModel]


def read_model(text: str, readers: Mapping[str, Reader]) -> Model:
    """The model of a model file's text, with the reader of each language; ValueError where it is none."""
    data = json.loads(text)
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise ValueError(f"this is no model of format {FORMAT}: write it anew with corpus/train_weights.py")
    return {language: _language_model(data[language], readers[language]) for language in LANGUAGES}


def _language_model(data: Mapping[str, Any], reader: Reader) -> LanguageModel:
    unit = data["unit"]
    letter, line = Bounds(data["threshold"], data["doubt"]), Bounds(data["line_threshold"], data["line_doubt"])
    if any(bounds.doubt > bounds.threshold for bounds in (letter, line)):
        raise ValueError("a text cannot be unusual and read ordinary at once: a doubt is over its threshold")
    if line.threshold > letter.threshold:
        raise ValueError("less is needed of a single line than of a letter: line_threshold is over the threshold")
    return LanguageModel(
        letter,
        line,
        data["own"],
        data["read"],
        data["both"],
        data["grave"],
        data["offset"],
        _weights(data["weights"], unit),
        _themes(data["themes"], unit),
        reader,
    )


def _weights(groups: Mapping[str, str], unit: float) -> dict[str, float]:
    # Features of one weight stand together, a tab between them: a feature holds none.
    return {feature: int(weight) * unit for weight, row in groups.items() for feature in row.split("\t")}


def _themes(themes: Mapping[str, Any], unit: float) -> dict[str, dict[str, float]]:
    by_word: dict[str, dict[str, float]] = defaultdict(dict)
    for name, theme in themes.items():
        for word in theme["words"].split("\t"):
            by_word[word][THEME + name] = theme["weight"] * unit
    return dict(by_word)
