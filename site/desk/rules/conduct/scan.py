"""Finding every part in a folded text: one pass over its letters, each pair or triple looked up in a table."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from itertools import islice
from operator import add, methodcaller

from desk.rules.conduct.shapes import Signs, Token, Word

SPELLING = "spelling"
LONGEST = 240


def scan(text: str, signs: Signs) -> tuple[list[Token], list[tuple[int, int, str]]]:
    """The tokens of a folded text in order, and the spellings [start, end) to be read as something else."""
    found: list[tuple[int, int, Word]] = []
    if not text.isascii():
        kana = signs.kana
        pairs = enumerate(map(add, text, islice(text, 1, None)))
        _match(text, [(at, pair) for at, pair in pairs if pair in kana], kana, signs, found)
    latin = signs.latin
    starts = [(at, text[at : at + 3]) for at in map(_START, _LATIN_WORD.finditer(text))]
    _match(text, [(at, key) for at, key in starts if key in latin], latin, signs, found)
    ends = sentence_ends(text)
    tokens = [Token(a, b, word.part, bisect_right(ends, a)) for a, b, word in found if word.part != SPELLING]
    tokens.sort()
    return tokens, _disjoint([(a, b, word.put) for a, b, word in found if word.part == SPELLING])


def sentence_ends(text: str) -> list[int]:
    """Where each sentence ends; one without an end is cut, so that no text costs more than its length."""
    ends: list[int] = []
    last = 0
    for end in (*(match.end() for match in _SENTENCE_END.finditer(text)), len(text)):
        ends.extend(range(last + LONGEST, end, LONGEST))
        ends.append(end)
        last = end
    return ends


def _match(
    text: str,
    places: list[tuple[int, str]],
    table: Mapping[str, tuple[Word, ...]],
    signs: Signs,
    found: list[tuple[int, int, Word]],
) -> None:
    gates = signs.gates
    for at, key in places:
        gate, words = gates.get(key) or gates.setdefault(key, _gate(table[key]))
        if len(words) == 1 or gate.match(text, at):
            matches = ((word, word.pattern.match(text, at)) for word in words)
            found += [(at, match.end(), word) for word, match in matches if match and match.end() > at]


def _gate(words: tuple[Word, ...]) -> tuple[re.Pattern[str], tuple[Word, ...]]:
    """One pattern that says whether any of the words is there, and one for each part that says which of its words."""
    by_part: dict[str, list[Word]] = {}
    for word in words:
        by_part.setdefault(f"{word.part} {word.put}", []).append(word)
    merged = [Word(group[0].part, _any(group), group[0].put) for group in by_part.values()]
    return _any(merged), tuple(merged)


def _any(words: list[Word]) -> re.Pattern[str]:
    # Of several words the longest is meant, and the longest pattern is a good guess at it.
    if len(words) == 1:
        return words[0].pattern
    sources = sorted({word.pattern.pattern for word in words}, key=lambda source: (-len(source), source))
    return re.compile("|".join(sources))


def _disjoint(spellings: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    # The longest of two that overlap is meant.
    kept: list[tuple[int, int, str]] = []
    for spelling in sorted(spellings, key=lambda s: (s[0], -s[1])):
        if not kept or spelling[0] >= kept[-1][1]:
            kept.append(spelling)
    return kept


_SENTENCE_END = re.compile(r"[。!?\n]|\.(?=\s|$|[^\x00-\x7f])|(?<=[ぁ-ん])[.．]")
_LATIN_WORD = re.compile(r"[a-z0-9$]['a-z0-9]{0,60}")
_START = methodcaller("start")
