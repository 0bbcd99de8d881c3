"""`desk screen`: what the signs find in inquiries given as JSON lines, and how well they do on known ones."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from desk import settings, signs_files
from desk.commands import found_json, json_lines
from desk.commands.json_lines import Row
from desk.commands.output import in_json
from desk.commands.screen_report import report
from desk.commands.screen_rows import named, needs, should_flag
from desk.rules.conduct import URGENT, Examination, Finding, examine
from desk.rules.conduct.examine import FIELDS
from desk.rules.conduct.shapes import ACTS, CARES
from desk.rules.languages import LANGUAGES

ROW = (
    'A row: {"id", "text"}, or "subject", "message", "name", "company", "email" instead of "text"; without an id it '
    'is the number of its line. For --report also "label" ("flag" or "ok"), and if you like "lang" and "act" '
    '("act.insult", or "insult" alone), by which it counts, and "care" (a list of needs, empty where nobody is in any) '
    "to count which are heard. A row that names only needs for which nothing is held counts as one that is not to be "
    "held. null is taken for not given."
)
# The last two are keys of `desk repeat` and `desk route`: a file may be for all of them.
KEYS = frozenset((*FIELDS, "id", "label", "lang", "act", "acts", "care", "messages", "expect"))
SHORTEST, ALIKE = 4, 0.8  # letters of a key, and how like one of those it is to be a misspelt one
NO_LABEL = 'nothing to report on: no row has a label. Add "label": "flag" or "ok", or "care": ["self-harm"] or []'
HELD = (
    "Find signs of covered acts in inquiries given as JSON lines. The desk holds what is flagged, and, flagged or not, "
    "what has a cue of {} under `care`: a person reads it first."
)


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `desk screen [FILE] [--report] [--signs PATH …] [--without-opinion]`."""
    parser = subparsers.add_parser(
        "screen",
        help="find signs of covered acts in inquiries given as JSON lines",
        description=HELD.format(" or ".join(sorted(URGENT))),
        epilog=ROW,
    )
    parser.add_argument("file", nargs="?", metavar="FILE", help="JSON lines; standard input without it")
    parser.add_argument(
        "--report", action="store_true", help="for rows with a label: recall, false flags, misses, care"
    )
    parser.add_argument(
        "--signs",
        action="append",
        default=[],
        type=Path,
        metavar="PATH",
        help="your own sign file, or a folder of them",
    )
    parser.add_argument(
        "--without-opinion",
        action="store_true",
        help="the signs alone, without the second opinion and what it hears of danger and despair",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read every row before a word is written: a malformed line leaves standard output empty and exits 2."""
    own = settings.read().signs
    signs = signs_files.read([*([own] if own else []), *options.signs])
    model = None if options.without_opinion else signs_files.model()
    rows = json_lines.read("desk screen", options.file, _labelled if options.report else _row)
    if rows is None:
        return 2
    if options.report and all(should_flag(row) is None and needs(row) is None for row in rows):
        return json_lines.tell("desk screen", NO_LABEL) if rows else 2
    _tell_of_two_bodies(rows)
    examined = [(row, examine(_fields(row), signs, model)) for row in rows]
    if options.report:
        sys.stdout.write(report(examined))
    else:
        sys.stdout.writelines(in_json(_answer(row, found)) + "\n" for row, found in examined)
    return 0


def _tell_of_two_bodies(rows: Sequence[Row]) -> None:
    """Of `text`, which stands for all that was written, beside the message: both are read, and flag by themselves."""
    both = [row["id"] for row in rows if row.get("text") and row.get("message")]
    if both:
        more = f" and {len(both) - 1} more" if len(both) > 1 else ""
        told = f'"text" stands beside "message" in row {in_json(both[0])}{more}: both are read'
        json_lines.tell("desk screen", f"{told}; leave one out if it repeats the other")


def _row(row: Row) -> Row:
    given = [field for field in FIELDS if json_lines.text_or_none(row, field) is not None]
    if not given:
        raise ValueError('an object with "text", or with "message" and the other fields, is needed')
    if row.get("lang") is not None and row["lang"] not in LANGUAGES:
        raise ValueError('"lang" must be "ja" or "en" where it is there')
    for key in row.keys() - KEYS:
        if meant := _meant(key, row):
            raise ValueError(f'"{key}" is not read: write "{meant}" if that is meant, or rename it')
    return row


def _meant(key: str, row: Row) -> str:
    """The key that a misspelt one was to be, which would be left unread; "" where it is somebody's own."""
    if (typed := key.lower()) in KEYS:
        return typed
    if (one := typed.removesuffix("s")) in KEYS - {*FIELDS} - row.keys():  # `labels`; `texts` is rather another one
        return one
    near = get_close_matches(typed, KEYS - row.keys(), 1, ALIKE) if len(key) >= SHORTEST else []
    # A key that only has some letters more or less (lname, texts, mail) is rather another one.
    return near[0] if near and near[0] not in typed and typed not in near[0] else ""


def _labelled(row: Row) -> Row:
    """A row for the report: a label that cannot be read would leave it out, what nobody knows would count for none."""
    if row.get("label") is not None and should_flag(row) is None:
        raise ValueError('"label" must be "flag" or "ok" (or "clean", true, false)')
    for field in ("act", "acts"):
        given = row.get(field)
        if given is not None and not all(isinstance(act, str) and named(act) in ACTS for act in _each(given)):
            raise ValueError(f'"{field}" must be an act or a list of acts: {", ".join(sorted(ACTS))}')
    if (given := row.get("care")) is not None and not all(need in CARES for need in _each(given)):
        raise ValueError(f'"care" must be a need or a list of needs: {", ".join(CARES)}')
    return _row(row)


def _each(given: object) -> list[object]:
    return given if isinstance(given, list) else [given]


def _fields(row: Mapping[str, Any]) -> dict[str, str]:
    return {field: row[field] for field in FIELDS if row.get(field) is not None}


def _answer(row: Mapping[str, Any], found: Examination) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "id": row.get("id"),
        "flagged": found.flagged,
        "severity": found.severity,
        **found_json.care([asdict(cue) for cue in found.care]),
        "findings": [_finding(finding) for finding in found.findings],
        "suppressed": [found_json.suppressed(asdict(one)) for one in found.suppressed],
        "second_opinion": found_json.opinion(asdict(found.opinion) if found.opinion else None),
    }
    return answer | ({"trial": [_finding(finding) for finding in found.trial]} if found.trial else {})


def _finding(finding: Finding) -> dict[str, Any]:
    return found_json.finding(asdict(finding))
