"""The verdict of a reviewer: the two-point test with what it proposes, and what may be recorded of it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from desk.rules.conduct.severity import HIGH_ACTS
from desk.rules.policy import ACTS, OTHER_ACT
from desk.rules.review import (
    GRAVE,
    HARASSMENT,
    N_,
    NAMING_LENGTH,
    OUTCOMES,
    REASON_LENGTH,
    Fault,
    Outcome,
    is_masked,
)

GRAVE_ACTS = frozenset({"act.violence", "act.threat", "act.sexual-stalking"})
POINTS = frozenset({"request_reasonable", "manner_acceptable"})
HIGH = frozenset({"high", "emergency"})

_PROPOSALS: dict[tuple[bool, bool], Outcome] = {
    (True, True): "release",
    (True, False): "release-masked",
    (False, True): "answer-once",
    (False, False): "warning",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reviewer answered: both points of the test, the acts named, the outcome, and why."""

    request_reasonable: bool | None
    manner_acceptable: bool | None
    acts: tuple[str, ...]
    outcome: str
    reason: str


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a verdict has to reckon with.

    `care`: signs of distress or danger; `grave`: the screening takes what the sender does for grave; `restricted`: the
    inquiry is for a restricted desk, which has to read every report.
    """

    care: bool = False
    grave: bool = False
    restricted: bool = False


ORDINARY = Circumstances()


def is_grave(severity: str, acts: Collection[str], *, urgent: bool) -> bool:
    """Whether the screening takes what the sender does for grave: a threat, or an insult that wishes somebody dead.

    An `urgent` sign of care makes an emergency by itself: then only the acts that were found can tell.
    """
    return severity in HIGH and (not urgent or not HIGH_ACTS.isdisjoint(acts))


def offered(*, restricted: bool) -> tuple[Outcome, ...]:
    """The outcomes to choose from: whoever writes to a restricted desk is neither warned nor refused."""
    return tuple(outcome for outcome in OUTCOMES if not restricted or outcome not in HARASSMENT)


def propose(*, request_reasonable: bool, manner_acceptable: bool, known: Circumstances = ORDINARY) -> Outcome:
    """The outcome that the two-point test proposes; signs of distress or danger outrank it."""
    if known.care:
        return "care"
    proposed = _PROPOSALS[request_reasonable, manner_acceptable]
    return proposed if proposed in offered(restricted=known.restricted) else "release-masked"


def calls_for_lead(verdict: Verdict, proposed: Outcome) -> bool:
    """Whether a lead should be asked before an outcome as mild as proposed: an act that was named endangers people.

    It changes nothing by itself: the two points cannot tell a curse from a danger, so a person decides.
    """
    grave = not GRAVE_ACTS.isdisjoint(verdict.acts)
    return grave and verdict.manner_acceptable is False and proposed not in GRAVE


def contradicted(verdict: Verdict, *, restricted: bool) -> str:
    """Why the outcome cannot stand, as a msgid; "" where it can."""
    if verdict.outcome not in HARASSMENT:
        return ""
    if restricted:
        return NOT_HERE
    return NO_HARASSMENT if _no_harassment(verdict) else ""


def check(verdict: Verdict, known: Circumstances = ORDINARY) -> tuple[Fault, ...]:
    """What is missing from the verdict, in the order of the form; empty when it can be recorded."""
    return tuple(_faults(verdict, known))


def check_proposal(verdict: Verdict, known: Circumstances = ORDINARY) -> tuple[Fault, ...]:
    """What has to be mended before an outcome is proposed: a point without an answer, or an act that the two deny.

    Acts are denied only as long as the inquiry would be released as it is: no other outcome may have been chosen.
    """
    reasonable, acceptable = verdict.request_reasonable, verdict.manner_acceptable
    if reasonable is not None and acceptable is not None and not verdict.outcome:
        proposed = propose(request_reasonable=reasonable, manner_acceptable=acceptable, known=known)
        verdict = replace(verdict, outcome=proposed)
    return tuple(fault for fault in check(verdict, known) if fault.field in POINTS or fault.message == NO_ACT)


def _faults(verdict: Verdict, known: Circumstances) -> Iterable[Fault]:
    reasonable, acceptable = verdict.request_reasonable, verdict.manner_acceptable
    if reasonable is None:
        yield Fault("request_reasonable", N_("Answer the first point: is the content of the request reasonable?"))
    if acceptable is None:
        yield Fault("manner_acceptable", N_("Answer the second point: are the means and manner acceptable?"))
    if set(verdict.acts) - {*ACTS, OTHER_ACT}:
        yield Fault("acts", N_("Choose the acts from the list."))
    elif (acceptable is False or verdict.outcome in HARASSMENT) and not verdict.acts:
        yield Fault("acts", N_("Name at least one act of the policy, or “another act”."))
    elif verdict.acts and verdict.outcome == "release" and _no_harassment(verdict):
        yield Fault("acts", NO_ACT)
    if verdict.outcome not in OUTCOMES:
        yield Fault("outcome", N_("Choose what happens with the inquiry."))
    elif why := contradicted(verdict, restricted=known.restricted):
        yield Fault("outcome", why)
    if reasonable is not None and acceptable is not None and verdict.outcome in OUTCOMES:
        proposed = propose(request_reasonable=reasonable, manner_acceptable=acceptable, known=known)
        yield from _reason_faults(verdict, proposed, grave=known.grave)


def _no_harassment(verdict: Verdict) -> bool:
    """Whether the two points say that there was none."""
    return verdict.request_reasonable is True and verdict.manner_acceptable is True


def _reason_faults(verdict: Verdict, proposed: Outcome, *, grave: bool) -> Iterable[Fault]:
    missing = not verdict.reason.strip()
    if missing and verdict.outcome != proposed:
        yield Fault("reason", N_("Say why: the outcome differs from what the two points propose."))
    elif missing and grave and _in_clear(verdict):
        yield Fault(
            "reason", N_("Say why: the screening rates this as grave, and the desk would get the words uncovered.")
        )
    if len(verdict.reason) > REASON_LENGTH:
        yield Fault("reason", _TOO_LONG)


def _in_clear(verdict: Verdict) -> bool:
    """Whether the desk gets the text as it was written."""
    return verdict.outcome not in GRAVE and not is_masked(verdict.outcome, manner_acceptable=verdict.manner_acceptable)


def check_signature(agrees: bool | None, reason: str) -> tuple[Fault, ...]:
    """What is missing from a second signature; sending back needs a reason, agreeing does not."""
    if agrees is None:
        return (Fault("agrees", N_("Say whether you agree.")),)
    if not agrees and not reason.strip():
        return (Fault("reason", N_("Say why you send it back.")),)
    return (Fault("reason", _TOO_LONG),) if len(reason) > REASON_LENGTH else ()


def check_reopening(reason: str) -> tuple[Fault, ...]:
    """What is wrong with the reason for reopening an inquiry."""
    if not reason.strip():
        return (Fault("reason", N_("Say why you reopen it.")),)
    return (Fault("reason", _TOO_LONG),) if len(reason) > REASON_LENGTH else ()


def check_handing_over(to: str) -> tuple[Fault, ...]:
    """What is wrong with whom an evidence pack is handed to."""
    if not to.strip():
        return (Fault("handed_to", N_("Say whom you hand it to.")),)
    long = len(to) > NAMING_LENGTH
    return (Fault("handed_to", N_("Say whom you hand it to in at most 200 characters.")),) if long else ()


_TOO_LONG = N_("Shorten the reason to 2,000 characters.")
NOT_HERE = N_(
    "Choose another outcome: what was sent to a restricted desk always reaches it, and its sender is neither warned"
    " nor refused."
)
NO_HARASSMENT = N_(
    "Both points were answered with yes, so this is no harassment by the policy: change a point or the outcome."
)
NO_ACT = N_(
    "Both points were answered with yes and the inquiry would be released as it is, so no act can be named: untick the"
    " acts, or change a point or the outcome."
)
