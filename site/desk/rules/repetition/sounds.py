"""How a name in Latin letters sounds, whoever spells it: Stewart as Steuart, Katherine as Cathrin.

Not how anybody says it, but what is alike in the ways to spell it: its consonants, and the vowel that it ends in, which
tells Daniel from Daniela.
"""

import re
from typing import Final

# In this order; what is spelt left counts as what stands right.
_SPELT: Final = tuple(
    (re.compile(left), right)
    for left, right in (
        *((r"^mac", "mc"), (r"^kn", "n"), (r"^wr", "r"), (r"sch", "s"), (r"ph", "f"), (r"qu", "kw"), (r"gh", "")),
        *((r"ch|ck", "k"), (r"c(?=[eiy])", "s"), (r"c", "k"), (r"x", "ks"), (r"z", "s"), (r"(?<=.)h", "")),
        *((r"(?<=[aeiou])w(?![aeiou]|$)|(?<=[aeiou])w(?=[aeiou]r)", ""), (r"(?<=.)y", "i"), (r"(.)\1+", r"\1")),
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
