"""Review of held inquiries: the states and outcomes, who may do what, and when two persons are needed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

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
    "signs",
    "hold",
    "evidence",
    "people",
]

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
GRAVE: frozenset[Outcome] = frozenset({"refusal", "police-legal"})
MASKED: frozenset[Outcome] = frozenset({"release-masked", "warning", "restricted"})
MASKED_IF_HARSH: frozenset[Outcome] = frozenset({"care", "answer-once"})
CLOSED: frozenset[State] = frozenset({"released", "refused"})
HARASSMENT: frozenset[Outcome] = frozenset({"warning", "restricted", "refusal", "police-legal"})
REASON_LENGTH = 2_000  # characters
NAMING_LENGTH = 200  # characters

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

_REVIEWER: frozenset[Permission] = frozenset({"account", "queue", "read", "reveal", "claim", "decide", "all"})
_LEAD: frozenset[Permission] = frozenset(
    {*_REVIEWER, "second", "log", "letters", "routing", "signs", "hold", "evidence"}
)
PERMISSIONS: dict[Role, frozenset[Permission]] = {
    "reviewer": _REVIEWER,
    "lead": _LEAD,
    "admin": frozenset({*_LEAD, "people"}),
    "auditor": frozenset({"account", "log"}),
}


class NotAllowed(Exception):  # noqa: N818 - it reads as the answer it is
    """This person may not do this, or not now; the message says why, as a msgid."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a verdict: the field, and an English msgid that says what to do."""

    field: str
    message: str


def may(role: str, permission: str) -> bool:
    """Whether a person of this role has this permission; a role that nobody knows has none."""
    return any(known == role and permission in allowed for known, allowed in PERMISSIONS.items())


def may_open(role: str, *, restricted: bool) -> bool:
    """Whether a person of this role may open an inquiry; those to a restricted desk are for leads and admins."""
    return may(role, "read") and (not restricted or may(role, "second"))


def is_masked(outcome: str, *, manner_acceptable: bool | None) -> bool:
    """Whether the desk gets a copy with the harsh words covered; some outcomes ask for one only where there are any."""
    return outcome in MASKED or (outcome in MASKED_IF_HARSH and manner_acceptable is False)


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


def countersigned(
    state: str, *, agrees: bool, first: str | None, person: str, role: str, one_hand: bool = False
) -> State:
    """The state after the second signature: refused, or held again when the second person disagrees.

    `one_hand`: one of the two accounts may be in the hands of the other (see `desk.rules.accounts`).
    """
    if not may(role, "second"):
        raise NotAllowed(N_("A lead signs grave outcomes."))
    if state != "escalated" or first is None:
        raise NotAllowed(N_("This inquiry does not wait for a second signature."))
    if first == person:
        raise NotAllowed(N_("The second signature has to be another person’s."))
    if agrees and one_hand:
        raise NotAllowed(ONE_HAND)
    return "refused" if agrees else "held"


def withdrawn(state: str, *, first: str | None, person: str) -> State:
    """The state after the first person takes a grave decision back, which waits for its second signature."""
    if state != "escalated" or first != person:
        raise NotAllowed(
            N_("Only whoever decided can withdraw it, and only as long as it waits for the second signature.")
        )
    return "held"


def reopened(state: str, *, role: str) -> State:
    """The state after a lead reopens what was decided; the decisions stay on record."""
    if not may(role, "second"):
        raise NotAllowed(N_("Only a lead can reopen an inquiry."))
    if state not in CLOSED:
        raise NotAllowed(N_("This inquiry is not closed now: a colleague has reopened it, or it was erased."))
    return "held"


def consulted(decided: Iterable[tuple[str, str]]) -> bool:
    """Whether the police or counsel are consulted, by the outcomes of all decisions and the states that they led to.

    That is on record from the second signature on, also where the inquiry is reopened: whoever was asked may be told
    why as long as nothing else was decided. What closes the inquiry by another outcome takes its place.
    """
    closing = [outcome for outcome, after in decided if after in CLOSED]
    return closing[-1:] == ["police-legal"]


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


ONE_HAND = N_(
    "Within the last 14 days one of you invited or reset the other’s account, or the same colleague did so with both,"
    " so that the two do not count as two persons yet. Another lead has to sign."
)

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

RESULTS: dict[Outcome, str] = {
    "release": N_("It is treated as any other inquiry"),
    "release-masked": N_("The request is treated as any other; the reviewers deal with the manner"),
    "answer-once": N_("One full answer is called for, as our final one"),
    "care": N_("Care comes first"),
    "warning": N_("A warning is called for"),
    "restricted": N_("Contact is restricted"),
    "refusal": N_("Support is refused"),
    "police-legal": N_("Support is refused, and the police or counsel are consulted"),
}
"""The outcomes as their desk is told of them, as msgids: what was found. Their names would read as orders."""

_OF_A_COPY: dict[tuple[bool | None, bool | None], str] = {
    (True, True): RESULTS["release"],
    (False, True): N_("The inquiry goes to its desk"),
    (False, False): N_("The inquiry goes to its desk; the reviewers deal with the manner"),
}


def result(outcome: Outcome, *, request_reasonable: bool | None, manner_acceptable: bool | None) -> str:
    """What its desk is told of an outcome, as a msgid; a masked copy follows from any answers to the two points."""
    told = RESULTS[outcome]
    return _OF_A_COPY.get((request_reasonable, manner_acceptable), told) if outcome == "release-masked" else told
