"""All surfaces that are looked for, found in one pass over a squashed text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desk.rules.routing.squash import Squashed, squash

_LONG = 3  # The letters by which a surface is looked up; shorter ones have a table of their own.


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


class Lexicon:
    """Surfaces and their cues, indexed by their first letters."""

    def __init__(self, entries: Iterable[tuple[str, Cue]]) -> None:
        """Index `entries`; a surface that closes with `*` may go on within its word."""
        self._tables: tuple[dict[str, list[_Surface]], dict[str, list[_Surface]]] = ({}, {})
        for surface, cue in dict.fromkeys(entries):
            text = squash(surface.rstrip("*")).text
            if text:
                table = self._tables[len(text) < _LONG]
                table.setdefault(text[: min(_LONG, len(text))], []).append(_Surface(text, cue, surface.endswith("*")))

    def scan(self, squashed: Squashed) -> list[Hit]:
        """Return every cue in the text, in the order in which they begin."""
        return list(self._hits(squashed))

    def _hits(self, squashed: Squashed) -> Iterator[Hit]:
        text, edges = squashed.text, squashed.edges
        long, short = self._tables
        for start in squashed.starts:
            head = text[start : start + _LONG]
            for surface in (*long.get(head, ()), *short.get(head[:2], ()), *short.get(head[:1], ())):
                end = start + len(surface.text)
                if text.startswith(surface.text, start) and (surface.open or end in edges):
                    yield Hit(start, end, surface.cue, surface.text)


@dataclass(frozen=True, slots=True)
class _Surface:
    text: str
    cue: Cue
    open: bool
