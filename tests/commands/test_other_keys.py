"""A desk whose key list is elsewhere, or another's, is opened by nobody: nothing is sealed that its keys never open."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desk.commands import main
from desk.commands.serving import _first_steps
from desk.keys import new_line, read_list
from desk.settings import Settings
from desk.store import staff
from desk.store.engine import Store

Send = Callable[..., str]
Capture = pytest.CaptureFixture[str]
OPENING = (
    *("up", "migrate", "serve", "work", "demo", "list", "staff list", "audit verify", "erase --due"),
    "show 0000-0000-0000-0000-0000",
)
MISSING, OTHERS = "there is no key list at", "the database was written with other keys than those listed"


@pytest.fixture
def used(send: Send) -> None:
    """A desk with an inquiry, whose log has begun."""
    send("一通目です。")
    assert main(["list"]) == 0


def contents(data: Path) -> dict[str, list[tuple[str, ...]]]:
    with closing(sqlite3.connect(data / "desk.sqlite3")) as database:
        return {
            table: database.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - our own names
            for table in ("audit", "audit_head", "inquiry", "outbox", "staff")
        }


@pytest.mark.usefixtures("used")
@pytest.mark.parametrize("words", OPENING)
def test_without_its_key_list_no_command_opens_the_desk_and_none_is_made(
    words: str, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    listed, before = tmp_path / "keys.txt", contents(data)
    (data / "keys.txt").rename(listed)
    assert main(words.split()) == 2
    said = capsys.readouterr().err
    assert MISSING in said
    assert "DESK_KEYS_FILE" in said
    assert (contents(data), (data / "keys.txt").exists()) == (before, False)
    monkeypatch.setenv("DESK_KEYS_FILE", str(listed))
    assert main(["audit", "verify"]) == 0


@pytest.mark.usefixtures("used")
@pytest.mark.parametrize("words", OPENING)
@pytest.mark.parametrize("same_id", [True, False])
def test_with_the_keys_of_another_desk_none_opens_it_either(
    words: str, same_id: bool, data: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    before = contents(data)
    monkeypatch.setenv("DESK_KEYS", new_line(read_list(data / "keys.txt").current.id if same_id else "k2"))
    assert main(words.split()) == 2
    assert OTHERS in capsys.readouterr().err
    assert contents(data) == before


@pytest.mark.usefixtures("used")
def test_a_head_of_the_log_that_somebody_changed_is_told_and_keeps_nobody_from_the_desk(
    data: Path, capsys: Capture
) -> None:
    with closing(sqlite3.connect(data / "desk.sqlite3")) as database, database:
        database.execute("UPDATE audit_head SET count = count - 1")
    assert main(["list"]) == 0
    assert main(["audit", "verify"]) == 1
    assert "The log is broken" in "".join(capsys.readouterr())


def test_without_an_inquiry_the_accounts_tell_whose_keys_they_are(
    data: Path, store: Store, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    staff.add(store, "Hana", "lead", "ja", "a hash", "ABCDEFGHIJKLMNOP", datetime(2026, 11, 25, tzinfo=UTC))
    with closing(sqlite3.connect(data / "desk.sqlite3")) as database, database:
        database.execute("UPDATE audit_head SET count = count + 1")
    assert main(["staff", "list"]) == 0
    monkeypatch.setenv("DESK_KEYS", new_line("k2"))
    assert main(["staff", "list"]) == 2
    assert OTHERS in capsys.readouterr().err


def test_a_database_from_before_the_log_had_a_head_is_not_brought_up_to_date_with_other_keys(
    send: Send, data: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    send("一通目です。")
    with closing(sqlite3.connect(data / "desk.sqlite3")) as database, database:
        database.execute("DROP TABLE audit_head")
    monkeypatch.setenv("DESK_KEYS", new_line("k2"))
    assert main(["migrate"]) == 2
    assert OTHERS in capsys.readouterr().err


def test_before_the_log_has_a_line_the_inquiries_tell_whose_keys_they_are(
    send: Send, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    send("一通目です。")
    monkeypatch.setenv("DESK_KEYS", new_line("k2"))
    assert main(["list"]) == 2
    assert OTHERS in capsys.readouterr().err


@pytest.mark.usefixtures("used")
def test_a_list_with_a_new_key_before_the_old_ones_opens_it(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("DESK_KEYS", f"{new_line('k2')}\n{(data / 'keys.txt').read_text('utf-8')}")
    assert [main(["list"]), main(["audit", "verify"])] == [0, 0]
    assert "whole" in capsys.readouterr().out


def test_a_desk_in_which_nothing_is_stored_may_begin_with_any_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESK_KEYS", new_line("k2"))
    assert [main(["list"]), main(["audit", "verify"])] == [0, 0]


@pytest.mark.usefixtures("used")
@pytest.mark.parametrize(("other", "said"), [(False, MISSING), (True, OTHERS)])
def test_the_doctor_says_the_same(
    other: bool, said: str, data: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    (data / "keys.txt").unlink()
    if other:
        monkeypatch.setenv("DESK_KEYS", new_line("k2"))
    capsys.readouterr()
    assert main(["doctor", "--json"]) == 1
    looks = {look["what"]: look for look in json.loads(capsys.readouterr().out)}
    assert said in looks["database" if other else "keys"]["seen"]
    assert not (data / "keys.txt").exists()


def test_the_doctor_puts_a_file_that_is_no_database_down_to_the_database(data: Path, capsys: Capture) -> None:
    for path in data.iterdir():
        path.unlink()
    (data / "desk.sqlite3").write_text("no database, whoever reads it")
    assert main(["doctor", "--json"]) == 1
    seen = {look["what"]: look["seen"] for look in json.loads(capsys.readouterr().out)}
    assert seen["database"] == "cannot be reached (file is not a database)"
    assert "keys" not in seen


def test_the_first_keys_of_two_desks_fit_into_one_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    lists = []
    for name in ("one", "two"):
        monkeypatch.setenv("DESK_DATA", str(tmp_path / name))
        assert main(["migrate"]) == 0
        assert "/staff/welcome/" in _first_steps(Settings())[-1]
        lists.append((tmp_path / name / "keys.txt").read_text("utf-8"))
    (tmp_path / "two" / "keys.txt").write_text("".join(lists), "utf-8")
    assert main(["audit", "verify"]) == 0
    assert "Rows: 1." in capsys.readouterr().out
