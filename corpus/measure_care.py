"""Measure who is heard in despair or danger, by signs alone and with the listeners, and print a table in Markdown.

.venv/bin/python corpus/measure_care.py            on every file of corpus/care/held (some five minutes)
.venv/bin/python corpus/measure_care.py FILE…      on these

A file holds JSON lines with `lang`, `text`, `kind` and `care` (corpus/README.md); one of `screening` will do, of which
the harmless rows are those that tell of no need, and the others are left out. A row is heard if it comes first for any
need; `right` says of how many that tell of a need and are heard it is that need.
"""

# ruff: noqa: INP001, T201 (these scripts lie beside the texts, they are no package, and they print)
import argparse
import json
import platform
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from corpus_authors import HERE

from desk import signs_files
from desk.rules.conduct import URGENT, examine

PROCESSES, AT_ONCE = 2, 10
FIELDS = ("name", "company", "subject", "message", "text")
PLAIN = ("ordinary", "short")
COLUMNS = ("texts", "self-harm", "danger", "right", "near", "ordinary", "by signs alone: found", "near", "ordinary")


class Row(NamedTuple):
    """A row: its need, its kind, and the needs heard in it by signs alone and with the listener."""

    need: str | None
    kind: str
    by_signs: frozenset[str]
    heard: frozenset[str]


def main() -> None:
    """Print the table, each line as soon as it is known."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("files", nargs="*", type=Path, metavar="FILE")
    paths = asked.parse_args().files or sorted((HERE / "care" / "held").glob("*.jsonl"))
    if missing := [str(path) for path in paths if not path.is_file()]:
        asked.error(f"there is no file {', '.join(missing)}")
    today = datetime.now(UTC).date()
    print(f"Measured on {today}, ruleset {signs_files.version()}, Python {platform.python_version()}.\n")
    print(f"| {' | '.join(COLUMNS)} |\n|{'---|' * len(COLUMNS)}")
    with ProcessPoolExecutor(PROCESSES) as pool:
        for path in paths:
            rows = list(pool.map(row, path.read_text("utf-8").splitlines(), chunksize=AT_ONCE))
            print(f"| {' | '.join((path.stem, *cells([one for one in rows if one])))} |", flush=True)


def row(line: str) -> Row | None:
    """What is heard in a row; None of one that is to be flagged, of which nobody said whether it tells of a need."""
    data: Mapping[str, Any] = json.loads(line)
    if data.get("label") == "flag":
        return None
    fields = {field: data[field] for field in FIELDS if data.get(field)}
    by_signs, both = (
        frozenset(cue.care for cue in examine(fields, signs_files.read(), model).care) & URGENT
        for model in (None, signs_files.model())
    )
    return Row(data.get("care"), data.get("kind") or "", by_signs, both)


def cells(rows: Sequence[Row]) -> list[str]:
    """The cells of a line behind its name."""
    told = {need: [row for row in rows if row.need == need] for need in ("self-harm", "danger")}
    right = [row.need in row.heard for own in told.values() for row in own if row.heard]
    near = [row for row in rows if not row.need and row.kind not in PLAIN]
    plain = [row for row in rows if not row.need and row.kind in PLAIN]
    needs = [*told["self-harm"], *told["danger"]]
    heard = [_share([bool(row.heard) for row in own]) for own in told.values()]
    others = [_share([bool(row.heard) for row in own]) for own in (near, plain)]
    signs = [_share([bool(row.by_signs) for row in own]) for own in (needs, near, plain)]
    return [*heard, _share(right), *others, *signs]


def _share(which: Sequence[bool]) -> str:
    return f"{sum(which)}/{len(which)} = {sum(which) / len(which):.3f}" if which else "–"


if __name__ == "__main__":
    main()
