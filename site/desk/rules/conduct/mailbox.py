"""The e-mail address: what stands before the @ reaches whoever answers, and abuse may stand there too.

People are called Gomi or Shinde, and write from killer.bee@ or yakuza.fan@: only a strong sign in two words or more
counts there, and no cue of care.
"""

from typing import Final

from desk.rules.conduct.shapes import Sign

FIELD: Final = "email"
_APART: Final = str.maketrans(dict.fromkeys("._-+=/~*#&|^", " "))


def words(address: str) -> str:
    """What is to be read of an address: its words, set apart, and nothing of its domain; every letter in its place."""
    local, _, domain = address.rpartition("@")
    return local.translate(_APART) + " " * (len(domain) + 1) if local else address


def counts(sign: Sign, words: str) -> bool:
    """Whether a sign that was seen in these words says anything where they stand in an address."""
    return sign.strength == "strong" and not sign.care and len(words.split()) > 1
