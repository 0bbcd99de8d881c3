"""How often the words that led somewhere were right, going by where staff sent inquiries on."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desk.rules.routing.cues import SERVICE
from desk.rules.routing.directory import Directory
from desk.rules.routing.figures import Words


@dataclass(frozen=True, slots=True)
class Led:
    """In how many inquiries `word` led to `destination`."""

    destination: str
    word: str
    count: int


@dataclass(frozen=True, slots=True)
class SentOn:
    """One inquiry in which `word` led to `destination` and that staff sent on, in order, to `stations`."""

    destination: str
    word: str
    stations: tuple[str, ...]


def precision(led: Iterable[Led], sent_on: Iterable[SentOn], directory: Directory) -> list[Words]:
    """Return each word with how often it led and was right, the most often wrong first.

    An inquiry that nobody sent on was right; one that came to rest where a word had led was right for that word.
    """
    wrong = Counter((one.destination, one.word) for one in sent_on if not _confirmed(one, directory))
    rated = [Words(one.destination, one.word, one.count, one.count - wrong[one.destination, one.word]) for one in led]
    return sorted(rated, key=lambda word: (word.right - word.led, -word.led, word.id, word.text))


def _confirmed(one: SentOn, directory: Directory) -> bool:
    return not _at_rest(one.stations).isdisjoint(_meant(one.destination, directory))


def _at_rest(stations: Sequence[str]) -> frozenset[str]:
    """Return the services that the sender was referred to, and where the inquiry was sent last."""
    return frozenset((*(station for station in stations if station.startswith(SERVICE)), stations[-1]))


def _meant(destination: str, directory: Directory) -> set[str]:
    """Return what a destination stands for: a family's bare name may mean any of its members."""
    family = destination.removeprefix(SERVICE)
    if family not in directory.families:
        return {destination}
    return {destination, *(SERVICE + child for child, parent in directory.parents.items() if parent == family)}
