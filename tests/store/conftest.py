"""Every test of the store runs on SQLite and on PostgreSQL; each gets a database of its own, already migrated."""

import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import psycopg
import pytest
from sqlalchemy import Engine, make_url

from desk.keys import Keyring
from desk.rules.inquiry import Draft
from desk.store import engine
from desk.store.engine import Store, open_store
from desk.store.inquiries import Arrival, Limits
from desk.store.migrate import migrate

from .postgresql import cluster, empty, plain, programs
from .reviewing import hold, released, team

__all__ = ["hold", "released", "team"]

KEYS = Keyring.of({"k1": bytes(range(32))})
NOW = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)
MISSING = (
    "THE STORE WAS NOT TESTED ON POSTGRESQL: none was found. Install one (apt install postgresql) "
    "or name one in DESK_TEST_POSTGRESQL=postgresql://…"
)
_missed: list[str] = []


@pytest.fixture(scope="session")
def keyring() -> Keyring:
    return KEYS


@pytest.fixture(scope="session")
def now() -> datetime:
    return NOW


@pytest.fixture
def store(url: str, keyring: Keyring, connected_once: Callable[..., Engine]) -> Iterator[Store]:
    with pytest.MonkeyPatch.context() as patched:
        if url.startswith("postgresql"):
            patched.setattr(engine, "connect", connected_once)
        opened = open_store(url, keyring)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def connected_once() -> Iterator[Callable[..., Engine]]:
    """Connections to the shared PostgreSQL that the next store goes on with: a server process for each takes longest.

    Those of a store that a test opens for itself are its own.
    """
    connect, kept = engine.connect, ExitStack()

    @cache
    def connected(url: str, *, writes: bool, patience: int) -> Engine:
        made = connect(url, writes=writes, patience=patience)
        kept.callback(made.dispose)
        vars(made)["dispose"] = lambda: None
        return made

    with kept:
        yield lambda url, *, writes, patience, file: connected(url, writes=writes, patience=patience)  # noqa: ARG005


@pytest.fixture(scope="session")
def limits() -> Limits:
    return Limits(address=8, everyone=600)


@pytest.fixture(scope="session")
def arrival() -> Callable[..., Arrival]:
    """An inquiry by Hanako; what is named differs."""

    def make(form_id: str | None = None, after: float = 0, **changes: Any) -> Arrival:
        draft = {
            "topic": "general",
            "name": "山田 花子",
            "kana": "ヤマダ ハナコ",
            "company": "見本商事株式会社",
            "email": "hanako@example.com",
            "phone": "03-1234-5678",
            "subject": "請求書の宛名について",
            "message": "宛名を変更したいです。\r\n\tよろしくお願いします。\u200b𠮷",
            "consent": True,
        }
        rest: dict[str, Any] = {
            "phone_e164": "+81312345678",
            "language": "ja",
            "policy_version": "2026-10-01",
            "notice_version": "2026-10-02",
            "notice_shown_at": NOW + timedelta(seconds=after - 90),
            "received_at": NOW + timedelta(seconds=after),
            "client": "192.0.2.7",
            "marks": (),
            "related": True,
        }
        for name, value in changes.items():
            (rest if name in rest else draft)[name] = value
        return Arrival(form_id=form_id or secrets.token_hex(16), draft=Draft(**draft), **rest)

    return make


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> Iterator[str]:
    """A migrated database without a row."""
    if request.param == "sqlite":
        yield from request.getfixturevalue("on_sqlite")()
    else:
        yield request.getfixturevalue("url_on_postgresql")


@pytest.fixture
def url_on_postgresql(shared_postgresql: tuple[str, Callable[[], None]]) -> Iterator[str]:
    url, emptied = shared_postgresql
    yield url
    emptied()


@pytest.fixture(scope="session")
def on_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Iterator[str]]:
    folder = tmp_path_factory.mktemp("sqlite")
    migrate(f"sqlite:///{folder / 'template'}", KEYS)

    def new() -> Iterator[str]:
        path = folder / f"{secrets.token_hex(6)}.sqlite3"
        shutil.copyfile(folder / "template", path)
        path.chmod(0o600)
        yield f"sqlite:///{path}"

    return new


@pytest.fixture(scope="session")
def on_postgresql(postgresql: str) -> Iterator[Callable[..., Iterator[str]]]:
    """Makes a database for a test that harms it, migrated unless asked not to; it is dropped afterwards."""
    server = make_url(postgresql)
    with psycopg.connect(plain(postgresql), autocommit=True) as admin:

        def new(*, migrated: bool = True) -> Iterator[str]:
            name = f"desk_{secrets.token_hex(6)}"
            admin.execute(f"CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE template0")
            url = server.set(database=name).render_as_string(hide_password=False)
            if migrated:
                migrate(url, KEYS)
            yield url
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")

        yield new


@pytest.fixture(scope="session")
def shared_postgresql(on_postgresql: Callable[[], Iterator[str]]) -> Iterator[tuple[str, Callable[[], None]]]:
    """A migrated database, and what deletes every row of it."""
    for url in on_postgresql():
        # To connect anew for each test would take a third of what the server does.
        owner = psycopg.connect(plain(url))

        def emptied(url: str = url) -> None:
            nonlocal owner
            try:
                empty(owner)
            except psycopg.OperationalError:  # a test has cut all connections
                owner = psycopg.connect(plain(url))
                empty(owner)

        yield url, emptied
        owner.close()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """A PostgreSQL server where databases may be made: the one that is named, else one of our own for these tests."""
    named = os.environ.get("DESK_TEST_POSTGRESQL")
    found = programs()
    if named:
        yield named.replace("postgresql://", "postgresql+psycopg://", 1)
    elif found:
        yield from cluster(found)
    else:
        _missed.append(MISSING)
        pytest.skip(MISSING)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for line in _missed:
        terminalreporter.write_line(f"!!! {line}", red=True, bold=True)
