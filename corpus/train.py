"""Train the second opinion on corpus/screening/*.jsonl and write its model file: `python corpus/train.py`.

It needs nothing but the desk, takes about five minutes, and the same texts and reader give the same file.
`corpus/measure.py` tells how well the model does.
"""

# ruff: noqa: INP001 (these scripts lie beside the texts, they are no package)
import json
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from learning import Linear, authors, calibrate, held_out, join, threshold, train
from rows import HERE, LANGUAGES, THEME, THEMES, UNREAD, Row, training

from desk import signs_files
from desk.rules.conduct.opinion_model import FORMAT

MODEL = HERE.parent / "site" / "desk" / "rules" / "conduct" / "opinion.json"
# How many features are kept.
KEPT = 16_000
# Which share of the look-alikes of a hand that it does not know may be flagged.
FALSE_FLAGS = 0.04
# The score below which a sign tells little: there the best trade between what is found and what is flagged falsely lay.
DOUBT = 0.4
# The same beside the reader, which is right so often that a sign it does not side with mostly is not.
DOUBT_BESIDE = 0.75
UNIT = 0.01
# For the guess at an act: how many features tell each, and in what steps.
TELLING = 60
ACT_UNIT = 0.1


def model(rows: Sequence[Row], language: str) -> dict[str, object]:
    """One language's part of the model file."""
    rows = [row for row in rows if row.language == language]
    values = held_out(rows, authors(rows), KEPT)
    slope, offset = calibrate(values)
    learnt = train(rows, KEPT)
    beside = {"reader": _beside(rows, slope, offset)} if language == "en" else {}
    weights = {name: round(slope * weight / UNIT) for name, weight in learnt.weights.items()}
    return {
        "offset": round(slope * learnt.bias + offset, 4),
        "threshold": _score(slope * threshold(values, FALSE_FLAGS) + offset),
        "doubt": DOUBT,
        "unit": UNIT,
        "weights": _grouped({name: weight for name, weight in weights.items() if not name.startswith(THEME)}),
        "themes": _themes(weights, language),
        "acts": _acts(rows, learnt),
        **beside,
    }


def _score(value: float) -> float:
    return round(1 / (1 + math.exp(-value)), 4)


def _beside(rows: Sequence[Row], slope: float, offset: float) -> dict[str, float]:
    """How the reader is taken beside the weights, told from hands that neither knows."""
    reader = signs_files.reader()
    values = []
    for hand in UNREAD:
        learnt = train([row for row in rows if row.author != hand], KEPT)
        for row in (row for row in rows if row.author == hand):
            both = [(slope * learnt.of_piece(one) + offset, reader.read(one.text).value) for one in row.pieces]
            values.append((row, both))
    own, read, off = (round(number, 4) for number in join(values))
    joined = [(row, max(own * first + read * second + off for first, second in both)) for row, both in values]
    bound = threshold(joined, FALSE_FLAGS)
    return {"own": own, "read": read, "offset": off, "threshold": _score(bound), "doubt": DOUBT_BESIDE}


def _themes(weights: Mapping[str, int], language: str) -> dict[str, dict[str, object]]:
    words: dict[str, list[str]] = defaultdict(list)
    for word, themes in sorted(THEMES[language].items()):
        for theme in themes:
            words[theme].append(word)
    learnt = {theme: weights.get(THEME + theme, 0) for theme in sorted(words)}
    return {theme: {"weight": weight, "words": "\t".join(words[theme])} for theme, weight in learnt.items()}


def _grouped(weights: Mapping[str, int]) -> dict[str, str]:
    groups: dict[int, list[str]] = defaultdict(list)
    for name, weight in sorted(weights.items()):
        if weight:
            groups[weight].append(name)
    return {str(weight): "\t".join(groups[weight]) for weight in sorted(groups)}


def _acts(rows: Sequence[Row], learnt: Linear) -> dict[str, dict[str, object]]:
    """What tells each act from the others: of what the model knows, the features and themes that weigh most."""
    known = learnt.weights.keys()
    flagged = [row.narrowed(known) for row in rows if row.flag]
    return {act: _told(act, flagged) for act in sorted({row.act for row in flagged})}


def _told(act: str, rows: Sequence[Row]) -> dict[str, object]:
    learnt = train([row._replace(flag=row.act == act) for row in rows], TELLING)
    weights = {name: round(weight / ACT_UNIT) for name, weight in learnt.weights.items()}
    return {
        "weights": _grouped({name: weight for name, weight in weights.items() if not name.startswith(THEME)}),
        "themes": {name[1:]: weight for name, weight in sorted(weights.items()) if name.startswith(THEME)},
    }


def main() -> None:
    """Write the model file."""
    rows = training()
    with ProcessPoolExecutor() as pool:
        models = list(pool.map(partial(model, rows), LANGUAGES))
    data = {"format": FORMAT, **dict(zip(LANGUAGES, models, strict=True))}
    MODEL.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main()
