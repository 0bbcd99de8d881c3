"""How an error in a sign file shows what is written there, and what was likely meant by it."""

import json
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

# More of a value than this is not read on a terminal.
LONGEST = 60
# All acts begin so: it makes none of them more like what was written.
ACT = "act."
# What a Japanese keyboard puts where TOML has another mark, as it is called and with what to do.
WIDE = {
    "\u3000": "a full-width blank: write an ordinary one",
    "＝": "a full-width equals sign: write =",
    "＂": 'a full-width quotation mark: write "',
    "＃": "a full-width number sign: write #",
    "，": "a full-width comma: write , between texts",
    "、": "a Japanese comma: write , between texts",
    **dict.fromkeys("［］", "a full-width bracket: write [ and ]"),
    **dict.fromkeys("｛｝", "a full-width brace: write { and }"),
}


def quoted(value: object) -> str:
    """A value as a sign file writes it, or the beginning of a long one."""
    return shortened(json.dumps(value, ensure_ascii=False, default=str))


def shortened(written: str) -> str:
    """What is written, or the beginning of it where it is long; a mark for what a terminal might obey."""
    seen = "".join(letter if letter == "\u3000" or letter.isprintable() else "�" for letter in written)
    return seen if len(seen) <= LONGEST else f"{seen[:LONGEST]}…"


def meant(given: str, known: Iterable[str], written: Mapping[str, str] | None = None) -> str:
    """What to write instead of a name that is none of those known, or nothing where none of them is near.

    `written`: how those are written that do not stand by themselves.
    """
    names = {name.removeprefix(ACT): name for name in known}
    near = get_close_matches(given.lower().removeprefix(ACT), names, 1)
    name = names[near[0]] if near else ""
    return f"; write “{(written or {}).get(name, name)}” if that is meant" if near else ""
