"""`desk route`: which service or desk inquiries are about, one JSON line in, one out; and how often that was right."""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from functools import partial

from desk import texts
from desk.commands import json_lines
from desk.commands.json_lines import Row
from desk.commands.output import in_json, opened, say, table
from desk.rules.languages import LANGUAGES
from desk.rules.organisation import Organisation
from desk.rules.routing import Directory, Evidence, Recognition, recognise
from desk.rules.routing.cues import spellings
from desk.rules.routing.figures import Expected, figures, is_right, words
from desk.rules.routing.precision import Rated, precision
from desk.settings import read
from desk.store import routes

COMMAND = "desk route"
WORDS_SHOWN = 20
SAY_THEM = "Write `terms`, or two `words` or more, into their [[desk]] of the organisation file"


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "route",
        help="say which service or desk inquiries are about",
        description='Reads JSON lines {"id", "lang", "subject", "message"} and writes, in the same order, '
        '{"id", "services", "desk", "why"}. Where a line is no inquiry, its number is told, nothing is written and the '
        "exit code is 2. What people write when they mean a desk of your own stands with it in the organisation file, "
        "as `terms` and `words`; the desks that no word says are named on standard error.",
    )
    parser.add_argument("file", nargs="?", metavar="FILE", help="the file of JSON lines; standard input unless given")
    parser.add_argument(
        "--report",
        action="store_true",
        help='count what is right: where lines of FILE say "expect"; without FILE, by where staff sent inquiries on',
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Route every line, or report; 2 where a line or the file cannot be read."""
    facts = texts.organisation(read().organisation)
    directory = Directory.of(facts)
    if options.report and options.file is None:
        return _report_from_the_store(facts, directory)
    rows = json_lines.read(COMMAND, options.file, partial(_expecting, facts) if options.report else _row)
    if rows is None:
        return 2
    if unsaid := [desk.id for desk in facts.desks if desk.id not in directory.told]:
        say(f"{COMMAND}: never found, since no word says them: {', '.join(unsaid)}. {SAY_THEM}")
    found = [(row, recognise(row["subject"], row["message"], row["lang"], directory)) for row in rows]
    return _report(found, directory) if options.report else _route(found)


def _route(found: list[tuple[Row, Recognition]]) -> int:
    sys.stdout.writelines(in_json(_answer(row, one)) + "\n" for row, one in found)
    return 0


def _answer(row: Row, found: Recognition) -> Row:
    recognised = (*found.services, *((found.desk,) if found.desk else ()))
    return {
        "id": row["id"],
        "services": [service.id for service in found.services],
        "desk": found.desk.id if found.desk else None,
        "why": [{"id": each.id, **_told(evidence)} for each in recognised for evidence in each.evidence],
    }


def _told(evidence: Evidence) -> Row:
    return {name: value for name, value in asdict(evidence).items() if name != "faint"}  # how pages choose among them


def _report_from_the_store(facts: Organisation, directory: Directory) -> int:
    with opened() as (_, store):
        rated = precision(routes.led(store), routes.sent_on(store), directory)
    spelt = spellings(facts)
    columns = ("word", "led to", "inquiries", "right", "sent on elsewhere", "precision")
    table(columns, ([spelt.get(word.text, word.text), *_counted(word)] for word in rated))
    return 0


def _counted(word: Rated) -> tuple[str, int, int, int, str]:
    return word.id, word.led, word.right, word.wrong, "–" if word.share is None else f"{word.share:.3f}"


def _report(found: list[tuple[Row, Recognition]], directory: Directory) -> int:
    judged = [(row, expected, one) for row, one in found if (expected := _expected(row)) is not None]
    if not judged:
        wanted = '{"expect": {"services": [ids], "desk": id or null}}'
        return json_lines.tell(COMMAND, f"no line says what to expect: {wanted}") if found else 2
    sys.stdout.writelines(f"{line}\n" for line in _lines(judged, directory))
    return 0


def _lines(judged: list[tuple[Row, Expected, Recognition]], directory: Directory) -> Iterator[str]:
    pairs = [(expected, found) for _, expected, found in judged]
    counted = figures(pairs, directory)
    yield f"all rows right                     {_share(counted.right, counted.rows)}"
    yield f"rows about services right          {_share(counted.service_right, counted.service_rows)}"
    yield f"a service named where there is none {_share(counted.wrongly_named, counted.other_rows)}"
    for row, expected, found in judged:
        if not is_right(expected, found, directory):
            answer = _answer(row, found)
            said = ", ".join(f"{why['id']} by {why['text']!r}" for why in answer["why"]) or "nothing"
            yield f"miss {row['id']}: expected {sorted(expected.services) or expected.desk}, found {said}"
    for each in [each for each in words(pairs) if each.right < each.led][:WORDS_SHOWN]:
        yield f"words {each.text!r} led to {each.id}: right {_share(each.right, each.led)}"


def _share(part: int, whole: int) -> str:
    return f"{int(part)}/{whole} = {part / whole:.3f}" if whole else "no such row"


def _expected(row: Row) -> Expected | None:
    expect = row.get("expect")
    if expect is None:
        return None
    note = str(row.get("note", ""))
    also = note.removeprefix("also_ok=").split(";")[0].strip() if note.startswith("also_ok=") else None
    return Expected(frozenset(expect["services"]), expect.get("desk"), also)


def _expecting(facts: Organisation, row: Row) -> Row:
    """A row for the report: what it says to expect would be left out, or never found, where it cannot be read."""
    expect = row.get("expect")
    if expect is None:
        return _row(row)
    if not isinstance(expect, dict) or not isinstance(expect.get("services"), list):
        wanted = '{"services": [ids], "desk": id or null}'
        raise ValueError(f'"expect" must be {wanted} where it is there')  # noqa: TRY004 - as every fault of a line
    services: list[object] = [one.id for one in facts.services]
    desks: list[object] = [None, *(one.id for one in facts.desks)]
    named = [*(("service", each, services) for each in expect["services"]), ("desk", expect.get("desk"), desks)]
    for kind, each, known in named:
        if each not in known:
            raise ValueError(f'"expect" names {json.dumps(each)}, and the organisation file has no such {kind}')
    return _row(row)


def _row(row: Row) -> Row:
    for field in ("lang", "subject", "message"):
        json_lines.text(row, field)
    if row["lang"] not in LANGUAGES:
        raise ValueError('"lang" must be "ja" or "en"')
    return row
