"""Finds services by the words of a search, as a reader of the directory would: by name, by other names, by trade."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from desk.rules.normalise import fold
from desk.rules.service import Service

MOST = 40  # words of a search that are looked at; it means its service no better with more

_WORD = re.compile(r"[ァ-ヺー]{2,}|[一-鿿々]{2,}|[a-z0-9]{2,}")
_LATIN = re.compile(r"[a-z0-9]+")
_SAME_STEM = 4  # letters that two Latin words share at their beginning to be forms of one another
_ENGLISH = (
    "a service services help with and for the of by in an to on at is it my me we you your our from how what can do"
)
_SAYS_NOTHING = frozenset(("サービス", *_ENGLISH.split()))
_BY_NAME, _BY_OTHER_NAME, _BY_TRADE = 3.0, 2.5, 2.0


@dataclass(frozen=True, slots=True)
class _Entry:
    """A service as it is looked for: the words of its names and of its description, its other names as a whole."""

    service: Service
    names: tuple[str, ...]
    trade: tuple[str, ...]
    other_names: tuple[str, ...]


def find(query: str, services: tuple[Service, ...]) -> list[Service]:
    """List the services that have words of the query in their texts, those that fit best first."""
    wanted = list(dict.fromkeys(_words(query)))[:MOST]
    fits = [(sum(_fit(word, entry) for word in wanted), entry.service) for entry in _entries(services)]
    return [service for fit, service in sorted(fits, key=lambda one: -one[0]) if fit]


@lru_cache(maxsize=4)
def _entries(services: tuple[Service, ...]) -> tuple[_Entry, ...]:
    return tuple(
        _Entry(
            service,
            names=tuple(_words(f"{service.name.ja} {service.name.en}")),
            trade=tuple(_words(f"{service.what.ja} {service.what.en}")),
            other_names=tuple(_joined(name) for name in (*service.cues.aliases, *service.cues.terms)),
        )
        for service in services
    )


def _words(text: str) -> Iterator[str]:
    """The words of a text; Japanese sets none apart, but a run of katakana or of kanji is one, or several together."""
    return (word for word in _WORD.findall(fold(text).text) if word not in _SAYS_NOTHING)


def _joined(name: str) -> str:
    return "".join(fold(name).text.split())


def _fit(word: str, entry: _Entry) -> float:
    return max(
        _BY_NAME * max((_shared(word, name) for name in entry.names), default=0.0),
        _BY_OTHER_NAME * max((len(word) / len(name) for name in entry.other_names if name.startswith(word)), default=0),
        _BY_TRADE * max((_shared(word, trade) for trade in entry.trade), default=0.0),
    )


def _shared(one: str, other: str) -> float:
    """How much of the longer word the shorter one is, from 0 to 1; 0 where they have nothing to do with each other."""
    shorter, longer = sorted((one, other), key=len)
    if _LATIN.fullmatch(shorter):
        related = shorter == longer or (len(shorter) >= _SAME_STEM and longer.startswith(shorter))
    else:
        related = shorter in longer
    return len(shorter) / len(longer) if related else 0.0
