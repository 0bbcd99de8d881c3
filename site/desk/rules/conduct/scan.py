"""Finding every part in a folded text: one pass finds how its words begin, then each is matched where it stands."""

import re
from bisect import bisect_right

from desk.rules.conduct.shapes import Gate, Signs, Token, Word

LONGEST = 240


def scan(text: str, ends: list[int], signs: Signs) -> tuple[list[Token], list[tuple[int, int, str]]]:
    """The tokens of a folded text in order, and the spellings [start, end) to be read as something else.

    `ends` is where its sentences end.
    """
    flat = text.replace("\n", " ")
    beginnings = signs.beginnings
    places = [
        (at, number)
        for number, at, _ in signs.finder.find_matches_as_indexes(flat, overlapping=True)
        if not (at and beginnings[number].latin and flat[at - 1] in _WITHIN)
    ]
    found = _match(text, places, signs)
    tokens = [Token(a, b, part, bisect_right(ends, a)) for (a, part, put), b in found.items() if not put]
    tokens.sort()
    return tokens, _disjoint([(a, b, put) for (a, _, put), b in found.items() if put])


def sentence_ends(text: str) -> list[int]:
    """Where each sentence ends; one without an end is cut, so that no text costs more than its length."""
    ends: list[int] = []
    last = 0
    for end in (*(match.end() for match in _SENTENCE_END.finditer(text)), len(text)):
        ends.extend(range(last + LONGEST, end, LONGEST))
        ends.append(end)
        last = end
    return ends


def _match(text: str, places: list[tuple[int, int]], signs: Signs) -> dict[tuple[int, str, str], int]:
    """Where each part ends that begins at one of these places; of several words the longest is meant."""
    found: dict[tuple[int, str, str], int] = {}
    gates = signs.gates
    for at, number in places:
        gate = gates.get(number) or gates.setdefault(number, _gate(signs.beginnings[number].words))
        if gate.any is None or gate.any.match(text, at):
            for part, put, pattern in gate.parts:
                match = pattern.match(text, at)
                if match and match.end() > found.get((at, part, put), at):
                    found[at, part, put] = match.end()
    return found


def _gate(words: tuple[Word, ...]) -> Gate:
    by_part: dict[tuple[str, str], list[str]] = {}
    for word in words:
        by_part.setdefault((word.part, word.put), []).append(word.source)
    parts = tuple((part, put, _any(sources)) for (part, put), sources in by_part.items())
    return Gate(_any([word.source for word in words]) if len(parts) > 1 else None, parts)


def _any(sources: list[str]) -> re.Pattern[str]:
    # Of several words the longest is meant, and the longest pattern is a good guess at it.
    return re.compile("|".join(sorted(set(sources), key=lambda source: (-len(source), source))))


def _disjoint(spellings: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    # The longest of two that overlap is meant.
    kept: list[tuple[int, int, str]] = []
    for spelling in sorted(spellings, key=lambda s: (s[0], -s[1])):
        if not kept or spelling[0] >= kept[-1][1]:
            kept.append(spelling)
    return kept


_SENTENCE_END = re.compile(r"[。!?\n]|\.(?=\s|$|[^\x00-\x7f])|(?<=[ぁ-ん])[.．]")
# Behind one of these a Latin word does not begin, it goes on.
_WITHIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789'$")
