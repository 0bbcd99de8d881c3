"""Train the second opinion on corpus/screening/*.jsonl and write its model file; the same texts give the same file.

    python corpus/train.py            writes site/desk/rules/conduct/opinion.json (about two minutes)
    python corpus/train.py --measure  writes nothing and prints how well it does on texts it was not trained on

A linear support vector machine with squared hinge loss, solved by dual coordinate descent in a fixed order; its
values are turned into scores 0…1 by a logistic function fitted on values of texts that were held out.
"""

# ruff: noqa: INP001, S311, T201 (a script that prints, with chance that must come out the same every time)
import json
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "site"))

from desk.rules.conduct.opinion import FORMAT  # noqa: E402
from desk.rules.conduct.opinion_features import LANGUAGES, features, windows  # noqa: E402
from desk.rules.normalise import fold  # noqa: E402

MODEL = HERE.parent / "site" / "desk" / "rules" / "conduct" / "opinion.json"
FOLDS = 5
ROUNDS = 25
# How soft the margin is, how many features are kept, which share of look-alikes may be flagged.
SOFTNESS = 0.1
KEPT = {"ja": 4000, "en": 5000}
FALSE_FLAGS = 0.015
UNIT = 0.01
LEAST_ODDS = 0.5

Vector = list[tuple[int, float]]


class Row(NamedTuple):
    """One text of the corpus with its features."""

    language: str
    text: str
    flag: bool
    act: str
    kind: str
    group: str
    letters: int
    seen: frozenset[str]


class Linear(NamedTuple):
    """What was learnt: the weight of each feature (for one √letter), and the bias."""

    weights: dict[str, float]
    bias: float

    def value(self, row: Row) -> float:
        """Above 0 where the text looks like one to be flagged."""
        total = sum(self.weights[feature] for feature in sorted(row.seen & self.weights.keys()))
        return self.bias + total / math.sqrt(row.letters + 20)


def read(paths: Iterable[Path]) -> list[Row]:
    """Every row of these files, in the order of their names."""
    lines = [line for path in sorted(paths) for line in path.read_text("utf-8").splitlines() if line]
    return [_row(json.loads(line)) for line in lines]


def _row(data: Mapping[str, str]) -> Row:
    language = data["lang"]
    text = " ".join(filter(None, (data.get("subject"), data["text"])))
    pieces = [window for window in windows(fold(text).text) if window.language == language]
    seen = frozenset(feature for piece in pieces for feature in features(language, piece.text))
    letters = sum(len(piece.text) for piece in pieces)
    group = data.get("pair") or data["id"]
    return Row(language, text, data["label"] == "flag", data["act"] or "", data["kind"], group, letters, seen)


def train(rows: Sequence[Row], kept: int) -> Linear:
    """Learn from all features seen twice, keep those that move the values most, and learn again from these."""
    counts = Counter(feature for row in rows for feature in row.seen)
    rare = {feature: math.log((1 + len(rows)) / (1 + count)) + 1 for feature, count in counts.items() if count > 1}
    first = _solve(rows, rare)
    moved = {feature: abs(first.weights[feature]) * math.sqrt(counts[feature]) for feature in rare}
    most = sorted(moved, key=lambda feature: (-moved[feature], feature))[:kept]
    return _solve(rows, {feature: rare[feature] for feature in most})


def _solve(rows: Sequence[Row], rare: Mapping[str, float]) -> Linear:
    names = sorted(rare)
    number = {name: index for index, name in enumerate(names)}
    vectors = [_vector(row, rare, number) for row in rows]
    signs = [1.0 if row.flag else -1.0 for row in rows]
    weights = _descend(vectors, signs, len(names) + 1)
    return Linear({name: weights[index] * rare[name] for name, index in number.items()}, weights[-1])


def _vector(row: Row, rare: Mapping[str, float], number: Mapping[str, int]) -> Vector:
    # The last place is the bias's.
    scale = 1 / math.sqrt(row.letters + 20)
    return [(number[name], rare[name] * scale) for name in sorted(row.seen & rare.keys())] + [(len(number), 1.0)]


def _descend(vectors: Sequence[Vector], signs: Sequence[float], size: int) -> list[float]:
    weights = [0.0] * size
    alphas = [0.0] * len(vectors)
    soft = 1 / (2 * SOFTNESS)
    curve = [sum(value * value for _, value in vector) + soft for vector in vectors]
    order = list(range(len(vectors)))
    chance = random.Random(2026)
    for _ in range(ROUNDS):
        chance.shuffle(order)
        for index in order:
            vector, sign = vectors[index], signs[index]
            slope = sign * sum([weights[place] * value for place, value in vector]) - 1 + alphas[index] * soft
            alpha = max(alphas[index] - slope / curve[index], 0.0)
            if step := (alpha - alphas[index]) * sign:
                alphas[index] = alpha
                for place, value in vector:
                    weights[place] += step * value
    return weights


def held_out(rows: Sequence[Row], folds: Iterable[Callable[[Row], bool]], kept: int) -> list[tuple[Row, float]]:
    """Each fold's rows with the value given by what was learnt from all others."""
    found = []
    for chosen in folds:
        learnt = train([row for row in rows if not chosen(row)], kept)
        found += [(row, learnt.value(row)) for row in rows if chosen(row)]
    return found


def folds(rows: Sequence[Row]) -> list[Callable[[Row], bool]]:
    """Five parts of the rows; both sides of a pair are in the same part."""
    groups = sorted({row.group for row in rows})
    random.Random(1).shuffle(groups)
    parts = [frozenset(groups[start::FOLDS]) for start in range(FOLDS)]
    return [lambda row, part=part: row.group in part for part in parts]  # type: ignore[misc]


def calibrate(values: Sequence[tuple[Row, float]]) -> tuple[float, float]:
    """Slope and offset of the logistic function that fits these values best (Newton's method)."""
    slope, offset = 1.0, 0.0
    for _ in range(50):
        gs = go = ss = so = oo = 1e-9
        for row, value in values:
            score = 1 / (1 + math.exp(-(slope * value + offset)))
            error, heat = score - row.flag, score * (1 - score)
            gs, go = gs + error * value, go + error
            ss, so, oo = ss + heat * value * value, so + heat * value, oo + heat
        spread = ss * oo - so * so
        slope, offset = slope - (oo * gs - so * go) / spread, offset - (ss * go - so * gs) / spread
    return slope, offset


def threshold(values: Sequence[tuple[Row, float]], share: float) -> float:
    """The least value that flags at most this share of the look-alikes and no ordinary inquiry."""
    alike = sorted((value for row, value in values if not row.flag and row.kind != "ordinary"), reverse=True)
    plain = max((value for row, value in values if row.kind == "ordinary"), default=-math.inf)
    return max(alike[int(len(alike) * share)], plain) + 1e-6


def acts(rows: Sequence[Row], known: Iterable[str], most: int = 60) -> dict[str, dict[str, int]]:
    """The features that tell each act from the others, with their log odds in tenths."""
    flagged = [row for row in rows if row.flag]
    everywhere = Counter(feature for row in flagged for feature in row.seen & set(known))
    return {act: _telling(act, flagged, everywhere, most) for act in sorted({row.act for row in flagged})}


def _telling(act: str, rows: Sequence[Row], everywhere: Counter[str], most: int) -> dict[str, int]:
    own = [row for row in rows if row.act == act]
    counts = Counter(feature for row in own for feature in row.seen if feature in everywhere)
    odds = {
        feature: math.log((count + 0.5) / (len(own) + 1))
        - math.log((everywhere[feature] - count + 0.5) / (len(rows) - len(own) + 1))
        for feature, count in counts.items()
        if count > 1
    }
    best = sorted(odds, key=lambda feature: (-odds[feature] * math.sqrt(counts[feature]), feature))[:most]
    return {feature: round(10 * odds[feature]) for feature in best if odds[feature] >= LEAST_ODDS}


def model(rows: Sequence[Row], language: str) -> dict[str, object]:
    """One language's part of the model file."""
    rows = [row for row in rows if row.language == language]
    values = held_out(rows, folds(rows), KEPT[language])
    slope, offset = calibrate(values)
    least = threshold(values, FALSE_FLAGS)
    learnt = train(rows, KEPT[language])
    return {
        "offset": round(slope * learnt.bias + offset, 4),
        "threshold": round(1 / (1 + math.exp(-(slope * least + offset))), 4),
        "unit": UNIT,
        "weights": _grouped({name: round(slope * weight / UNIT) for name, weight in learnt.weights.items()}),
        "acts": {act: _grouped(weights) for act, weights in acts(rows, learnt.weights).items()},
    }


def _grouped(weights: Mapping[str, int]) -> dict[str, str]:
    groups: dict[int, list[str]] = defaultdict(list)
    for name, weight in sorted(weights.items()):
        if weight:
            groups[weight].append(name)
    return {str(weight): "\t".join(groups[weight]) for weight in sorted(groups)}


def report(values: Sequence[tuple[Row, float]], name: str) -> str:
    """One line: how much is found at which share of false flags."""
    good = sorted((value for row, value in values if not row.flag), reverse=True)
    flags = [value for row, value in values if row.flag]
    found = {share: sum(value > good[int(len(good) * share)] for value in flags) / len(flags) for share in SHARES}
    above = sum(_rank(good, value) for value in flags) / len(flags)
    shares = ", ".join(f"{share:.3f} at {false:.1%}" for false, share in found.items())
    return f"{name}: {len(flags)} to flag, {len(good)} not; AUC {above:.3f}; found {shares} false flags"


SHARES = (0.01, 0.015, 0.03)


def _rank(good: Sequence[float], value: float) -> float:
    low, high = 0, len(good)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if good[middle] >= value else (low, middle)
    return 1 - low / len(good)


def measure(rows: Sequence[Row], language: str) -> None:
    """Print the report for parts, acts and kinds that were held out."""
    rows = [row for row in rows if row.language == language]
    print(report(held_out(rows, folds(rows), KEPT[language]), f"{language}, five parts"), flush=True)
    names = sorted({row.act or row.kind for row in rows})
    whole = [lambda row, some=names[start::7]: (row.act or row.kind) in some for start in range(7)]
    print(report(held_out(rows, whole, KEPT[language]), f"{language}, whole acts and kinds"), flush=True)


def main() -> None:
    """Write the model file, or measure."""
    rows = read((HERE / "screening").glob("*.jsonl"))
    if "--measure" in sys.argv[1:]:
        for language in LANGUAGES:
            measure(rows, language)
        return
    data = {"format": FORMAT, **{language: model(rows, language) for language in LANGUAGES}}
    MODEL.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main()
