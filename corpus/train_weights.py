"""Train the weights of the second opinion on corpus/screening/*.jsonl and write its model file.

`.venv/bin/python corpus/train_weights.py` (or `make model`)

It needs nothing but the desk, takes some twenty minutes, and the same texts and readers give the same file.
`corpus/measure_weights.py` and `corpus/measure.py` tell how well the model does.
"""

# ruff: noqa: INP001 (these scripts lie beside the texts, they are no package)
import json
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from corpus_authors import HERE, INQUIRIES, THRESHOLD, THRESHOLD_OF_LINES, with_role
from corpus_rows import LANGUAGES, THEME, THEMES, Row, training
from linear_model import calibrate, join, threshold, train

from desk import signs_files
from desk.rules.conduct.opinion_model import FORMAT, Read, added
from desk.rules.conduct.severity import HIGH_ACTS

MODEL = HERE.parent / "site" / "desk" / "rules" / "conduct" / "opinion.json"
# How many features are kept.
KEPT = 16_000
# Which share of the look-alikes of authors it does not know may be flagged: that at which nine of ten were found.
FALSE_FLAGS = {"ja": 0.007, "en": 0.01}
# The same of a single line, and which share of ordinary lines and of chatter may be: more than of whole inquiries, for
# a line says less of what it is about; again that at which some nine of ten are found. Never more is asked of a line
# than of a letter.
FALSE_FLAGS_OF_LINES = 0.015
FALSE_FLAGS_OF_CHATTER = {"ja": 0.025, "en": 0.03}
# The score below which a sign tells little, of a letter and of a single line. Of letters by 35 authors that no reader
# knew, signs stood at 0.6 to 0.75 in 14 harmless ones and in 4 to flag; of lines in 3 and in 6. In English, with the
# wide reader, at 0.75 to 0.85 in 5 and in 2 of ten authors.
DOUBT, DOUBT_OF_LINES = {"ja": 0.75, "en": 0.85}, {"ja": 0.6, "en": 0.75}
# What is added for acts that may endanger somebody, as by a lower threshold: with more, less of the rest is found.
GRAVE = dict.fromkeys(sorted(HIGH_ACTS), 1.5)
UNIT = 0.01

# Rows, and of each part of them the value by the weights and what the readers say.
Told = list[tuple[Row, list[tuple[float, Read]]]]


def model(rows: Sequence[Row], language: str) -> dict[str, object]:
    """One language's part of the model file."""
    rows = [row for row in rows if row.language == language]
    told = _unread(rows, language, THRESHOLD)
    slope, offset = calibrate([(row, max(own for own, _ in pieces)) for row, pieces in told])
    values = [(row, [(slope * own + offset, said.value) for own, said in pieces]) for row, pieces in told]
    own, read, both = (round(number, 4) for number in join(values))

    def joined(first: float, said: Read) -> float:
        return own * (slope * first + offset) + read * said.value + added(said, GRAVE) + both

    def bound(unread: Told, share: float, *, plain: bool = False) -> float:
        worst = [(row, max(joined(*piece) for piece in pieces)) for row, pieces in unread]
        return round(1 / (1 + math.exp(-threshold(worst, share, plain=plain))), 4)

    unusual = bound(told, FALSE_FLAGS[language])
    lines = _unread(rows, language, THRESHOLD_OF_LINES)
    line = max(bound(lines, FALSE_FLAGS_OF_LINES), bound(lines, FALSE_FLAGS_OF_CHATTER[language], plain=True))
    learnt = train(rows, KEPT)
    weights = {name: round(slope * weight / UNIT) for name, weight in learnt.weights.items()}
    return {
        "threshold": unusual,
        "doubt": min(DOUBT[language], unusual),
        "line_threshold": min(unusual, line),
        "line_doubt": min(DOUBT_OF_LINES[language], unusual, line),
        "own": own,
        "read": read,
        "both": both,
        "grave": GRAVE,
        "offset": round(slope * learnt.bias + offset, 4),
        "unit": UNIT,
        "weights": _grouped({name: weight for name, weight in weights.items() if not name.startswith(THEME)}),
        "themes": _themes(weights, language),
    }


def _unread(rows: Sequence[Row], language: str, role: str) -> Told:
    """What the weights say of each part, and the readers of its window, where neither knows the author."""
    reader = signs_files.reader(language)
    found = []
    for author in with_role(role, INQUIRIES, language):
        learnt = train([row for row in rows if row.author != author], KEPT)
        for row in (row for row in rows if row.author == author):
            windows = list(dict.fromkeys(piece.window for piece in row.pieces))
            read = dict(zip(windows, reader.read(windows), strict=True))
            found.append((row, [(learnt.of_piece(piece), read[piece.window]) for piece in row.pieces]))
    return found


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


def main() -> None:
    """Write the model file."""
    rows = training()
    with ProcessPoolExecutor() as pool:
        models = list(pool.map(partial(model, rows), LANGUAGES))
    data = {"format": FORMAT, **dict(zip(LANGUAGES, models, strict=True))}
    MODEL.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main()
