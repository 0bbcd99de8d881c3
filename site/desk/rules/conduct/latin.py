"""Patterns of English: a word begins and ends where Latin letters do, whatever stands beside it."""

import re


def latin(pattern: str) -> re.Pattern[str]:
    """The compiled pattern, for which no kana or kanji belongs to a word's end: 早くI will, 件名I will.

    Nobody need write a space between Japanese and English. A letter, as in José, may still be any.
    """
    return re.compile(pattern.replace(r"\w", r"(?u:\w)"), re.ASCII)
