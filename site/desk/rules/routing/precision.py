"""How often the words that led somewhere were right, going by where staff sent inquiries on."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desk.rules.organisation import SERVICE
from desk.rules.routing.directory import Directory

ENOUGH = 5  # Inquiries of which it is known, so that a share of them says anything.
Pair = tuple[str, str]  # A destination and a word.


@dataclass(frozen=True, slots=True)
class Led:
    """In how many inquiries that were sent to `topic` a `word` led to `destination`."""

    destination: str
    word: str
    count: int
    topic: str = ""


@dataclass(frozen=True, slots=True)
class SentOn:
    """One inquiry in which `word` led to `destination` and that staff sent on, in order, to `stations`."""

    destination: str
    word: str
    stations: tuple[str, ...]
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Rated:
    """How often the words `text` led to `id`, how often that was right, and how often wrong; the rest is unknown."""

    id: str
    text: str
    led: int
    right: int
    wrong: int

    @property
    def share(self) -> float | None:
        """The share that was right of those known; None where they are too few to say."""
        known = self.right + self.wrong
        return self.right / known if known >= ENOUGH else None


def precision(led: Iterable[Led], sent_on: Iterable[SentOn], directory: Directory) -> list[Rated]:
    """Return each word with how often it led, was right and was wrong, the most often wrong first.

    It was right where the sender chose what it led to and nobody sent the inquiry on, or where the inquiry came to rest
    there; wrong where it came to rest elsewhere. Where its sender passed it by and nobody sent the inquiry on, it was
    neither.
    """
    count, right, wrong = Counter[Pair](), Counter[Pair](), Counter[Pair]()
    for one in led:
        count[one.destination, one.word] += one.count
        right[one.destination, one.word] += one.count if one.topic in _meant(one.destination, directory) else 0
    for sent in sent_on:
        pair = sent.destination, sent.word
        right[pair] -= sent.topic in _meant(sent.destination, directory)
        (right if _confirmed(sent, directory) else wrong)[pair] += 1
    rated = [Rated(*pair, number, right[pair], wrong[pair]) for pair, number in count.items()]
    return sorted(rated, key=lambda word: (-word.wrong, -word.led, word.id, word.text))


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
