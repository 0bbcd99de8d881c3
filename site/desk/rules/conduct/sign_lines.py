"""On which line of a sign file something stands: a table, a key in it, one of the texts that the key holds."""

import json
import re
from dataclasses import dataclass, field

# Texts and comments: what stands in a comment, or in a text of several lines, may look like a key or a head.
_SAID = re.compile(r'"""(?:\\.|[^\\])*?"""|' r"'''.*?'''|" r'#[^\n]*|"(?:\\.|[^"\\\n])*"|' r"'[^'\n]*'", re.DOTALL)
_LOOKS_LIKE_MORE = ('"""', "'''", "#")
_HEAD = r"^[ \t]*\["
_SIGN = re.compile(rf"{_HEAD}\[\s*sign\s*\]\]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Place:
    """Which [[sign]] of a file's text is meant, counted from 0; looked up only where something is wrong with it."""

    text: str = field(repr=False)
    number: int

    def line(self, key: str = "id", value: str = "") -> int:
        """The line of this text of the key's, of the key, or of the sign: the nearest of them that is found."""
        bare = _bare(self.text)
        heads = [found.start() for found in _SIGN.finditer(bare)]
        if self.number >= len(heads):
            return line_of_table(self.text, "sign")
        start = heads[self.number]
        end = _end(bare, start)
        at = _first(bare, start, end, _key(key), _key("id"))
        written = (re.escape(json.dumps(value, ensure_ascii=False)), re.escape(f"'{value}'")) if value else ()
        return _line(bare, start if at is None else at, _first(bare, at or start, end, *written))


def line_of_table(text: str, name: str) -> int:
    """The line on which one of the names at the head of all others first stands."""
    return _line(text, _first(_bare(text), 0, None, rf"^[ \t]*\[*\s*{_named(name)}(?![\w-])"))


def line_of_part(text: str, part: str, key: str = "") -> int:
    """The line of a key of a part, or the one on which the part begins."""
    bare = _bare(text)
    start, end = _part(bare, part)
    return _line(bare, start, _first(bare, start, end, _key(key)) if key else None)


def line_of_word(text: str, part: str, word: str) -> int:
    """The line on which a part has this word, best by itself, else within another."""
    start, end = _part(_bare(text), part)
    within = [re.escape(each) for each in (word, _escaped(word))]
    alone = [rf"""(?<![^\s"']){each}(?![^\s,"'])""" for each in within]
    return _line(text, start, _first(text, start, end, *alone, *within))


def line_of_spelling(text: str, word: str) -> int:
    """The line that says what this word is read as."""
    bare = _bare(text)
    start = _first(bare, 0, None, rf"{_HEAD}\s*spelling\s*\]") or 0
    found = _first(bare, start, _end(bare, start), _key(word), _key(_escaped(word)))
    return line_of_table(text, "spelling") if found is None else _line(bare, found)


def _bare(text: str) -> str:
    """The text with blanks for its comments and for its texts of several lines, of the same lines and length."""

    def blank(found: re.Match[str]) -> str:
        return re.sub(r"[^\n]", " ", found.group()) if found.group().startswith(_LOOKS_LIKE_MORE) else found.group()

    return _SAID.sub(blank, text)


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
    """Where a part begins and ends, which has a head of its own or, under [part], is a key."""
    name = _named(part)
    start = _first(bare, 0, None, rf"{_HEAD}\s*part\s*\.\s*{name}\s*\]")
    if start is not None:
        return start, _end(bare, start)
    table = _first(bare, 0, None, rf"{_HEAD}\s*part\s*\]") or 0
    start = _first(bare, table, None, rf"^[ \t]*(?:part\s*\.\s*)?{name}\s*[=.]") or table
    return start, start + len(bare[start:].partition("\n")[0])


def _key(name: str) -> str:
    return rf"^[ \t]*{_named(name)}\s*[=.]"


def _named(name: str) -> str:
    """A name as a file may write it."""
    escaped = re.escape(name)
    return rf"""(?:{escaped}|"{escaped}"|'{escaped}')"""


def _escaped(word: str) -> str:
    """How a word is written between double quotation marks."""
    return word.replace("\\", "\\\\")
