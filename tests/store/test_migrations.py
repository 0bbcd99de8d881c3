"""The migrations make exactly the tables that the code expects, once, whoever starts them."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import make_url

from desk.keys import Keyring
from desk.rules import receipts
from desk.store import audit, reviews
from desk.store.engine import connect, open_store
from desk.store.head import Head
from desk.store.migrate import _config, migrate, pending, place_of, untouched
from desk.store.tables import AUDIT, Base


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database without any table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'desk.sqlite3'}"
    else:
        yield from request.getfixturevalue("on_postgresql")(migrated=False)


def test_an_empty_database_has_a_migration_pending_and_then_none(empty: str) -> None:
    assert (untouched(empty), pending(empty)) == (True, True)
    migrate(empty, KEYS)
    assert (untouched(empty), pending(empty)) == (False, False)
    migrate(empty, KEYS)
    assert not pending(empty)


def test_a_database_is_named_without_its_password() -> None:
    assert place_of("postgresql+psycopg://desk:hunter2@db/desk") == "postgresql+psycopg://desk:***@db/desk"


def test_two_processes_that_start_together_migrate_once(empty: str) -> None:
    with ThreadPoolExecutor() as threads:
        assert list(threads.map(migrate, [empty] * 2, [KEYS] * 2)) == [None, None]
    assert not pending(empty)


NOON = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
KEYS = Keyring.of({"k1": bytes(range(32))})
RECEIPTS = tuple(receipts.new(bytes([number]) * receipts.RANDOM_BYTES) for number in range(2))
BEFORE = (
    """INSERT INTO inquiry (id, form_id, receipt, language, topic, policy_version, notice_shown_at, received_at)
    VALUES ('i', 'i', 'i', 'ja', 'general', '2026-10-01', '2026-11-24 00:00:00', '2026-11-24 00:01:00')""",
    """INSERT INTO assessment (inquiry_id, state, marks, flagged, care, severity, acts, ruleset)
    VALUES ('i', 'clean', '', FALSE, FALSE, 'none', '', 'r1')""",
)
"""An inquiry as the second version of the database holds it; a form of that version still stores such rows."""


def test_inquiries_from_before_are_read_as_ever_and_the_version_before_goes_on_storing(empty: str) -> None:
    _at(empty, "0002", *(line.replace("'i'", f"'{RECEIPTS[0]}'") for line in BEFORE))
    migrate(empty, KEYS)
    _run(empty, *(line.replace("'i'", f"'{RECEIPTS[1]}'") for line in BEFORE))
    store = open_store(empty, KEYS)
    found = [reviews.case(store, receipt) for receipt in RECEIPTS]
    store.close()
    assert [case and case.inquiry.notice_version for case in found] == [None, None]


def test_the_head_of_a_log_from_before_is_sealed_with_the_keys_at_hand(empty: str) -> None:
    _at(empty, "0004")
    store = open_store(empty, KEYS)
    line = {"id": 1, "at": NOON, "what": "listed", "staff_id": None, "inquiry_id": None, "detail": ""}
    key_id, mac = store.seals.mac(audit._sealed(b"", line))
    with store._writing.begin() as connection:
        connection.execute(AUDIT.insert(), {**line, "key_id": key_id, "mac": mac})
    migrate(empty, KEYS)
    assert audit.verify(store) == audit.Verified(None, Head(1, mac))
    _run(empty, "UPDATE audit_head SET count = 0, key_id = ''")
    migrate(empty, KEYS)
    assert audit.verify(store).broken == 2
    store.close()


def _at(url: str, revision: str, *statements: str) -> None:
    """Make the database of an earlier version, with these rows in it."""
    engine, config = connect(url, writes=True), _config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine.dispose()
    _run(url, *statements)


def _run(url: str, *statements: str) -> None:
    engine = connect(url, writes=True)
    with engine.begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    engine.dispose()


def test_the_migrated_database_is_what_the_tables_say(url: str) -> None:
    engine = connect(url, writes=False)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, Base.metadata)
    engine.dispose()
    assert differences == []


def test_a_new_database_file_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite3"
    migrate(f"sqlite:///{path}", KEYS)
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("writes", [True, False])
def test_sqlite_is_durable_and_forgets_what_is_deleted_and_a_reader_writes_nothing(
    tmp_path: Path, *, writes: bool
) -> None:
    engine = connect(f"sqlite:///{tmp_path / 'desk.sqlite3'}", writes=writes)
    with engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys", "busy_timeout", "query_only")
        }
    engine.dispose()
    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "foreign_keys": 1,
        "busy_timeout": 3000,
        "query_only": 0 if writes else 1,
    }


@pytest.fixture
def hasty_postgresql(url_on_postgresql: str) -> Iterator[str]:
    """A database that says a row is stored before it is on disk, unless it is asked not to."""
    name = make_url(url_on_postgresql).database
    _run(url_on_postgresql, f"ALTER DATABASE {name} SET synchronous_commit = off")
    yield url_on_postgresql
    _run(url_on_postgresql, f"ALTER DATABASE {name} RESET synchronous_commit")


@pytest.mark.parametrize("writes", [True, False])
def test_postgresql_is_durable_however_it_is_set_up_and_a_reader_writes_nothing(
    hasty_postgresql: str, *, writes: bool
) -> None:
    engine = connect(hasty_postgresql, writes=writes)
    with engine.connect() as connection:
        said = {
            name: connection.exec_driver_sql(f"SHOW {name}").scalar()
            for name in ("synchronous_commit", "default_transaction_read_only")
        }
    engine.dispose()
    assert said == {"synchronous_commit": "on", "default_transaction_read_only": "off" if writes else "on"}


def test_the_network_of_what_was_screened_before_is_forgotten(empty: str) -> None:
    waits = [line.replace("'i'", "'w'").replace("'clean'", "'received'") for line in BEFORE]
    _at(empty, "0007", *BEFORE, *waits, "UPDATE assessment SET network_index = ''")
    migrate(empty, KEYS)
    engine = connect(empty, writes=False)
    with engine.connect() as connection:
        kept = connection.exec_driver_sql("SELECT inquiry_id FROM assessment WHERE network_index IS NOT NULL").all()
    engine.dispose()
    assert [row.inquiry_id for row in kept] == ["w"]


@pytest.mark.parametrize("before", ["0009", "0011"])
def test_who_waits_already_gets_the_place_of_now_emergencies_before_other_care(empty: str, before: str) -> None:
    more = [line.replace("'i'", f"'{one}'") for one in "edhc" for line in BEFORE]
    waiting = (
        ("i", -1, "true", "low"),
        ("e", 0, "false", "emergency"),
        ("d", -1, "true", "emergency"),
        ("h", 1, "false", "high"),
    )
    queue = "UPDATE assessment SET rank = {}, care = {}, severity = '{}' WHERE inquiry_id = '{}'"
    queued = [queue.format(*others, one) for one, *others in waiting]
    settled = "UPDATE assessment SET care = true, severity = 'emergency' WHERE inquiry_id = 'c'"
    _at(empty, before, *BEFORE, *more, *queued, settled)
    migrate(empty, KEYS)
    engine = connect(empty, writes=False)
    with engine.connect() as connection:
        ranks = connection.exec_driver_sql("SELECT inquiry_id, rank FROM assessment").all()
    engine.dispose()
    assert {tuple(row) for row in ranks} == {("i", 0), ("e", -1), ("d", -1), ("h", 1), ("c", None)}


def test_a_password_is_no_part_of_the_place_that_people_are_told() -> None:
    told = place_of("postgresql+psycopg://desk:SECRET@db/desk?password=SECRET")
    assert told == "postgresql+psycopg://desk:***@db/desk"


def test_what_was_erased_before_is_not_known_by_its_form_any_more(empty: str) -> None:
    gone = ("erasure (inquiry_id, at, why, state) VALUES ('i', '2026-11-25 00:00:00', 'asked', 'clean')",)
    _at(empty, "0006", *BEFORE, *(f"INSERT INTO {row}" for row in gone))
    migrate(empty, KEYS)
    engine = connect(empty, writes=False)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT form_id FROM inquiry").scalar() != "i"
    engine.dispose()
