"""All surfaces that are looked for, found in one pass over a squashed text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from desk.rules.routing.squash import Squashed, pressed

_HEAD = 3  # The letters by which a surface is looked up; shorter ones are looked up whole.
_MOST = 24  # How often one surface is noted, so that a text that repeats it costs no more.
_PADDING = "\0" * _HEAD  # So that a beginning cut off by the end of the text is none.
# Once its long vowel marks are pressed out, such a word has the letters of hiragana that say nothing of it.
_DRAWN = re.compile(r"(?=.*ー)[ァ-ヶー・]+")
_KATAKANA = re.compile("[ァ-ヶ・]+")


class Cue(NamedTuple):
    """What a surface means: `role` (alias, word, trap …, or "desk") for the service or desk `of`, with its weight.

    `own`: the organisation says so itself of a desk, and it is in no shipped list.
    """

    role: str
    of: str
    weight: int = 0
    own: bool = False


class Hit(NamedTuple):
    """A cue found at [start, end) of the squashed text."""

    start: int
    end: int
    cue: Cue
    surface: str


@dataclass(slots=True)
class Scan:
    """What one pass found: hits in order, and for each choice of a phrase the places [start, end) where it stands."""

    hits: list[Hit] = field(default_factory=list)
    choices: dict[int, list[tuple[int, int]]] = field(default_factory=dict)


@dataclass(slots=True)
class _Surface:
    """What is said by `text` as a whole word, and what of that also by a word that only begins so.

    `drawn`: it is never written but in katakana with long vowel marks; `foreign`: never but in katakana without,
    and no service's name, which people write as they like.
    """

    text: str
    drawn: bool = True
    foreign: bool = True
    cues: list[Cue] = field(default_factory=list)
    open_cues: list[Cue] = field(default_factory=list)
    choices: list[int] = field(default_factory=list)
    open_choices: list[int] = field(default_factory=list)

    def may_stand(self, squashed: Squashed, start: int) -> bool:
        """Whether the letters there may be this word as written: くださいと holds no サイト, あるビル no ルビ."""
        if self.drawn:
            return squashed.is_katakana(start, start + len(self.text))
        return not self.foreign or squashed.is_one_script(start, start + len(self.text))

    def note(self, found: Scan, start: int, end: int, whole: bool) -> None:
        """Enter into `found` what stands at [start, end), a `whole` word or an unfinished one."""
        for cue in self.cues if whole else self.open_cues:
            found.hits.append(Hit(start, end, cue, self.text))
        if choices := self.choices if whole else self.open_choices:
            span = (start, end)
            for choice in choices:
                found.choices.setdefault(choice, []).append(span)


class Lexicon:
    """Surfaces with their cues, and with the phrases' choices they belong to; a first letter tells what may follow."""

    def __init__(self, cues: Iterable[tuple[str, Cue]], choices: Iterable[tuple[str, int]] = ()) -> None:
        """Index the surfaces; one that closes with `*` may go on within its word."""
        self._surfaces: dict[str, _Surface] = {}
        for written, cue in dict.fromkeys(cues):
            surface = self._surface(written)
            surface.cues.append(cue)
            surface.foreign = surface.foreign and cue.role == "desk"
            if written.endswith("*"):
                surface.open_cues.append(cue)
        for written, choice in dict.fromkeys(choices):
            surface = self._surface(written)
            surface.choices.append(choice)
            if written.endswith("*"):
                surface.open_choices.append(choice)
        self._lengths = _lengths(self._surfaces)

    def _surface(self, written: str) -> _Surface:
        word = written.rstrip("*")
        text = pressed(word)
        surface = self._surfaces.get(text)
        if surface is None:
            surface = self._surfaces[text] = _Surface(text)
        surface.drawn = surface.drawn and _DRAWN.fullmatch(word) is not None
        surface.foreign = surface.foreign and _KATAKANA.fullmatch(word) is not None
        return surface

    def scan(self, squashed: Squashed) -> Scan:
        """Return everything that the text says."""
        text, edges, known, lengths, found = squashed.text, squashed.edges, self._surfaces, self._lengths, Scan()
        padded = text + _PADDING
        noted: dict[str, int] = {}
        for start in squashed.starts:
            head = padded[start : start + _HEAD]
            for length in lengths.get(head) or lengths.get(head[:2]) or lengths.get(head[:1], ()):
                surface = known.get(padded[start : start + length])
                if surface is None or not surface.may_stand(squashed, start):
                    continue
                if (times := noted.get(surface.text, 0)) < _MOST:
                    noted[surface.text] = times + 1
                    surface.note(found, start, start + length, start + length in edges)
        return found


def _lengths(surfaces: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Return for each beginning, of at most `_HEAD` letters, the lengths of the surfaces that may stand there."""
    lengths: dict[str, set[int]] = {}
    for text in filter(None, surfaces):
        lengths.setdefault(text[:_HEAD], set()).add(len(text))
    shorter = {head: found for head, found in lengths.items() if len(head) < _HEAD}
    return {
        head: tuple(set().union(found, *(shorter.get(head[:size], ()) for size in range(1, len(head)))))
        for head, found in lengths.items()
    }
