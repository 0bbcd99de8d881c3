"""The organisation a site speaks for: its desks, its services and the times it keeps, typed and validated."""

import re
import tomllib
from dataclasses import dataclass
from datetime import date

from desk.rules.inquiry import GENERAL
from desk.rules.languages import LANGUAGES
from desk.rules.organisation_reading import OrganisationError, Table, Values

__all__ = ["LANGUAGES", "Cues", "Desk", "Organisation", "OrganisationError", "Retention", "Service", "Text", "read"]

_AT_LINE = re.compile(r"at line (\d+)")


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in both languages."""

    ja: str
    en: str

    def in_(self, language: str) -> str:
        """Return the words in `language` ("ja" or "en")."""
        return self.ja if language == "ja" else self.en


@dataclass(frozen=True, slots=True)
class Desk:
    """A corporate destination; `restricted` narrows its readers.

    `post_only`: it takes nothing by the form where the organisation gives its postal address, `note` says how it takes
    it (see Organisation.takes_by_post). `anonymous`: it takes what comes without a name and without an address.
    """

    id: str
    name: Text
    what: Text
    mailbox: str
    restricted: bool
    post_only: bool
    anonymous: bool
    note: Text | None


@dataclass(frozen=True, slots=True)
class Cues:
    """What people write when they mean a service.

    aliases and terms say it alone (names; plans, panels, products), words only beside a word of `context`, none of
    them inside one of `traps`; hosts are the endings of its addresses. A member of a family is also said by the
    family's name with one of `kinds` beside it, or with one of `hints` anywhere in the inquiry.
    """

    aliases: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    traps: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Service:
    """A product with its own contact address; `operator` is None for the organisation's own."""

    id: str
    name: Text
    what: Text
    site: str
    contact: str
    operator: Text | None
    family: str | None
    members: tuple[str, ...]
    confirmed: date | None
    parent: str | None
    cues: Cues

    @property
    def own(self) -> bool:
        """Say whether the organisation itself runs it."""
        return self.operator is None


@dataclass(frozen=True, slots=True)
class Retention:
    """How many days each kind of record is kept."""

    inquiries: int
    assessments: int
    outbox: int
    counts: int
    audit: int


@dataclass(frozen=True, slots=True)
class Organisation:
    """Everything the site says about the company that runs it."""

    name: Text
    address: Text | None
    representative: Text | None
    timezone: str
    answer_within_business_days: int
    purpose_of_use: Text
    security_contact: str | None
    retention: Retention
    desks: tuple[Desk, ...]
    services: tuple[Service, ...]

    def takes_by_post(self, desk: Desk) -> bool:
        """Say whether `desk` takes its matters by post only; never where nobody is told where to send them."""
        return desk.post_only and self.address is not None

    def desk(self, identifier: str) -> Desk:
        """Return the desk called `identifier`; KeyError if there is none."""
        return {desk.id: desk for desk in self.desks}[identifier]

    def desk_of(self, topic: str) -> str:
        """Return the id of the desk that answers a topic: "general" for a service, although that answers itself."""
        return topic if any(desk.id == topic for desk in self.desks) else GENERAL

    def service(self, identifier: str) -> Service:
        """Return the service called `identifier`; KeyError if there is none."""
        return {service.id: service for service in self.services}[identifier]


def read(text: str, filename: str) -> Organisation:
    """Return the organisation that the TOML `text` describes; OrganisationError names `filename`, line and remedy."""
    try:
        values: Values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _AT_LINE.search(str(error))
        line = int(place[1]) if place else text.count("\n") + 1  # an end that comes too soon has no line of its own
        raise OrganisationError(filename, line, None, f"this is not TOML: {error}; correct the line") from error
    top = Table(values, text, filename)
    top.only("organisation", "retention", "desk", "service")
    organisation = _organisation(top)
    _check_relations(organisation, top)
    return organisation


def _organisation(top: Table) -> Organisation:
    facts = top.table("organisation")
    facts.only(
        "name", "address", "representative", "timezone", "answer_within_business_days", "purpose_of_use",
        "security_contact",
    )  # fmt: skip
    return Organisation(
        name=_text(facts, "name"),
        address=_address(_optional_text(facts, "address")),
        representative=_optional_text(facts, "representative"),
        timezone=facts.timezone("timezone"),
        answer_within_business_days=facts.count("answer_within_business_days"),
        purpose_of_use=_text(facts, "purpose_of_use"),
        security_contact=facts.contact("security_contact") if "security_contact" in facts else None,
        retention=_retention(top.table("retention")),
        desks=tuple(_desk(table) for table in top.tables("desk")),
        services=tuple(_service(table) for table in top.tables("service", least=0)),
    )


def _address(given: Text | None) -> Text | None:
    """The postal address, unless it is the pattern of the shipped file: nobody is to be sent to 000-0000."""
    if given is None or any(mark in text for text in (given.ja, given.en) for mark in ("000-0000", "…")):
        return None
    return given


def _retention(table: Table) -> Retention:
    names = ("inquiries", "assessments", "outbox", "counts", "audit")
    table.only(*names)
    return Retention(**{name: table.count(name) for name in names})


def _desk(table: Table) -> Desk:
    table.only("id", "name", "what", "mailbox", "restricted", "post_only", "anonymous", "note")
    return Desk(
        id=table.identifier("id"),
        name=_text(table, "name"),
        what=_text(table, "what"),
        mailbox=table.mailbox("mailbox"),
        restricted=table.flag("restricted"),
        post_only=table.flag("post_only"),
        anonymous=table.flag("anonymous"),
        note=_optional_text(table, "note"),
    )


def _service(table: Table) -> Service:
    cues = tuple(Cues.__dataclass_fields__)
    table.only("id", "name", "what", "site", "contact", "operator", "family", "members", "confirmed", "parent", *cues)
    site = table.url("site")
    family = table.optional("family")
    return Service(
        id=table.identifier("id"),
        name=_text(table, "name"),
        what=_text(table, "what"),
        site=site,
        contact=table.url("contact") if "contact" in table else site,
        operator=_optional_text(table, "operator"),
        family=family,
        members=table.words("members"),
        confirmed=table.day("confirmed"),
        parent=table.optional("parent") or family,
        cues=Cues(**{name: table.words(name) for name in cues}),
    )


def _text(table: Table, setting: str) -> Text:
    pair = table.table(setting)
    pair.only(*LANGUAGES)
    return Text(**{language: pair.string(language) for language in LANGUAGES})


def _optional_text(table: Table, setting: str) -> Text | None:
    return _text(table, setting) if setting in table else None


def _check_relations(organisation: Organisation, top: Table) -> None:
    desks = [desk.id for desk in organisation.desks]
    services = {service.id: service for service in organisation.services}
    top.unique("desk", desks)
    top.unique("service", [service.id for service in organisation.services])
    if GENERAL not in desks:
        raise top.fault("desk", f'add a desk with id = "{GENERAL}": inquiries that fit no other go there')
    for check in (_check_names, _check_family):
        for table, service in zip(top.tables("service", least=0), organisation.services, strict=True):
            check(table, service, services)


def _check_names(table: Table, service: Service, services: dict[str, Service]) -> None:
    named = [
        ("family", service.family),
        ("parent", service.parent),
        *(("members", member) for member in service.members),
    ]
    for setting, other in named:
        if other is not None and other not in services:
            raise table.fault(setting, f'there is no service "{other}"; name one of the ids of this file')


def _check_family(table: Table, service: Service, services: dict[str, Service]) -> None:
    if any(services[member].family != service.id for member in service.members):
        raise table.fault("members", f'every member says family = "{service.id}"')
    if service.family is not None and service.id not in services[service.family].members:
        raise table.fault("family", f'the service "{service.family}" lists this one in its members')
