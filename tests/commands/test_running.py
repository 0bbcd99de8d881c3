"""`desk up`, `serve`, `work` and `migrate` as an operator runs them: real processes, real signals."""

# ruff: noqa: S603 - what is run here is our own

import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from ports import free_port
from reading import PLAIN

from desk import app, signs_files
from desk.commands import main
from desk.commands.invitation import first_administrator
from desk.settings import Settings
from desk.store import reviews, staff
from desk.store.engine import Store

NOW = datetime(2026, 11, 25, tzinfo=UTC)
Send = Callable[..., str]


@contextmanager
def running(*words: str, log: Path, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    with log.open("wb") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "desk", *words], env={**os.environ, **environment}, stdout=file, stderr=file
        )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def ended(process: subprocess.Popen[bytes], with_: signal.Signals) -> int:
    process.send_signal(with_)
    return process.wait(timeout=25)


def until(holds: Callable[[], bool], log: Path) -> None:
    for _ in range(600):  # tenths of a second: a machine that does much else starts a desk slowly
        if holds():
            return
        time.sleep(0.1)
    raise AssertionError(log.read_text("utf-8"))


def answers(address: str) -> bool:
    try:
        return httpx.get(address + "/readyz", verify=PLAIN).status_code == 200
    except httpx.TransportError:
        return False


@pytest.mark.parametrize(
    "words",
    [
        "serve >/dev/full 2>&-",
        pytest.param("up >/dev/full 2>&-", marks=pytest.mark.slow),
        pytest.param("up >/dev/full 2>/dev/full", marks=pytest.mark.slow),
        pytest.param("up >&- 2>&-", marks=pytest.mark.slow),
    ],
)
def test_a_terminal_that_is_full_or_closed_keeps_nobody_from_being_answered(tmp_path: Path, words: str) -> None:
    port = free_port()
    settings = {"DESK_PORT": str(port), "DESK_ORIGIN": f"http://127.0.0.1:{port}", "DESK_DATA": str(tmp_path / "data")}
    command = f"exec {sys.executable} -m desk {words}"
    process = subprocess.Popen(["/bin/sh", "-c", command], env={**os.environ, **settings})
    try:
        until(lambda: answers(settings["DESK_ORIGIN"]), Path(os.devnull))
        assert ended(process, signal.SIGTERM) == 0
    finally:
        process.kill()
        process.wait()


def test_one_process_answers_though_the_database_is_locked_and_another_works_until_told_to_stop(
    tmp_path: Path, data: Path, send: Send, store: Store
) -> None:
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    settings = {"DESK_PORT": str(port), "DESK_ORIGIN": address}
    receipt = send("ドメインの更新方法を教えてください。")

    def screened() -> bool:
        case = reviews.case(store, receipt)
        return case is not None and case.state == "clean"

    with ExitStack() as stack:
        lock = stack.enter_context(closing(sqlite3.connect(data / "desk.sqlite3", isolation_level=None)))
        lock.execute("BEGIN IMMEDIATE")
        serving = stack.enter_context(running("serve", log=tmp_path / "serve.log", **settings))
        until(
            lambda: "cannot be written just now" in (tmp_path / "serve.log").read_text("utf-8"), tmp_path / "serve.log"
        )
        assert httpx.get(address + "/ja/policy", verify=PLAIN).status_code == 200
        assert "Run `desk work` as well" in (tmp_path / "serve.log").read_text("utf-8")
        lock.execute("ROLLBACK")
        until(lambda: answers(address), tmp_path / "serve.log")

        working = stack.enter_context(running("work", log=tmp_path / "work.log", **settings))
        until(screened, tmp_path / "work.log")
        assert "delivering letters" in (tmp_path / "work.log").read_text("utf-8")
        assert ended(working, signal.SIGTERM) == 0
        assert ended(serving, signal.SIGTERM) == 0


def test_up_with_two_workers_works_too_and_ends_with_ctrl_c(tmp_path: Path, send: Send, store: Store) -> None:
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    receipt = send("お前ら全員殺してやる。")

    def held() -> bool:
        case = reviews.case(store, receipt)
        return case is not None and case.state == "held"

    log = tmp_path / "log"
    warned = "desk: by post only: rights-infringement; but the organisation file gives no postal `address`."
    with running("up", log=log, DESK_PORT=str(port), DESK_ORIGIN=address, DESK_WORKERS="2") as process:
        until(lambda: answers(address), log)
        until(held, log)
        until(lambda: warned in log.read_text("utf-8"), log)
        until(lambda: f"{address}/staff/welcome/" in log.read_text("utf-8"), log)
        assert "`desk work`" not in log.read_text("utf-8")
        assert ended(process, signal.SIGINT) == 0


@pytest.mark.parametrize("command", ["serve", "work", "list"])
def test_a_database_that_is_not_up_to_date_is_refused_with_the_remedy(
    command: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(data / "desk.sqlite3")) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '0008'")
    with pytest.raises(SystemExit) as stopped:
        main([command])
    assert stopped.value.code == 2
    said = f"the database is not up to date: {data}/desk.sqlite3; run `desk migrate` first"
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("words", ["serve", "work", "list", "staff list", "audit verify", "erase --due --dry-run"])
@pytest.mark.parametrize("folder", ["missing", "empty"])
def test_where_no_desk_is_the_place_is_named_and_nothing_is_made(
    words: str, folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.setenv("DESK_DATA", str(tmp_path / folder))
    with pytest.raises(SystemExit) as stopped:
        main(words.split())
    assert stopped.value.code == 2
    said = f"there is no desk at {tmp_path / folder}/desk.sqlite3: correct DESK_DATA, or make one: `desk up`"
    assert said in capsys.readouterr().err
    assert not (tmp_path / "missing").exists()
    assert list((tmp_path / "empty").iterdir()) == []


@pytest.mark.parametrize("command", ["up", "serve", "work"])
def test_signs_that_cannot_be_read_stop_whoever_starts_with_their_file_and_line(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own" / "signs.toml"
    own.parent.mkdir()
    own.write_text('# ours\n[[sign]]\nid = "x"\nact = "act.none"\n', "utf-8")
    monkeypatch.setenv("DESK_SIGNS", str(own.parent))
    assert main([command]) == 2
    assert f"{own}, line 4" in capsys.readouterr().err


def test_who_serves_pages_alone_reads_no_signs(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unread(_operators: object) -> None:
        raise AssertionError

    monkeypatch.setattr(signs_files, "ruleset", unread)
    serving: Any = app.create(Settings(data=data))
    serving.app.state.desk.store.close()
    with pytest.raises(AssertionError):
        app.create(Settings(data=data), working=True)


def test_the_first_link_is_new_at_each_start_until_an_administrator_can_sign_in(data: Path, store: Store) -> None:
    settings = Settings(data=data)
    first, second = first_administrator(settings, NOW), first_administrator(settings, NOW)
    assert staff.open_invitation(store, token(first), NOW) is None
    invited = staff.enrol(store, token(second), "a hash", "ABCDEFGHIJKLMNOP", NOW)
    assert invited is not None
    assert (invited.name, invited.role) == ("admin", "admin")
    assert first_administrator(settings, NOW) is None


@pytest.mark.parametrize("name", ["Ａｄｍｉｎ", "аdmin"])
def test_whoever_else_is_called_admin_keeps_their_account(data: Path, store: Store, name: str) -> None:
    staff.add(store, name, "reviewer", "ja", "a hash", "ABCDEFGHIJKLMNOP", NOW)
    link = first_administrator(Settings(data=data), NOW)
    invited = staff.open_invitation(store, token(link), NOW)
    assert invited is not None
    assert (invited.name, invited.role) == ("admin-2", "admin")
    account = staff.by_name(store, name)
    assert account is not None
    assert account.staff.enrolled


def test_an_invited_administrator_who_is_called_nearly_so_is_invited_again(data: Path, store: Store) -> None:
    staff.invite(store, "admın", "admin", "ja", NOW)
    invited = staff.open_invitation(store, token(first_administrator(Settings(data=data), NOW)), NOW)
    assert invited is not None
    assert invited.name == "admın"


def test_an_administrator_who_was_shut_out_does_not_shut_out_everybody(data: Path, store: Store) -> None:
    settings = Settings(data=data)
    first_administrator(settings, NOW)
    staff.disable(store, "admin", NOW)
    assert staff.open_invitation(store, token(first_administrator(settings, NOW)), NOW) is not None


def token(link: str | None) -> str:
    found = re.fullmatch(r"https://desk\.example\.com/staff/welcome/([\w-]+)", link or "")
    assert found
    return found[1]
