"""How a name in Latin letters sounds, whoever spells it, rightly or not: Stewart as Steuart, Katherine as Cathrin.

Not how anybody says it, but what is alike in the ways to spell it: its consonants, and the vowel that it ends in, which
tells Daniel from Daniela.
"""

import re
from typing import Final

from rapidfuzz.distance import OSA

_LEAST: Final = 3  # letters of a given name cut short
_LEAST_MISTYPED: Final = 5  # letters of a word that may hold a wrong one
# In this order; what is spelt left counts as what stands right.
_SPELT: Final = tuple(
    (re.compile(left), right)
    for left, right in (
        *((r"^mac", "mc"), (r"^kn", "n"), (r"^wr", "r"), (r"sch", "s"), (r"ph", "f"), (r"qu", "kw"), (r"gh", "")),
        *((r"ch|ck", "k"), (r"c(?=[eiy])", "s"), (r"c", "k"), (r"x", "ks"), (r"z", "s"), (r"(?<=.)h", "")),
        *(
            (r"(?<=[aeiou])w(?![aeiou]|$)|(?<=[aeiou])w(?=[aeiou]r)", ""),
            (r"(?<=.)y", "i"),
            (r"ij$", "i"),
            (r"(.)\1+", r"\1"),
        ),
        (r"(?<=.)e$", ""),
    )
)
_VOWELS: Final = re.compile(r"(?<=.)[aeiou]+")


def sound(word: str) -> tuple[str, str]:
    """The first letter and the consonants of a word in small Latin letters, and the vowel at its end, if any."""
    for left, right in _SPELT:
        word = left.sub(right, word)
    consonants = re.sub(r"(.)\1+", r"\1", _VOWELS.sub("", word))
    return consonants, word[-1:] if word[-1:] in "aeiou" else ""


def mistyped(one: str, other: str) -> bool:
    """Whether two words of names are one but for a letter wrong, missing or too many, or two in turned order: Mehmed.

    What only ends in another vowel is another name: Daniel, Daniela.
    """
    if min(len(one), len(other)) < _LEAST_MISTYPED or OSA.distance(one, other, score_cutoff=1) > 1:
        return False
    shorter, longer = sorted((one, other), key=len)
    return not (longer.startswith(shorter[:-1]) and longer[-1] in "aeiou")


def cut_short(one: str, other: str) -> bool:
    """Whether one word begins the other, by more than a letter: Daniela is not Daniel cut short."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _LEAST and len(longer) - len(shorter) > 1 and longer.startswith(shorter)


def initialled(one: str, other: str) -> bool:
    """Whether one is the other with the given name cut to its initial: myildirim, mehmetyildirim."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _LEAST_MISTYPED and shorter[0] == longer[0] and longer.endswith(shorter[1:])
