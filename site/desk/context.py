"""What every handler and worker has at hand, put together once in app.py."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from desk.pages import Pages
from desk.rules.languages import LANGUAGES
from desk.rules.organisation import Organisation
from desk.rules.policy import TRANSLATION, Policy, in_force
from desk.rules.review import N_
from desk.rules.routing import Directory
from desk.settings import Settings
from desk.signs_files import Ruleset
from desk.store.engine import Store
from desk.texts import Versions
from desk.tokens import Tokens


@dataclass(frozen=True)
class Context:
    """The surroundings of one process: read-only, shared by all of its requests."""

    settings: Settings
    organisation: Organisation
    directory: Directory
    policies: Versions
    notices: Versions
    read_ruleset: Callable[[], Ruleset]
    store: Store
    tokens: Tokens
    pages: Pages
    now: Callable[[], datetime]

    @property
    def ruleset(self) -> Ruleset:
        """What inquiries are screened by, read when it is first asked for: who serves pages alone never asks."""
        return self.read_ruleset()

    @cached_property
    def topics(self) -> frozenset[str]:
        """What an inquiry can be about: the ids of the desks and service:<id> of the organisation's own services."""
        services = (f"service:{service.id}" for service in self.organisation.services if service.own)
        return frozenset({*(desk.id for desk in self.organisation.desks), *services})

    @cached_property
    def anonymous(self) -> frozenset[str]:
        """The desks that take an inquiry without a name and without an address."""
        return frozenset(desk.id for desk in self.organisation.desks if desk.anonymous)

    def topic_name(self, topic: str, language: str) -> str:
        """What an inquiry is about: a desk or a service; one that is no longer in the organisation file by its id."""
        kind, colon, service = topic.partition(":")
        try:
            found = self.organisation.service(service) if colon else self.organisation.desk(kind)
        except KeyError:
            return self.pages.translate(language, N_("(no longer listed: %(id)s)"), id=service or kind)
        return found.name.in_(language)

    def policy(self, language: str, at: datetime | None = None) -> Policy:
        """The policy that is in force now, or was `at` a moment, by the organisation's own calendar."""
        return in_force(self.policies[language], self.day(at))

    def policy_of(self, language: str, version: str) -> Policy:
        """The policy of that version, as somebody was shown it, where it is still kept; else the one in force."""
        kept = (policy for policy in self.policies[language] if policy.version == version)
        return next(kept, None) or self.policy(language)

    def translation(self, language: str) -> str:
        """What the policy in force says at the foot of pages of a translation; "" on those of the text that governs."""
        if language == LANGUAGES[0]:
            return ""
        said = (clause.text for clause in self.policy(language).clauses if clause.id == TRANSLATION)
        return next(said, "")

    def notice(self, language: str, at: datetime | None = None) -> Policy:
        """The notice that is in force now, or was `at` a moment, by the organisation's own calendar."""
        return in_force(self.notices[language], self.day(at))

    def day(self, at: datetime | None = None) -> date:
        """Today, or the day of a moment, by the organisation's own calendar."""
        return (at or self.now()).astimezone(ZoneInfo(self.organisation.timezone)).date()
