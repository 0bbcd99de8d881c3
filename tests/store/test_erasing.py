"""What is erased is gone, from every row and every byte; what stays tells nothing that its sender wrote."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from kept import CLEAN, HELD, KEPT, MARKS, UNLIMITED, Came, coming, deliver, erase, everything, released, the
from sqlalchemy import select

from desk.store import audit, erasing, forgetting, holds, matters, outbox, reviews, routes, staff
from desk.store.engine import Store, connect
from desk.store.erasing import Order
from desk.store.holding import Change
from desk.store.inquiries import Added, Arrival, add
from desk.store.matters import Matter, Sender
from desk.store.screening import record
from desk.store.tables import INQUIRY
from desk.store.writer import StoreUnavailable


@pytest.fixture
def came(store: Store, arrival: Callable[..., Arrival], now: datetime) -> Came:
    return coming(store, arrival, now)


def secrets_of(store: Store) -> set[bytes]:
    """What is sealed, and the indexes by which a sender is found: nothing of it may stay."""
    apart = ("audit", "audit_head", "staff", "counter", "erasure")
    return {bytes(value) for table, _, value in everything(store) if isinstance(value, bytes) and table not in apart}


def test_nothing_of_it_is_left_in_any_table_and_what_was_decided_stays(store: Store, came: Came, now: datetime) -> None:
    mori = staff.add(store, "Mori", "reviewer", "ja", "hash", "SECRET", now)
    came()
    receipt = came(HELD, same=(the(store, came()).id,))
    came(same=(the(store, receipt).id,))
    released(store, receipt, mori.id, now)
    holds.place(store, Change(receipt, now, "裁判のため", mori.id))
    holds.lift(store, Change(receipt, now, "終わった", mori.id))
    before, seen, case = secrets_of(store), the(store, receipt), reviews.case(store, receipt)

    assert erase(store, receipt, now, reason="本人の求め")

    assert case
    for table, column, value in everything(store):
        mine = f"{table}.{column}"
        assert mine != "outbox.inquiry_id" or value != seen.id
        assert mine != "route_word.inquiry_id" or value != seen.id
        assert mine != "sign_seen.inquiry_id" or value != seen.id
        assert mine != "same_matter.earlier_id" or value != seen.id
    gone = before - secrets_of(store)
    assert len(gone) == 8 + 1 + 1 + 2 + 2  # fields, findings, letter, reason and masked copy, reasons of the hold
    assert ("inquiry", "email_index", None) in everything(store)
    left = reviews.case(store, receipt)
    assert left
    assert left.erased
    inquiry = left.inquiry
    assert [inquiry.name, inquiry.email, inquiry.phone, inquiry.subject, inquiry.message] == [""] * 5
    assert (inquiry.receipt, inquiry.received_at, left.state) == (receipt, case.inquiry.received_at, "erased")
    assert (left.erased.state, left.erased.why, left.erased.reason) == ("released", "asked", "本人の求め")
    assert left.assessment.findings == []
    (decided,) = left.decisions
    assert (decided.acts, decided.outcome, decided.reason) == (("act.insult",), "release-masked", "")
    assert audit.verify(store).broken is None
    assert audit.recent(store)[0].what == "erased-on-request"


def test_no_byte_of_it_is_left_in_the_files(store: Store, url: str, came: Came, now: datetime) -> None:
    if not url.startswith("sqlite"):
        pytest.skip("PostgreSQL takes it out of its files by its own vacuum")
    mori = staff.add(store, "Mori", "reviewer", "ja", "hash", "SECRET", now)
    for number in range(30):
        came(length=(8, 3_000)[number % 2])
    receipt = came(HELD, length=3_000)  # of a size that does not fit into one page
    released(store, receipt, mori.id, now)
    before = secrets_of(store)
    assert erase(store, receipt, now)
    gone = before - secrets_of(store)
    assert len(gone) >= 12
    assert all(found(gone, files(url)))  # in the journal, as yet
    assert store.scrub()
    assert not any(found(gone, files(url)))
    assert all(found(before - gone, files(url)))


def found(secrets: set[bytes], whole: bytes) -> list[bool]:
    """Of each secret, whether any piece of it is there: a long one does not lie in one piece."""
    return [any(secret[at : at + 24] in whole for at in range(0, len(secret) - 24, 24)) for secret in secrets]


def files(url: str) -> bytes:
    path = url.removeprefix("sqlite:///")
    whole = b""
    for end in ("", "-wal", "-shm"):
        with open(path + end, "rb") as file:  # noqa: PTH123 - a name with an end, not a path
            whole += file.read()
    return whole


def test_a_reader_who_stays_keeps_the_journal_and_is_told(store: Store, url: str, came: Came, now: datetime) -> None:
    receipt = came()
    reading = connect(url, writes=False)
    with reading.connect() as connection:
        connection.execute(select(INQUIRY)).first()
        assert erase(store, receipt, now)
        assert store.scrub() is not url.startswith("sqlite")
    reading.dispose()
    assert store.scrub()


@pytest.mark.parametrize("change", ["a hold", "a letter", "erased", "not due"])
def test_what_changed_since_it_was_seen_is_not_erased(store: Store, came: Came, now: datetime, change: str) -> None:
    mori = staff.add(store, "Mori", "reviewer", "ja", "hash", "SECRET", now)
    receipt = came()
    seen = the(store, receipt)
    if change == "a hold":
        holds.place(store, Change(receipt, now, "裁判のため"))
    if change == "a letter":
        routes.send_on(store, routes.Forward(receipt, mori.id, now, "ir", "", outbox.Mail("desk", "ja", "ir")))
        deliver(store, now)
    if change == "erased":
        assert erase(store, receipt, now)
    lines = audit.verify(store).head.count
    assert not erasing.erase(store, Order(seen, now, KEPT if change == "not due" else None))
    assert audit.verify(store).head.count == lines


def test_its_sender_is_not_found_by_it_any_more(store: Store, came: Came, now: datetime) -> None:
    first = came()
    again = the(store, came(after=1, same=(the(store, first).id,))).id
    hanako = Sender("hanako@example.com", MARKS)
    assert len(matters.earlier(store, again, hanako, 10)) == 1
    assert erase(store, first, now)
    assert matters.earlier(store, again, hanako, 10) == []
    assert matters.matter(store, again) == Matter()


def test_letters_whose_files_stayed_are_again_what_they_were(store: Store, came: Came, now: datetime) -> None:
    receipt = came(sent=False)
    for mail in outbox.claim_due(store, now, 9):
        if mail.kind == "acknowledgement":
            outbox.give_up(store, mail.id, "no such mailbox")
        else:
            outbox.delivered(store, mail.id, now)
    assert erasing.begin(store, Order(the(store, receipt), now))
    assert outbox.stuck(store) == []
    forgetting.give_back(store, [letter.id for letter in the(store, receipt).letters])
    assert [mail.kind for mail in outbox.stuck(store)] == ["acknowledgement"]


def test_a_database_that_is_gone_is_said_to_be(tmp_path: Any, keyring: Any) -> None:
    gone = Store(f"sqlite:///{tmp_path / 'nowhere' / 'x.sqlite3'}", keyring)
    with pytest.raises(StoreUnavailable):
        gone.scrub()
    gone.close()


def test_the_same_form_sent_again_is_a_new_inquiry(
    store: Store, arrival: Callable[..., Arrival], now: datetime
) -> None:
    sent = arrival(form_id="f" * 32)
    first, again = asyncio.run(add(store, sent, UNLIMITED)), asyncio.run(add(store, sent, UNLIMITED))
    assert isinstance(first, Added)
    assert isinstance(again, Added)
    assert (again.receipt, again.again) == (first.receipt, True)
    record(store, the(store, first.receipt).id, CLEAN, "general", now).result()
    deliver(store, now)
    assert erase(store, first.receipt, now)
    assert not [value for _, column, value in everything(store) if column == "form_id" and value == sent.form_id]
    new = asyncio.run(add(store, sent, UNLIMITED))
    assert isinstance(new, Added)
    assert (new.receipt != first.receipt, new.again) == (True, False)
    case = reviews.case(store, new.receipt)
    assert case
    assert case.inquiry.message == sent.draft.message
