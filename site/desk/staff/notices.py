"""What the reviewers owe a sender after a decision: the text, ready to be sent by hand."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Final, Literal

from desk.context import Context
from desk.pages import day, url
from desk.rules.policy import Policy
from desk.rules.review import N_
from desk.staff import matters
from desk.store.matters import Matter
from desk.store.reviews import Case

Kind = Literal["refusal", "manner"]

SUBJECTS: Final[dict[Kind, str]] = {
    "refusal": N_("[%(company)s] About your inquiry (receipt number %(receipt)s)"),
    "manner": N_("[%(company)s] A request about your inquiry (receipt number %(receipt)s)"),
}
DEAR: Final = N_("Dear customer,")
BEGIN: Final = N_("This is the inquiry desk of %(company)s, writing about the inquiry that reached us on %(day)s.")
READ: Final[dict[Kind, str]] = {
    "refusal": N_(
        "Several of us have read it with care. We have come to the conclusion that it falls under our customer"
        " harassment policy:"
    ),
    "manner": N_(
        "Your request itself is being answered by the desk in charge. Some of the wording, however, falls"
        " under our customer harassment policy:"
    ),
}
END: Final[dict[Kind, str]] = {
    "refusal": N_(
        "We are sorry to have to tell you that we can therefore be of no further service to you in this matter. Please"
        " understand that we will not reply to further messages about it."
    ),
    "manner": N_(
        "So that we can go on serving you well, we kindly ask you to consider this when you write to us again. Thank"
        " you for your understanding."
    ),
}
WHERE: Final = N_("Our policy: %(address)s")
CLOSE: Final = N_("%(company)s, inquiry desk")


@dataclass(frozen=True, slots=True)
class Notice:
    """A text to send to the sender, in their language; no address where they gave none.

    `due`: nothing says that it was sent, nor that the desk has answered, after which somebody may have sent it.
    """

    kind: Kind
    language: str
    address: str
    subject: str
    body: str
    grave: bool
    due: bool

    @property
    def mark(self) -> str:
        """By what the page tells on the way back which words it had shown."""
        return sha256(f"{self.language}\n{self.subject}\n{self.body}".encode()).hexdigest()


def owed(desk: Context, case: Case, matter: Matter) -> Notice | None:
    """The notice that this inquiry calls for, as its letter to the desk promises; None where none does (any more).

    That the desk has answered the request says nothing about its manner: that text stays at hand, and is not due.
    """
    first = next((one for one in reversed(case.decisions) if not one.confirms), None)
    if first is None or case.erased:
        return None
    kind: Kind | None = None
    if matters.untold(case, matter):
        kind = "refusal"
    elif case.state == "released" and first.outcome == "release-masked" and first.manner_acceptable is not True:
        kind = "manner"
    grave, due = first.outcome == "police-legal", kind == "refusal" or not matter.answers
    return _notice(desk, case, kind, first.acts, grave=grave, due=due) if kind else None


def _notice(desk: Context, case: Case, kind: Kind, acts: tuple[str, ...], *, grave: bool, due: bool) -> Notice:
    language, received = case.inquiry.language, matters.day_of(case.inquiry.received_at, matters.house(desk))
    known = {
        "company": desk.organisation.name.in_(language),
        "receipt": case.inquiry.receipt,
        "day": day(language, received),
    }
    policy = desk.policy_of(language, case.inquiry.policy_version)
    where = desk.pages.origin + url(language, "policy_version", version=policy.version)

    def say(message: str) -> str:
        return desk.pages.translate(language, message, **known, address=where)

    listed = "\n".join(_clauses(policy, acts))
    paragraphs = (DEAR, BEGIN, READ[kind], listed, WHERE, END[kind], CLOSE)
    body = "\n\n".join(one if one is listed else say(one) for one in paragraphs if one)
    return Notice(kind, language, case.inquiry.email, say(SUBJECTS[kind]), body, grave, due)


def _clauses(policy: Policy, acts: tuple[str, ...]) -> Iterator[str]:
    """The clauses of the acts that were named; of an act that the policy does not name, its definition."""
    named = {act.id: act.text for act in policy.acts()}
    found = [named[act] for act in acts if act in named]
    mark = {"ja": "・"}.get(policy.language, "- ")
    yield from (f"{mark}{text}" for text in found or [policy.clause("pol.def").text])
