"""English words that nobody knows, and the known ones that were likely meant.

Who spells by ear, in haste or to get past a filter is read in scraps that say little: `stabb` as `sta` and `##bb`.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property, lru_cache
from string import ascii_lowercase
from typing import NamedTuple

_BEFORE, _BEHIND = r"(?<![\w@./:#_'’-])", r"(?![\w@/_'’-]|\.\w)"
# Shorter words resemble too many others, and few are longer.
WORD = re.compile(rf"{_BEFORE}[a-z]{{4,15}}{_BEHIND}")
# Of three letters some lack one of the commonest words: yor, wil, wen.
_SHORT_TOO = re.compile(rf"{_BEFORE}[a-z]{{3,15}}{_BEHIND}")
_SHORT, _COMMONEST = 3, 1000
_SHORTEST_KNOWN, _SHORTEST_STEM, _SHORTEST_BACKWARDS = 3, 4, 5
# A word stands for another whose letters or whose sound are one change away, and the other of the two at most three.
_NEAR, _FAR = 1.0, 3.0
_FARTHER_WEIGHS, _RARER_WEIGHS = 0.4, 0.15
_OTHER_VOWEL, _SWAPPED = 0.75, 0.5
_VOWELS = frozenset("aeiouy")
_ENDINGS = ("s", "es", "ed", "d", "ing", "ly", "er", "ers", "ness", "able", "less", "ful")
_DOUBLING = ("ing", "ed", "er", "ers")
_CONTRACTED = {
    word.replace("'", ""): word
    for word in (
        *("aren't", "can't", "couldn't", "didn't", "doesn't", "don't", "hadn't", "hasn't", "haven't", "isn't"),
        *("mustn't", "needn't", "shouldn't", "wasn't", "weren't", "won't", "wouldn't", "ain't", "you're", "they're"),
        *("you've", "we've", "they've", "that's", "what's", "there's", "who's", "you'll", "they'll"),
    )
}
# How letters sound, one rule after the other; no more exact than that words that sound alike come out alike.
_SOUNDS = tuple(
    (re.compile(letters), sound)
    for letters, sound in (
        *(("[ts]ion", "shn"), ("ph", "f"), ("igh(?=t)", "i"), ("igh", "i"), ("augh", "a"), ("ough", "o"), ("gh", "")),
        *(("ck", "k"), ("wh", "w"), ("kn", "n"), ("wr", "r"), ("qu", "kw"), ("x", "ks"), ("dge", "j"), ("th", "t")),
        *(("mb", "m"), ("e[ea]|ie", "i"), ("oo|ou", "u"), ("oa", "o"), ("ai|ay", "e"), ("aw|au", "o")),
        *(
            ("c(?=[eiy])|z", "s"),
            ("c", "k"),
            ("y", "i"),
            ("g(?=[ei])", "j"),
            (r"(.)\1+", r"\1"),
            ("(?<=...)e$", ""),
            ("ing$", "in"),
        ),
    )
)
_UNSOUNDED = re.compile("(?<=.)[aeiouhw]+")


class Correction(NamedTuple):
    """A word at [start, end) of a folded text, and the one that was likely meant."""

    start: int
    end: int
    meant: str


class Speller:
    """Who knows these words, the commonest first."""

    def __init__(self, words: Iterable[str]) -> None:
        known = (word for word in words if len(word) >= _SHORTEST_KNOWN and word.isascii() and word.isalpha())
        self.words = {word: number for number, word in enumerate(dict.fromkeys(known))}
        self._meant = lru_cache(4096)(self._looked_up)

    def knowing(self, more: Iterable[str]) -> "Speller":
        """Who knows these words as well, as the rarest."""
        return Speller([*self.words, *more])

    def corrections(self, text: str) -> list[Correction]:
        """The words of a folded text that are misspelt, in order; addresses, numbers and names of files are none."""
        found = ((match.start(), match.end(), self._meant(match.group())) for match in _SHORT_TOO.finditer(text))
        return [Correction(start, end, meant) for start, end, meant in found if meant]

    @cached_property
    def _alike(self) -> dict[str, list[str]]:
        # Made for the first misspelt word: it takes a tenth of a second.
        alike: dict[str, list[str]] = defaultdict(list)
        for word in self.words:
            alike[_skeleton(_sound(word))].append(word)
        return alike

    def _looked_up(self, word: str) -> str:
        """What was meant by a word; "" where it is known, or nothing resembles it."""
        if word in _CONTRACTED:
            return _CONTRACTED[word]
        if self._is_known(word):
            return ""
        if len(word) == _SHORT:
            return self._lacking_one(word)
        sound = _sound(word)
        near = (self.words.keys() & _changed(word)) | set(self._alike.get(_skeleton(sound), ()))
        costs = ((self._cost(word, sound, other), other) for other in near)
        _, meant = min(((cost, other) for cost, other in costs if cost is not None), default=(0, ""))
        if not meant and len(word) >= _SHORTEST_BACKWARDS and word[::-1] in self.words:
            return word[::-1]
        return meant

    def _lacking_one(self, word: str) -> str:
        """The commonest word that has one letter more behind the first; "" where none of the commonest has."""
        longer = {word[:at] + letter + word[at:] for at in range(1, len(word) + 1) for letter in ascii_lowercase}
        ranked = [(self.words[other], other) for other in longer & self.words.keys()]
        return min(((rank, other) for rank, other in ranked if rank < _COMMONEST), default=(0, ""))[1]

    def _is_known(self, word: str) -> bool:
        """Whether it is known, or a known one with an ending."""
        if word in self.words:
            return True
        for ending in _ENDINGS:
            stem = word.removesuffix(ending)
            if stem != word and len(stem) >= _SHORTEST_STEM:
                doubled = ending in _DOUBLING and stem[-1] == stem[-2] and stem[:-1] in self.words
                if doubled or stem in self.words or f"{stem}e" in self.words:
                    return True
        return word.endswith("ies") and f"{word[:-3]}y" in self.words

    def _cost(self, word: str, sound: str, other: str) -> float | None:
        """How far a known word is from what was typed; None where it is too far."""
        its = _sound(other)
        nearer, farther = sorted((_steps(word, other), _steps(sound, its)))
        if nearer > _NEAR or farther > _FAR or (word[0] != other[0] and sound[:1] != its[:1]):
            return None
        return nearer + _FARTHER_WEIGHS * farther + _RARER_WEIGHS * math.log(self.words[other] + 1)


def _changed(word: str) -> set[str]:
    """What a word may have been with one letter too many, too few, another, or two in the wrong order."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    swapped = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    return swapped | {a + put + b[gone:] for a, b in cuts for gone in (0, 1) for put in ("", *ascii_lowercase)}


def _sound(word: str) -> str:
    for letters, sound in _SOUNDS:
        word = letters.sub(sound, word)
    return word


def _skeleton(sound: str) -> str:
    """What is left of a sound without its vowels, but for one at its beginning."""
    return _UNSOUNDED.sub("", sound)


def _steps(one: str, other: str) -> float:
    """How many changes lead from one to the other (Damerau 1964); another vowel or a swap is less than one."""
    before, last = list[float](), [float(at) for at in range(len(other) + 1)]
    for row, letter in enumerate(one, 1):
        now = [float(row)]
        for column, its in enumerate(other, 1):
            changed = 0.0 if letter == its else _OTHER_VOWEL if {letter, its} <= _VOWELS else 1.0
            now.append(min(last[column] + 1, now[-1] + 1, last[column - 1] + changed))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == its:
                now[-1] = min(now[-1], before[column - 2] + _SWAPPED)
        before, last = last, now
    return last[-1]
