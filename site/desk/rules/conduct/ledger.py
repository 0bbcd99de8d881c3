"""How the signs fare: in how many inquiries each was seen, and what the people who decided on these named.

A sign proposes, a person decides: so what a person named is the measure of a sign, and no sign is a measure of them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from desk.rules.conduct.shapes import BY_WORDING

ENOUGH: Final = 5  # Inquiries that somebody decided on, so that a share of them says anything.
COUNTED: Final = ""
TRIAL: Final = "trial"
UNSAID: Final = frozenset({"care", "answer-once"})  # outcomes that need no act to be named, whatever it was


class Ruling(NamedTuple):
    """What was decided on an inquiry: the acts that were named, and the outcome."""

    acts: frozenset[str]
    outcome: str


class Sighting(NamedTuple):
    """A sign that was seen in an inquiry, and the act that it suggests there ("": no act by itself).

    `how`: it COUNTED, it was on TRIAL, or the reason for which it was set aside wherever it stood.
    """

    sign: str
    act: str
    how: str = COUNTED


def sightings_of(
    findings: Iterable[Mapping[str, Any]],
    trial: Iterable[Sighting],
    suppressed: Iterable[Mapping[str, Any]],
    *,
    unusual: bool,
) -> tuple[Sighting, ...]:
    """What was seen in an inquiry: findings as they are kept, the second opinion if it is `unusual`, what is set aside.

    The second opinion suggests no act by itself, whatever it guesses.
    """
    wording = [Sighting(BY_WORDING, "")] if unusual else []
    seen = ((one["finding"]["sign"], one["finding"]["act"], one["reason"]) for one in suppressed)
    aside = (Sighting(sign, "" if sign == BY_WORDING else act, why) for sign, act, why in seen)
    return (*(Sighting(one["sign"], one["act"]) for one in findings), *wording, *trial, *aside)


@dataclass(frozen=True, slots=True)
class Seen:
    """In how many inquiries with this ruling (None: nobody has decided) a sign was seen so."""

    sighting: Sighting
    ruling: Ruling | None
    count: int


@dataclass(frozen=True, slots=True)
class Fared:
    """Numbers of inquiries in which a sign `counted`, or was seen on `trial`; of those decided on, in how many its act
    was `confirmed`, only an `other_act` was, or `no_act`. In how many it was `set_aside`, and of these how many were
    `amiss`, for its act was named.
    """

    sign: str
    act: str
    trial: bool
    counted: int = 0
    confirmed: int = 0
    other_act: int = 0
    no_act: int = 0
    set_aside: int = 0
    amiss: int = 0

    @property
    def share(self) -> float | None:
        """The share in which its act was confirmed, of those decided on; None where they are too few to say."""
        known = self.confirmed + self.other_act + self.no_act
        return self.confirmed / known if known >= ENOUGH else None


def fared(seen: Iterable[Seen]) -> list[Fared]:
    """Each sign with each act that it suggested, those with no act named most often first, then by how often."""
    found: dict[tuple[str, str, bool], Counter[str]] = {}
    for one in seen:
        sign, act, how = one.sighting
        numbers = found.setdefault((sign, act, how == TRIAL), Counter())
        numbers.update(dict.fromkeys(_columns(one), one.count))
    rows = [Fared(sign, act, trial, **numbers) for (sign, act, trial), numbers in found.items()]
    return sorted(rows, key=lambda row: (-row.no_act, -row.counted, -row.set_aside, row.sign, row.act))


def _columns(one: Seen) -> Iterable[str]:
    """In which numbers it counts."""
    found = _confirmation(one)
    if one.sighting.how not in (COUNTED, TRIAL):
        return ("set_aside", "amiss") if found == "confirmed" else ("set_aside",)
    return ("counted", found) if found else ("counted",)


def _confirmation(one: Seen) -> str:
    """What became of the suggestion; "" where nobody has said, or nobody had to."""
    if one.ruling is None or (one.ruling.outcome in UNSAID and not one.ruling.acts):
        return ""
    if not one.ruling.acts:
        return "no_act"
    return "confirmed" if one.sighting.act in ("", *one.ruling.acts) else "other_act"
