"""The migrations make exactly the tables that the code expects, once, whoever starts them."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from desk.store.engine import connect
from desk.store.migrate import migrate, pending
from desk.store.tables import Base


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database without any table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'desk.sqlite3'}"
        return
    for url in request.getfixturevalue("on_postgresql")():
        engine = connect(url, writes=True)
        with engine.begin() as connection:
            connection.exec_driver_sql("DROP SCHEMA public CASCADE")
            connection.exec_driver_sql("CREATE SCHEMA public")
        engine.dispose()
        yield url


def test_an_empty_database_has_a_migration_pending_and_then_none(empty: str) -> None:
    assert pending(empty)
    migrate(empty)
    assert not pending(empty)
    migrate(empty)
    assert not pending(empty)


def test_two_processes_that_start_together_migrate_once(empty: str) -> None:
    with ThreadPoolExecutor() as threads:
        assert list(threads.map(migrate, [empty] * 2)) == [None, None]
    assert not pending(empty)


def test_the_migrated_database_is_what_the_tables_say(url: str) -> None:
    engine = connect(url, writes=False)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, Base.metadata)
    engine.dispose()
    assert differences == []


def test_a_new_database_file_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite3"
    migrate(f"sqlite:///{path}")
    assert path.stat().st_mode & 0o777 == 0o600


def test_sqlite_is_durable_and_forgets_what_is_deleted(tmp_path: Path) -> None:
    engine = connect(f"sqlite:///{tmp_path / 'desk.sqlite3'}", writes=True)
    with engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys", "busy_timeout")
        }
    engine.dispose()
    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "foreign_keys": 1,
        "busy_timeout": 3000,
    }
