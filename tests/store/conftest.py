"""Every test of the store runs on SQLite and on PostgreSQL; each gets a database of its own, already migrated."""

import os
import pwd
import secrets
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import make_url

from desk.keys import Keyring
from desk.rules.inquiry import Draft
from desk.store.engine import Store, open_store
from desk.store.inquiries import Arrival, Limits
from desk.store.migrate import migrate
from desk.store.tables import Base

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
def store(url: str, keyring: Keyring) -> Iterator[Store]:
    opened = open_store(url, keyring)
    yield opened
    opened.close()


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
    url, empty = shared_postgresql
    yield url
    empty()


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
def on_postgresql(postgresql: str) -> Iterator[Callable[[], Iterator[str]]]:
    """Makes a migrated database for a test that harms it; it is dropped afterwards."""
    server = make_url(postgresql)
    with psycopg.connect(_plain(postgresql), autocommit=True) as admin:

        def new() -> Iterator[str]:
            name = f"desk_{secrets.token_hex(6)}"
            admin.execute(f"CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE template0")
            url = server.set(database=name).render_as_string(hide_password=False)
            migrate(url, KEYS)
            yield url
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")

        yield new


@pytest.fixture(scope="session")
def shared_postgresql(on_postgresql: Callable[[], Iterator[str]]) -> Iterator[tuple[str, Callable[[], None]]]:
    """A migrated database, and what deletes every row of it."""
    for url in on_postgresql():
        # To connect anew for each test would take a third of what the server does.
        owner = psycopg.connect(_plain(url))

        def empty(url: str = url) -> None:
            nonlocal owner
            try:
                _empty(owner)
            except psycopg.OperationalError:  # a test has cut all connections
                owner = psycopg.connect(_plain(url))
                _empty(owner)

        yield url, empty
        owner.close()


def _empty(owner: psycopg.Connection) -> None:
    """Delete every row, all at once, past the triggers that refuse it; a mere owner of the tables has to alter them."""
    silent, aloud = (
        [f"ALTER TABLE {table} {change} TRIGGER USER" for table in ("audit", "decision", "forward", "answer")]
        for change in ("DISABLE", "ENABLE")
    )
    if owner.info.parameter_status("is_superuser") == "on":
        silent, aloud = ["SET LOCAL session_replication_role = replica"], []
    emptied = [f"DELETE FROM {table.name}" for table in reversed(Base.metadata.sorted_tables)]  # noqa: S608 - our own
    first = "INSERT INTO audit_head VALUES (1, 0, '', '', '')"
    owner.execute("; ".join((*silent, *emptied, first, *aloud)).encode())
    owner.commit()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """A PostgreSQL server where databases may be made: the one that is named, else one of our own for these tests."""
    named = os.environ.get("DESK_TEST_POSTGRESQL")
    programs = _programs()
    if named:
        yield named.replace("postgresql://", "postgresql+psycopg://", 1)
    elif programs:
        yield from _cluster(programs)
    else:
        _missed.append(MISSING)
        pytest.skip(MISSING)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for line in _missed:
        terminalreporter.write_line(f"!!! {line}", red=True, bold=True)


def _programs() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    if found:
        return found[-1].parent
    return Path(on_path).resolve().parent if on_path else None


def _cluster(programs: Path) -> Iterator[str]:
    # PostgreSQL refuses to run as root.
    user = pwd.getpwuid(os.geteuid()) if os.geteuid() else _servant()
    with tempfile.TemporaryDirectory(prefix="desk-pg-", dir="/tmp", ignore_cleanup_errors=True) as folder:
        os.chown(folder, user.pw_uid, user.pw_gid)
        as_user: dict[str, Any] = (
            {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if not os.geteuid() else {}
        )
        quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder, **as_user}
        made = [programs / "initdb", "-D", f"{folder}/data", "-U", "desk", "-A", "trust", "-E", "UTF8", "--no-sync"]
        subprocess.run([*made, "--locale=C"], check=True, **quiet)  # noqa: S603 - found by us
        tuned = [
            "fsync=off",
            "full_page_writes=off",
            "autovacuum=off",
            "wal_level=minimal",
            "max_wal_senders=0",
            "shared_buffers=32MB",
            "listen_addresses=",
            f"unix_socket_directories={folder}",
        ]
        options = [part for setting in tuned for part in ("-c", setting)]
        server = subprocess.Popen([programs / "postgres", "-D", f"{folder}/data", *options], **quiet)  # noqa: S603
        try:
            url = f"postgresql+psycopg://desk@/postgres?host={folder}"
            _wait(url)
            yield url
        finally:
            server.send_signal(subprocess.signal.SIGINT)
            server.wait(20)


def _servant() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        return pwd.getpwnam("nobody")


def _wait(url: str) -> None:
    for _ in range(200):
        try:
            psycopg.connect(_plain(url)).close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("PostgreSQL did not start")


def _plain(url: str) -> str:
    return url.replace("postgresql+psycopg://", "postgresql://", 1)
