"""How grave an examined inquiry is, and whether a person must look before the desk does."""

from collections.abc import Mapping, Sequence

from desk.rules.conduct.shapes import URGENT, Cue, Finding, Severity

_ORDER: tuple[Severity, ...] = ("none", "low", "medium", "high", "emergency")
HIGH_ACTS = frozenset(("act.violence", "act.threat", "act.privacy", "act.sexual-stalking"))
WEAK_TOGETHER = 3


def graver(one: Severity, other: Severity) -> Severity:
    """The graver of two."""
    return max(one, other, key=_ORDER.index)


def is_flagged(findings: Sequence[Finding]) -> bool:
    """Strong and medium signs flag; weak ones only when three different ones stand together."""
    if any(finding.strength != "weak" for finding in findings):
        return True
    return len({finding.sign for finding in findings}) >= WEAK_TOGETHER


def weigh(
    findings: Sequence[Finding], care: Sequence[Cue], stated: Mapping[str, str], flagged: bool, acts: Sequence[str] = ()
) -> Severity:
    """The gravest of what was found; a danger to life outranks everything, flagged or not.

    Where an act that may endanger somebody is among `acts`, those that the second opinion thinks possible, it is medium
    at least.
    """
    if any(cue.care in URGENT for cue in care):
        return "emergency"
    if not flagged:
        return "none"
    gravest = max((_ORDER.index(_one(finding, stated)) for finding in findings), default=1)
    if gravest == 1 and (not HIGH_ACTS.isdisjoint(acts) or len({finding.act for finding in findings}) > 1):
        gravest = 2
    return _ORDER[gravest]


def _one(finding: Finding, stated: Mapping[str, str]) -> Severity:
    for severity in _ORDER:
        if stated.get(finding.sign) == severity:
            return severity
    if finding.strength == "strong":
        return "high" if finding.act in HIGH_ACTS else "medium"
    return "low"
