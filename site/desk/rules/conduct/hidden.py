"""Words in letters of two alphabets, with Cyrillic ones that look Latin: who writes several hides what they say.

Of 105 000 corpus texts 21 hold such a word, all of them to flag. A Latin name with a Russian ending is none, nor is
what somebody quotes: a letter that tried to deceive him.
"""

import re

from desk.rules.conduct.quoted import QUOTED
from desk.rules.normalise import LOOK_LATIN

ENOUGH = 3  # different words: one may have been typed on another keyboard, again and again


def hidden(text: str) -> list[tuple[int, int]]:
    """Where such words first stand, [start, end) of the text as it came."""
    quoted = [match.span() for match in QUOTED.finditer(text.translate(_STRAIGHT))]
    found: dict[str, tuple[int, int]] = {}
    for match in _WORD.finditer(text):
        if not any(start < match.start() and match.end() < end for start, end in quoted):
            found.setdefault(match.group().lower(), match.span())
    return list(found.values())


_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_LETTER = "A-Za-z\u00c0-\u052f"  # of an alphabet that parts words by blanks
_EITHER = f"A-Za-z{LOOK_LATIN}"
# The letter before is asked for first: it is what keeps a long word from being read again at each of its letters.
_WORD = re.compile(rf"(?<![{_LETTER}])(?=[{_EITHER}]*[{LOOK_LATIN}][A-Za-z])[{_EITHER}]{{4,}}(?![{_LETTER}])")
