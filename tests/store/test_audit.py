"""The log says who read what, and shows when somebody touched it."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from desk.keys import Keyring
from desk.store import audit
from desk.store.engine import Store, open_store


@pytest.fixture(autouse=True)
def _four_lines(store: Store, now: datetime) -> None:
    for number in range(4):
        audit.note(store, f"event {number}", now + timedelta(microseconds=number), detail="十")


def _tamper(store: Store, statement: str) -> None:
    """What somebody with the database, but without the keys, can do."""
    with store._writing.begin() as connection:
        if connection.dialect.name == "sqlite":
            for event in ("update", "delete"):
                connection.exec_driver_sql(f"DROP TRIGGER audit_refuses_{event}")
        else:
            connection.exec_driver_sql("ALTER TABLE audit DISABLE TRIGGER USER")
        connection.exec_driver_sql(statement)


def test_a_log_that_nobody_touched_is_whole(store: Store) -> None:
    assert audit.verify(store) is None


def test_the_newest_lines_come_first(store: Store) -> None:
    assert [row.what for row in audit.recent(store, most=2)] == ["event 3", "event 2"]
    assert [row.what for row in audit.recent(store, after=3)] == ["event 1", "event 0"]


@pytest.mark.parametrize(
    "change", ["what = 'nothing'", "detail = ''", "staff_id = 'x'", "inquiry_id = 'x'", "at = '2026-11-25 01:00:01'"]
)
def test_a_changed_line_is_named(store: Store, change: str) -> None:
    _tamper(store, f"UPDATE audit SET {change} WHERE id = 3")  # noqa: S608
    assert audit.verify(store) == 3


def test_a_line_taken_out_is_named(store: Store) -> None:
    _tamper(store, "DELETE FROM audit WHERE id = 2")
    assert audit.verify(store) == 2


def test_a_line_sealed_with_an_unknown_key_is_named(url: str) -> None:
    other = open_store(url, Keyring.of({"k2": bytes(32)}))
    broken = audit.verify(other)
    other.close()
    assert broken == 1


def test_the_chain_goes_on_over_a_new_key(store: Store, url: str, keyring: Keyring, now: datetime) -> None:
    rotated = open_store(url, Keyring.of({"k2": bytes(range(1, 33)), "k1": keyring.current.secret}))
    audit.note(rotated, "event 4", now)
    broken = audit.verify(rotated)
    rotated.close()
    assert broken is None
    assert audit.verify(store) == 5


@pytest.mark.parametrize("statement", ["UPDATE audit SET what = ''", "DELETE FROM audit"])
def test_the_database_itself_refuses_to_change_the_log(store: Store, statement: str) -> None:
    with pytest.raises(IntegrityError, match="append-only"), store._writing.begin() as connection:
        connection.exec_driver_sql(statement)


def test_several_processes_write_one_chain(store: Store, url: str, keyring: Keyring, now: datetime) -> None:
    other = open_store(url, keyring)
    pending = [
        one.write(audit._note, audit._Event(f"{i}", now, None, None, "")) for i in range(20) for one in (store, other)
    ]
    for one in pending:
        one.result()
    other.close()
    assert audit.verify(store) is None
    assert len(audit.recent(store)) == 44
