"""Reading a folded text: one pass finds how its words begin, and a part is looked at once somebody asks for it."""

import re
from bisect import bisect_right
from collections import defaultdict
from functools import cached_property

from desk.rules.conduct import inflection
from desk.rules.conduct.beginnings import SPACES
from desk.rules.conduct.gates import Gate
from desk.rules.conduct.shapes import Signs, Token
from desk.rules.conduct.words import KANA_KEYS, LATIN_KEYS

LONGEST = 240
LONGEST_KEY = max(LATIN_KEYS[0], KANA_KEYS[0])

Places = dict[str, list[tuple[int, Gate]]]
"""Where the words of each part may begin, with the gate that tells whether one does."""


class Reading:
    """A folded text, the parts that may stand in it, and of those that are asked for the tokens and their features."""

    def __init__(self, text: str, signs: Signs, known: Places | None = None, before: "Reading | None" = None) -> None:
        """Read a folded text; `known`: where its parts may begin, if that has been found already.

        `before`: the reading of the text in which something was undone, most of which is said in the same words.
        """
        self.text = text
        self.places = places(text, signs, 0, len(text)) if known is None else known
        self._signs = signs
        self._stands: dict[str, bool] = {}
        self._tokens: dict[str, list[Token]] = {}
        self._sentences: dict[str, dict[int, list[Token]]] = {}
        self._features: dict[tuple[int, int], frozenset[str]] = {}
        self.said: dict[tuple[str, ...], frozenset[str]] = before.said if before else {}

    def stands(self, part: str) -> bool:
        """Whether the part stands anywhere; where is told by `tokens`, which takes longer."""
        known = self._stands.get(part)
        if known is None:
            known = self._stands[part] = part in self.places and self._begins_somewhere(part)
        return known

    def _begins_somewhere(self, part: str) -> bool:
        text = self.text
        for at, gate in self.places[part]:
            match = gate[part].match(text, at)
            if match and match.end() > at:
                return True
        return False

    def tokens(self, part: str) -> list[Token]:
        """Where the part stands, in order."""
        found = self._tokens.get(part)
        if found is None:
            found = self._tokens[part] = self._standing(part) if part in self.places else []
        return found

    def _standing(self, part: str) -> list[Token]:
        # Of several words that begin at one place the longest is meant.
        found: dict[int, int] = {}
        text, ends = self.text, self._ends
        for at, gate in self.places[part]:
            if match := gate[part].match(text, at):
                end = match.end()
                if end > found.get(at, at):
                    found[at] = end
        # As `Token` makes them, in a third of the time: of a text of many threats there are thousands.
        make = tuple.__new__
        return [make(Token, (a, b, part, bisect_right(ends, a) - 1)) for a, b in sorted(found.items())]

    def sentences(self, part: str) -> dict[int, list[Token]]:
        """The same, by the numbers of the sentences in which the part stands."""
        found = self._sentences.get(part)
        if found is None:
            found = self._sentences[part] = {}
            for token in self.tokens(part):
                sentence = token.sentence
                if sentence in found:
                    found[sentence].append(token)
                else:
                    found[sentence] = [token]
        return found

    def spellings(self) -> list[tuple[int, int, str]]:
        """The stretches [start, end) to be read as something else; the longest of two that overlap is meant."""
        read = self._signs.spellings
        if read.keys().isdisjoint(self.places):
            return []
        found = [(a, b, read[part]) for part in self.places if part in read for a, b, _, _ in self.tokens(part)]
        kept: list[tuple[int, int, str]] = []
        for spelling in sorted(found, key=lambda s: (s[0], -s[1])):
            if not kept or spelling[0] >= kept[-1][1]:
                kept.append(spelling)
        return kept

    def sentence(self, token: Token, beyond: int = 0) -> tuple[int, int]:
        """The bounds of the token's sentence, with so many of those that follow it."""
        ends, last = self._ends, token.sentence + 1
        return ends[last - 1], ends[min(last + beyond, len(ends) - 1) if beyond else last]

    def numbers(self, start: int, end: int) -> range:
        """The numbers of the sentences from that of the letter `start` to that of `end`."""
        return range(max(self.number(start), 0), self.number(end) + 1)

    def number(self, at: int) -> int:
        """The number of the letter's sentence."""
        return bisect_right(self._ends, at) - 1

    def features(self, token: Token) -> frozenset[str]:
        """How the token is said; see `inflection`."""
        key = token.start, token.end
        found = self._features.get(key)
        if found is None:
            said = inflection.surroundings(self.text, token.start, token.end, *self.sentence(token))
            found = self.said.get(said)
            if found is None:
                found = self.said[said] = inflection.features(said)
            self._features[key] = found
        return found

    @cached_property
    def _ends(self) -> list[int]:
        return [0, *_sentence_ends(self.text)]


def with_ending(text: str, end: int) -> int:
    """The end of a match with the inflection that follows it, so that a finding reads as words."""
    tail = _ENDING.match(text, end) if end and text[end - 1] >= "ぁ" else None
    return tail.end() if tail else end


def places(text: str, signs: Signs, first: int, last: int) -> Places:
    """Where each part may begin in [first, last) of a folded text."""
    # The letter before is asked for (before all of them a space stands), and the keys of the last words reach beyond.
    left = first - 1
    flat = (text[left:first] or " ") + text[first : last + LONGEST_KEY]
    # Of letters that are not plain ones a table is asked one by one, in five times the time.
    flat = flat.translate(SPACES) if flat.isascii() else _SPACE.sub(" ", flat)
    gates = signs.gates
    found: Places = defaultdict(list)
    for number, begins, _ in signs.finder.find_matches_as_indexes(flat, overlapping=True):
        within, parts, gate = gates[number]
        if within and flat[begins - 1] in within:
            continue
        at = begins + left
        if first <= at < last:
            place = at, gate
            for part in parts:
                found[part].append(place)
    return found


def _sentence_ends(text: str) -> list[int]:
    # A sentence without an end is cut, so that no text costs more than its length.
    ends: list[int] = []
    last = 0
    for end in (*(match.end() for match in _SENTENCE_END.finditer(text)), len(text)):
        ends.extend(range(last + LONGEST, end, LONGEST))
        ends.append(end)
        last = end
    return ends


_SPACE = re.compile(r"[^\S ]")
# What may end one is looked for first: a third of the time that three ways to end one take, each tried at every letter.
_SENTENCE_END = re.compile(r"[。!?\n.．](?:(?<=[。!?\n])|(?<=\.)(?=\s|$|[^\x00-\x7f])|(?<=[ぁ-ん].))")
_ENDING = re.compile(r"[ぁ-んー]{1,14}")
