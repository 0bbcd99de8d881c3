"""Learning a linear model: a support vector machine with squared hinge loss, solved by dual coordinate descent.

The order is shuffled by a fixed seed, so that the same rows give the same model. Values are turned into scores 0…1
by a logistic function that is fitted on values of rows that were held out.
"""

# ruff: noqa: INP001 (these scripts lie beside the texts, they are no package)
import math
import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from corpus_rows import PLAIN, Piece, Row

ROUNDS = 25
# So often all is learnt anew without some of the authors.
PARTS = 6
# How soft the margin is.
SOFTNESS = 0.1

Vector = list[tuple[int, float]]
Value = tuple[Row, float]


class Linear(NamedTuple):
    """What was learnt: the weight of each feature, and the bias."""

    weights: Mapping[str, float]
    bias: float

    def value(self, row: Row) -> float:
        """That of its most unusual piece; above 0 where it looks like one to be flagged."""
        return max(self.of_piece(piece) for piece in row.pieces)

    def of_piece(self, piece: Piece) -> float:
        """The value of one piece."""
        return self.bias + piece.scale * math.fsum(self.weights[seen] for seen in piece.seen & self.weights.keys())


def train(rows: Sequence[Row], kept: int) -> Linear:
    """Learn from all features seen twice, keep those that move the values most, and learn again from these.

    No piece of a good text is to be flagged; of a text to be flagged it is the whole at first, then the piece that
    looks worst.
    """
    good = [piece for row in rows if not row.flag for piece in row.pieces]
    bad = [row.whole() for row in rows if row.flag]
    counts = Counter(feature for piece in (*good, *bad) for feature in piece.seen)
    total = len(good) + len(bad)
    rare = {feature: math.log((1 + total) / (1 + count)) + 1 for feature, count in counts.items() if count > 1}
    first = _solve(good, bad, rare)
    worst = [max(row.pieces, key=first.of_piece) for row in rows if row.flag]
    moved = {feature: abs(first.weights[feature]) * math.sqrt(counts[feature]) for feature in rare}
    most = sorted(moved, key=lambda feature: (-moved[feature], feature))[:kept]
    return _solve(good, worst, {feature: rare[feature] for feature in most})


def _solve(good: Sequence[Piece], bad: Sequence[Piece], rare: Mapping[str, float]) -> Linear:
    number = {name: index for index, name in enumerate(sorted(rare))}
    vectors = [_vector(piece, rare, number) for piece in (*good, *bad)]
    signs = [-1.0] * len(good) + [1.0] * len(bad)
    weights = _descend(vectors, signs, len(number) + 1)
    return Linear({name: weights[index] * rare[name] for name, index in number.items()}, weights[-1])


def _vector(piece: Piece, rare: Mapping[str, float], number: Mapping[str, int]) -> Vector:
    # The last place is the bias's.
    scaled = [(number[name], rare[name] * piece.scale) for name in sorted(piece.seen & rare.keys())]
    return [*scaled, (len(number), 1.0)]


def _descend(vectors: Sequence[Vector], signs: Sequence[float], size: int) -> list[float]:
    weights = [0.0] * size
    alphas = [0.0] * len(vectors)
    soft = 1 / (2 * SOFTNESS)
    curve = [sum(value * value for _, value in vector) + soft for vector in vectors]
    order = list(range(len(vectors)))
    chance = random.Random(2026)  # noqa: S311 (the same every time)
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


def held_out(rows: Sequence[Row], parts: Iterable[Callable[[Row], bool]], kept: int) -> list[Value]:
    """Each part's rows with the value given by what was learnt from all others."""
    found = []
    for chosen in parts:
        learnt = train([row for row in rows if not chosen(row)], kept)
        found += [(row, learnt.value(row)) for row in rows if chosen(row)]
    return found


def authors(rows: Sequence[Row]) -> list[Callable[[Row], bool]]:
    """The rows in at most six parts of whole authors: what was learnt has to stand before authors it does not know."""
    names = sorted({row.author for row in rows}, key=lambda name: (len(name), name))
    parts = [names[first::PARTS] for first in range(min(PARTS, len(names)))]
    return [lambda row, part=part: row.author in part for part in parts]  # type: ignore[misc]


def calibrate(values: Sequence[Value]) -> tuple[float, float]:
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


def join(values: Sequence[tuple[Row, Sequence[tuple[float, float]]]]) -> tuple[float, float, float]:
    """How two values of each piece are best taken together (weights and offset of a logistic function).

    A row is as its worst piece, and which that is follows from the weights: so they are sought three times.
    """
    best = (0.5, 0.5, 0.0)
    for _ in range(3):
        worst = [(row, max(pieces, key=lambda both: best[0] * both[0] + best[1] * both[1])) for row, pieces in values]
        best = _joined(worst)
    return best


def _joined(worst: Sequence[tuple[Row, tuple[float, float]]]) -> tuple[float, float, float]:
    # Plain descent: the function has one lowest place.
    own = read = offset = 0.0
    for _ in range(3000):
        slopes = [0.0, 0.0, 0.0]
        for row, (first, second) in worst:
            error = 1 / (1 + math.exp(-(own * first + read * second + offset))) - row.flag
            slopes = [slopes[0] + error * first, slopes[1] + error * second, slopes[2] + error]
        own, read, offset = (
            was - 0.2 * slope / len(worst) for was, slope in zip((own, read, offset), slopes, strict=True)
        )
    return own, read, offset


def threshold(values: Sequence[Value], share: float, *, plain: bool = False) -> float:
    """The least value that at most this share of the look-alikes is over, or of the ordinary inquiries."""
    return _beyond([value for row, value in values if not row.flag and (row.kind in PLAIN) == plain], share) + 1e-6


def _beyond(values: Sequence[float], share: float) -> float:
    return sorted(values, reverse=True)[int(len(values) * share)] if values else -math.inf
