"""On which line of a sign file something stands: a table, a key in it, one of the texts that the key holds.

Where a file writes it in a way that is not looked for, it is the line of what holds it.
"""

import json
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field

# Texts and comments: what stands in a comment, or in a text of several lines, may look like a key or a head.
_SAID = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}|' r"'''.*?'{3,5}|" r'#[^\n]*|"(?!"")(?:\\.|[^"\\\n])*"|' r"'(?!'')[^'\n]*'", re.DOTALL
)
COMMENTS = ("#",)
TEXTS_AND_COMMENTS = ('"', "'", *COMMENTS)
_LOOKS_LIKE_MORE = ('"""', "'''", *COMMENTS)
_HEAD = r"^[ \t]*\["


@dataclass(frozen=True, slots=True)
class Place:
    """Which sign of a file's text is meant, counted from 0; looked up only where something is wrong with it."""

    text: str = field(repr=False)
    number: int

    def line(self, key: str = "id", value: str = "") -> int:
        """The line of this text of the key's, of the key, or of the sign: the nearest of them that is found."""
        bare = blanked(self.text, _LOOKS_LIKE_MORE)
        starts = _signs(self.text, bare)
        if self.number >= len(starts):
            return line_of_table(self.text, "sign")
        start = starts[self.number]
        end = _end(bare, start)
        at = _first(bare, start, end, _key(key), _key("id"))
        return _line(bare, start, at, _value(self.text, start if at is None else at, end, value) if value else None)


def line_of_table(text: str, name: str) -> int:
    """The line on which one of the names at the head of all others first stands."""
    bare = blanked(text, _LOOKS_LIKE_MORE)
    return _line(bare, _first(bare, 0, None, rf"^[ \t]*\[*\s*{_named(name)}(?![\w-])"))


def line_of_part(text: str, part: str, key: str = "") -> int:
    """The line of a key of a part, or the one on which the part begins."""
    bare = blanked(text, _LOOKS_LIKE_MORE)
    start, end = _part(bare, part)
    within = _first(bare, start, end, _key(key)) if key else None
    below = _first(bare, 0, None, _head("part", part, key, then=r"\].")) if key and within is None else None
    return _line(bare, start, below, within)


def line_of_word(text: str, part: str, word: str) -> int:
    """The line on which a part has this word, best by itself, else within another."""
    start, end = _part(blanked(text, _LOOKS_LIKE_MORE), part)
    said = blanked(text, COMMENTS)
    words = _first(said, start, end, _key("words")) or start  # behind the name of the part, which may be the word
    within = [re.escape(each) for each in (word, _escaped(word))]
    alone = [rf"""(?<![^\s"']){each}(?![^\s,"'])""" for each in within]
    return _line(said, words, _first(said, words, end, *alone, *within))


def line_of_spelling(text: str, word: str) -> int:
    """The line that says what this word is read as."""
    bare = blanked(text, _LOOKS_LIKE_MORE)
    start = _first(bare, 0, None, _head("spelling")) or 0
    found = _first(bare, start, _end(bare, start), _key(word))
    return line_of_table(text, "spelling") if found is None else _line(bare, found)


def blanked(text: str, begun: tuple[str, ...]) -> str:
    """The text with blanks for its texts and comments that are begun so, of the same lines and length."""

    def blank(found: re.Match[str]) -> str:
        return re.sub(r"[^\n]", " ", found.group()) if found.group().startswith(begun) else found.group()

    return _SAID.sub(blank, text)


def _signs(text: str, bare: str) -> Sequence[int]:
    """Where each sign begins, in a table of its own or in a list of tables."""
    name = _named("sign")
    if heads := [found.start() for found in re.finditer(_head("sign"), bare, re.MULTILINE)]:
        return heads
    listed = re.compile(rf"^[ \t]*{name}\s*=\s*\[", re.MULTILINE).search(bare)
    within = re.compile(r"\{[^{}]*\}")  # no sign holds a table, so all up to the first that is wrong are counted
    said = blanked(text, TEXTS_AND_COMMENTS)
    return [found.start() for found in within.finditer(said, listed.end())] if listed else []


def _value(text: str, start: int, end: int, value: str) -> int | None:
    """Where a text of this value begins, in whatever quotation marks and escapes it is written."""
    for found in _SAID.finditer(text, start, end):
        written = found.group()
        if not written.startswith(COMMENTS) and tomllib.loads(f"text = {written}")["text"] == value:
            return found.start()
    return None


def _first(text: str, start: int, end: int | None, *expressions: str) -> int | None:
    """Where the first of these that is there at all begins."""
    until = len(text) if end is None else end
    found = (re.compile(each, re.MULTILINE).search(text, start, until) for each in expressions)
    return next((one.start() for one in found if one), None)


def _line(text: str, *places: int | None) -> int:
    """The line of the last of these places that is known, the first where none is."""
    return text.count("\n", 0, next((at for at in reversed(places) if at is not None), 0)) + 1


def _end(bare: str, start: int) -> int:
    """Where the table that begins here ends."""
    following = bare.find("\n", start)
    end = _first(bare, following, None, _HEAD) if following >= 0 else None
    return len(bare) if end is None else end


def _part(bare: str, part: str) -> tuple[int, int]:
    """Where a part begins and ends, which has a head of its own, or under [part] is a key, or has but tables in it."""
    start = _first(bare, 0, None, _head("part", part))
    if start is not None:
        return start, _end(bare, start)
    table = _first(bare, 0, None, _head("part")) or 0
    key = rf"^[ \t]*(?:{_named('part')}\s*\.\s*)?{_named(part)}\s*[=.]"
    start = _first(bare, table, None, key, _head("part", part, then=r"\.")) or table
    return start, start + len(bare[start:].partition("\n")[0])


def _head(*names: str, then: str = r"\]") -> str:
    """The head of a table, with one of these characters behind its last name."""
    dotted = r"\s*\.\s*".join(_named(name) for name in names)
    return rf"{_HEAD}\[?\s*{dotted}\s*[{then}]"


def _key(name: str) -> str:
    return rf"^[ \t]*{_named(name)}\s*[=.]"


def _named(name: str) -> str:
    """A name as a file may write it."""
    quoted = re.escape(json.dumps(name, ensure_ascii=False))
    return rf"""(?:{re.escape(name)}|{quoted}|'{re.escape(name)}')"""


def _escaped(word: str) -> str:
    """How a word is written between double quotation marks."""
    return word.replace("\\", "\\\\")
