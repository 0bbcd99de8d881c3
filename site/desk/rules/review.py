"""Review of held inquiries: the states, the two-point test, who may do what, and when two persons are needed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from desk.rules.policy import ACTS, OTHER_ACT

State = Literal["received", "clean", "held", "claimed", "escalated", "released", "refused", "erased"]
"""received: not screened yet · clean: went to its desk · held: waits for a reviewer · claimed: one has it ·
escalated: waits for a second signature · released: a person let it through · refused: two persons closed it ·
erased: its words are gone."""

Outcome = Literal[
    "release", "release-masked", "answer-once", "care", "warning", "restricted", "refusal", "police-legal"
]

Role = Literal["reviewer", "lead", "admin", "auditor"]

Permission = Literal[
    "account",
    "queue",
    "read",
    "reveal",
    "claim",
    "decide",
    "second",
    "all",
    "log",
    "letters",
    "routing",
    "hold",
    "people",
]

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
GRAVE: frozenset[Outcome] = frozenset({"refusal", "police-legal"})
GRAVE_ACTS = frozenset({"act.violence", "act.threat", "act.sexual-stalking"})
MASKED: frozenset[Outcome] = frozenset({"release-masked", "warning", "restricted"})
MASKED_IF_HARSH: frozenset[Outcome] = frozenset({"care", "answer-once"})
HARASSMENT: frozenset[Outcome] = frozenset({"warning", "restricted", "refusal", "police-legal"})
REASON_LENGTH = 2_000  # characters

Letter = Literal["desk", "desk_masked", "desk_warning", "desk_restricted", "desk_care", "desk_once", "refusal"]
LETTERS: dict[Outcome, Letter] = {
    "release": "desk",
    "release-masked": "desk_masked",
    "answer-once": "desk_once",
    "care": "desk_care",
    "warning": "desk_warning",
    "restricted": "desk_restricted",
    "refusal": "refusal",
    "police-legal": "refusal",
}
"""How the desk is told of each outcome."""

SPARED = frozenset({"quote", "report", "third", "passive", "denied", "topic", "ordinary", "another"})
"""Reasons for which a finding does not count although its words are harsh: a reader is spared them all the same."""

_PROPOSALS: dict[tuple[bool, bool], Outcome] = {
    (True, True): "release",
    (True, False): "release-masked",
    (False, True): "answer-once",
    (False, False): "warning",
}

_REVIEWER: frozenset[Permission] = frozenset({"account", "queue", "read", "reveal", "claim", "decide", "all"})
_LEAD: frozenset[Permission] = frozenset({*_REVIEWER, "second", "log", "letters", "routing", "hold"})
PERMISSIONS: dict[Role, frozenset[Permission]] = {
    "reviewer": _REVIEWER,
    "lead": _LEAD,
    "admin": frozenset({*_LEAD, "people"}),
    "auditor": frozenset({"account", "log"}),
}


class NotAllowed(Exception):  # noqa: N818 - it reads as the answer it is
    """This person may not do this, or not now; the message says why, as a msgid."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reviewer answered: both points of the test, the acts named, the outcome, and why."""

    request_reasonable: bool | None
    manner_acceptable: bool | None
    acts: tuple[str, ...]
    outcome: str
    reason: str


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a verdict: the field, and an English msgid that says what to do."""

    field: str
    message: str


def may(role: str, permission: str) -> bool:
    """Whether a person of this role has this permission; a role that nobody knows has none."""
    return any(known == role and permission in allowed for known, allowed in PERMISSIONS.items())


def may_open(role: str, *, restricted: bool) -> bool:
    """Whether a person of this role may open an inquiry; those to a restricted desk are for leads."""
    return may(role, "read") and (not restricted or may(role, "second"))


def propose(*, request_reasonable: bool, manner_acceptable: bool, care: bool) -> Outcome:
    """The outcome that the two-point test proposes; signs of distress or danger outrank it."""
    return "care" if care else _PROPOSALS[request_reasonable, manner_acceptable]


def calls_for_lead(verdict: Verdict, proposed: Outcome) -> bool:
    """Whether a lead should be asked before an outcome as mild as proposed: an act that was named endangers people.

    It changes nothing by itself: the two points cannot tell a curse from a danger, so a person decides.
    """
    grave = not GRAVE_ACTS.isdisjoint(verdict.acts)
    return grave and verdict.manner_acceptable is False and proposed not in GRAVE


def is_masked(outcome: str, *, manner_acceptable: bool | None) -> bool:
    """Whether the desk gets a copy with the harsh words covered; some outcomes ask for one only where there are any."""
    return outcome in MASKED or (outcome in MASKED_IF_HARSH and manner_acceptable is False)


def check(verdict: Verdict, *, care: bool) -> tuple[Fault, ...]:
    """What is missing from the verdict, in the order of the form; empty when it can be recorded."""
    return tuple(_faults(verdict, care))


def _faults(verdict: Verdict, care: bool) -> Iterable[Fault]:
    reasonable, acceptable = verdict.request_reasonable, verdict.manner_acceptable
    if reasonable is None:
        yield Fault("request_reasonable", N_("Answer the first point: is the content of the request reasonable?"))
    if acceptable is None:
        yield Fault("manner_acceptable", N_("Answer the second point: are the means and manner acceptable?"))
    if set(verdict.acts) - {*ACTS, OTHER_ACT}:
        yield Fault("acts", N_("Choose the acts from the list."))
    elif (acceptable is False or verdict.outcome in HARASSMENT) and not verdict.acts:
        yield Fault("acts", N_("Name at least one act of the policy, or “another act”."))
    if verdict.outcome not in OUTCOMES:
        yield Fault("outcome", N_("Choose what happens with the inquiry."))
    elif reasonable is not None and acceptable is not None:
        yield from _reason_faults(
            verdict, propose(request_reasonable=reasonable, manner_acceptable=acceptable, care=care)
        )


def _reason_faults(verdict: Verdict, proposed: Outcome) -> Iterable[Fault]:
    if verdict.outcome != proposed and not verdict.reason.strip():
        yield Fault("reason", N_("Say why: the outcome differs from what the two points propose."))
    if len(verdict.reason) > REASON_LENGTH:
        yield Fault("reason", _TOO_LONG)


def check_signature(agrees: bool | None, reason: str) -> tuple[Fault, ...]:
    """What is missing from a second signature; sending back needs a reason, agreeing does not."""
    if agrees is None:
        return (Fault("agrees", N_("Say whether you agree.")),)
    if not agrees and not reason.strip():
        return (Fault("reason", N_("Say why you send it back.")),)
    return (Fault("reason", _TOO_LONG),) if len(reason) > REASON_LENGTH else ()


def known_outcome(text: str) -> Outcome | None:
    """The outcome of this name; None for any other text."""
    return next((outcome for outcome in OUTCOMES if outcome == text), None)


def claimed(state: str, *, holder: str | None, person: str) -> State:
    """The state after this person takes the inquiry. Raises NotAllowed when a colleague has it or it is closed."""
    if state == "claimed" and holder == person:
        return "claimed"
    if state != "held":
        raise NotAllowed(N_("A colleague has taken this inquiry, or it has been decided."))
    return "claimed"


def handed_over(state: str, *, holder: str | None, person: str, role: str) -> State:
    """The state after this person passes the inquiry on: nobody has to say why; a lead may do it for a colleague."""
    if state != "claimed" or (holder != person and not may(role, "second")):
        raise NotAllowed(N_("Only the person who has this inquiry, or a lead, can pass it on."))
    return "held"


def decided(state: str, outcome: str, *, holder: str | None, person: str) -> State:
    """The state after this person decides. Grave outcomes wait for a second person."""
    if state != "claimed" or holder != person:
        raise NotAllowed(N_("Take the inquiry before you decide."))
    return "escalated" if outcome in GRAVE else "released"


def countersigned(state: str, *, agrees: bool, first: str | None, person: str, role: str) -> State:
    """The state after the second signature: refused, or held again when the second person disagrees."""
    if not may(role, "second"):
        raise NotAllowed(N_("A lead signs grave outcomes."))
    if state != "escalated" or first is None:
        raise NotAllowed(N_("This inquiry does not wait for a second signature."))
    if first == person:
        raise NotAllowed(N_("The second signature has to be another person’s."))
    return "refused" if agrees else "held"


def masked(text: str, spans: Iterable[tuple[int, int]], mark: str = "■") -> str:
    """The text with every span (start, end; offsets in `text`) covered, spaces and line breaks kept."""
    letters = list(text)
    for start, end in spans:
        for place in range(max(start, 0), min(end, len(letters))):
            if not letters[place].isspace():
                letters[place] = mark
    return "".join(letters)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "translate later"
    """Mark a msgid for extraction; the page translates it."""
    return message


_TOO_LONG = N_("Shorten the reason to 2,000 characters.")

OUTCOME_NAMES: dict[Outcome, str] = {
    "release": N_("Release to the desk as it is"),
    "release-masked": N_("Release a masked copy; the request is answered"),
    "answer-once": N_("Answer once, in full"),
    "care": N_("Care first"),
    "warning": N_("Answer with a warning"),
    "restricted": N_("Answer by restricted contact only"),
    "refusal": N_("Refuse support"),
    "police-legal": N_("Consult the police or counsel"),
}
"""The outcomes in words, as msgids."""
