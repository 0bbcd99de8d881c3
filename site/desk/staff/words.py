"""What codes of the rules and the store are called on staff pages, as msgids or in the language of the page."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Final

from desk.rules import review
from desk.rules.organisation import Organisation
from desk.rules.policy import OTHER_ACT, Policy
from desk.rules.review import N_
from desk.store import screening
from desk.store.outcomes import Stands

SEVERITIES: Final = {
    "emergency": N_("Emergency"),
    "high": N_("High"),
    "medium": N_("Medium"),
    "low": N_("Low"),
    "none": N_("Not flagged"),
}
STATES: Final = {
    "received": N_("Being screened"),
    "clean": N_("Sent to its desk"),
    "held": N_("Waiting for a reviewer"),
    "claimed": N_("In review"),
    "escalated": N_("Waiting for a second signature"),
    "released": N_("Reviewed and sent to its desk"),
    "refused": N_("Support refused"),
    "erased": N_("Erased"),
}
WAITS: Final = N_("Waits to be screened")
"""What "received" is called once it should have been screened."""

WHYS: Final = {
    "unusual": N_("Unusual wording: please look"),
    "failed": N_("The screening failed: please read it yourself"),
    "unjudged": N_("It could not be told whether this repeats an earlier inquiry: please look"),
    "sealed": N_("Cannot be opened: its key is missing"),
}
FIELDS: Final = {
    "name": N_("Name"),
    "kana": N_("Reading of the name in kana"),
    "company": N_("Company"),
    "email": N_("E-mail address"),
    "subject": N_("Subject"),
    "message": N_("Inquiry"),
}
STRENGTHS: Final = {"strong": N_("strong sign"), "medium": N_("sign"), "weak": N_("weak sign")}
SPELLINGS: Final = {
    "downwards": N_("the first letters of the lines, read downwards"),
    "open": N_("informal or with mistakes, read as it was likely meant"),
    "disguised": N_("disguised"),
}
REASONS: Final = {
    "idiom": N_("it is a figure of speech"),
    "quote": N_("it is quoted"),
    "report": N_("it reports what somebody said or did"),
    "third": N_("it is about somebody else"),
    "passive": N_("it happened to the writer"),
    "denied": N_("the writer says the opposite"),
    "self": N_("the writer speaks of themselves"),
    "machine": N_("it is about a device or a program"),
    "topic": N_("it is what the inquiry is about, not how it is made"),
    "fault": N_("the writer names a fault of ours as the reason"),
    "lawful": N_("it tells of a step that anybody may lawfully take"),
    "thanks": N_("it is said in thanks or praise"),
    "sympathy": N_("it is said in sympathy with people in trouble"),
    "name": N_("it may well be somebody's name"),
    "ordinary": N_("the inquiry as a whole reads like ordinary ones"),
    "another": N_("it reads more like another act"),
    "dialogue": N_("to the program the messages read together do not look like a demand made again"),
}
CARES: Final = {
    "self-harm": N_("Signs that somebody may harm themselves"),
    "danger": N_("Signs that somebody’s life may be in danger"),
    "disability": N_("Signs of a disability or an illness"),
    "distress": N_("Signs of distress"),
}
GUIDANCE: Final = {
    "self-harm": N_(
        "Treat this before anything else. Do not put it off, do not argue. Have a lead called in at once;"
        " answer calmly and name a place that helps, such as #いのちSOS (0120-061-338) or Yorisoi Hotline"
        " (0120-279-338), or TELL Lifeline in English (0800-300-8355). When danger is near, call 110 or 119."
    ),
    "danger": N_("Treat this before anything else. When somebody is in danger now, call 110 or 119, then tell a lead."),
    "disability": N_(
        "A manner that seems hard may come from a disability or an illness. Ask what would help, offer another way"
        " to be in touch, and judge the request by its content."
    ),
    "distress": N_("The writer seems to be under great strain. Answer the need first, calmly and in plain words."),
}
HELPLINE: Final = "#いのちSOS"
"""A name in the guidance that no line may break."""

OUTCOMES_EXPLAINED: Final = {
    "release": N_(
        "For what is no harassment. The desk gets the inquiry as it was written."
        " Where you name an act all the same, it and your reason are only put on record: neither the desk nor the"
        " customer is told of them."
    ),
    "release-masked": N_(
        "The desk answers the request and is spared the words. The reviewers deal with a manner that is not acceptable."
    ),
    "answer-once": N_(
        "The desk answers once, fully and politely, and says that this is our final answer."
        " Where the manner is not acceptable, it gets a masked copy."
    ),
    "care": N_(
        "The desk is told that this person may need help, and how to answer."
        " Where the manner is not acceptable, it gets a masked copy in which signs of need stay readable."
    ),
    "warning": N_("The desk answers a masked copy and points to the policy, with a warning."),
    "restricted": N_("The desk answers a masked copy in writing only, through one contact."),
    "refusal": N_("Support is refused. A lead has to sign as the second person."),
    "police-legal": N_(
        "The police or counsel are consulted, and support is refused as well. The inquiry comes into legal hold."
        " A lead has to sign as the second person."
    ),
}
BONDS: Final = {
    "address": N_("The same e-mail address"),
    "mailbox": N_("The same mailbox in another spelling"),
    "name": N_("Only the name is the same"),
    "name network": N_("Name and network are the same"),
    "network": N_("The same network; address and name differ"),
    "other": N_("A similar name or address"),
}
"""What links an earlier inquiry to this one's sender."""

MARKS: Final = {
    "trap": N_("A field that people do not see was filled in: perhaps a program sent this."),
    "fast": N_("It was sent within two seconds of the check page: perhaps a program sent this."),
}
LETTERS: Final = {
    "acknowledgement": N_("Confirmation to the sender"),
    "desk": N_("Inquiry to its desk"),
    "desk_masked": N_("Masked copy to the desk"),
    "desk_warning": N_("Masked copy to the desk, with a warning to give"),
    "desk_restricted": N_("Masked copy to the desk, restricted contact"),
    "desk_care": N_("Inquiry to its desk, care first"),
    "desk_once": N_("Inquiry to its desk, to be answered once"),
    "refusal": N_("Refusal of support, to the desk"),
    "elsewhere": N_("Word to the desk before that others answer"),
    "referral": N_("Way to a service, to the sender"),
    "emergency": N_("Notice of an emergency, to the staff on call"),
    "notice": N_("Notice of the refusal, sent to the sender by hand"),
}
LETTER_STATES: Final = {
    "waiting": N_("waits to leave"),
    "delivered": N_("has left"),
    "failed": N_("could not be delivered"),
    "recalled": N_("was taken back before it left"),
}
LETTER_FAULTS: Final = (
    ("its inquiry", N_("The inquiry cannot be opened: its key is missing.")),
    ("there is no desk", N_("The organisation file no longer has this desk.")),
    ("there is no emergency_mailbox", N_("The organisation file no longer says who is on call.")),
    ("there is no service", N_("The organisation file no longer has this service.")),
    ("not a bare e-mail address", N_("The address is not one that mail can be sent to.")),
    ("recipient refused", N_("The mail server does not take mail for this address.")),
    ("SMTPAuthenticationError", N_("The mail server refused our sign-in.")),
    ("SMTP", N_("The mail server refused the letter, or broke off.")),
    ("", N_("The letter could not be handed over to a mail server.")),
)
"""What stood in a letter's way, by how the reason begins; the last one fits everything."""

EVENTS: Final = {
    "opened": N_("opened an inquiry"),
    "revealed": N_("uncovered the text"),
    "searched": N_("searched the inquiries"),
    "shown-by-command": N_("showed an inquiry on the command line"),
    "uncovered-by-command": N_("uncovered the text of an inquiry on the command line"),
    "listed-by-command": N_("listed inquiries on the command line"),
    "claimed": N_("took an inquiry"),
    "handed-over": N_("handed an inquiry over"),
    "decided": N_("decided"),
    "sent-on": N_("sent an inquiry on"),
    "answered": N_("recorded an answer"),
    "refusal-told": N_("told a customer of the refusal"),
    "signed": N_("gave the second signature"),
    "sent-back": N_("sent a decision back"),
    "withdrawn": N_("withdrew a decision"),
    "reopened": N_("reopened an inquiry"),
    "signed-in": N_("signed in"),
    "signed-out": N_("signed out"),
    "signed-out-everywhere": N_("signed out everywhere"),
    "invited": N_("invited a colleague"),
    "added": N_("added a colleague"),
    "enrolled": N_("set a password and a second factor"),
    "disabled": N_("disabled an account"),
    "enabled": N_("enabled an account"),
    "role-changed": N_("changed a role"),
    "reset": N_("reset an account"),
    "letter-retried": N_("had a letter tried again"),
    "held-by-law": N_("put an inquiry in legal hold"),
    "hold-lifted": N_("lifted a legal hold"),
    "evidence-asked": N_("asked for an evidence pack"),
    "evidence-given": N_("gave an evidence pack"),
    "erased": N_("erased an inquiry whose time was over"),
    "erased-on-request": N_("erased an inquiry because its sender asked"),
    "erased-unreadable": N_("erased an inquiry whose key was given up as lost"),
    "clock-confirmed": N_("said that the clock is right, to have erased what is due"),
}

SOUGHT: Final = {
    "receipt": N_("Receipt number"),
    "email": N_("E-mail address"),
    "phone": N_("Telephone number"),
    "words": N_("Name or words"),
}
"""By what inquiries are searched."""


def state(code: str, received_at: datetime, now: datetime) -> str:
    """What the state of an inquiry that came in then is called now, as a msgid."""
    return WAITS if code == "received" and screening.is_late(received_at, now) else STATES[code]


def acts(policy: Policy, other: str) -> Mapping[str, str]:
    """Every covered act by its id, in the words of the policy, and `other` for the act that it does not name."""
    return {**{act.id: act.text for act in policy.acts()}, OTHER_ACT: other}


def letter_fault(why: str) -> str:
    """What stood in a letter's way, as a msgid."""
    return next(said for begins, said in LETTER_FAULTS if why.startswith(begins))


def decided(stands: Stands) -> str:
    """What stands on an inquiry after its review, as a msgid; that support is refused, whatever else is done."""
    outcome = review.known_outcome(stands.outcome)
    return STATES[stands.state] if outcome is None or outcome == "refusal" else review.OUTCOME_NAMES[outcome]


def opens(organisation: Organisation, stations: Collection[str], role: str) -> bool:
    """Whether somebody of this role opens an inquiry with these stations: its topic, and wherever it was sent on."""
    return review.may_open(role, restricted=restricts(organisation, stations))


def restricts(organisation: Organisation, stations: Collection[str]) -> bool:
    """Whether one of these stations is a desk whose readers are restricted, or may have been so."""
    return any(map(organisation.restricts, stations))
