"""What `desk doctor` looks at in files: the organisation, the texts, the signs and what has been learnt."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from desk import places, signs_files, texts, words
from desk.commands.looks import Look, listed, look
from desk.rules.conduct.opinion_features import LANGUAGES
from desk.rules.organisation import Organisation
from desk.settings import Settings

YOUR_OWN = "Write your own mailboxes into an organisation file and name it: DESK_ORGANISATION"
SAY_WHERE = 'Write address = { ja = "…", en = "…" } into [organisation] of the organisation file'
REPORT_TO = "Write your own security_contact into the organisation file, or take the line away: security.txt names it"
WHOLE = "Install the package anew: its files are not whole"
WHO_IS_ON_CALL = 'Write emergency_mailbox = "…" into [organisation] of the organisation file'
WHO_REVIEWS = 'Write review_mailbox = "…" into [organisation] of the organisation file'
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
    today = datetime.now(ZoneInfo(facts.timezone)).date()
    ahead = [service.id for service in facts.services if service.confirmed and service.confirmed > today]
    if ahead:
        yield Look("service addresses", False, listed("confirmed on a day to come", ahead), NOT_YET)
    kept = facts.retention
    days = f"inquiries {kept.inquiries} days, assessments {kept.assessments}"
    sooner = f"flagged inquiries go sooner than others: {days}" if kept.assessments < kept.inquiries else ""
    yield look("retention", sooner, days, AS_LONG)


def own_texts(known: Settings) -> Iterator[Look]:
    """Look at policy, notice, mail texts, signs and models. Raises what reading them raises."""
    folder = known.locales or places.LOCALES
    policies, notices = texts.policies(folder), texts.notices(folder)
    if known.locales:
        texts.check_mails(known.locales)
    count = len(words.read(places.LOCALES, "ja").messages)
    own_signs = [known.signs] if known.signs else []
    signs = signs_files.read(own_signs)
    seen = f"policy {policies['ja'][-1].version}, notice {notices['ja'][-1].version}, {count} Japanese messages"
    foreign = (
        "the shipped policy and notice, which name another company" if known.organisation and not known.locales else ""
    )
    yield look("texts", foreign, seen, "Put your own texts in their place: DESK_LOCALES")
    shipped = signs_files.texts()
    own = sum(sign.file not in shipped for sign in signs.signs)
    tried = sum(sign.trial for sign in signs.signs)
    told = f"{len(signs.signs) - tried} in force" + (f", {tried} on trial" if tried else "")
    told = f"{told}, {own} of them your own" if own_signs else told
    aside = str(signs_files.set_aside(own_signs))
    told = f"{told}; of the shipped ones {aside}" if aside else told
    yield Look("signs", True, f"{told}, version {signs_files.version(own_signs)}")
    yield _second_opinion()
    yield _dialogues()
    today = datetime.now(ZoneInfo(texts.organisation(known.organisation).timezone)).date()
    early = [text[0].version for text in (policies["ja"], notices["ja"]) if text[0].in_force > today]
    yield look("in force", listed("not yet", early), "policy and notice", "Set the clock, or add an earlier version")


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
