"""Measure screening as it is shipped, signs and second opinion together, and print a table in Markdown.

.venv/bin/python corpus/measure.py held            on every file of corpus/screening/held (some half an hour)
.venv/bin/python corpus/measure.py held FILE…      on these
.venv/bin/python corpus/measure.py parts FILE…     what the signs alone, the second opinion alone and both find

A file holds JSON lines with `lang`, `text` and `label`, and for the acts `act` and `also` (corpus/README.md). What each
column counts is told in `screening_figures.py`.
"""

# ruff: noqa: INP001, T201 (these scripts lie beside the texts, they are no package, and they print)
import argparse
import json
import platform
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from corpus_authors import HERE
from screening_figures import HELD_COLUMNS, PARTS_COLUMNS, Seen, held_cells, parts_cells, sizes

from desk import signs_files
from desk.rules.conduct import examine
from desk.rules.conduct.opinion import Opinion

PROCESSES = 2
# So many rows are handed to a process at once: few enough that both end at about the same time.
AT_ONCE = 10
FIELDS = ("name", "company", "subject", "message", "text")
LANGUAGES = {"en": "English", "ja": "Japanese"}


def main() -> None:
    """Print the table that is asked for, each line of it as soon as it is known."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("table", choices=("held", "parts"))
    asked.add_argument("files", nargs="*", type=Path, metavar="FILE")
    given = asked.parse_args()
    if given.table == "parts" and not given.files:
        asked.error("name the files whose parts are to be measured")
    paths = given.files or sorted((HERE / "screening" / "held").glob("*.jsonl"))
    if missing := [str(path) for path in paths if not path.is_file()]:
        asked.error(f"there is no file {', '.join(missing)}")
    today = datetime.now(UTC).date()
    print(f"Measured on {today}, ruleset {signs_files.version()}, Python {platform.python_version()}.\n")
    if given.table == "held":
        table(paths, HELD_COLUMNS, held_cells, partial(seen, alone=False))
    else:
        table(paths, PARTS_COLUMNS, parts_cells, partial(seen, alone=True))


def table(
    paths: Sequence[Path],
    columns: Sequence[str],
    cells: Callable[[Sequence[Seen]], Sequence[str]],
    look: Callable[[tuple[str, str]], Seen],
) -> None:
    """A line for each file and language, and one for all of them."""
    print(_line(columns))
    print("|" + "---|" * len(columns), flush=True)
    every: list[Seen] = []
    with ProcessPoolExecutor(PROCESSES) as pool:
        for path in paths:
            found = list(pool.map(look, _lines(path), chunksize=AT_ONCE))
            every += found
            for language in sorted({one.language for one in found}):
                some = [one for one in found if one.language == language]
                name = f"{LANGUAGES.get(language, language)} {_author(path)}"
                print(_line([f"{name} {sizes(some)}", *cells(some)]), flush=True)
    print(_line([f"all {sizes(every)}", *cells(every)]))


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    return ((str(path), line) for line in path.read_text("utf-8").splitlines() if line.strip())


def _author(path: Path) -> str:
    # The files of the corpus are named by language and author.
    return path.stem.removeprefix("en-").removeprefix("ja-")


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def seen(placed: tuple[str, str], *, alone: bool) -> Seen:
    """One row of a file, examined as the desk does; where `alone`, by the signs without the second opinion too."""
    file, line = placed
    row = json.loads(line)
    fields = {field: row[field] for field in FIELDS if row.get(field)}
    signs, model = signs_files.read(), signs_files.model()
    examined = examine(fields, signs, model)
    opinion = examined.opinion or Opinion(0.0, ())
    return Seen(
        language=row["lang"],
        label=row["label"],
        kind=row.get("kind") or "",
        acts=tuple(act for act in (row.get("act"), *(row.get("also") or ())) if act),
        # Two files may name their pairs alike.
        pair=f"{file} {row['pair']}" if row.get("pair") else "",
        flagged=examined.flagged,
        named=tuple(sorted({finding.act for finding in examined.findings})),
        unusual=opinion.unusual,
        guess=opinion.act_guess if opinion.unusual else None,
        second_guess=opinion.second_guess,
        score=opinion.score,
        by_signs=examine(fields, signs).flagged if alone else None,
    )


if __name__ == "__main__":
    main()
