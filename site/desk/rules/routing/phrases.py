"""Composed cues of the desks: words that say something only together, in order or anywhere in an inquiry."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from desk.rules.routing.lexicon import Scan

ANYWHERE, THEN, OR = "&", "…", "/"
SERVICE = "@"  # Stands for the name of any service that the text speaks of.
_REACH = {"ja": 24, "en": 45}  # In squashed characters; what a short clause holds in either language.

_NEAR = 2  # How many times that the parts of a phrase may lie apart in a long letter.

_SERVICE = 0  # The number of that choice.

Choices = tuple[int, ...]  # One choice after the other, in the same sentence.
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A cue of `weight` for `desk` when all of its `parts` stand in the text."""

    desk: str
    weight: int
    parts: tuple[Choices, ...]
    reach: int
    needed: frozenset[int]


class Phrasebook:
    """All phrases, found by the first of their choices that is not just any service."""

    def __init__(self, everyday: frozenset[str] = frozenset(), faint: frozenset[str] = frozenset()) -> None:
        """Begin with none; `everyday` are the surfaces that say nothing alone, in a phrase or out of it.

        `faint` are those that are no reason to be told beside others.
        """
        self.everyday = everyday
        self.faint = faint
        self._choices: dict[str, int] = {SERVICE: _SERVICE}
        self._by_telling: dict[int, list[Phrase]] = {}

    def add(self, written: str, desk: str, weight: int, language: str) -> None:
        """Add the phrase `written` with the signs of the word lists."""
        parts = tuple(
            tuple(self._choices.setdefault(choice, len(self._choices)) for choice in part.split(THEN))
            for part in written.split(ANYWHERE)
        )
        needed = frozenset(choice for part in parts for choice in part)
        telling = next((choice for part in parts for choice in part if choice != _SERVICE), _SERVICE)
        self._by_telling.setdefault(telling, []).append(Phrase(desk, weight, parts, _REACH[language], needed))

    def surfaces(self) -> Iterator[tuple[str, int]]:
        """Yield each surface with the number of the choice it belongs to."""
        for written, number in islice(self._choices.items(), 1, None):
            for surface in written.split(OR):
                yield surface.strip(), number

    def find(
        self, text: str, scan: Scan, services: list[Span], *, long: bool = False
    ) -> Iterator[tuple[Phrase, list[Span]]]:
        """Yield the phrases that the squashed `text` holds, with the places of their words; `services` stand in it.

        In a `long` letter words that may stand anywhere have to stand near each other: it speaks of many things.
        """
        places = {_SERVICE: services, **scan.choices} if services else scan.choices
        for choice in places:
            for phrase in self._by_telling.get(choice, ()):
                if phrase.needed <= places.keys() and (spans := _places(phrase, text, places, long=long)):
                    yield phrase, spans


def _places(phrase: Phrase, text: str, places: Mapping[int, list[Span]], *, long: bool) -> list[Span]:
    if not long or len(phrase.parts) == 1:
        return _all_parts(phrase, text, places)
    near = _NEAR * phrase.reach
    for start, _ in places[phrase.parts[0][0]]:
        around = {choice: [span for span in places[choice] if abs(span[0] - start) <= near] for choice in phrase.needed}
        if all(around.values()) and (spans := _all_parts(phrase, text, around)):
            return spans
    return []


def _all_parts(phrase: Phrase, text: str, places: Mapping[int, list[Span]]) -> list[Span]:
    spans: list[Span] = []
    for part in phrase.parts:
        found = _in_order([places[choice] for choice in part], text, phrase.reach)
        if not found:
            return []
        spans += found
    return spans


def _in_order(places: list[list[Span]], text: str, reach: int) -> list[Span]:
    """Return one place for each choice so that each follows the one before within `reach` in one sentence."""
    for first in places[0]:
        chain = [first]
        for following in places[1:]:
            after = bisect_left(following, (chain[-1][1],))
            if after == len(following) or not _follows(chain[-1], following[after], text, reach):
                break
            chain.append(following[after])
        else:
            return chain
    return []


def _follows(before: Span, after: Span, text: str, reach: int) -> bool:
    return after[0] <= before[1] + reach and "。" not in text[before[1] : after[0]]
