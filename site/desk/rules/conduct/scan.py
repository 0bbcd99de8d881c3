"""Finding every part in a folded text: one pass over its letters, each pair or triple looked up in a table."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from itertools import islice
from operator import add

from desk.rules.conduct.shapes import Signs, Token, Word

SPELLING = "spelling"


def scan(text: str, signs: Signs) -> tuple[list[Token], list[tuple[int, int, str]]]:
    """The tokens of a folded text in order, and the spellings [start, end) to be read as something else."""
    tokens: list[Token] = []
    spellings: list[tuple[int, int, str]] = []
    ends = sentence_ends(text)
    for start, word in _candidates(text, signs):
        found = word.pattern.match(text, start)
        if found is None:
            continue
        if word.part == SPELLING:
            spellings.append((start, found.end(), word.put))
        elif found.end() > start:
            tokens.append(Token(start, found.end(), word.part, bisect_right(ends, start)))
    tokens.sort()
    return tokens, _disjoint(spellings)


def sentence_ends(text: str) -> list[int]:
    """Where each sentence of a folded text ends."""
    return [match.end() for match in _SENTENCE_END.finditer(text)]


def _candidates(text: str, signs: Signs) -> list[tuple[int, Word]]:
    found: list[tuple[int, Word]] = []
    if not text.isascii():
        kana = signs.kana
        pairs = map(add, text, islice(text, 1, None))
        found += [(at, word) for at, pair in enumerate(pairs) if pair in kana for word in kana[pair]]
    latin: Mapping[str, tuple[Word, ...]] = signs.latin
    for match in _LATIN_WORD.finditer(text):
        at = match.start()
        found += [(at, word) for word in latin.get(text[at : at + 3], ())]
    return found


def _disjoint(spellings: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    # The longest of two that overlap is meant.
    kept: list[tuple[int, int, str]] = []
    for spelling in sorted(spellings, key=lambda s: (s[0], -s[1])):
        if not kept or spelling[0] >= kept[-1][1]:
            kept.append(spelling)
    return kept


_SENTENCE_END = re.compile(r"[。!?\n]|\.(?=\s|$|[^\x00-\x7f])|(?<=[ぁ-ん])[.．]")
_LATIN_WORD = re.compile(r"[a-z0-9$]['a-z0-9]{0,60}")
