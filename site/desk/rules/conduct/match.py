"""Composing parts into signs: where all items of a pattern stand near each other in one sentence."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from collections.abc import Set as AbstractSet
from operator import itemgetter
from typing import NamedTuple

from desk.rules.conduct.rescan import REACH, Changed
from desk.rules.conduct.scan import Reading
from desk.rules.conduct.shapes import MOST_EXCUSED, MOST_FINDINGS, Item, Pattern, Sign, Signs, Token

TRIES_AT_MOST = 6
ANCHORS_AT_MOST = 12
# At each place a sign may be composed by several of its patterns.
HITS_AT_MOST = 4 * (MOST_EXCUSED + MOST_FINDINGS)


class Hit(NamedTuple):
    """A sign composed at [start, end) of the folded text; the first token anchors it."""

    sign: Sign
    tokens: tuple[Token, ...]
    start: int
    end: int


_Composed = tuple[Sign, Pattern]
_Try = tuple[list[Token], list[_Composed]]
"""The anchors of one part in a sentence, and what they may be the anchors of."""


def compose(
    reading: Reading, signs: Signs, changed: Changed | None = None, enough: Container[str] = frozenset()
) -> Iterator[Hit]:
    """Every sign whose parts come together somewhere, once for each anchoring token, and `HITS_AT_MOST` times.

    With `changed`, those that it may have changed. `enough`: the ids of signs that are no longer looked for, which
    whoever takes the hits may add to on the way.
    """
    possible = _possible(reading, signs) if changed is None else _possible_about(changed.parts, reading, signs)
    tries = _tries(possible, reading, changed)
    counts: dict[str, int] = defaultdict(int)
    for sentence in sorted(tries):
        for anchors, anchored in sorted(tries[sentence], key=_ANCHORS):
            for sign, pattern in anchored:
                if counts[sign.id] < HITS_AT_MOST and sign.id not in enough:
                    for hit in _anchor(sign, pattern, anchors, reading):
                        counts[sign.id] += 1
                        yield hit
                        if sign.id in enough:
                            break


def _tries(possible: Mapping[str, list[_Composed]], reading: Reading, changed: Changed | None) -> dict[int, list[_Try]]:
    """By the number of each sentence the patterns that may come together around an anchor in it."""
    tries: dict[int, list[_Try]] = defaultdict(list)
    for part, found in possible.items():
        standing = reading.sentences(part)
        here: dict[int, list[_Composed]] = defaultdict(list)
        for one in found:
            pattern = one[1]
            near: AbstractSet[int] = standing.keys()
            if changed is not None:
                near = near & changed.sentences(pattern.near + REACH if pattern.wide else 0)
            for sentence in near if pattern.wide else _shared(near, pattern, reading):
                here[sentence].append(one)
        for sentence, anchored in here.items():
            tries[sentence].append((standing[sentence], anchored))
    return tries


def _shared(sentences: AbstractSet[int], pattern: Pattern, reading: Reading) -> AbstractSet[int]:
    """Those of the sentences in which all that the pattern needs beside its anchor stands."""
    for parts in pattern.required:
        if not sentences:
            break
        if len(parts) == 1:
            sentences = sentences & reading.sentences(parts[0]).keys()
        else:
            sentences = sentences & set().union(*map(reading.sentences, parts))
    return sentences


def _possible(reading: Reading, signs: Signs) -> dict[str, list[_Composed]]:
    """The patterns whose parts all stand somewhere in the text, by the part that anchors them."""
    found: dict[str, list[_Composed]] = {}
    for part in reading.places:
        for sign, pattern in signs.anchored.get(part, ()):
            # Where a part cannot even begin, no other needs to be looked at.
            if _all_present(pattern, reading.places) and reading.stands(part) and _all_stand(pattern, reading):
                found.setdefault(part, []).append((sign, pattern))
    return found


def _possible_about(about: AbstractSet[str], reading: Reading, signs: Signs) -> dict[str, list[_Composed]]:
    """The same, of the patterns that one of these parts belongs to."""
    found: dict[str, list[_Composed]] = {}
    present = frozenset(reading.places)
    asked = dict.fromkeys(one for part in about for one in signs.holding.get(part, ()))
    for number in sorted(asked):
        sign, pattern = signs.patterns[number]
        if not present.isdisjoint(pattern.items[0].parts) and _all_present(pattern, present):
            anchors = [part for part in pattern.items[0].parts if part in present and reading.stands(part)]
            if anchors and _all_stand(pattern, reading):
                for part in anchors:
                    found.setdefault(part, []).append((sign, pattern))
    return found


def _all_stand(pattern: Pattern, reading: Reading) -> bool:
    return all(any(map(reading.stands, parts)) for parts in pattern.required)


def _all_present(pattern: Pattern, by_part: Container[str]) -> bool:
    for parts in pattern.required:
        for part in parts:
            if part in by_part:
                break
        else:
            return False
    return True


def _anchor(sign: Sign, pattern: Pattern, anchors: list[Token], reading: Reading) -> Iterator[Hit]:
    for anchor in anchors[:ANCHORS_AT_MOST]:
        if _suits(pattern.items[0], anchor, reading):
            tokens = _gather(pattern, anchor, reading)
            if tokens:
                yield Hit(sign, tokens, min(tokens).start, max(map(_END, tokens)))


def _gather(pattern: Pattern, anchor: Token, reading: Reading) -> tuple[Token, ...]:
    chosen = [anchor]
    for item in pattern.items[1:]:
        for token in _nearest(item.parts, anchor, pattern, reading):
            if _fits(token, item, chosen) and _suits(item, token, reading):
                if item.absent:
                    return ()
                chosen.append(token)
                break
        else:
            if not item.absent:
                return ()
    return tuple(chosen)


def _nearest(parts: tuple[str, ...], anchor: Token, pattern: Pattern, reading: Reading) -> list[Token]:
    """Of the tokens of these parts the few nearest to the anchor, none too many letters from it."""
    start, end, _, sentence = anchor
    first, last = start - pattern.near, end + pattern.near
    found: list[Token] = []
    for part in parts:
        tokens = reading.tokens(part) if pattern.wide else reading.sentences(part).get(sentence)
        if tokens:
            if len(tokens) > TRIES_AT_MOST:
                at = bisect_left(tokens, anchor)
                tokens = tokens[max(0, at - TRIES_AT_MOST) : at + TRIES_AT_MOST]
            found += [token for token in tokens if first <= token[1] and token[0] <= last]
    if len(found) > 1:
        found.sort(key=lambda token: (abs(token[0] - start), token[0]))
    return found[:TRIES_AT_MOST]


def _fits(token: Token, item: Item, chosen: list[Token]) -> bool:
    start, end, _, _ = token
    if item.after and start < chosen[-1].end:
        return False
    if not item.absent:
        for begun, ended, _, _ in chosen:
            if start < ended and begun < end:
                return False
    return True


def _suits(item: Item, token: Token, reading: Reading) -> bool:
    if not item.needs and not item.bars:
        return True
    found = reading.features(token)
    return not (item.needs and item.needs.isdisjoint(found)) and item.bars.isdisjoint(found)


_ANCHORS, _END = itemgetter(0), itemgetter(1)
