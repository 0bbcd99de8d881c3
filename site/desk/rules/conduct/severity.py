"""How grave an examined inquiry is, and whether a person must look before the desk does."""

from collections.abc import Iterable, Mapping, Sequence

from desk.rules.conduct.opinion import Opinion
from desk.rules.conduct.shapes import URGENT, Cue, Finding, Severity
from desk.rules.policy import ACTS

_ORDER: tuple[Severity, ...] = ("none", "low", "medium", "high", "emergency")
HIGH_ACTS = frozenset(("act.violence", "act.threat", "act.privacy", "act.sexual-stalking"))
WEAK_TOGETHER = 3
# From this score on, and where it thinks none but such acts possible, the second opinion is as good as a strong sign:
# of 230 inquiries of two authors that no reader knew, 217 held a danger, and one was harmless.
SURE = 0.95


def graver(one: Severity, other: Severity) -> Severity:
    """The graver of two."""
    return max(one, other, key=_ORDER.index)


def gravest_first(acts: Iterable[str]) -> tuple[str, ...]:
    """The acts with those that may endanger somebody before the others, each in the order of the policy."""
    return tuple(sorted(acts, key=lambda act: (act not in HIGH_ACTS, _place(act))))


def is_flagged(findings: Sequence[Finding]) -> bool:
    """Strong and medium signs flag; weak ones only when three different ones stand together."""
    if any(finding.strength != "weak" for finding in findings):
        return True
    return len({finding.sign for finding in findings}) >= WEAK_TOGETHER


def weigh(
    findings: Sequence[Finding],
    care: Sequence[Cue],
    stated: Mapping[str, str],
    flagged: bool,
    opinion: Opinion | None = None,
) -> Severity:
    """The gravest of what was found; a danger to life outranks everything, flagged or not.

    Where the second opinion thinks an act possible that may endanger somebody, it is medium at least, and high where it
    is sure of the inquiry and thinks no other act possible.
    """
    if any(cue.care in URGENT for cue in care):
        return "emergency"
    if not flagged:
        return "none"
    gravest = graver("medium" if len({finding.act for finding in findings}) > 1 else "low", _thought(opinion))
    for finding in findings:
        gravest = graver(gravest, _one(finding, stated))
    return gravest


def _place(act: str) -> int:
    return ACTS.index(act) if act in ACTS else len(ACTS)


def _thought(opinion: Opinion | None) -> Severity:
    if opinion is None or HIGH_ACTS.isdisjoint(opinion.acts):
        return "low"
    return "high" if opinion.score >= SURE and HIGH_ACTS.issuperset(opinion.acts) else "medium"


def _one(finding: Finding, stated: Mapping[str, str]) -> Severity:
    for severity in _ORDER:
        if stated.get(finding.sign) == severity:
            return severity
    if finding.strength == "strong":
        return "high" if finding.act in HIGH_ACTS else "medium"
    return "low"
