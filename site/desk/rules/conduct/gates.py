"""Words by their first letters: which parts may begin where these letters stand, and the patterns that tell."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from desk.rules.conduct.words import pattern

# The finder has seen to it already that a Latin word begins where its letters were found.
_BEGINS = "(?<![a-z])"
# Behind one of these a Latin word does not begin, it goes on.
_WITHIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789'$")
_LOOKS = re.compile(r"\(\?<?[=!][^()]*\)")


class Word(NamedTuple):
    """One word of a part, in the notation of the sign files."""

    part: str
    word: str


class Compiled(dict[tuple[frozenset[str], bool], re.Pattern[str]]):
    """The pattern of some words, Latin ones or not: words that may begin in many ways meet again at each of them."""

    def __missing__(self, key: tuple[frozenset[str], bool]) -> re.Pattern[str]:
        words, latin = key
        # Of several words the longest is meant, and the longest pattern, without what it looks at, is a good guess.
        sources = sorted(map(pattern, words), key=lambda source: (-len(_LOOKS.sub("", source)), source))
        joined = "|".join(source.removeprefix(_BEGINS) if latin else source for source in sources)
        return self.setdefault(key, re.compile(joined))


class Gate(dict[str, re.Pattern[str]]):
    """The words that begin with the same letters: one pattern for each part, compiled when it is first asked for.

    Latin letters, and digits before no Japanese ones, count at a word's beginning only.
    """

    def __init__(self, letters: str, words: list[Word], compiled: Compiled) -> None:
        super().__init__()
        self.latin = letters.isascii() or "a" <= letters[0] <= "z"  # 80万円 stands in 180万円 as well
        self.parts = tuple(dict.fromkeys(part for part, _ in words))
        self._words, self._compiled = words, compiled

    def __missing__(self, part: str) -> re.Pattern[str]:
        words = frozenset(word for named, word in self._words if named == part)
        return self.setdefault(part, self._compiled[words, self.latin])


Opening = tuple[frozenset[str], tuple[str, ...], Gate]
"""What a scan asks of a gate: behind which letters its own begin no word, and its parts; whether one of its words is
there is asked later, of the few parts that a sign needs.

A plain tuple: one with names is not taken apart in one step.
"""


class Gates(dict[int, Opening]):
    """The gates by the numbers of their letters; each is made when a text first has its letters."""

    def __init__(self, begun: Mapping[str, list[Word]]) -> None:
        super().__init__()
        self._begun = tuple(begun.items())
        self._compiled = Compiled()

    def __missing__(self, number: int) -> Opening:
        gate = Gate(*self._begun[number], self._compiled)
        within = _WITHIN if gate.latin else frozenset()
        return self.setdefault(number, (within, gate.parts, gate))
