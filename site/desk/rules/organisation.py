"""The organisation a site speaks for: its desks, its services and the times it keeps, typed and validated."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from desk.rules import business_days, own_words, service
from desk.rules.business_days import BusinessDays
from desk.rules.inquiry import GENERAL
from desk.rules.languages import Text
from desk.rules.organisation_reading import OrganisationError, Table, Values
from desk.rules.own_words import OwnWords
from desk.rules.service import Service

__all__ = ["Desk", "Organisation", "OrganisationError", "Retention", "Text", "read"]

SERVICE: Final = "service:"
"""Before the id of a service where desks and services stand side by side, as in a form's topic."""

_AT_LINE = re.compile(r"at line (\d+)")


@dataclass(frozen=True, slots=True)
class Desk:
    """A corporate destination; `restricted` narrows its readers.

    `post_only`: it takes nothing by the form where the organisation gives its postal address, `note` says how it takes
    it (see Organisation.takes_by_post). `anonymous`: it takes what comes without a name and without an address.
    `cues`: the organisation's own words for it.
    """

    id: str
    name: Text
    what: Text
    mailbox: str
    restricted: bool
    post_only: bool
    anonymous: bool
    note: Text | None
    cues: OwnWords


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
    """Everything the site says about the company that runs it.

    `emergency_mailbox`: who is told at once of an inquiry that may concern somebody in danger. `review_mailbox`: where
    the desks reach the reviewers. `urgent_note`: what the form and the receipt say to everybody about what cannot wait.
    """

    name: Text
    address: Text | None
    representative: Text | None
    timezone: str
    answer_within_business_days: int
    business_days: BusinessDays
    purpose_of_use: Text
    security_contact: str | None
    emergency_mailbox: str | None
    review_mailbox: str | None
    urgent_note: Text | None
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
        """Return the id of the desk that answers a topic: "general" for a service, although that answers itself.

        A desk that is not here any more is nobody's to stand in for: its letters are given up, and staff see why.
        """
        return GENERAL if topic.startswith(SERVICE) else topic

    def restricts(self, station: str) -> bool:
        """Say whether few may read what is about, or was sent on to, a desk or service.

        A desk that is not here any more may have been restricted, so it is.
        """
        if station.startswith(SERVICE):
            return False
        return next((desk.restricted for desk in self.desks if desk.id == station), True)

    def is_read_by_few(self, desk: Desk) -> bool:
        """Say whether what `desk` takes by the form is read by few only; never where it takes nothing so."""
        return desk.restricted and not self.takes_by_post(desk)

    def service(self, identifier: str) -> Service:
        """Return the service called `identifier`; KeyError if there is none."""
        return {one.id: one for one in self.services}[identifier]


@lru_cache(maxsize=4)  # each look of the doctor asks for it anew
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
        "name", "address", "representative", "timezone", "answer_within_business_days", "japanese_holidays",
        "closed_days", "purpose_of_use", "security_contact", "emergency_mailbox", "review_mailbox", "urgent_note",
    )  # fmt: skip
    return Organisation(
        name=facts.bilingual("name"),
        address=_address(facts.optional_bilingual("address")),
        representative=facts.optional_bilingual("representative"),
        timezone=facts.timezone("timezone"),
        answer_within_business_days=facts.count("answer_within_business_days"),
        business_days=_business_days(facts),
        purpose_of_use=facts.bilingual("purpose_of_use"),
        security_contact=facts.contact("security_contact") if "security_contact" in facts else None,
        emergency_mailbox=facts.mailbox("emergency_mailbox") if "emergency_mailbox" in facts else None,
        review_mailbox=facts.mailbox("review_mailbox") if "review_mailbox" in facts else None,
        urgent_note=facts.optional_bilingual("urgent_note"),
        retention=_retention(top.table("retention")),
        desks=tuple(_desk(table) for table in top.tables("desk")),
        services=tuple(service.read(table) for table in top.tables("service", least=0)),
    )


def _address(given: Text | None) -> Text | None:
    """The postal address, unless it is the pattern of the shipped file: nobody is to be sent to 000-0000."""
    if given is None or any(mark in text for text in (given.ja, given.en) for mark in ("000-0000", "…")):
        return None
    return given


def _business_days(facts: Table) -> BusinessDays:
    japanese, closed = facts.flag("japanese_holidays"), facts.words("closed_days")
    try:
        found = business_days.read(japanese, closed)
    except ValueError as error:
        remedy = f'write days as "12-31" (of every year) or "2026-12-31" (of one); "{error}" is none'
        raise facts.fault("closed_days", remedy) from error
    if len(found.closed_yearly) > business_days.MOST_CLOSED:
        raise facts.fault("closed_days", f"write at most {business_days.MOST_CLOSED} days of every year")
    return found


def _retention(table: Table) -> Retention:
    names = ("inquiries", "assessments", "outbox", "counts", "audit")
    table.only(*names)
    return Retention(**{name: table.count(name) for name in names})


def _desk(table: Table) -> Desk:
    table.only("id", "name", "what", "mailbox", "restricted", "post_only", "anonymous", "note", *own_words.SETTINGS)
    if table.flag("post_only") and table.flag("anonymous"):
        raise table.fault("anonymous", "what comes by post only has a sender to answer; take this or post_only away")
    return Desk(
        id=table.identifier("id"),
        name=table.bilingual("name"),
        what=table.bilingual("what"),
        mailbox=table.mailbox("mailbox"),
        restricted=table.flag("restricted"),
        post_only=table.flag("post_only"),
        anonymous=table.flag("anonymous"),
        note=table.optional_bilingual("note"),
        cues=own_words.read(table),
    )


def _check_relations(organisation: Organisation, top: Table) -> None:
    desks = [desk.id for desk in organisation.desks]
    services = {one.id: one for one in organisation.services}
    top.unique("desk", desks)
    top.unique("service", [one.id for one in organisation.services])
    if GENERAL not in desks:
        raise top.fault("desk", f'add a desk with id = "{GENERAL}": inquiries that fit no other go there')
    for check in (service.check_names, service.check_family):
        for table, one in zip(top.tables("service", least=0), organisation.services, strict=True):
            check(table, one, services)
    _check_words(organisation, top)


def _check_words(organisation: Organisation, top: Table) -> None:
    of_desks = [(table, one.id, one.cues) for table, one in zip(top.tables("desk"), organisation.desks, strict=True)]
    for desk in of_desks:
        own_words.check_traps(*desk)
    tables = top.tables("service", least=0)
    of_services = [(table, one.id, one.cues) for table, one in zip(tables, organisation.services, strict=True)]
    said = own_words.said_alone_once(("aliases", "terms"), of_services)
    names = [(own_words.alike(name), one.id) for one in organisation.services for name in (one.name.ja, one.name.en)]
    own_words.said_alone_once(("terms",), of_desks, dict(names) | said)
