"""Measure the second opinion.

python corpus/measure.py              on the corpus, each row by a model that has not seen it
python corpus/measure.py FILE…        on JSON lines {"lang", "text", "label", "act"}: the shipped signs and model
"""

# ruff: noqa: INP001, T201 (these scripts lie beside the texts, they are no package, and they print)
import json
import math
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from learning import Value, authors, calibrate, held_out, threshold
from rows import LANGUAGES, PLAIN, THEME, Row, training
from train import FALSE_FLAGS, KEPT

from desk import signs_files
from desk.rules.conduct import Signs, examine
from desk.rules.conduct.opinion import Model, score

SHARES = (0.01, 0.02, 0.05)


def on_corpus(rows: Sequence[Row], language: str) -> None:
    """Print how well rows are told apart by what was learnt without them: author by author, whole acts and kinds."""
    rows = [row for row in rows if row.language == language]
    values = held_out(rows, authors(rows), KEPT)
    _tell(f"{language}, authors it does not know", values)
    for name in sorted({row.author for row in rows if row.flag}):
        _tell(f"{language}, author {name}", [value for value in values if value[0].author == name])
    names = sorted({row.act or row.kind for row in rows})
    whole = [lambda row, some=names[start::7]: (row.act or row.kind) in some for start in range(7)]
    _tell(f"{language}, whole acts and kinds", held_out(rows, whole, KEPT))
    _tell(f"{language}, authors it does not know, without themes", _without_themes(rows))


def _without_themes(rows: Sequence[Row]) -> list[Value]:
    features = {name for row in rows for piece in row.pieces for name in piece.seen if not name.startswith(THEME)}
    bare = [row.narrowed(features) for row in rows]
    return held_out(bare, authors(bare), KEPT)


def _tell(name: str, values: Sequence[Value]) -> None:
    good = sorted((value for row, value in values if not row.flag and row.kind not in PLAIN), reverse=True)
    flags = [value for row, value in values if row.flag]
    found = {share: sum(value > good[int(len(good) * share)] for value in flags) / len(flags) for share in SHARES}
    area = sum(sum(value > other for other in good) for value in flags) / len(flags) / len(good)
    print(f"{name}: {len(flags)} to flag, {len(good)} look-alikes, area under the curve {area:.3f}")
    print("  found " + ", ".join(f"{share:.3f} at {false:.1%}" for false, share in found.items()) + " false flags")
    slope, offset = calibrate(values)
    least = threshold(values, FALSE_FLAGS[values[0][0].language])
    for kind, chosen in KINDS.items():
        those = [value for row, value in values if chosen(row)]
        over = sum(value > least for value in those)
        print(f"  over the threshold {1 / (1 + math.exp(-slope * least - offset)):.4f}: {over} of {len(those)} {kind}")
    sys.stdout.flush()


KINDS: dict[str, Callable[[Row], bool]] = {
    "to flag": lambda row: row.flag,
    "look-alikes": lambda row: not row.flag and row.kind not in PLAIN,
    "ordinary": lambda row: not row.flag and row.kind in PLAIN,
}


def on_file(path: Path) -> None:
    """Print, by language, what the signs alone, the opinion alone and both find in a file, and flag falsely."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    signs, model = signs_files.read(), signs_files.model()
    for language in LANGUAGES:
        looks = [_look(row, signs, model) for row in rows if row["lang"] == language]
        for name, told in LOOKS.items():
            hits = [told(look) for look in looks if look.flag]
            false = [told(look) for look in looks if not look.flag]
            found = f"{sum(hits)} of {len(hits)} found, {sum(false)} of {len(false)} flagged falsely"
            print(f"{path.name}, {language}, {name}: {found}")
        print(f"{path.name}, {language}, opinion: area under the curve {_area(looks):.3f}")
        guessed = [look.guessed for look in looks if look.guessed is not None]
        print(f"{path.name}, {language}, opinion: {sum(guessed)} of {len(guessed)} acts guessed rightly")


class Look(NamedTuple):
    """How one row is labelled, and what was said of it."""

    flag: bool
    signs: bool
    opinion: bool
    both: bool
    score: float
    guessed: bool | None


LOOKS: dict[str, Callable[[Look], bool]] = {
    "signs alone": lambda look: look.signs,
    "opinion alone": lambda look: look.opinion,
    "both": lambda look: look.both,
}


def _look(row: dict[str, str], signs: Signs, model: Model) -> Look:
    fields = _fields(row)
    opinion = score(fields, model)
    alone, both = examine(fields, signs).flagged, examine(fields, signs, model).flagged
    acts = {row["act"], *row.get("also", ())} if row.get("act") else set()
    guessed = opinion.act_guess in acts if acts and opinion.act_guess else None
    return Look(row["label"] == "flag", alone, opinion.unusual, both, opinion.score, guessed)


def _area(looks: Sequence[Look]) -> float:
    bad = [look.score for look in looks if look.flag]
    good = [look.score for look in looks if not look.flag]
    wins = sum(sum((one > other) + (one == other) / 2 for other in good) for one in bad)
    return wins / len(bad) / len(good) if bad and good else math.nan


def _fields(row: dict[str, str]) -> dict[str, str]:
    return {field: row[field] for field in ("name", "company", "subject", "message", "text") if row.get(field)}


def main() -> None:
    """Measure on the files named, or on the corpus."""
    for name in sys.argv[1:]:
        on_file(Path(name))
    if not sys.argv[1:]:
        for language in LANGUAGES:
            on_corpus(training(), language)


if __name__ == "__main__":
    main()
