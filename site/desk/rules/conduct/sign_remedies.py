"""How an error in a sign file shows what is written there, and what was likely meant by it."""

import json
from collections.abc import Iterable
from difflib import get_close_matches

# More of a value than this is not read on a terminal.
LONGEST = 60
# All acts begin so: it makes none of them more like what was written.
ACT = "act."


def quoted(value: object) -> str:
    """A value as a sign file writes it, or the beginning of a long one."""
    return shortened(json.dumps(value, ensure_ascii=False, default=str))


def shortened(written: str) -> str:
    """What is written, or the beginning of it where it is long; a mark for what a terminal might obey."""
    seen = "".join(letter if letter.isprintable() else "�" for letter in written)
    return seen if len(seen) <= LONGEST else f"{seen[:LONGEST]}…"


def meant(given: str, known: Iterable[str]) -> str:
    """What to write instead of a name that is none of those known, or nothing where none of them is near."""
    names = {name.removeprefix(ACT): name for name in known}
    near = get_close_matches(given.lower().removeprefix(ACT), names, 1)
    return f"; write “{names[near[0]]}” if that is meant" if near else ""
