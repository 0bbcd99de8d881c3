"""A second opinion: a linear model over hashed character n-grams, for wordings that no sign covers.

A model is a JSON object, handed in as a mapping:

    {"format": 1, "lengths": [1, 2, 3, 4], "buckets": 65536, "bias": -1.25, "threshold": 0.5,
     "weights": {"17": 0.42, …},                       bucket number as a string → weight, absent = 0
     "acts": {"act.threat": {"bias": -2.0, "weights": {"17": 0.9, …}}, …}}       optional; the guess

The text is folded (`normalise.fold`), runs of white space become one space, one space is put at either end. Every
n-gram of every length falls in the bucket `crc32(utf-8 of the n-gram) % buckets`. Each distinct n-gram counts once;
the sum of the weights is divided by the square root of the number of distinct n-grams, the bias is added, and the
logistic function makes it a score in 0…1. A trainer that uses these same features needs nothing else.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from desk.rules.normalise import fold

Model = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Opinion:
    """How unusual a text is (0…1), whether that is over the model's threshold, the words that weigh most, a guess."""

    score: float
    words: tuple[str, ...]
    act_guess: str | None = None
    unusual: bool = False


def score(text: str, model: Model) -> Opinion:
    """The model's opinion of one text; deterministic, linear in the length of the text."""
    folded = " " + " ".join(fold(text).text.split()) + " "
    buckets = {gram: _bucket(gram, model) for gram in _grams(folded, model)}
    weights = model["weights"]
    scale = 1 / math.sqrt(len(buckets) or 1)
    value = _logistic(model["bias"] + scale * _total(buckets.values(), weights))
    unusual = value >= model.get("threshold", 0.5)
    return Opinion(round(value, 4), _heaviest(folded, model), _guess(buckets, model, scale), unusual)


def grams(text: str, lengths: Iterable[int]) -> set[str]:
    """The distinct n-grams of one text as a trainer must see them."""
    return _grams(" " + " ".join(fold(text).text.split()) + " ", {"lengths": list(lengths)})


def _grams(folded: str, model: Model) -> set[str]:
    return {folded[i : i + n] for n in model["lengths"] for i in range(len(folded) - n + 1)}


def _total(buckets: Iterable[int], weights: Mapping[str, float]) -> float:
    return sum(weights.get(str(bucket), 0.0) for bucket in buckets)


def _guess(buckets: Mapping[str, int], model: Model, scale: float) -> str | None:
    acts: Mapping[str, Any] = model.get("acts", {})
    values = {act: part["bias"] + scale * _total(buckets.values(), part["weights"]) for act, part in acts.items()}
    return max(sorted(values), key=values.__getitem__) if values else None


def _heaviest(folded: str, model: Model) -> tuple[str, ...]:
    # A word's weight is the sum of the n-grams inside it; a run of one script is a word.
    words = {word for word in _cut(folded) if 1 < len(word) <= 40}
    weighed = {word: _weigh(word, model) for word in words}
    best = sorted(words, key=lambda word: (-weighed[word], word))[:5]
    return tuple(word for word in best if weighed[word] > 0)


def _weigh(word: str, model: Model) -> float:
    return _total((_bucket(gram, model) for gram in _grams(word, model)), model["weights"])


def _bucket(gram: str, model: Model) -> int:
    return int(crc32(gram.encode("utf-8", "surrogatepass")) % model["buckets"])


def _cut(folded: str) -> list[str]:
    # Japanese has no spaces: a change of script ends a word there.
    words: list[str] = []
    kind = ""
    for char in folded:
        now = _script(char)
        if now and now == kind:
            words[-1] += char
        elif now:
            words.append(char)
        kind = now
    return words


def _script(char: str) -> str:
    if "ぁ" <= char <= "ん":
        return "hiragana"
    if "ァ" <= char <= "ー":
        return "katakana"
    return ("latin" if char.isascii() else "han") if char.isalnum() else ""


def _logistic(value: float) -> float:
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, value))))
