"""Reading JSON lines for a command: all of them or none, each that cannot be read told by its number."""

import codecs
import errno
import io
import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from desk.commands.output import in_json, say

NOT_JSON = "this is not JSON: look for a quote, a comma or a bracket that is missing or too many"
UTF_16 = "this is UTF-16 (“Unicode” in some editors): save it as UTF-8"
ARRAY = "this is one JSON array: write one object a line, no array; leave out its brackets and the commas between"
OVER_LINES = "a JSON object stands over several lines here: write each on one line"
NOT_UTF_8 = "this is not UTF-8: save it as UTF-8"

T = TypeVar("T")
Row = dict[str, Any]

_INDENTED = re.compile(rb'\{\s*\n\s*"[^"\n]*"\s*:')  # as editors and tools write an object over several lines
_HALF = re.compile("[\ud800-\udfff]")


def read(command: str, name: str | Path | None, parse: Callable[[Row], T]) -> list[T] | None:
    """What `parse` makes of the object in each line that is not blank, in order; standard input for no name or "-".

    None where the file or a line cannot be read, and then every fault is told on standard error with its line, counted
    from 1: nothing is to be written. `parse` raises ValueError with what to do about an object. That lines have the
    same id is told there too, and is no fault.
    """
    try:
        with _source(name) as source:
            data = source.read()
    except OSError as error:
        tell(command, f"{name or 'standard input'}: {error.strerror or error}")
        return None
    if whole := _otherwise_than_lines(data):
        tell(command, f"{name or 'standard input'}: {whole}")
        return None
    lines: dict[str | int, list[int]] = {}
    found = list(_parsed(io.BytesIO(data), parse, lines))
    faults = [one for one in found if isinstance(one, _Fault)]
    for fault in faults:
        tell(command, f"line {fault.number}: {fault.reason}")
    if not found:
        tell(command, f"{name or 'standard input'} is empty: there is no line to read")
    if not faults:
        _warn_of_twins(command, lines)
    return None if faults else [one for one in found if not isinstance(one, _Fault)]


def text(row: Row, field: str) -> str:
    """The text of a field. Raises ValueError where it is missing or no text."""
    value = row.get(field)
    if not isinstance(value, str):
        raise ValueError(f'"{field}" must be there and be a text')  # noqa: TRY004 - every fault of a line is told alike
    return value


def text_or_none(row: Row, field: str) -> str | None:
    """The text of a field that may be left out, None where it is or is null. Raises ValueError where it is no text."""
    value = row.get(field)
    if value is not None and not isinstance(value, str):
        raise ValueError(f'"{field}" must be a text; it may be left out')
    return value


def tell(command: str, message: str) -> int:
    """Say on standard error what is amiss, and give the exit code for it."""
    say(f"{command}: {message}")
    return 2


class _Fault:
    """A line that cannot be read: its number from 1 and what is wrong with it."""

    def __init__(self, number: int, reason: str) -> None:
        self.number, self.reason = number, reason


def _warn_of_twins(command: str, lines: Mapping[str | int, list[int]]) -> None:
    """Files put together of several are read all the same: each answer stands in the place of its line."""
    twins = [(second, first, name) for name, (first, *others) in lines.items() for second in others]
    if twins:
        second, first, name = min(twins, key=lambda twin: twin[0])
        more = f", and {len(twins) - 1} more that of an earlier one" if len(twins) > 1 else ""
        tell(command, f'line {second} has the "id" of line {first}, {in_json(name)}{more}: tell them by their order')


def _parsed(source: BinaryIO, parse: Callable[[Row], T], lines: dict[str | int, list[int]]) -> Iterator[T | _Fault]:
    for number, line in enumerate(source, 1):
        if line.strip():
            try:
                row = _named(_object(line), number)
                lines.setdefault(row["id"], []).append(number)
                yield parse(row)
            except ValueError as error:
                yield _Fault(number, str(error))


def _otherwise_than_lines(data: bytes) -> str:
    """What the whole file is where it is no JSON lines, which every line of it would be refused for; else nothing."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in data[:2]:
        return UTF_16
    text = data.removeprefix(codecs.BOM_UTF8).strip()
    first = text.partition(b"\n")[0].strip()
    if first == b"[":
        return ARRAY
    if _INDENTED.match(text):
        return OVER_LINES
    if not first.startswith((b"[", b"{")) or isinstance(_json(first), dict):
        return ""
    whole = _json(text)
    return ARRAY if isinstance(whole, list) else OVER_LINES if isinstance(whole, dict) else ""


def _json(text: bytes) -> object:
    try:
        return json.loads(text.decode())
    except (ValueError, RecursionError):
        return None


def _named(row: Row, number: int) -> Row:
    """The row with its id, which is the number of its line where it says none."""
    named = row if row.get("id") is not None else {**row, "id": number}
    if not isinstance(named["id"], str | int) or isinstance(named["id"], bool):
        raise ValueError('"id" must be a text or a number; it may be left out')  # noqa: TRY004 - as above
    return named


def _object(line: bytes) -> Row:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise ValueError(NOT_UTF_8) from None
    except (ValueError, RecursionError):  # what the decoders say of bytes, columns, digits and depths helps nobody
        raise ValueError(NOT_JSON) from None
    if isinstance(row, list):
        raise ValueError("write one JSON object a line, no array")  # noqa: TRY004 - as above
    if not isinstance(row, dict):
        raise ValueError("write one JSON object a line")  # noqa: TRY004 - as above
    if b"\\u" in line and _HALF.search(json.dumps(row, ensure_ascii=False)):
        raise ValueError("a text holds half a character (a lone surrogate), which could not be written again")
    return row


def _source(name: str | Path | None) -> AbstractContextManager[BinaryIO]:
    if name is not None and str(name) != "-":
        return Path(name).open("rb")
    if sys.stdin is None:
        raise OSError(errno.EBADF, "it is closed; name a file of JSON lines")
    return nullcontext(sys.stdin.buffer)
