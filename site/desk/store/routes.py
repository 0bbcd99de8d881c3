"""Where inquiries belong: what was recognised by which of our own words, and where staff sent them on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, func, select, true, union

from desk.rules import forwarding, receipts
from desk.rules.organisation import SERVICE
from desk.rules.routing.precision import Led, SentOn
from desk.store import audit, decisions, outbox, recalling, times
from desk.store.decisions import StateConflict
from desk.store.engine import Store
from desk.store.ids import new_id
from desk.store.outbox import Mail
from desk.store.tables import ASSESSMENT, FORWARD, INQUIRY, ROUTE, ROUTE_WORD, STAFF
from desk.store.writer import each


class Lead(NamedTuple):
    """A cue that led to a destination: the id of a desk, or "service:<id>"."""

    destination: str
    word: str


@dataclass(frozen=True, slots=True)
class Forwarded:
    """Where an inquiry was sent on, by whom and when."""

    id: str
    staff_name: str
    at: datetime
    destination: str


@dataclass(frozen=True, slots=True)
class Way:
    """The way of one inquiry: what was recognised in it, and where it was sent on, the oldest first."""

    leads: tuple[Lead, ...] = ()
    forwards: tuple[Forwarded, ...] = ()


@dataclass(frozen=True, slots=True)
class Forward:
    """That a staff member sends an inquiry on; `behind` is the id of the last forward they saw, "" for none.

    `told` is for the desk that had it, unless its own letter has not left: then it gets neither.
    """

    receipt: str
    staff_id: str
    at: datetime
    destination: str
    behind: str
    mail: Mail
    told: Mail | None = None


def keep(connection: Connection, inquiry_id: str, topic: str, leads: Iterable[Lead]) -> None:
    """Keep what was recognised in an inquiry, in the transaction of its screening."""
    connection.execute(ROUTE.insert(), {"inquiry_id": inquiry_id, "topic": topic})
    if rows := [{"inquiry_id": inquiry_id, **lead._asdict()} for lead in dict.fromkeys(leads)]:
        connection.execute(ROUTE_WORD.insert(), rows)


def send_on(store: Store, forward: Forward) -> None:
    """Record a forward, with its mails in the same transaction; they go instead of what has not left yet.

    Raises StateConflict where the inquiry waits for a review, or was sent on meanwhile. Raises StoreUnavailable.
    """
    store.write(_send_on, forward).result()


def way(store: Store, receipt: str) -> Way:
    """The way of the inquiry of a receipt; an empty one where there is none. Raises StoreUnavailable."""
    return store.look(_way, receipts.read(receipt))


def stations(store: Store, inquiry_ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Where each of these inquiries was sent on, in order, if it was. Raises StoreUnavailable."""
    return store.look(_stations, FORWARD.c.inquiry_id.in_(inquiry_ids))


def desks(store: Store) -> frozenset[str]:
    """The desks that inquiries are about or were sent on to, but for what is erased. Raises StoreUnavailable."""
    return store.look(_desks)


def led(store: Store) -> list[Led]:
    """In how many inquiries that went to a desk each word led where, by the topic chosen. Raises StoreUnavailable."""
    return store.look(_led)


def sent_on(store: Store) -> list[SentOn]:
    """Each word of each inquiry that was sent on, with its stations. Raises StoreUnavailable."""
    return store.look(_sent_on)


@each
def _send_on(connection: Connection, store: Store, forward: Forward) -> None:
    inquiry_id, state, claimed_by = decisions.standing(connection, forward.receipt)
    before = _forwards(connection, inquiry_id)
    if state not in forwarding.SENDABLE or (before[-1].id if before else "") != forward.behind:
        raise StateConflict(state, claimed_by)
    by = {"inquiry_id": inquiry_id, "staff_id": forward.staff_id}
    row = {"id": new_id(forward.at), **by, "destination": forward.destination, "at": forward.at}
    connection.execute(FORWARD.insert(), row)
    times.doubt(connection, [(inquiry_id, forward.at)])
    # The new desk's letter says all that the one before would have; who is referred to a service is answered there.
    never_asked = recalling.call_back(connection, inquiry_id, forward.at)
    recalling.ask_again(connection, inquiry_id, [forward.mail], forward.at)
    mails = [forward.mail, *recalling.still_to_tell(forward.told, never_asked)]
    outbox.enqueue(connection, store, inquiry_id, mails, forward.at)
    audit.append(connection, store, "sent-on", forward.at, **by, detail=forward.destination)


def _way(connection: Connection, _: Store, receipt: str | None) -> Way:
    inquiry_id = connection.execute(select(INQUIRY.c.id).where(INQUIRY.c.receipt == receipt)).scalar()
    if inquiry_id is None:
        return Way()
    words = select(*ROUTE_WORD.c["destination", "word"]).where(ROUTE_WORD.c.inquiry_id == inquiry_id)
    found = connection.execute(words.order_by(ROUTE_WORD.c.destination, ROUTE_WORD.c.word))
    return Way(tuple(Lead(*row) for row in found), _forwards(connection, inquiry_id))


def _forwards(connection: Connection, inquiry_id: str) -> tuple[Forwarded, ...]:
    rows = (
        select(*FORWARD.c["id", "at", "destination"], STAFF.c.name.label("staff_name"))
        .join_from(FORWARD, STAFF)
        .where(FORWARD.c.inquiry_id == inquiry_id)
        .order_by(*decisions.in_the_order_of_the_log(FORWARD))
    )
    return tuple(Forwarded(**row) for row in connection.execute(rows).mappings())


def _stations(connection: Connection, _: Store, which: ColumnElement[bool]) -> dict[str, tuple[str, ...]]:
    rows = select(*FORWARD.c["inquiry_id", "destination"]).where(which)
    found: dict[str, tuple[str, ...]] = {}
    for inquiry_id, destination in connection.execute(rows.order_by(*decisions.in_the_order_of_the_log(FORWARD))):
        found[inquiry_id] = (*found.get(inquiry_id, ()), destination)
    return found


def _desks(connection: Connection, _: Store) -> frozenset[str]:
    about = select(INQUIRY.c.topic).join(ASSESSMENT, ASSESSMENT.c.inquiry_id == INQUIRY.c.id)
    sent_on = select(FORWARD.c.destination).join(ASSESSMENT, ASSESSMENT.c.inquiry_id == FORWARD.c.inquiry_id)
    kept = ASSESSMENT.c.state != "erased"
    found = connection.scalars(union(about.where(kept), sent_on.where(kept)))
    return frozenset(station for station in found if not station.startswith(SERVICE))


def _led(connection: Connection, _: Store) -> list[Led]:
    by = (*ROUTE_WORD.c["destination", "word"], ROUTE.c.topic)
    arrived = ASSESSMENT.c.state.in_(forwarding.SENDABLE)
    joined = select(*by, func.count().label("number")).join_from(ROUTE_WORD, ROUTE)
    joined = joined.join(ASSESSMENT, ROUTE_WORD.c.inquiry_id == ASSESSMENT.c.inquiry_id)
    counted = connection.execute(joined.where(arrived).group_by(*by))
    return [Led(row.destination, row.word, row.number, row.topic) for row in counted]


def _sent_on(connection: Connection, store: Store) -> list[SentOn]:
    rows = (
        select(ROUTE_WORD, ROUTE.c.topic)
        .join_from(ROUTE_WORD, ROUTE)
        .where(ROUTE_WORD.c.inquiry_id.in_(select(FORWARD.c.inquiry_id)))
    )
    ways = _stations(connection, store, true())
    return [SentOn(row.destination, row.word, ways[row.inquiry_id], row.topic) for row in connection.execute(rows)]
