"""The text of a sign file as tables; one that is no TOML, or holds what nothing would come of, is refused by line."""

import re
import tomllib
from typing import Any, Final

from desk.rules.conduct.opinion_features import LANGUAGES
from desk.rules.conduct.shapes import SignError
from desk.rules.conduct.sign_lines import TEXTS_AND_COMMENTS, blanked, line_of_table
from desk.rules.conduct.sign_remedies import WIDE, meant, quoted, shortened

# What a file may hold, and how each is written.
TABLES: Final[dict[str, tuple[type, str]]] = {
    "language": (str, 'language = "…"'),
    "part": (dict, "[part.name]"),
    "spelling": (dict, "[spelling]"),
    "sign": (list, "[[sign]]"),
}
# What a table takes for a key of its own where it stands behind the head of one.
AT_THE_HEAD: Final = {"language": "write it at the head of the file, above every [part.…] and [[sign]]"}
# How it begins where nothing ends a text, and where nothing ends a list.
QUOTED: Final = ("Unterminated string", "Expected \"'")
UNENDED_LIST: Final = "Unclosed array"
# How what the reader of TOML says of a fault begins, and what is to be done then.
REMEDIES: Final = {
    "Invalid value": 'a text stands in straight quotation marks, "…"; true, false and numbers stand without any',
    "Illegal character '\\n'": "a text ends on its line, with the quotation mark that it begins with",
    "Found invalid character '\\n'": "a text ends on its line, with the quotation mark that it begins with",
    "Unescaped '\\'": "a backslash is written twice in \"…\", and once in '…'",
    "Expected newline": "a line has one key; a quotation mark within a text needs the other kind around the text",
    "Expected '='": 'a line is written key = "…"',
    "Expected ']": "a head is written [part.name], [spelling] or [[sign]]",
    "Invalid statement": 'a name that has more than a-z, A-Z, 0-9, - and _ stands in quotation marks, "…"',
    "Invalid initial": 'a name that has more than a-z, A-Z, 0-9, - and _ stands in quotation marks, "…"',
    "Cannot overwrite": "it is said before, and once is enough; every sign begins with [[sign]], in two brackets",
    "Cannot declare": "it has begun before: write it in one place; every sign begins with [[sign]], in two brackets",
    UNENDED_LIST: "a list that begins with [ ends with ] before anything else, and has commas between its texts",
    "Unterminated string": "a text ends with the quotation marks that it begins with",
    'Expected "': "a text ends with the quotation marks that it begins with",
}


def tables(file: str, text: str) -> dict[str, Any]:
    """What a sign file holds; SignError where it is no TOML, or holds what nothing would come of: a mistyped `sign`."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _no_toml(file, text, str(error)) from error
    for name, value in data.items():
        if wrong := _wrong(name, value):
            raise SignError(file, line_of_table(text, name), "", wrong)
    return data


def _wrong(name: str, value: object) -> str:
    kind, written = TABLES.get(name, (object, ""))
    if not written:
        how = {each: shown for each, (_, shown) in TABLES.items()}
        return f"“{name}” is nothing that is read here: use {', '.join(how.values())}{meant(name, TABLES, how)}"
    if name == "language" and value not in LANGUAGES:
        wanted = " or ".join(f'"{language}"' for language in LANGUAGES)
        return f"language must be {wanted}, not {quoted(value)}"
    several = value if isinstance(value, list) else []
    if not isinstance(value, kind) or not all(isinstance(each, dict) for each in several):
        return f"“{name}” is written {written}"
    return ""


def _no_toml(file: str, text: str, said: str) -> SignError:
    """What is to be done about a fault that the reader of TOML tells with its place, which may be the end."""
    fault, _, place = said.rpartition(" (at ")
    numbers = [int(number) for number in re.findall(r"\d+", place)]
    if numbers:
        line, column = numbers[0], f"column {numbers[1]} of "
        from_there = text.split("\n")[line - 1][numbers[1] - 1 :]
    else:
        fault, begun = _unended(text, fault)
        line, column, from_there = text.count("\n", 0, begun) + 1, "", ""
    remedy = next((remedy for begins, remedy in REMEDIES.items() if fault.startswith(begins)), fault)
    written = shortened(text.split("\n")[line - 1].strip(" \t\r"))
    return SignError(file, line, "", f"this is not TOML ({column}“{written}”): {_mark(from_there) or remedy}")


def _mark(from_there: str) -> str:
    """What is to be done about the very mark, or word, at which a fault is told."""
    if said := WIDE.get(from_there[:1]):
        return f"there stands {said}"
    word = re.match(r"(?i:true|false)\b", from_there)
    return f"{word.group().lower()} is written in small letters" if word else ""


def _unended(text: str, fault: str) -> tuple[str, int]:
    """What nothing ends before the end of the file, and where that begins: all between is taken for a part of it."""
    bare = blanked(text, TEXTS_AND_COMMENTS)
    if fault.startswith(QUOTED):  # all texts before it end and are blanks, so that the first mark left begins it
        return fault, next(at for at, mark in enumerate(bare) if mark in "\"'")
    begun: list[int] = []
    for bracket in re.finditer(r"[][{}]", bare):
        if bracket.group() in "[{":
            begun.append(bracket.start())
        elif begun:
            begun.pop()
    if not begun:
        return fault, len(bare.rstrip())
    # Behind a comma the reader of TOML misses the next value, and not the end of the list.
    return UNENDED_LIST if bare[begun[-1]] == "[" and fault == "Invalid value" else fault, begun[-1]
