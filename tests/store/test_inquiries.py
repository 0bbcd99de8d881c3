"""An inquiry is stored once and whole, answered after its commit, and nobody is heard more often than fair."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from desk.keys import Keyring
from desk.rules import receipts
from desk.store import writer
from desk.store.engine import Store, open_store
from desk.store.inquiries import Added, Arrival, Limited, Limits, add, email_folded, network
from desk.store.screening import unscreened
from desk.store.tables import ASSESSMENT, COUNTER, INQUIRY, OUTBOX

Arrive = Callable[..., Arrival]


def _add(store: Store, limits: Limits, *arrivals: Arrival) -> list[Added | Limited]:
    async def all_at_once() -> list[Added | Limited]:
        return await asyncio.gather(*(add(store, arrival, limits) for arrival in arrivals))

    return asyncio.run(all_at_once())


def _numbers(store: Store) -> dict[str, int]:
    return store.look(
        lambda connection, _: {
            table.name: len(connection.execute(select(table)).all()) for table in (INQUIRY, ASSESSMENT, OUTBOX)
        }
    )


def test_an_inquiry_comes_back_as_it_was_sent(store: Store, limits: Limits, arrival: Arrive) -> None:
    sent = arrival(marks=("trap", "fast"))
    (added,) = _add(store, limits, sent)
    (kept,) = unscreened(store, 10)
    assert isinstance(added, Added)
    assert receipts.read(added.receipt) == added.receipt == kept.receipt
    assert (added.received_at, added.again) == (sent.received_at, False)
    for name in ("topic", "name", "kana", "company", "email", "phone", "subject", "message"):
        assert getattr(kept, name) == getattr(sent.draft, name)
    for name in ("language", "policy_version", "notice_version", "notice_shown_at", "received_at", "phone_e164"):
        assert getattr(kept, name) == getattr(sent, name)
    assert kept.marks == sent.marks


def test_with_the_inquiry_come_its_assessment_and_its_acknowledgement(
    store: Store, limits: Limits, arrival: Arrive
) -> None:
    _add(store, limits, arrival(), arrival())
    assert _numbers(store) == {"inquiry": 2, "assessment": 2, "outbox": 2}


def test_an_inquiry_without_an_address_is_kept_and_nobody_is_written_to(
    store: Store, limits: Limits, arrival: Arrive
) -> None:
    nameless = arrival(topic="whistleblowing", name="", email="")
    answers = _add(store, limits, nameless, arrival())
    assert [type(answer) for answer in answers] == [Added, Added]
    assert _numbers(store) == {"inquiry": 2, "assessment": 2, "outbox": 1}
    assert {(kept.name, kept.email) for kept in unscreened(store, 10)} >= {("", "")}


def test_those_who_give_no_address_are_neither_counted_nor_found_as_one(store: Store, arrival: Arrive) -> None:
    apart = [arrival(email="", client=f"192.0.2.{number}") for number in range(3)]
    assert [type(answer) for answer in _add(store, Limits(address=1, everyone=10), *apart)] == [Added] * 3
    indexes = store.look(lambda connection, _: connection.execute(select(INQUIRY.c.email_index)).scalars().all())
    assert indexes == [None] * 3


def test_the_same_form_sent_twenty_times_at_once_is_one_inquiry(store: Store, limits: Limits, arrival: Arrive) -> None:
    answers = _add(store, limits, *(arrival("the-form") for _ in range(20)))
    assert len({answer.receipt for answer in answers if isinstance(answer, Added)}) == 1
    assert sorted(answer.again for answer in answers if isinstance(answer, Added)) == [False] + [True] * 19
    assert _numbers(store) == {"inquiry": 1, "assessment": 1, "outbox": 1}


def test_whoever_comes_alone_waits_for_nobody_else(
    store: Store, limits: Limits, arrival: Arrive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "GATHER", writer.DEADLINE * 2)
    assert [type(_add(store, limits, arrival())[0]) for _ in range(3)] == [Added] * 3


def test_the_same_form_through_two_processes_is_one_inquiry(
    store: Store, url: str, keyring: Keyring, limits: Limits, arrival: Arrive
) -> None:
    other = open_store(url, keyring)

    async def both() -> list[Added | Limited]:
        return await asyncio.gather(*(add((store, other)[i % 2], arrival("the-form"), limits) for i in range(20)))

    answers = asyncio.run(both())
    other.close()
    assert len({answer.receipt for answer in answers if isinstance(answer, Added)}) == 1
    assert _numbers(store)["inquiry"] == 1


def test_the_first_of_two_texts_under_one_form_is_kept(store: Store, limits: Limits, arrival: Arrive) -> None:
    _add(store, limits, arrival("the-form", message="一通目"), arrival("the-form", message="二通目"))
    assert [inquiry.message for inquiry in unscreened(store, 10)] == ["一通目"]


def test_the_ninth_inquiry_of_an_address_in_ten_minutes_waits(store: Store, limits: Limits, arrival: Arrive) -> None:
    sent = [arrival(after=i, email=f"{i}@example.com") for i in range(9)]
    answers = [_add(store, limits, one)[0] for one in sent]
    assert [type(answer) for answer in answers] == [Added] * 8 + [Limited]
    assert answers[8] == Limited(retry_after=592)
    assert _numbers(store) == {"inquiry": 8, "assessment": 8, "outbox": 8}
    (later,) = _add(store, limits, replace(sent[8], received_at=arrival(after=600).received_at))
    assert isinstance(later, Added)


def test_limits_hold_within_one_transaction(store: Store, limits: Limits, arrival: Arrive) -> None:
    answers = _add(store, limits, *(arrival(email=f"{i}@example.com") for i in range(20)))
    assert [type(answer) for answer in answers] == [Added] * 8 + [Limited] * 12


def test_limits_hold_across_processes(
    store: Store, url: str, keyring: Keyring, limits: Limits, arrival: Arrive
) -> None:
    other = open_store(url, keyring)
    answers = [_add((store, other)[i % 2], limits, arrival())[0] for i in range(9)]
    other.close()
    assert [type(answer) for answer in answers] == [Added] * 8 + [Limited]


def test_an_e_mail_address_is_limited_wherever_it_writes_from(store: Store, limits: Limits, arrival: Arrive) -> None:
    answers = [
        _add(store, limits, arrival(client=f"192.0.2.{i}", email=f"Hanako+{i}@EXAMPLE.com"))[0] for i in range(9)
    ]
    assert [type(answer) for answer in answers] == [Added] * 8 + [Limited]


def test_an_ipv6_network_counts_as_one_address(store: Store, limits: Limits, arrival: Arrive) -> None:
    answers = [_add(store, limits, arrival(client=f"2001:db8::{i:x}", email=f"{i}@a.example"))[0] for i in range(9)]
    assert [type(answer) for answer in answers] == [Added] * 8 + [Limited]


def test_everyone_together_is_limited_by_the_hour(store: Store, arrival: Arrive) -> None:
    few = Limits(address=8, everyone=3)
    sent = [arrival(after=i, client=f"192.0.2.{i}", email=f"{i}@example.com") for i in range(4)]
    answers = [_add(store, few, one)[0] for one in sent]
    assert [type(answer) for answer in answers] == [Added] * 3 + [Limited]
    assert answers[3] == Limited(retry_after=3597)


def test_a_form_that_was_stored_is_never_limited(store: Store, arrival: Arrive) -> None:
    one = Limits(address=1, everyone=1)
    (first,) = _add(store, one, arrival("the-form"))
    (again,) = _add(store, one, arrival("the-form"))
    (other,) = _add(store, one, arrival())
    assert isinstance(first, Added)
    assert again == replace(first, again=True)
    assert isinstance(other, Limited)


def test_a_clock_set_back_locks_nobody_out(store: Store, limits: Limits, arrival: Arrive) -> None:
    _add(store, limits, *(arrival(after=86_400) for _ in range(8)))
    (answer,) = _add(store, limits, arrival())
    assert isinstance(answer, Added)


def test_counters_do_not_pile_up(store: Store, limits: Limits, arrival: Arrive) -> None:
    for day in range(4):
        _add(store, limits, arrival(after=day * 86_400, client=f"192.0.2.{day}", email=f"{day}@example.com"))
    assert store.look(lambda connection, _: len(connection.execute(select(COUNTER)).all())) == 3


def test_one_inquiry_that_cannot_be_stored_spoils_no_other(store: Store, limits: Limits, arrival: Arrive) -> None:
    async def all_at_once() -> list[object]:
        sent = [arrival(), arrival(message="\ud800"), arrival()]
        return await asyncio.gather(*(add(store, one, limits) for one in sent), return_exceptions=True)

    first, second, third = asyncio.run(all_at_once())
    assert [type(first), type(second), type(third)] == [Added, UnicodeEncodeError, Added]
    assert _numbers(store)["inquiry"] == 2


def test_nothing_that_was_typed_lies_open_in_the_database(
    on_sqlite: Callable[[], Iterator[str]], keyring: Keyring, limits: Limits, arrival: Arrive
) -> None:
    url = next(on_sqlite())
    store = open_store(url, keyring)
    sent = arrival()
    _add(store, limits, sent)
    store.close()
    files = b"".join(path.read_bytes() for path in _files(url))
    assert len(files) > 4096
    for name in ("name", "kana", "company", "email", "phone", "subject", "message"):
        assert getattr(sent.draft, name).encode() not in files
    assert b"192.0.2.7" not in files


def test_the_database_and_its_journals_are_their_owners_alone(
    on_sqlite: Callable[[], Iterator[str]], keyring: Keyring, limits: Limits, arrival: Arrive
) -> None:
    url = next(on_sqlite())
    store = open_store(url, keyring)
    _add(store, limits, arrival())
    rights = {path.suffix: path.stat().st_mode & 0o777 for path in _files(url)}
    store.close()
    assert rights == {".sqlite3": 0o600, ".sqlite3-wal": 0o600, ".sqlite3-shm": 0o600}


def _files(url: str) -> list[Path]:
    path = Path(url.removeprefix("sqlite:///"))
    return sorted(path.parent.glob(f"{path.name}*"))


@pytest.mark.parametrize(
    ("client", "counted"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("", ""),
        ("testclient", "testclient"),
    ],
)
def test_an_address_is_counted_by_its_network(client: str, counted: str) -> None:
    assert network(client) == counted


@pytest.mark.parametrize(
    ("email", "counted"),
    [
        ("Hanako@Example.COM", "hanako@example.com"),
        ("hanako+desk@example.com", "hanako@example.com"),
        ("+@example.com", "+@example.com"),
        ("", ""),
    ],
)
def test_an_e_mail_address_is_counted_without_its_tag(email: str, counted: str) -> None:
    assert email_folded(email) == counted
