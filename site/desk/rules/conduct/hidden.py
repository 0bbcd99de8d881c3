"""Words in letters of two alphabets, with Cyrillic ones that look Latin: who writes several hides what they say.

Of 105 000 corpus texts 21 hold such a word, all of them to flag. A Latin name with a Russian ending is none, nor is
what somebody quotes: a letter that tried to deceive him.
"""

import re

from desk.rules.conduct.quoted import QUOTED
from desk.rules.normalise import LOOK_LATIN, alike

ENOUGH = 3  # different words: one may have been typed on another keyboard, again and again
OWN = 12  # letters beside a quotation that show that somebody tells of it


def hidden(text: str) -> list[tuple[int, int]]:
    """Where such words stand, [start, end) of the text as it came.

    Of a text that is nothing but quoted, what is quoted is its writer's.
    """
    own = _unquoted(text)
    read = own if len(own) - own.count("\n") >= OWN else text
    return [match.span() for match in _WORD.finditer(read)]


def _unquoted(text: str) -> str:
    """The text with as many line ends in the place of what is quoted."""
    # What is quoted is known by small Latin letters and straight marks.
    plain = alike(text.translate(_STRAIGHT).lower())
    letters = list(text)
    if len(plain) == len(text):
        for start, end in (match.span() for match in QUOTED.finditer(plain)):
            letters[start:end] = "\n" * (end - start)
    return "".join(letters)


_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_LETTER = "A-Za-z\u00c0-\u052f"  # of an alphabet that parts words by blanks
_EITHER = f"A-Za-z{LOOK_LATIN}"
# The letter before is asked for first: it is what keeps a long word from being read again at each of its letters.
_WORD = re.compile(rf"(?<![{_LETTER}])(?=[{_EITHER}]*[{LOOK_LATIN}][A-Za-z])[{_EITHER}]{{4,}}(?![{_LETTER}])")
