"""What was found as a reader is shown it: all findings of one act in one field together; the stored ones stay apart."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from desk.rules import review
from desk.rules.conduct.announced import THREAT, VIOLENCE
from desk.rules.conduct.shapes import CARES
from desk.staff.stretches import Stretch, joined
from desk.store.screening import Assessment


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one act in one field, under one number; `reason` is why they do not count, "" where they do."""

    number: int
    act: str
    field: str
    reason: str
    findings: tuple[Mapping[str, Any], ...]

    @property
    def harsh(self) -> bool:
        """Whether a reader is spared its words: never those that may tell of somebody in need."""
        return self.act not in CARES and (not self.reason or self.reason in review.SPARED)

    def stretches(self) -> list[Stretch]:
        """Where it stands in the field, each place once."""
        return joined((finding["start"], finding["end"]) for finding in self.findings)

    def signs(self) -> dict[str, str]:
        """The signs that found it, each with its strength."""
        return {finding["sign"]: finding["strength"] for finding in self.findings}

    def hits(self) -> frozenset[tuple[str, int, int]]:
        """Which sign found it, and where."""
        return frozenset((finding["sign"], finding["start"], finding["end"]) for finding in self.findings)


def counted(assessment: Assessment) -> list[Group]:
    """What counts, in the order in which it was found, numbered from 1."""
    return _grouped(((finding, "") for finding in assessment.findings), 1)


def uncounted(assessment: Assessment) -> list[Group]:
    """What was seen and does not count; the numbers go on."""
    if not assessment.suppressed:
        return []
    seen = ((one["finding"], one["reason"]) for one in assessment.suppressed)
    return _grouped(seen, len(counted(assessment)) + 1)


def announced(assessment: Assessment, threat: Group) -> Group | None:
    """The violence that a threat announces: the same signs found both at the same words. None where it is no such."""
    if threat.act != THREAT or threat.reason:
        return None
    violent = (one for one in counted(assessment) if (one.act, one.field) == (VIOLENCE, threat.field))
    return next((one for one in violent if not one.hits().isdisjoint(threat.hits())), None)


def harsh(assessment: Assessment) -> list[Group]:
    """Everything whose words a reader is spared."""
    return [group for group in (*counted(assessment), *uncounted(assessment)) if group.harsh]


def _grouped(found: Iterable[tuple[Mapping[str, Any], str]], first: int) -> list[Group]:
    together: dict[tuple[str, str, str], list[Mapping[str, Any]]] = {}
    for finding, reason in found:
        together.setdefault((finding["act"], finding["field"], reason), []).append(finding)
    return [Group(number, *key, tuple(findings)) for number, (key, findings) in enumerate(together.items(), first)]
