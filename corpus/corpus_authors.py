"""The authors of the corpus, and what the rows of each are for, as `authors.tsv` tells it.

`training`: the readers and the weights learn from them. `threshold` and `threshold of lines`: the weights alone learn
from them, so that they tell how far a reader can be trusted; of care, the value that counts is set by them. `held`:
nothing learns from them and nobody who writes signs or rows reads them. `unread`: they were written to be learnt from,
and nothing has yet. `to flag` counts rows, of dialogues those in which a demand comes again, and of care those that
tell of despair or danger.
"""

# ruff: noqa: INP001 (these scripts lie beside the texts, they are no package)
import csv
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
TABLE = HERE / "authors.tsv"
ROLES = ("training", "threshold", "threshold of lines", "held", "unread")
TRAINING, THRESHOLD, THRESHOLD_OF_LINES, HELD = ROLES[:4]
INQUIRIES, DIALOGUES, CARE = "inquiries", "dialogues", "care"


class Author(NamedTuple):
    """One line of the table: whose texts, what they are for, how many, and what was asked of their writer."""

    texts: str
    language: str
    author: str
    role: str
    rows: int
    to_flag: int
    written: str
    what: str


def authors() -> list[Author]:
    """Every line of the table; SystemExit where one is not as it should be."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        _, *lines = csv.reader(file, delimiter="\t")
    found = []
    for number, line in enumerate(lines, start=2):
        if len(line) != len(Author._fields) or line[3] not in ROLES or not all(map(str.isdecimal, line[4:6])):
            wanted = f"{len(Author._fields)} columns, one of {', '.join(ROLES)} and two numbers are wanted"
            raise SystemExit(f"{TABLE.name}, line {number}: {wanted}")
        texts, language, author, role, rows, to_flag, written, what = line
        found.append(Author(texts, language, author, role, int(rows), int(to_flag), written, what))
    return found


def with_role(role: str, texts: str, language: str | None = None) -> tuple[str, ...]:
    """The authors of these texts with this role, in the order of the alphabet: of a language, or of both."""
    lines = [line for line in authors() if (line.role, line.texts) == (role, texts)]
    return tuple(sorted({line.author for line in lines if language in (None, line.language)}))


def check_named(texts: str, found: Iterable[tuple[str, str]]) -> None:
    """SystemExit where the table does not say what these authors' rows are for; `found`: languages and authors."""
    known = {(line.language, line.author) for line in authors() if line.texts == texts and line.role != HELD}
    if unknown := set(found) - known:
        names = ", ".join(f"{author} ({language})" for language, author in sorted(unknown))
        raise SystemExit(f"{TABLE.name} does not say what the {texts} by {names} are for: add a line for each")
