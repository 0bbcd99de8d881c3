"""What the screening found in an inquiry, in words for a terminal: the sentences of its page, covered as there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import Any

from desk import places, texts, words
from desk.commands.output import readable
from desk.rules.conduct.shapes import BY_WORDING
from desk.rules.organisation_reading import OrganisationError
from desk.rules.policy import Policy, PolicyError, in_force
from desk.rules.review import N_
from desk.settings import Settings, SettingsError
from desk.staff import found, groups, matters, telling
from desk.staff import words as names
from desk.staff.found import Doubt, Entry
from desk.staff.shown import Joined, Pieces
from desk.store.matters import Matter
from desk.store.reviews import Case
from desk.store.screening import is_late

Told = Mapping[str, object]
REPEATS = frozenset(("repetition", "repetition.heard"))


@dataclass(frozen=True, slots=True)
class Voice:
    """How it is told: how sentences are said in their language, what acts are called, the zone, and what is covered."""

    say: Callable[[str], str]
    acts: Mapping[str, str]
    zone: tzinfo
    now: datetime
    covered: Mapping[str, list[Joined]] = field(default_factory=dict)

    def act(self, act: str) -> str:
        """What an act is called, with its id."""
        name = self.acts.get(act) or self.say(names.CARES.get(act, act))
        return act if name == act else f"{name} ({act})"

    def coded(self, code: str, name: str) -> str:
        """A code and what it is called."""
        return f"{code} ({self.say(name)})"

    def quoted(self, several: tuple[Pieces, ...] | list[Pieces]) -> str:
        """Several wordings, each in quotation marks of its own."""
        return " ".join(self.say("“%(word)s”") % {"word": text(pieces)} for pieces in several)


def voice(settings: Settings, language: str, case: Case, zone: tzinfo, now: datetime) -> Voice:
    """How a case is told in this language; acts go by their ids alone where the policy cannot be read."""
    say = words.read(places.LOCALES, language).gettext
    policy = _policy(settings, language, case, now.astimezone(zone))
    return Voice(say, names.acts(policy, say(N_("Another act"))) if policy else {}, zone, now)


def _policy(settings: Settings, language: str, case: Case, now: datetime) -> Policy | None:
    try:
        versions = texts.policies(settings.locales or places.LOCALES)[language]
    except (OSError, OrganisationError, PolicyError, SettingsError):
        return None
    kept = (one for one in versions if one.version == case.inquiry.policy_version)
    return next(kept, None) or in_force(versions, now.date())


def text(pieces: Pieces) -> str:
    """A text in runs as a terminal shows it."""
    return "".join(f"<{piece.text}>" if piece.kind == "unseen" else piece.text for piece in pieces)


def findings(by: Voice, case: Case, matter: Matter) -> str | list[Told]:
    """What counts, or why there is nothing."""
    counted = groups.counted(case.assessment)
    if not counted:
        return by.say(telling.nothing(case, found.doubt(case, by.covered), by.now))
    answered = _answered(by, case, matter)
    return [_entry(by, found.entry(case, one, by.covered), matter, answered) for one in counted]


def suppressed(by: Voice, case: Case, matter: Matter) -> list[Told]:
    """What was seen and does not count, and why not."""
    answered = _answered(by, case, matter)
    seen = groups.uncounted(case.assessment)
    return [_entry(by, found.entry(case, one, by.covered), matter, answered) for one in seen]


def care(by: Voice, case: Case) -> list[Told]:
    """Each kind of need, what to do about it, and what tells of it."""
    return [
        {
            by.say(names.CARES[one.kind]): by.say(names.GUIDANCE[one.kind]),
            by.say(N_("Words")): by.quoted(one.words),
            by.say(N_("Rule")): ", ".join(one.signs) or by.say(telling.BY_OPINION),
            **({by.say(N_("Why")): by.say(telling.ESTIMATE)} if one.by_wording else {}),
        }
        for one in found.cares(case, by.covered)
    ]


def opinion(by: Voice, case: Case) -> str | None:
    """How unusual the wording reads; where it is held for that, with its words and what it might be."""
    said = found.doubt(case, by.covered)
    if said:
        return _doubt(by, said)
    known = case.assessment.opinion
    return readable({by.say(N_("How unusual")): _score(by, known["score"])}) if known else None


def screening(by: Voice, case: Case) -> str | None:
    """What there is to know of the screening itself, and of how to take its findings."""
    if case.state == "received":
        return by.say(telling.LATE if is_late(case.inquiry.received_at, by.now) else telling.UNDER_WAY)
    seen = case.assessment
    notes = ((seen.failed, telling.FAILED), (seen.unjudged, telling.UNJUDGED), (seen.findings, telling.SUGGESTS))
    said = [note for there, note in notes if there]
    return "\n".join(map(by.say, said)) or None


def _entry(by: Voice, one: Entry, matter: Matter, answered: str) -> Told:
    told = {
        str(one.number): by.act(one.act),
        by.say(N_("Repeats")): ", ".join(time.receipt for time in matter.earlier) if REPEATS & {*one.signs} else "",
        by.say(N_("Answered on")): answered if REPEATS & {*one.signs} else "",
        by.say(N_("Why")): "\n".join(_whys(by, one)),
        by.say(N_("Words")): by.quoted(one.words),
        by.say(N_("Field")): by.say(names.FIELDS.get(one.field, one.field)) if one.words else "",
        by.say(N_("Rule")): "\n".join(_sign(by, sign, strength) for sign, strength in one.signs.items()),
        by.say(N_("Spelling")): by.say(names.SPELLINGS[one.spelling]) if one.spelling else "",
    }
    return {name: value for name, value in told.items() if value}


def _whys(by: Voice, one: Entry) -> list[str]:
    said = []
    if one.reason:
        said.append(by.say(telling.NOT_COUNTED) % {"why": by.say(names.REASONS.get(one.reason, one.reason))})
    if "repetition.heard" in one.signs:
        said.append(by.say(telling.HEARD))
    if one.announces:
        said.append(by.say(telling.announces(one)) % {"number": one.announces})
    return said


def _answered(by: Voice, case: Case, matter: Matter) -> str:
    day = matters.answered_before(matter.earlier, case.inquiry.received_at, by.zone)
    return day.isoformat() if day else ""


def _sign(by: Voice, sign: str, strength: str) -> str:
    if sign == BY_WORDING:
        return by.say(telling.BY_OPINION)
    named = by.say(names.STRENGTHS.get(strength, strength))
    return _beside(sign, by.say(N_("(%(words)s)")) % {"words": named})


def _doubt(by: Voice, said: Doubt) -> str:
    fields = {by.say(names.FIELDS.get(name, name)): by.quoted(list(quotes)) for name, quotes in said.words.items()}
    why = {by.say(N_("Why")): by.say(telling.CYRILLIC)}
    guess = {by.say(N_("A guess")): _guessed(by, said.guesses)} if said.guesses else {}
    unusual = {by.say(N_("How unusual")): _score(by, said.score)}
    told = readable({**fields, **(why if said.only_mixed else unusual), **guess})
    return "\n".join((by.say(names.WHYS["unusual"]), by.say(telling.caution(said)), told))


def _guessed(by: Voice, guesses: tuple[str, ...]) -> str:
    first, *others = (by.acts.get(act, act) for act in guesses)
    if others:
        return by.say(telling.TWO_GUESSES) % {"act": first, "other": others[0]}
    return by.say(telling.ONE_GUESS) % {"act": first}


def _score(by: Voice, score: Any) -> str:
    return _beside(f"{score:.2f}", by.say(telling.SCALE))


def _beside(said: str, bracket: str) -> str:
    """With a bracket behind it; a wide one brings its own space along."""
    return said + ("" if bracket.startswith("（") else " ") + bracket
