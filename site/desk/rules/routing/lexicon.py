"""All surfaces that are looked for, found in one pass over a squashed text."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from desk.rules.routing.squash import Squashed, squash

_LONG = 3  # The letters by which a surface is looked up; shorter ones are looked up whole.


@dataclass(frozen=True, slots=True)
class Cue:
    """What a surface means: `role` (alias, word, trap …, or "desk") for the service or desk `of`, with its weight."""

    role: str
    of: str
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
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
    text: str
    open: bool
    cues: list[Cue]
    choices: list[int]


class Lexicon:
    """Surfaces with their cues, and with the phrases' choices they belong to, indexed by their first letters."""

    def __init__(self, cues: Iterable[tuple[str, Cue]], choices: Iterable[tuple[str, int]] = ()) -> None:
        """Index the surfaces; one that closes with `*` may go on within its word."""
        self._heads: dict[str, list[_Surface]] = {}
        known: dict[tuple[str, bool], _Surface] = {}
        for written, cue in dict.fromkeys(cues):
            self._surface(written, known).cues.append(cue)
        for written, choice in dict.fromkeys(choices):
            self._surface(written, known).choices.append(choice)

    def _surface(self, written: str, known: dict[tuple[str, bool], _Surface]) -> _Surface:
        text, is_open = squash(written.rstrip("*")).text, written.endswith("*")
        if (text, is_open) not in known:
            known[text, is_open] = _Surface(text, is_open, [], [])
            if text:
                self._heads.setdefault(text[:_LONG], []).append(known[text, is_open])
        return known[text, is_open]

    def scan(self, squashed: Squashed) -> Scan:
        """Return everything that the text says."""
        text, edges, heads, found = squashed.text, squashed.edges, self._heads, Scan()
        for start in squashed.starts:
            for length in (_LONG, 2, 1):
                for surface in heads.get(text[start : start + length], ()):
                    end = start + len(surface.text)
                    if text.startswith(surface.text, start) and (surface.open or end in edges):
                        found.hits.extend([Hit(start, end, cue, surface.text) for cue in surface.cues])
                        for choice in surface.choices:
                            found.choices.setdefault(choice, []).append((start, end))
        return found
