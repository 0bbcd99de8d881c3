"""Stretches of a text as a reader is shown them: whole words, each once; what is stored stays exact."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice, takewhile
from typing import Final

Stretch = tuple[int, int]
"""From where to where in the text."""

LONGEST_REST: Final = 12
"""A word goes on for fewer letters than that on either side of what was found of it."""

_BETWEEN = frozenset("'’-_")  # stand within words of the Latin script
_PARTICLES = frozenset("はがをにのともでへや")  # begin what stands behind a word; other kana go on with its kanji
_VERBS = re.compile(
    "(?<=死)に|(?<=落)と[さしすせそ]|が[るりらっれろ]|でる|や[むみめますさしせそ]|も[うるっ]"
)  # 死に|たい, 上が|る
_POLITE = re.compile(
    "(?:(?<![ぁ-ん])|(?<=[はがをにのともでへやて]))[おご](?=[一-龥々])"
)  # the beginning of お客様, ご返金
_END = re.compile(r"[。!?！？\n]|\.(?=\s)")
_LENGTH = "ー"  # goes on with whatever kana it stands behind


def in_words(text: str, stretches: Iterable[Stretch]) -> list[Stretch]:
    """The stretches widened to whole words, joined where they touch.

    In Japanese those are runs of one script, and kanji with the kana that end them.
    """
    kept: list[Stretch] = []
    for start, end in sorted(_tight(text, *stretch) for stretch in stretches):
        # A stretch within words that are taken already is not widened again: a text may be one word of any length.
        if start < end and (not kept or end > kept[-1][1]):
            kept.append(_widened(text, start, end))
    return joined(kept)


def cut_nowhere(text: str, stretches: Iterable[Stretch]) -> list[Stretch]:
    """The stretches and the rest of each word that one begins or ends within, joined where they touch.

    A rest that is longer than a word's is none: a text may be written in kana alone, or without a blank.
    """
    within = ((max(start, 0), min(end, len(text))) for start, end in stretches)
    return joined((_head(text, start), _tail(text, end)) for start, end in within if start < end)


def joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The stretches in order, those that touch or overlap as one; empty ones are left out."""
    kept: list[Stretch] = []
    for start, end in sorted(stretches):
        if kept and start <= kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        elif start < end:
            kept.append((start, end))
    return kept


def sentences(text: str, stretches: Iterable[Stretch]) -> list[Stretch]:
    """Of each stretch the sentence, or the sentences, that it lies in."""
    ends = [0, *(match.end() for match in _END.finditer(text)), len(text)]
    return joined((ends[bisect_right(ends, start) - 1], ends[bisect_left(ends, end)]) for start, end in stretches)


def without(stretches: Iterable[Stretch], spared: Iterable[Stretch]) -> list[Stretch]:
    """What is left of the stretches when others are taken out of them, in order."""
    apart = joined(spared)
    if not apart:
        return joined(stretches)
    left = {place for stretch in stretches for place in range(*stretch)}
    return joined((place, place + 1) for place in left.difference(*(range(*stretch) for stretch in apart)))


def _tight(text: str, start: int, end: int) -> Stretch:
    """Without what stands around its words; of a stretch without any, nothing is left."""
    places = [place for place in range(max(start, 0), min(end, len(text))) if _script(text[place])]
    return (places[0], places[-1] + 1) if places else (0, 0)


def _widened(text: str, start: int, end: int) -> Stretch:
    while end < len(text) and go_together(text, end):
        end += 1
    return begun(text, start), end


def begun(text: str, start: int, least: int = 0) -> int:
    """Where the word begins that goes on here, not before `least`."""
    while start > least and go_together(text, start):
        start -= 1
    return start


def _head(text: str, start: int) -> int:
    first = begun(text, start, max(start - LONGEST_REST, 0))
    return start if start - first == LONGEST_REST else first


def _tail(text: str, end: int) -> int:
    rest = islice(takewhile(lambda place: go_together(text, place), range(end, len(text))), LONGEST_REST)
    more = sum(1 for _ in rest)
    return end if more == LONGEST_REST else end + more


def go_together(text: str, place: int) -> bool:
    """Whether the letters before and at this place are of one word."""
    if _POLITE.match(text, place) or _POLITE.match(text, place - 1):
        return not _POLITE.match(text, place)
    one, other = text[place - 1], text[place]
    scripts = {_script(one), _script(other)} - {"any"}
    if _LENGTH in (one, other):
        return scripts <= {"katakana", "hiragana"}
    if _script(one) == "han" and _script(other) == "hiragana":
        return not _is_particle(text, place)
    if scripts == {"hiragana"} and place > 1 and _script(text[place - 2]) not in ("hiragana", "any", ""):
        return not _is_particle(text, place - 1)
    return len(scripts) <= 1 and "" not in scripts


def _is_particle(text: str, place: int) -> bool:
    """Whether kana behind a word is a particle, and not how a verb goes on."""
    return text[place] in _PARTICLES and not _VERBS.match(text, place)


@lru_cache(4096)  # more letters than one text has, and the same few over and over
def _script(letter: str) -> str:
    """The script of a letter; "any" for what joins whatever it stands in, "" for what parts words."""
    category = unicodedata.category(letter)
    if category in ("Cf", "Mn", "Me", "Mc"):
        return "any"
    name = unicodedata.name(letter, "")
    if name.startswith("CJK ") or letter in "々〆":
        return "han" if category.startswith("L") else ""
    kana = next((script for script in ("KATAKANA", "HIRAGANA") if script in name), "")
    if kana:
        return kana.lower() if category.startswith("L") else ""
    return "word" if letter.isalnum() or letter in _BETWEEN else ""
