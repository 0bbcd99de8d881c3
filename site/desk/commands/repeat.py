"""`desk repeat`: is the last message of a sequence the same demand again after an answer; JSON lines in and out."""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import get_close_matches

from desk import signs_files
from desk.commands import json_lines
from desk.commands.json_lines import Row
from desk.commands.output import in_json
from desk.rules.repetition import Message, Repetition, assess

COMMAND = "desk repeat"
OPTIONAL = ("email", "name")
KNOWN = frozenset({*OPTIONAL, "at", "message", "answered_before"})
# How alike two keys are that are one (difflib's ratio): `e-mail` and `mail` are `email`; `same` is not `name`.
SURELY = 0.85


@dataclass(frozen=True, slots=True)
class Sequence:
    """One line: its id, its messages, and whether they are a repetition where the line says so ("expect")."""

    id: str | int
    messages: tuple[Message, ...]
    expect: bool | None


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "repeat",
        help="say whether messages are the same demand again after an answer",
        description='Reads JSON lines {"id", "messages": [{"at", "email", "name", "message", "answered_before"}]} '
        'and writes, in the same order, {"id", "repetition", "count", "since", "same_as", "answered", "why", "heard"} '
        'about the last message in time. "why" says what makes it a repetition or keeps it from being one, "heard" is '
        'true where not the rule but the readers of dialogues say so. "count", "since" and "same_as" say how often, '
        'since when and in which of the messages its matter was brought; "answered" is when the first of these came '
        'that stands after an answer: of the answer itself nothing but "answered_before" is known. '
        '"at" is an ISO 8601 time, a day alone its first moment, UTC where it names no zone; "same_as" counts from 0. '
        "Where a line is no such sequence, its number is told, nothing is written and the exit code is 2.",
    )
    parser.add_argument("file", nargs="?", metavar="FILE", help="the file of JSON lines; standard input unless given")
    parser.add_argument("--without-reader", action="store_true", help="judge by the signs of the rule alone")
    parser.add_argument("--report", action="store_true", help='count what is right, where lines say "expect"')
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read every line before a word is written, then assess them or report on them; 2 where one cannot be read."""
    sequences = json_lines.read(COMMAND, options.file, _sequence)
    if sequences is None:
        return 2
    try:
        hearer = None if options.without_reader else signs_files.dialogues()
    except (OSError, ValueError) as error:
        return json_lines.tell(COMMAND, f"{error}; --without-reader judges by the signs of the rule alone")
    judged = [(sequence, assess(sequence.messages, hearer)) for sequence in sequences]
    return _report(judged) if options.report else _write(judged)


def _write(judged: list[tuple[Sequence, Repetition]]) -> int:
    sys.stdout.writelines(in_json(_answer(row, found)) + "\n" for row, found in judged)
    return 0


def _answer(row: Sequence, found: Repetition) -> Row:
    return {
        "id": row.id,
        "repetition": found.repetition,
        "count": found.count,
        "since": found.since and found.since.isoformat(),
        "same_as": list(found.same_as),
        "answered": found.answered and found.answered.isoformat(),
        "why": found.why or found.ground,
        "heard": found.heard,
    }


def _report(judged: list[tuple[Sequence, Repetition]]) -> int:
    labelled = [(row, found) for row, found in judged if row.expect is not None]
    if not labelled:
        return json_lines.tell(COMMAND, 'no line says what to expect: {"expect": true or false}') if judged else 2
    sys.stdout.writelines(f"{line}\n" for line in _lines(labelled))
    return 0


def _lines(judged: list[tuple[Sequence, Repetition]]) -> Iterator[str]:
    series = [found.repetition for row, found in judged if row.expect]
    others = [found.repetition for row, found in judged if not row.expect]
    yield f"series found  {sum(series)}/{len(series)}"
    yield f"false ones    {sum(others)}/{len(others)}"
    for row, found in judged:
        if found.repetition != row.expect:
            yield f"{f'miss {row.id}: {found.why}' if row.expect else f'false {row.id}'} (time {found.count})"


def _sequence(row: Row) -> Sequence:
    if not isinstance(row.get("messages"), list):
        raise ValueError('"messages" must be there and be a list')  # noqa: TRY004 - every fault of a line is told alike
    expect = row.get("expect")
    if expect is not None and not isinstance(expect, bool):
        raise ValueError('"expect" must be true or false where it is there')
    if not row["messages"]:
        raise ValueError('"messages" must hold one message or more: the last one in time is judged')
    return Sequence(row["id"], tuple(_numbered(row["messages"])), expect)


def _numbered(rows: list[object]) -> Iterator[Message]:
    for number, row in enumerate(rows, 1):
        try:
            yield _message(row)
        except ValueError as error:
            raise ValueError(f"message {number}: {error}") from None


def _message(row: object) -> Message:
    if not isinstance(row, dict):
        raise ValueError("each message must be a JSON object")  # noqa: TRY004 - as above
    if not isinstance(row.get("answered_before"), bool):
        raise ValueError('"answered_before" must be there and be true or false')  # noqa: TRY004 - as above
    if typed := _mistyped(row):
        key, meant = typed
        raise ValueError(f'"{key}" is not known: write "{meant}"')
    # A message without an address or a name is one: not every channel asks for both.
    texts = {field: json_lines.text_or_none(row, field) or "" for field in OPTIONAL}
    texts["message"] = json_lines.text(row, "message")
    return Message(at=_moment(json_lines.text(row, "at")), answered_before=row["answered_before"], **texts)


def _mistyped(row: Row) -> tuple[str, str] | None:
    """A key that was surely meant for one that may be left out, and that one; other keys of a row's own are let be."""
    others = {key.casefold(): key for key in row if key not in KNOWN}
    for missing in (field for field in OPTIONAL if field not in row):
        for near in get_close_matches(missing, others, 1, SURELY):
            return others[near], missing
    return None


def _moment(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError('"at" must be an ISO 8601 time such as 2026-09-01T09:00:00+09:00') from None
    return at if at.tzinfo else at.replace(tzinfo=UTC)
