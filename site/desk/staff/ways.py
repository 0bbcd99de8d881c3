"""The way of one inquiry as staff see it: what was recognised and why, where it was sent on, where it can go."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from desk.context import Context
from desk.rules import forwarding, review, routing
from desk.rules.organisation import SERVICE, Organisation
from desk.rules.routing import Recognised, whole
from desk.staff import covers
from desk.store.records import StoredInquiry
from desk.store.reviews import Case
from desk.store.routes import Forwarded, Way
from desk.store.sessions import Session

COVER = "\0"  # no letter that anybody types, so that what is covered is told from squares that were typed


@dataclass(frozen=True, slots=True)
class Station:
    """Where an inquiry was sent on: to a desk, or its sender to a service."""

    name: str
    is_service: bool
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page says of it; no desks and services where it cannot be sent on, `behind` is the last forward's id.

    `had`: a desk has been asked to answer, and is to be told where others do.
    `recognised`: where it seems to belong, and the words that say so as they were typed, none where they are covered.
    `gone`: the desk that answers is no longer in the organisation file; `once_gone`: that one, or one before it.
    """

    standing: str
    had: bool
    recognised: tuple[tuple[str, tuple[str, ...]], ...]
    stations: tuple[Station, ...]
    desks: tuple[tuple[str, str], ...]
    services: tuple[tuple[str, str, str], ...]
    behind: str
    gone: bool
    once_gone: bool


def shown(desk: Context, me: Session, case: Case, way: Way, *, revealed: bool) -> Shown:
    """The way in the language of the person who reads, with what they can choose from."""
    language, facts = me.staff.language, desk.organisation
    sendable = case.state in forwarding.SENDABLE and review.may(me.staff.role, "decide")
    here, already = standing(facts, case, way), there(facts, case, way)
    return Shown(
        standing=desk.topic_name(here, language),
        had=had_by(facts, case, way) is not None,
        recognised=tuple(_recognised(desk, me, case, way, revealed=revealed)),
        stations=tuple(_station(desk, one, language) for one in way.forwards),
        desks=tuple((one.id, one.name.in_(language)) for one in facts.desks if sendable and one.id not in already),
        services=tuple(_services(facts, here, language)) if sendable and can_refer(case) else (),
        behind=way.forwards[-1].id if way.forwards else "",
        gone=_gone(facts, answering(facts, case, way)),
        once_gone=any(_gone(facts, one) for one in (case.inquiry.topic, *(sent.destination for sent in way.forwards))),
    )


def standing(facts: Organisation, case: Case, way: Way) -> str:
    """Where the inquiry is now: where it was sent last, else the desk that its topic leads to."""
    return way.forwards[-1].destination if way.forwards else facts.desk_of(case.inquiry.topic)


def answering(facts: Organisation, case: Case, way: Way) -> str:
    """The desk that answers: where the inquiry stands, or what its topic leads to where only its sender was sent on."""
    here = standing(facts, case, way)
    return facts.desk_of(case.inquiry.topic) if here.startswith(SERVICE) else here


def had_by(facts: Organisation, case: Case, way: Way) -> str | None:
    """The desk that has it and is asked to answer; None where its sender was referred on, or the desk is gone.

    A decision after that referral asks the desk again.
    """
    desk = answering(facts, case, way)
    referred = standing(facts, case, way).startswith(SERVICE) and not _decided_since(case, way.forwards[-1].at)
    return None if referred or _gone(facts, desk) else desk


def there(facts: Organisation, case: Case, way: Way) -> frozenset[str]:
    """Where it cannot be sent on to, as it is there already: where it stands, and the desk that has it."""
    return frozenset((standing(facts, case, way), had_by(facts, case, way) or ""))


def can_refer(case: Case) -> bool:
    """Whether the sender can be referred to a service: one who gave no e-mail address gets no letter."""
    return bool(case.inquiry.email)


def destinations(facts: Organisation, case: Case) -> frozenset[str]:
    """Everything this inquiry can be sent on to."""
    services = facts.services if can_refer(case) else ()
    return frozenset((*(desk.id for desk in facts.desks), *(SERVICE + service.id for service in services)))


def _decided_since(case: Case, at: datetime) -> bool:
    """Whether a decision since then told a desk what to do."""
    return any(one.state_after in review.CLOSED and one.at > at for one in case.decisions)


def _gone(facts: Organisation, station: str) -> bool:
    """Whether a station is a desk that is no longer in the organisation file."""
    return not station.startswith(SERVICE) and station not in {one.id for one in facts.desks}


def _recognised(
    desk: Context, me: Session, case: Case, way: Way, *, revealed: bool
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each thing that screening recognised and that the desk would still, with the whole words that say so.

    Nothing where somebody may need help, for that comes before any topic, or where it could not be told; nor a desk of
    which no word that was typed says anything.
    """
    kept = {lead.destination for lead in way.leads}
    if not kept or case.assessment.care or case.assessment.failed:
        return  # without reading the inquiry, which takes long where it is long
    typed = case.inquiry if revealed else _covered(case)
    found = routing.recognise(case.inquiry.subject, case.inquiry.message, case.inquiry.language, desk.directory)
    for destination, one in (*((SERVICE + one.id, one) for one in found.services), *_desk(found.desk)):
        said = _said(one, typed, is_service=destination.startswith(SERVICE))
        if said and destination in kept:
            seen = tuple(word for word in said if COVER not in word)
            yield desk.topic_name(destination, me.staff.language), seen


def _desk(found: Recognised | None) -> tuple[tuple[str, Recognised], ...]:
    return ((found.id, found),) if found else ()


def _said(one: Recognised, typed: StoredInquiry, *, is_service: bool) -> list[str]:
    return whole.names(one.evidence, typed) if is_service else whole.reasons(one.evidence, typed)


def _covered(case: Case) -> StoredInquiry:
    """The inquiry as its page shows it, with a mark for each covered letter."""

    def text(field: str) -> str:
        covered = ((start, end) for start, end, _ in covers.spans(case, field))
        return review.masked(getattr(case.inquiry, field), covered, COVER)

    return replace(case.inquiry, subject=text("subject"), message=text("message"))


def _station(desk: Context, sent: Forwarded, language: str) -> Station:
    name = desk.topic_name(sent.destination, language)
    return Station(name, sent.destination.startswith(SERVICE), sent.staff_name, sent.at)


def _services(facts: Organisation, here: str, language: str) -> Iterator[tuple[str, str, str]]:
    """Each service but the one that the sender was referred to last: its destination, its name, its operator."""
    for service in facts.services:
        if SERVICE + service.id != here:
            operator = service.operator.in_(language) if service.operator else ""
            yield SERVICE + service.id, service.name.in_(language), operator
