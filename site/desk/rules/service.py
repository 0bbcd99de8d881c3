"""A service that inquiries are sent on to: its addresses, its relatives, and what people write when they mean it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desk.rules.languages import Text
from desk.rules.organisation_reading import Table


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


def read(table: Table) -> Service:
    """The service that one [[service]] describes. Raises OrganisationError."""
    cues = tuple(Cues.__dataclass_fields__)
    table.only("id", "name", "what", "site", "contact", "operator", "family", "members", "confirmed", "parent", *cues)
    site = table.url("site")
    family = table.optional("family")
    return Service(
        id=table.identifier("id"),
        name=table.bilingual("name"),
        what=table.bilingual("what"),
        site=site,
        contact=table.url("contact") if "contact" in table else site,
        operator=table.optional_bilingual("operator"),
        family=family,
        members=table.words("members"),
        confirmed=table.day("confirmed"),
        parent=table.optional("parent") or family,
        cues=Cues(**{name: table.words(name) for name in cues}),
    )


def check_names(table: Table, service: Service, services: Mapping[str, Service]) -> None:
    """Refuse a service that names one that is not there. Raises OrganisationError."""
    named = [
        ("family", service.family),
        ("parent", service.parent),
        *(("members", member) for member in service.members),
    ]
    for setting, other in named:
        if other is not None and other not in services:
            raise table.fault(setting, f'there is no service "{other}"; name one of the ids of this file')


def check_family(table: Table, service: Service, services: Mapping[str, Service]) -> None:
    """Refuse a family and a member of which only one says so; names are checked before. Raises OrganisationError."""
    if any(services[member].family != service.id for member in service.members):
        raise table.fault("members", f'every member says family = "{service.id}"')
    if service.family is not None and service.id not in services[service.family].members:
        raise table.fault("family", f'the service "{service.family}" lists this one in its members')
