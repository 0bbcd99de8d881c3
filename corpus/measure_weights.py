"""Measure the weights alone, without the readers, on rows they have not learnt from.

`.venv/bin/python corpus/measure_weights.py`: the authors of each language are parted in six, and each part is tried by
weights that learnt from the others; then whole acts and kinds are, and the authors again without the themes. It takes a
quarter of an hour.
"""

# ruff: noqa: INP001, T201 (these scripts lie beside the texts, they are no package, and they print)
import math
import sys
from collections.abc import Callable, Sequence

from corpus_rows import LANGUAGES, PLAIN, THEME, Row, training
from linear_model import Value, authors, calibrate, held_out, threshold
from train_weights import FALSE_FLAGS, KEPT

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


def main() -> None:
    """Measure each language."""
    rows = training()
    for language in LANGUAGES:
        on_corpus(rows, language)


if __name__ == "__main__":
    main()
