"""A PostgreSQL of the tests' own: found, started, emptied between tests and ended."""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg

from desk.store.tables import Base

ROOM = 2**30  # bytes that are to be free in memory, of which a server of the tests takes a tenth


def programs() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    if found:
        return found[-1].parent
    return Path(on_path).resolve().parent if on_path else None


def cluster(programs: Path) -> Iterator[str]:
    # PostgreSQL refuses to run as root.
    user = pwd.getpwuid(os.geteuid()) if os.geteuid() else _servant()
    with tempfile.TemporaryDirectory(prefix="desk-pg-", dir=_place(), ignore_cleanup_errors=True) as folder:
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


def empty(owner: psycopg.Connection) -> None:
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


def _place() -> str:
    # A busy disk holds up even what is never to last: a server in memory answers within its two seconds all the same.
    memory = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
    roomy = memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > ROOM
    return str(memory) if roomy else "/tmp"  # noqa: S108 - likewise


def _servant() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        return pwd.getpwnam("nobody")


def _wait(url: str) -> None:
    for _ in range(200):
        try:
            psycopg.connect(plain(url)).close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("PostgreSQL did not start")


def plain(url: str) -> str:
    return url.replace("postgresql+psycopg://", "postgresql://", 1)
