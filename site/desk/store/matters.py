"""One matter across several inquiries: what a sender sent before, and which of that was about the same."""

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import CompoundSelect, Connection, RowMapping, bindparam, select, union

from desk.rules.repetition import senders
from desk.store import answers, outcomes
from desk.store.answers import Answered
from desk.store.engine import Store
from desk.store.inquiries import email_folded
from desk.store.matter_tables import SAME_MATTER, SENDER_MARK
from desk.store.outcomes import Stands
from desk.store.sealing import SealError
from desk.store.tables import ASSESSMENT, FORWARD, INQUIRY

_READ = ("email", "name", "message")


@dataclass(frozen=True, slots=True)
class Sender:
    """By what a sender is found again: the address, folded as it is counted, and marks of the rules."""

    address: str
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Before:
    """What is kept beside an assessment: by what its sender is found again, and the earlier inquiries on its matter."""

    marks: tuple[str, ...] = ()
    same: tuple[str, ...] = ()


NOTHING: Final = Before()


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier inquiry of a sender, its words opened; `stations`: its topic, and wherever it was sent on."""

    id: str
    receipt: str
    stations: frozenset[str]
    received_at: datetime
    email: str
    name: str
    message: str
    answers: tuple[Answered, ...]


@dataclass(frozen=True, slots=True)
class Time:
    """An earlier time that a matter was brought, without a word of it.

    `decided` is what a person decided about it, if anything stands. Address and name tell by what the two were taken
    for one sender's, and `network` whether they came from one; an erased inquiry has nothing of these.
    """

    receipt: str
    stations: frozenset[str]
    received_at: datetime
    state: str
    answers: tuple[Answered, ...]
    decided: Stands | None
    email: str
    name: str
    network: bool


@dataclass(frozen=True, slots=True)
class Matter:
    """The answers to one inquiry, and the earlier times of its matter, the oldest first."""

    answers: tuple[Answered, ...] = ()
    earlier: tuple[Time, ...] = ()


def earlier(store: Store, inquiry_id: str, by: Sender, most: int) -> list[Earlier]:
    """At most `most` inquiries from before this one by whoever wrote it, the newest first.

    They come from the same address or network, or bear one of the marks; whether they are one sender's is for the
    rules to say. One that cannot be opened is left out. Once its screening is kept this inquiry's own network is
    forgotten, and leads nowhere any more. Raises StoreUnavailable.
    """
    return store.look(_earlier, inquiry_id, by, most)


def matter(store: Store, inquiry_id: str, repeats: Collection[str] = ()) -> Matter:
    """What is known of the matter of an inquiry; `repeats` are the receipts that a finding of its own names.

    By these an earlier time is known even when it is erased, and bound to nothing any more. Raises StoreUnavailable.
    """
    return store.look(about, inquiry_id, repeats)


def of_mailbox(store: Store, email: str) -> CompoundSelect[Any]:
    """The ids of whatever came from the mailbox of an address, in this or another spelling, as a query of two halves.

    By its mark, and by the address too: what is not screened, or was not to the end, has no mark.
    """
    marked = SENDER_MARK.c.mark.in_(store.seals.indexes("sender", senders.mailbox(email)))
    addressed = INQUIRY.c.email_index.in_(store.seals.indexes("email", email_folded(email)))
    return union(select(SENDER_MARK.c.inquiry_id).where(marked), select(INQUIRY.c.id).where(addressed))


def network(connection: Connection, inquiry_id: str) -> bytes | None:
    """The index of the network that an inquiry came from; None when it is screened, or was never kept."""
    found: bytes | None = connection.execute(_NETWORK, {"of": inquiry_id}).scalar()
    return found


def keep(connection: Connection, store: Store, inquiry_id: str, before: Before, came_from: bytes | None) -> None:
    """Keep what was found of an inquiry's matter, in the transaction of its screening.

    The network that it `came_from` is kept beside marks of its sender alone: what is bound to nothing has none.
    """
    marks = [store.seals.index("sender", mark) for mark in before.marks]
    kept = dict.fromkeys(filter(None, (*marks, came_from))) if marks else ()
    if rows := [{"mark": mark, "inquiry_id": inquiry_id} for mark in kept]:
        connection.execute(SENDER_MARK.insert(), rows)
    if same := [{"inquiry_id": inquiry_id, "earlier_id": one} for one in dict.fromkeys(before.same)]:
        connection.execute(SAME_MATTER.insert(), same)


def _earlier(connection: Connection, store: Store, inquiry_id: str, by: Sender, most: int) -> list[Earlier]:
    theirs = _by_sender(connection, store, inquiry_id, by)
    columns = INQUIRY.c["id", "receipt", "received_at", *_READ]
    rows = select(*columns).where(INQUIRY.c.id < inquiry_id, INQUIRY.c.id.in_(theirs))
    found = list(connection.execute(rows.order_by(INQUIRY.c.id.desc()).limit(most)).mappings())
    ids = [row["id"] for row in found]
    given, at = answers.about(connection, ids), stations(connection, ids)
    sent = []
    for row in found:
        with suppress(SealError):
            texts: dict[str, Any] = store.seals.open_row("inquiry", row["id"], {name: row[name] for name in _READ})
            same = {name: row[name] for name in ("id", "receipt", "received_at")}
            sent.append(Earlier(**same, **texts, stations=at[row["id"]], answers=given.get(row["id"], ())))
    return sent


def _by_sender(connection: Connection, store: Store, inquiry_id: str, by: Sender) -> Any:
    """The ids of everything by this sender; a union, so that each half goes by its own index."""
    known: list[bytes] = [index for mark in by.marks for index in store.seals.indexes("sender", mark)]
    if came_from := network(connection, inquiry_id):
        known.append(came_from)
    by_address = select(INQUIRY.c.id).where(INQUIRY.c.email_index.in_(store.seals.indexes("email", by.address)))
    return union(by_address, select(SENDER_MARK.c.inquiry_id).where(SENDER_MARK.c.mark.in_(known)))


def about(connection: Connection, store: Store, inquiry_id: str, repeats: Collection[str]) -> Matter:
    """As `matter` has it, among other things that are read at one moment."""
    bound = select(SAME_MATTER.c.earlier_id).where(SAME_MATTER.c.inquiry_id == inquiry_id)
    named = select(INQUIRY.c.id).where(INQUIRY.c.receipt.in_(repeats))
    rows = (
        select(*INQUIRY.c["id", "receipt", "received_at", "email", "name"], ASSESSMENT.c.state)
        .join_from(ASSESSMENT, INQUIRY)
        .where(INQUIRY.c.id.in_(union(bound, named)))
        .order_by(INQUIRY.c.received_at, INQUIRY.c.id)
    )
    found = list(connection.execute(rows).mappings())
    ids = [row["id"] for row in found]
    given, at = answers.about(connection, (inquiry_id, *ids)), stations(connection, ids)
    decided, common = outcomes.standing(connection, ids), _common(connection, inquiry_id, ids)
    times = tuple(
        Time(
            **{name: row[name] for name in ("receipt", "received_at", "state")},
            **_whose(row, store, common.get(row["id"], set())),
            stations=at[row["id"]],
            answers=given.get(row["id"], ()),
            decided=decided.get(row["id"]),
        )
        for row in found
    )
    return Matter(given.get(inquiry_id, ()), times)


def _common(connection: Connection, inquiry_id: str, ids: Collection[str]) -> dict[str, set[bytes]]:
    """The marks that each of these inquiries has in common with the one."""
    own = select(SENDER_MARK.c.mark).where(SENDER_MARK.c.inquiry_id == inquiry_id)
    rows = select(*SENDER_MARK.c["inquiry_id", "mark"]).where(
        SENDER_MARK.c.inquiry_id.in_(ids), SENDER_MARK.c.mark.in_(own)
    )
    common: dict[str, set[bytes]] = {}
    for earlier_id, mark in connection.execute(rows):
        common.setdefault(earlier_id, set()).add(bytes(mark))
    return common


def _whose(row: RowMapping, store: Store, common: set[bytes]) -> dict[str, Any]:
    """Address and name of an inquiry, and whether another mark than of these is common: that of the network."""
    try:
        texts = store.seals.open_row("inquiry", row["id"], {name: row[name] for name in ("email", "name")})
    except SealError:
        return {"email": "", "name": "", "network": False}
    own = {index for mark in senders.marks(**texts) for index in store.seals.indexes("sender", mark)}
    return {**texts, "network": not common <= own}


def stations(connection: Connection, ids: Collection[str]) -> dict[str, frozenset[str]]:
    """Where each of these inquiries is or was: its topic, and wherever it was sent on."""
    topics = select(*INQUIRY.c["id", "topic"]).where(INQUIRY.c.id.in_(ids))
    forwards = select(*FORWARD.c["inquiry_id", "destination"]).where(FORWARD.c.inquiry_id.in_(ids))
    found: dict[str, frozenset[str]] = {}
    for inquiry_id, station in connection.execute(union(topics, forwards)):
        found[inquiry_id] = found.get(inquiry_id, frozenset()) | {station}
    return found


_NETWORK = select(ASSESSMENT.c.network_index).where(ASSESSMENT.c.inquiry_id == bindparam("of"))
