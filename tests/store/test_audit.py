"""The log says who read what, and shows when somebody touched it."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from desk.keys import Keyring, KeyringError
from desk.store import audit, head
from desk.store.engine import Store, open_store
from desk.store.migrate import migrate
from desk.store.tables import AUDIT_HEAD


@pytest.fixture(autouse=True)
def _four_lines(store: Store, now: datetime) -> None:
    for number in range(4):
        audit.note(store, f"event {number}", now + timedelta(microseconds=number), detail="十")


def _tamper(store: Store, *statements: str) -> None:
    """What somebody with the database, but without the keys, can do."""
    with store._writing.begin() as connection:
        if connection.dialect.name == "sqlite":
            for event in ("update", "delete"):
                connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS audit_refuses_{event}")
        else:
            connection.exec_driver_sql("ALTER TABLE audit DISABLE TRIGGER USER")
        for statement in statements:
            connection.exec_driver_sql(statement)
        if connection.dialect.name != "sqlite":
            connection.exec_driver_sql("ALTER TABLE audit ENABLE TRIGGER USER")


def test_a_log_that_nobody_touched_is_whole(store: Store) -> None:
    assert audit.verify(store).broken is None


def test_the_newest_lines_come_first(store: Store) -> None:
    assert [row.what for row in audit.recent(store, most=2)] == ["event 3", "event 2"]
    assert [row.what for row in audit.recent(store, after=3)] == ["event 1", "event 0"]


@pytest.mark.parametrize(
    "change", ["what = 'nothing'", "detail = ''", "staff_id = 'x'", "inquiry_id = 'x'", "at = '2026-11-25 01:00:01'"]
)
def test_a_changed_line_is_named(store: Store, change: str) -> None:
    _tamper(store, f"UPDATE audit SET {change} WHERE id = 3")  # noqa: S608
    assert audit.verify(store).broken == 3


def test_a_line_taken_out_is_named(store: Store) -> None:
    _tamper(store, "DELETE FROM audit WHERE id = 2")
    assert audit.verify(store).broken == 2


def test_a_line_sealed_with_an_unknown_key_is_named(url: str) -> None:
    other = Store(url, Keyring.of({"k2": bytes(32)}))  # as `open_store` refuses to
    broken = audit.verify(other).broken
    other.close()
    assert broken == 1


def test_the_chain_goes_on_over_a_new_key(store: Store, url: str, keyring: Keyring, now: datetime) -> None:
    rotated = open_store(url, Keyring.of({"k2": bytes(range(1, 33)), "k1": keyring.current.secret}))
    audit.note(rotated, "event 4", now)
    broken = audit.verify(rotated).broken
    rotated.close()
    assert broken is None
    assert audit.verify(store).broken == 5


@pytest.mark.parametrize("key_id", ["k1", "k2"])
def test_no_desk_is_opened_or_migrated_with_other_keys(store: Store, url: str, key_id: str) -> None:
    others = Keyring.of({key_id: bytes(range(1, 33))})
    for opening in (open_store, migrate):
        with pytest.raises(KeyringError, match="DESK_KEYS_FILE"):
            opening(url, others)
    assert audit.verify(store).broken is None


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
    assert audit.verify(store).broken is None
    assert len(audit.recent(store)) == 44


def test_the_head_of_a_whole_log_says_how_many_lines_there_are(store: Store) -> None:
    assert audit.verify(store).head.count == 4


@pytest.mark.parametrize(
    ("missed", "cut"),
    [
        (3, ["DELETE FROM audit WHERE id > 2"]),
        (1, ["DELETE FROM audit"]),
        (5, ["DELETE FROM audit_head"]),
        (3, ["DELETE FROM audit WHERE id > 2", "DELETE FROM audit_head"]),
        (3, ["DELETE FROM audit WHERE id > 2", "UPDATE audit_head SET count = 2"]),
        (3, ["DELETE FROM audit WHERE id > 2", "UPDATE audit_head SET count = 0, key_id = ''"]),
    ],
)
def test_lines_cut_off_the_end_are_missed_for_good(store: Store, now: datetime, missed: int, cut: list[str]) -> None:
    _tamper(store, *cut)
    at_once = audit.verify(store).broken
    for number in range(5):
        audit.note(store, f"later {number}", now)
    assert at_once == missed
    assert audit.verify(store).broken is not None


def test_log_and_head_put_back_together_are_noticed_by_whoever_saw_more(store: Store, now: datetime) -> None:
    with store._reading.connect() as connection:
        before = connection.execute(AUDIT_HEAD.select()).one()
    audit.note(store, "event 4", now)
    seen = audit.verify(store).head
    _tamper(store, "DELETE FROM audit WHERE id = 5")
    with store._writing.begin() as connection:
        connection.execute(AUDIT_HEAD.update().values(before._asdict()))
    assert audit.verify(store).broken is None
    assert audit.verify(store, seen).broken == 5
    audit.note(store, "another", now)
    assert audit.verify(store, seen).broken == 5
    assert audit.verify(store, head.Head(4, b"another")).broken == 4


def test_the_head_is_read_again_as_it_was_written_and_by_nobody_elses_hand(store: Store) -> None:
    known = audit.verify(store).head
    text = head.written(store.seals, known)
    assert head.read(store.seals, text) == known
    for forged in (text.replace('"count": 4', '"count": 3'), "{}", "[]", "", "4"):
        with pytest.raises(ValueError, match=r"."):
            head.read(store.seals, forged)


def test_the_head_follows_over_a_new_key(store: Store, url: str, keyring: Keyring, now: datetime) -> None:
    rotated = open_store(url, Keyring.of({"k2": bytes(range(1, 33)), "k1": keyring.current.secret}))
    audit.note(rotated, "event 4", now)
    audit.note(rotated, "event 5", now)
    verified = audit.verify(rotated)
    rotated.close()
    assert (verified.broken, verified.head.count) == (None, 6)
    assert audit.recent(store, most=1)[0].id == 6
