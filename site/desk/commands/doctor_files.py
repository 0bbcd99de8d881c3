"""What `desk doctor` looks at in files: the organisation, the texts, the signs and what has been learnt."""

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from desk import places, signs_files, texts, words
from desk.commands.looks import Look, listed, look
from desk.rules import policy
from desk.rules.conduct.opinion_features import LANGUAGES
from desk.rules.organisation import Organisation
from desk.settings import Settings

YOUR_OWN = "Write your own mailboxes into an organisation file and name it: DESK_ORGANISATION"
SAY_WHERE = 'Write address = { ja = "…", en = "…" } into [organisation] of the organisation file'
REPORT_TO = "Write your own security_contact into the organisation file, or take the line away: security.txt names it"
WHOLE = "Install the package anew: its files are not whole"
WHO_IS_ON_CALL = 'Write emergency_mailbox = "…" into [organisation] of the organisation file'
WHO_REVIEWS = 'Write review_mailbox = "…" into [organisation] of the organisation file'
NAMES_ANOTHER = "the shipped policy and notice, which name another company"
OWN = (
    "Put your own text in its place; where a later version of your own lies beside it, take it out of the copy, or date"
    " yours so that it is in force today"
)
FROM_TODAY = (
    "Write a day that has come into the first line of the file (in force: …) or add an earlier version; if that day has"
    " come, set the clock"
)
LOOK_AT_EACH = "Look at each and write the day into `confirmed`"
NOT_YET = "Write the day on which you looked at the address into `confirmed`, or take the line away"
AS_LONG = "Write at least as many days into assessments as into inquiries: flagged inquiries are kept so long"


def organisation(known: Settings) -> Iterator[Look]:
    """Look at the organisation file. Raises OrganisationError."""
    facts = texts.organisation(known.organisation)
    mailboxes = {desk.id: desk.mailbox for desk in facts.desks}
    mailboxes |= {name: getattr(facts, name) or "" for name in ("emergency_mailbox", "review_mailbox")}
    examples = [name for name, mailbox in mailboxes.items() if mailbox.endswith("@example.com")]
    unaddressed = [desk.id for desk in facts.desks if desk.post_only and facts.address is None]
    unconfirmed = [service.id for service in facts.services if service.confirmed is None]
    yield Look("organisation", True, f"{facts.name.en}: {len(facts.desks)} desks, {len(facts.services)} services")
    yield look("mailboxes", listed("at example.com", examples), "all your own", YOUR_OWN)
    nobody = "" if facts.emergency_mailbox else "nobody is told of one before the queue is looked at"
    yield look("emergencies", nobody, f"told to {facts.emergency_mailbox}", WHO_IS_ON_CALL)
    unnamed = "" if facts.review_mailbox else "no letter to a desk says how to reach them"
    yield look("reviewers", unnamed, f"reached at {facts.review_mailbox}", WHO_REVIEWS)
    yield look("postal address", listed("none, but by post only", unaddressed), "given where needed", SAY_WHERE)
    contact = facts.security_contact or ""
    example = contact if contact.endswith("example.com") else ""
    yield look("security contact", listed("at example.com", [example] if example else []), contact or "none", REPORT_TO)
    yield look("service addresses", listed("never confirmed", unconfirmed), "all confirmed once", LOOK_AT_EACH)
    yield from _days(facts)


def _days(facts: Organisation) -> Iterator[Look]:
    """Look at the days that the file names."""
    today = _today(facts)
    ahead = [service.id for service in facts.services if service.confirmed and service.confirmed > today]
    if ahead:
        yield Look("service addresses", False, listed("confirmed on a day to come", ahead), NOT_YET)
    kept = facts.retention
    days = f"inquiries {kept.inquiries} days, assessments {kept.assessments}"
    sooner = f"flagged inquiries go sooner than others: {days}" if kept.assessments < kept.inquiries else ""
    yield look("retention", sooner, days, AS_LONG)


def own_texts(known: Settings) -> Iterator[Look]:
    """Look at policy, notice and mail texts. Raises what reading them raises."""
    folder = known.locales or places.LOCALES
    policies, notices = texts.policies(folder), texts.notices(folder)
    if known.locales:
        texts.check_mails(known.locales)
    facts = texts.organisation(known.organisation)
    told = ", ".join(_versions(*pair, _today(facts)) for pair in (("policy", policies), ("notice", notices)))
    count = len(words.read(places.LOCALES, "ja").messages)
    if known.organisation and not known.locales:
        yield Look("texts", False, NAMES_ANOTHER, "Put your own texts in their place: DESK_LOCALES")
        return
    foreign = _foreign(facts, {"policy": policies, "notice": notices})
    told = f"{told}, {count} Japanese messages"
    yield look("texts", listed("in force, and name another company", foreign), told, OWN)


def in_force(known: Settings) -> Iterator[Look]:
    """Look whether there is a policy and a notice for today. Raises what reading them raises."""
    folder, today = known.locales or places.LOCALES, _today(texts.organisation(known.organisation))
    first = (texts.policies(folder)["ja"][0], texts.notices(folder)["ja"][0])
    early = [text.version for text in first if text.in_force > today]
    yield look("in force", listed("not yet", early), "policy and notice", FROM_TODAY)


def _today(facts: Organisation) -> date:
    return datetime.now(ZoneInfo(facts.timezone)).date()


def _versions(kind: str, versions: texts.Versions, today: date) -> str:
    """The version of a text that is in force, and those that are still to come."""
    later = ", ".join(text.version for text in versions["ja"] if text.in_force > today)
    return f"{kind} {policy.in_force(versions['ja'], today).version} in force{f' ({later} to come)' if later else ''}"


def _foreign(facts: Organisation, kinds: dict[str, texts.Versions]) -> list[str]:
    """The files in force in which a shipped clause stands that names the shipped company, where that is not ours.

    Of the shipped texts policies and notices alone name one: the others are given the name of the organisation.
    """
    name = texts.organisation(None).name
    if facts.name == name:
        return []
    shipped = {"policy": texts.policies(places.LOCALES), "notice": texts.notices(places.LOCALES)}
    found = []
    for kind, versions in kinds.items():
        for language in LANGUAGES:
            theirs = {clause for text in shipped[kind][language] for clause in text.clauses}
            ours = policy.in_force(versions[language], _today(facts))
            if any(clause in theirs and name.in_(language) in clause.text for clause in ours.clauses):
                found.append(f"{language}/{kind}.{ours.version}.md")
    return found


def signs(known: Settings) -> Iterator[Look]:
    """Look at the signs. Raises SignError."""
    own_signs = [known.signs] if known.signs else []
    read = signs_files.read(own_signs)
    shipped = signs_files.texts()
    own = sum(sign.file not in shipped for sign in read.signs)
    tried = sum(sign.trial for sign in read.signs)
    told = f"{len(read.signs) - tried} in force" + (f", {tried} on trial" if tried else "")
    told = f"{told}, {own} of them your own" if own_signs else told
    aside = str(signs_files.set_aside(own_signs))
    told = f"{told}; of the shipped ones {aside}" if aside else told
    yield Look("signs", True, f"{told}, version {signs_files.version(own_signs)}")


def learnt(_known: Settings) -> Iterator[Look]:
    """Look at what has been learnt."""
    yield _second_opinion()
    yield _dialogues()


def _dialogues() -> Look:
    try:
        signs_files.dialogues()
    except (OSError, ValueError) as error:
        return Look("repetition", False, str(error), WHOLE)
    return Look("repetition", True, "reads dialogues")


def _second_opinion() -> Look:
    try:
        signs_files.model()
        readers = [language for language in LANGUAGES if signs_files.reader(language)]
    except (OSError, ValueError) as error:
        return Look("second opinion", False, str(error), WHOLE)
    return Look("second opinion", True, f"reads {', '.join(readers)}")
