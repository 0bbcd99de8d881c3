"""The text of a sign file as tables, and on which line of it something stands."""

import re
import tomllib
from typing import Any

from desk.rules.conduct.opinion_features import LANGUAGES
from desk.rules.conduct.shapes import SignError

# What a file may hold, and how each is written.
TABLES: dict[str, tuple[type, str]] = {
    "language": (str, 'language = "…"'),
    "part": (dict, "[part.name]"),
    "spelling": (dict, "[spelling]"),
    "sign": (list, "[[sign]]"),
}


def tables(file: str, text: str) -> dict[str, Any]:
    """What a sign file holds; SignError where it is no TOML, or holds what nothing would come of: a mistyped `sign`."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found.group(1)) if found else text.count("\n") + 1
        raise SignError(file, line, "", f"this is not TOML: {error}") from error
    for name, value in data.items():
        kind, written = TABLES.get(name, (object, ""))
        if not written:
            known = ", ".join(each for _, each in TABLES.values())
            raise SignError(file, _line_of_table(text, name), "", f"“{name}” is nothing that is read here: use {known}")
        if name == "language" and value not in LANGUAGES:
            wanted = " or ".join(f'"{language}"' for language in LANGUAGES)
            raise SignError(file, _line_of_table(text, name), "", f"language must be {wanted}")
        several = value if isinstance(value, list) else []
        if not isinstance(value, kind) or not all(isinstance(each, dict) for each in several):
            raise SignError(file, _line_of_table(text, name), "", f"“{name}” is written {written}")
    return data


def line_of(text: str, needle: str) -> int:
    """The line on which these letters first stand; 1 where they do not."""
    return text.count("\n", 0, max(text.find(needle), 0)) + 1


def line_of_sign(text: str, number: int) -> int:
    """The line of a sign's id, or of its head where it has none; signs are counted from 0."""
    heads = [found.start() for found in re.finditer(r"^[ \t]*\[\[\s*sign\s*\]\]", text, re.MULTILINE)]
    if number >= len(heads):
        return 1
    start, end = heads[number], [*heads, len(text)][number + 1]
    named = re.compile(r"^[ \t]*[\"']?id[\"']?[ \t]*=", re.MULTILINE).search(text, start, end)
    return text.count("\n", 0, named.start() if named else start) + 1


def line_of_part(text: str, part: str) -> int:
    """The line on which a part begins."""
    return _line_where(text, rf"""(?:\[\s*part\s*\.\s*)?["']?{re.escape(part)}["']?\s*[]=.]""")


def _line_of_table(text: str, name: str) -> int:
    return _line_where(text, rf"""\[*\s*["']?{re.escape(name)}\b""")


def _line_where(text: str, begins: str) -> int:
    found = re.search(rf"^[ \t]*{begins}", text, re.MULTILINE)
    return text.count("\n", 0, found.start() if found else 0) + 1
