"""`desk route`: which service or desk inquiries are about, one JSON line in, one out."""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO

from desk import texts
from desk.rules import organisation
from desk.rules.routing import Directory, Recognition, recognise
from desk.rules.routing.figures import Expected, figures, is_right, words
from desk.settings import read

WORDS_SHOWN = 20

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A line that is no inquiry: its number from 1 and what is wrong with it."""

    number: int
    reason: str


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "route",
        help="say which service or desk inquiries are about",
        description='Reads JSON lines {"id", "lang", "subject", "message"} and writes, in the same order, '
        '{"id", "services", "desk", "why"}. A line that is no inquiry is told by its number; the exit code is then 2.',
    )
    parser.add_argument("file", nargs="?", metavar="FILE", help="the file of JSON lines; standard input unless given")
    parser.add_argument("--report", action="store_true", help='count what is right, where lines say "expect"')
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Route every line, or report on them; 2 where a line or the file cannot be read."""
    directory = _directory()
    try:
        with _source(options.file) as source:
            rows = _readable(source)
            return _report(rows, directory) if options.report else _route(rows, directory)
    except OSError as error:
        return _tell(f"desk route: {options.file}: {error.strerror or error}")


def _route(rows: Iterator[Row | Unreadable], directory: Directory) -> int:
    code = 0
    for row in rows:
        if isinstance(row, Unreadable):
            code = _tell(f"desk route: line {row.number}: {row.reason}")
        else:
            sys.stdout.write(json.dumps(_answer(row, _recognise(row, directory)), ensure_ascii=False) + "\n")
    return code


def _answer(row: Row, found: Recognition) -> Row:
    recognised = (*found.services, *((found.desk,) if found.desk else ()))
    return {
        "id": row["id"],
        "services": [service.id for service in found.services],
        "desk": found.desk.id if found.desk else None,
        "why": [{"id": each.id, **asdict(evidence)} for each in recognised for evidence in each.evidence],
    }


def _report(rows: Iterator[Row | Unreadable], directory: Directory) -> int:
    code, judged = 0, []
    for row in rows:
        if isinstance(row, Unreadable):
            code = _tell(f"desk route: line {row.number}: {row.reason}")
        elif (expected := _expected(row)) is not None:
            judged.append((row, expected, _recognise(row, directory)))
    if not judged:
        return _tell('desk route: no line says what to expect: {"expect": {"services": [ids], "desk": id or null}}')
    sys.stdout.writelines(f"{line}\n" for line in _lines(judged, directory))
    return code


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
    return f"{part}/{whole} = {part / whole:.3f}" if whole else "no such row"


def _recognise(row: Row, directory: Directory) -> Recognition:
    return recognise(row["subject"], row["message"], row["lang"], directory)


def _expected(row: Row) -> Expected | None:
    expect = row.get("expect")
    if not isinstance(expect, dict) or not isinstance(expect.get("services"), list):
        return None
    note = str(row.get("note", ""))
    also = note.removeprefix("also_ok=").split(";")[0].strip() if note.startswith("also_ok=") else None
    return Expected(frozenset(map(str, expect["services"])), expect.get("desk"), also)


def _readable(source: BinaryIO) -> Iterator[Row | Unreadable]:
    for number, line in enumerate(source, 1):
        if line.strip():
            try:
                yield _row(line)
            except (ValueError, RecursionError) as error:
                yield Unreadable(number, str(error) if type(error) is ValueError else "this is not JSON in UTF-8")


def _row(line: bytes) -> Row:
    row = json.loads(line.decode("utf-8-sig"))
    if not isinstance(row, dict):
        raise ValueError("write one JSON object a line")  # noqa: TRY004 - every fault of a line is told alike
    if not isinstance(row.get("id"), str | int):
        raise ValueError('"id" must be there and be a text or a number')  # noqa: TRY004 - as above
    for field in ("lang", "subject", "message"):
        if not isinstance(row.get(field), str):
            raise ValueError(f'"{field}" must be there and be a text')  # noqa: TRY004 - as above
        if any("\ud800" <= char <= "\udfff" for char in row[field]):
            raise ValueError(f'"{field}" holds half a character (a lone surrogate)')
    if row["lang"] not in organisation.LANGUAGES:
        raise ValueError('"lang" must be "ja" or "en"')
    return row


def _source(name: str | None) -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdin.buffer) if name in (None, "-") else Path(str(name)).open("rb")


def _directory() -> Directory:
    return Directory.of(texts.organisation(read().organisation))


def _tell(message: str) -> int:
    sys.stderr.write(message + "\n")
    return 2
