"""Digits in a name: those that stand for letters (J0hn, Shaniqu3), and the number that somebody bears (kaito99)."""

import re
from collections.abc import Collection
from typing import Final

_FOR_LETTERS: Final = str.maketrans("013457", "oieast")
# Between letters, and a single one at the end: two there are a number.
_AS_LETTERS: Final = re.compile(r"(?<=[a-z])[013457]{1,2}(?=[a-z])|(?<=[a-z]{3})[013457]$")
_NUMBER: Final = re.compile(r"(?<=[^\W\d_]{4})[0-9]+$")


def lettered(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name in small letters, each digit that may stand for a letter as that letter."""
    return tuple(_AS_LETTERS.sub(lambda digits: digits[0].translate(_FOR_LETTERS), word) for word in words)


def unnumbered(words: tuple[str, ...], of: Collection[str] | None = None) -> tuple[str, ...]:
    """The words of a name, each without the number behind it; `of` another name: where that has the bare word.

    A name that has a number of its own is another one: kaito99 is not kaito12.
    """
    if of is not None and any(char.isdigit() for word in of for char in word):
        return words
    bare = tuple(_NUMBER.sub("", word) for word in words)
    return bare if of is None else tuple(each if each in of else word for each, word in zip(bare, words, strict=True))
