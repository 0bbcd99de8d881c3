"""How often recognition is right, on inquiries of which somebody has said where they belong."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from desk.rules.inquiry import GENERAL
from desk.rules.routing.directory import Directory
from desk.rules.routing.recognition import Recognition

ELSEWHERE = GENERAL  # Saying this desk or none comes to the same: the form offers it to everybody.


@dataclass(frozen=True, slots=True)
class Expected:
    """Where an inquiry belongs: its services, or else a desk; `also` is a service that would be right as well."""

    services: frozenset[str]
    desk: str | None
    also: str | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts over rows: all and right; those about services; those about none, and of these with a service named."""

    rows: int
    right: int
    service_rows: int
    service_right: int
    other_rows: int
    wrongly_named: int


@dataclass(frozen=True, slots=True)
class Words:
    """How often the words `text` led to `id`, and how often that was right."""

    id: str
    text: str
    led: int
    right: int


def is_right(expected: Expected, found: Recognition, directory: Directory) -> bool:
    """Say whether `found` is where the inquiry belongs; any member does for a family named alone."""
    named = frozenset(service.id for service in found.services)
    if expected.services:
        return named in _accepted(expected, directory)
    desk = found.desk.id if found.desk else ELSEWHERE
    return not named and desk == (expected.desk or ELSEWHERE)


def figures(rows: Iterable[tuple[Expected, Recognition]], directory: Directory) -> Figures:
    """Return the counts over `rows`."""
    counts: Counter[str] = Counter()
    for expected, found in rows:
        kind = "service" if expected.services else "other"
        right = is_right(expected, found, directory)
        counts.update({kind: 1, "right": right, f"{kind} right": right, f"{kind} named": bool(found.services)})
    return Figures(
        rows=counts["service"] + counts["other"],
        right=counts["right"],
        service_rows=counts["service"],
        service_right=counts["service right"],
        other_rows=counts["other"],
        wrongly_named=counts["other named"],
    )


def words(rows: Iterable[tuple[Expected, Recognition]]) -> list[Words]:
    """Return for each pair of words and service or desk how often it led and was right, most often wrong first."""
    led: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    for expected, found in rows:
        wanted = expected.services or {expected.desk or ELSEWHERE}
        for recognised in (*found.services, *((found.desk,) if found.desk else ())):
            for text in {evidence.text.casefold() for evidence in recognised.evidence}:
                led[recognised.id, text] += 1
                right[recognised.id, text] += recognised.id in wanted
    rated = [Words(id, text, count, right[id, text]) for (id, text), count in led.items()]  # noqa: A001 - its name
    return sorted(rated, key=lambda each: (each.right - each.led, each.id, each.text))


def _accepted(expected: Expected, directory: Directory) -> set[frozenset[str]]:
    accepted = {expected.services}
    if expected.also:
        accepted.add(frozenset({expected.also}))
    if len(expected.services) == 1 and expected.services <= directory.families:
        accepted |= {frozenset({child}) for child, parent in directory.parents.items() if parent in expected.services}
    return accepted
