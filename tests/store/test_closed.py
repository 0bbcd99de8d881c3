"""With which keys something is sealed that the list does not open is found, wherever it stands."""

from collections.abc import Callable
from datetime import datetime

import pytest
from kept import HELD, Came, coming, released

from desk.keys import Keyring
from desk.store import audit, closed, matter_tables, retention_tables, staff, tables
from desk.store.closed import Closed
from desk.store.columns import SEALED
from desk.store.engine import Store, open_store
from desk.store.inquiries import Arrival
from desk.store.tables import INQUIRY, STAFF

NEW = bytes(range(1, 33))
OTHER = bytes(range(2, 34))


@pytest.fixture
def used(store: Store, arrival: Callable[..., Arrival], now: datetime) -> Store:
    """A desk of the key k1 with three inquiries, one of them decided, and whoever decided it."""
    came: Came = coming(store, arrival, now)
    by = staff.add(store, "Aoi", "lead", "ja", "a hash", "ABCDEFGHIJKLMNOP", now).id
    receipt = came(HELD, sent=False)
    released(store, receipt, by, now)
    came()
    came()
    return store


def seen(url: str, keyring: Keyring) -> list[Closed]:
    opened = Store(url, keyring)
    try:
        return closed.closed(opened)
    finally:
        opened.close()


@pytest.mark.usefixtures("used")
def test_where_every_key_is_listed_nothing_is_closed(keyring: Keyring, url: str) -> None:
    assert seen(url, keyring) == []
    assert seen(url, Keyring.of({"k2": NEW, "k1": keyring.current.secret})) == []


def test_a_key_that_is_taken_off_the_list_is_named_with_what_it_sealed(used: Store, url: str) -> None:
    (one,) = seen(url, Keyring.of({"k2": NEW}))
    assert (one.key_id, one.listed) == ("k1", False)
    assert (one.rows["inquiry"], one.rows["staff"], one.rows["decision_text"], one.rows["assessment"]) == (3, 1, 1, 3)
    assert one.rows["audit"] == audit.verify(used).head.count


@pytest.mark.usefixtures("used")
def test_an_older_secret_that_was_changed_is_named_too(url: str) -> None:
    (one,) = seen(url, Keyring.of({"k2": NEW, "k1": OTHER}))
    assert (one.key_id, one.listed, one.rows["inquiry"]) == ("k1", True, 3)


@pytest.mark.usefixtures("used")
def test_a_key_in_the_middle_is_missed_as_much_as_the_first(keyring: Keyring, url: str, now: datetime) -> None:
    first = keyring.current.secret
    middle = open_store(url, Keyring.of({"k2": NEW, "k1": first}))
    audit.note(middle, "something", now)
    middle.close()
    newest = open_store(url, Keyring.of({"k3": OTHER, "k2": NEW, "k1": first}))
    audit.note(newest, "something else", now)
    newest.close()
    assert [(one.key_id, dict(one.rows)) for one in seen(url, Keyring.of({"k3": OTHER, "k1": first}))] == [
        ("k2", {"audit": 1})
    ]
    spoilt = seen(url, Keyring.of({"k3": OTHER, "k2": bytes(range(3, 35)), "k1": first}))
    assert [(one.key_id, one.listed, dict(one.rows)) for one in spoilt] == [("k2", True, {"audit": 1})]


@pytest.mark.usefixtures("used")
def test_a_key_that_the_list_gives_up_is_missed_no_more(url: str) -> None:
    keys = Keyring.of({"k2": NEW}).keys
    assert seen(url, Keyring(keys, frozenset({"k1"}))) == []


def test_a_row_that_somebody_changed_puts_its_key_in_no_doubt(used: Store, keyring: Keyring, url: str) -> None:
    with used._writing.begin() as connection:
        first = INQUIRY.select().order_by(INQUIRY.c.id).limit(1).with_only_columns(INQUIRY.c.id).scalar_subquery()
        connection.execute(INQUIRY.update().where(INQUIRY.c.id == first).values(message=b"k1:nothing", name=b"k1:"))
        connection.execute(STAFF.update().values(totp_secret=b"k1:nothing of the kind"))
    assert seen(url, Keyring.of({"k2": NEW, "k1": keyring.current.secret})) == []


def test_nor_does_the_only_row_of_the_current_key(used: Store, keyring: Keyring, url: str) -> None:
    with used._writing.begin() as connection:
        connection.execute(STAFF.update().values(totp_secret=b"k2:nothing of the kind"))
    assert seen(url, Keyring.of({"k2": NEW, "k1": keyring.current.secret})) == []


def test_every_table_that_holds_something_sealed_is_looked_at() -> None:
    every = {**tables.INQUIRY.metadata.tables, **retention_tables.ERASURE.metadata.tables}
    every |= matter_tables.ANSWER.metadata.tables
    sealed = {name for name, table in every.items() if any(SEALED in column.info for column in table.columns)}
    assert sealed == {"inquiry", "assessment", "decision_text", "outbox", "staff", "erasure", "legal_hold"}
    assert sealed <= set(closed.EVERY)
