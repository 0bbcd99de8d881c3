"""What stands against a mailbox: warnings, restricted contact and refusals on other inquiries that came from it."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy import Connection, select

from desk.rules.review import HARASSMENT
from desk.store import matters, outcomes
from desk.store.engine import Store
from desk.store.outcomes import Stands
from desk.store.records import StoredInquiry
from desk.store.sealing import SealError
from desk.store.tables import INQUIRY


@dataclass(frozen=True, slots=True)
class Measure:
    """What was decided on another inquiry, and its address, which may be another spelling of the same mailbox."""

    receipt: str
    stands: Stands
    email: str


def against(store: Store, inquiry: StoredInquiry, apart: Callable[[str], bool]) -> list[Measure]:
    """What stands against the mailbox of an inquiry, the oldest first; never by a name or a network.

    What is, or was sent on, to a desk that stands `apart` is bound to nothing, here as where repetitions are looked
    for; `apart` says so of an id. An erased inquiry is not found any more, as nothing of its address is left. Raises
    StoreUnavailable.
    """
    return store.look(about, inquiry, apart)


def about(connection: Connection, store: Store, inquiry: StoredInquiry, apart: Callable[[str], bool]) -> list[Measure]:
    """As `against` has it, among other things that are read at one moment."""
    if not inquiry.email:
        return []
    found = outcomes.standing(connection, matters.of_mailbox(store, inquiry.email))
    taken = {one: stands for one, stands in found.items() if stands.outcome in HARASSMENT and one != inquiry.id}
    if not taken:
        return []
    stations = matters.stations(connection, (inquiry.id, *taken))
    if any(map(apart, stations[inquiry.id])):
        return []
    rows = connection.execute(select(*INQUIRY.c["id", "receipt", "email"]).where(INQUIRY.c.id.in_(list(taken)))).all()
    measures = []
    for row in rows:
        if not any(map(apart, stations[row.id])):
            email = ""
            with suppress(SealError):
                email = store.seals.open(row.email, f"inquiry:email:{row.id}")
            measures.append(Measure(row.receipt, taken[row.id], email))
    return sorted(measures, key=lambda one: (one.stands.at, one.receipt))
