"""`desk show`, `list` and `audit verify`: what is read on the terminal is on record, and harms no terminal."""

import json
import os
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from kept import CLEAN

from desk.commands import main
from desk.commands.output import sheet
from desk.keys import new_line
from desk.store import audit
from desk.store.engine import Store
from desk.store.screening import record, unscreened

Send = Callable[..., str]
Capture = pytest.CaptureFixture[str]


def test_one_inquiry_is_shown_whole_however_its_receipt_is_typed(receipt: str, capsys: Capture) -> None:
    assert main(["show", receipt.lower().replace("-", " "), "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["receipt"], shown["message"], shown["state"]) == (receipt, "一通目です。", "received")
    assert {"findings", "suppressed", "care", "cues"} <= shown.keys()


@pytest.mark.parametrize("mixed", [{}, {"only_mixed": False}, {"only_mixed": True}])
def test_what_no_sign_found_is_shown_with_the_words_that_read_unusual(
    receipt: str, store: Store, capsys: Capture, mixed: dict[str, bool]
) -> None:
    word = {"field": "message", "start": 0, "end": 3, "text": "一通目"}
    opinion = {"score": 0.97, "words": [word], "act_guess": "act.threat", "unusual": True, **mixed}
    (waiting,) = unscreened(store, 1)
    found = replace(CLEAN, flagged=True, severity="medium", opinion=opinion)
    record(store, waiting.id, found, "general", datetime.now(UTC)).result()
    assert main(["show", receipt, "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)["second_opinion"]
    assert shown == {
        "score": 0.97,
        "unusual": True,
        "act": "act.threat",
        "guess": True,
        "words": [word],
        **({"only_mixed": True} if mixed.get("only_mixed") else {}),
    }


def test_showing_and_listing_are_recorded_with_the_account_of_the_machine(
    receipt: str, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "operator")
    assert (main(["show", receipt]), main(["list"])) == (0, 0)
    rows = [(row.what, row.receipt, row.detail) for row in audit.recent(store)]
    assert rows == [("listed-by-command", None, "operator"), ("shown-by-command", receipt, "operator")]


def test_an_account_without_a_name_is_recorded_by_its_number(
    receipt: str, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("os.getuid", lambda: 54321)
    assert main(["show", receipt]) == 0
    assert [row.detail for row in audit.recent(store)] == ["account 54321"]


def test_of_the_name_of_an_account_what_is_not_utf_8_is_escaped(
    receipt: str, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "op\udcff")
    assert main(["show", receipt]) == 0
    assert [row.detail for row in audit.recent(store)] == [r"op\udcff"]


def test_the_list_holds_receipts_and_states_and_nothing_that_was_typed(send: Send, capsys: Capture) -> None:
    receipts = [send(f"{number}通目です。") for number in range(3)]
    capsys.readouterr()
    assert main(["list", "--json", "--most", "2"]) == 0
    out = capsys.readouterr().out
    assert [row["receipt"] for row in json.loads(out)] == receipts[:0:-1]
    assert "通目" not in out
    assert "山田" not in out


def test_what_was_not_screened_yet_has_no_severity(send: Send, store: Store, capsys: Capture) -> None:
    send("一通目です。")
    (waiting,) = unscreened(store, 1)
    record(store, waiting.id, CLEAN, "general", datetime.now(UTC)).result()
    unseen = send("二通目です。")
    capsys.readouterr()
    assert main(["list", "--json"]) == 0
    assert [row["severity"] for row in json.loads(capsys.readouterr().out)] == [None, "none"]
    assert main(["show", unseen, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["severity"] is None


@pytest.mark.parametrize("most", ["0", "-1", "many"])
def test_a_senseless_number_is_refused(most: str, capsys: Capture) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["list", "--most", most])
    assert ended.value.code == 2
    assert "argument --most: write a whole number from 1 on, or leave it out" in capsys.readouterr().err


def test_an_inquiry_is_shown_in_words_and_no_program_s_notation(send: Send, capsys: Capture) -> None:
    receipt = send("山田\u3000です")
    capsys.readouterr()
    assert main(["show", receipt]) == 0
    out = capsys.readouterr().out
    assert not re.search(r"datetime|None|\[\]|\(\)|[{}']|U\+3000", out)
    assert re.search(r"^received_at +\d{4}-\d\d-\d\d \d\d:\d\d JST$", out, re.MULTILINE)
    assert re.search(r"^answers +–$", out, re.MULTILINE)


def test_what_is_inside_a_field_begins_further_in_than_the_field(capsys: Capture) -> None:
    found = {
        "act": "act.threat",
        "text": "殺して\nact: none",
        "at": datetime(2026, 11, 1, 9, tzinfo=UTC),
        "trial": False,
    }
    sheet({"findings": [found, found], "care": ("danger", "illness")})
    one = ["act: act.threat", "  text: 殺して", "    act: none", "  at: 2026-11-01 09:00 UTC", "  trial: no"]
    first, second = (f"{mark}- {one[0]}" for mark in ("findings  ", " " * 10))
    rest = [f"{' ' * 10}{line}" for line in one[1:]]
    assert capsys.readouterr().out.splitlines() == [first, *rest, second, *rest, "care      danger, illness"]


def test_an_unknown_receipt_says_so_and_is_not_recorded(store: Store, capsys: Capture) -> None:
    assert main(["show", "0000-0000-0000-0000-0000"]) == 1
    assert "no inquiry" in capsys.readouterr().err
    assert audit.recent(store) == []


def test_an_inquiry_whose_key_is_not_listed_names_the_key(receipt: str, data: Path, capsys: Capture) -> None:
    listed = data / "keys.txt"
    before = listed.read_text()
    listed.write_text(f"{new_line('k2')}\n{before}")
    assert main(["show", receipt]) == 0
    listed.write_text(listed.read_text().removesuffix(before))
    assert main(["show", receipt]) == 2
    assert f"sealed with the key {before.partition(':')[0]}, which is not listed" in capsys.readouterr().err


def test_the_log_is_whole_until_somebody_changes_it(receipt: str, data: Path, capsys: Capture) -> None:
    assert main(["show", receipt]) == 0
    assert main(["audit", "verify"]) == 0
    with closing(sqlite3.connect(data / "desk.sqlite3")) as database, database:
        database.execute("DROP TRIGGER audit_refuses_update")
        database.execute("UPDATE audit SET detail = 'nobody'")
    capsys.readouterr()
    assert main(["audit", "verify"]) == 1
    assert "broken at row 1" in capsys.readouterr().out


@pytest.mark.usefixtures("receipt")
def test_a_copy_of_the_head_that_cannot_be_read_is_told_by_its_name(data: Path, capsys: Capture) -> None:
    (data / "audit-head.json").mkdir()
    assert main(["audit", "verify"]) == 2
    assert f"{data}/audit-head.json: Is a directory. Run this as" in capsys.readouterr().err


@pytest.mark.usefixtures("receipt")
@pytest.mark.parametrize(
    "text", ['{"count": 1e999, "last": "", "key_id": "", "mac": ""}', "[" * 100_000, "", "[]", '{"count": 1}', "\udcff"]
)
def test_a_copy_of_the_head_that_is_none_is_told_by_its_name(data: Path, capsys: Capture, text: str) -> None:
    (data / "audit-head.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    assert main(["audit", "verify"]) == 2
    assert f"{data}/audit-head.json: " in capsys.readouterr().err


@pytest.mark.usefixtures("receipt")
def test_a_full_disk_leaves_no_part_of_the_copy_behind(data: Path, capsys: Capture) -> None:
    draft = data / f".audit-head.json.{os.getpid()}"
    draft.symlink_to("/dev/full")
    assert main(["audit", "verify"]) == 2
    assert "No space left on device. Make room" in capsys.readouterr().err
    assert not draft.is_symlink()
    assert not (data / "audit-head.json").exists()


def test_a_log_put_back_as_it_was_is_noticed_by_what_verifying_kept(receipt: str, data: Path, capsys: Capture) -> None:
    assert (main(["show", receipt]), main(["audit", "verify"])) == (0, 0)
    assert "Rows: 1." in capsys.readouterr().out
    kept = data / "audit-head.json"
    assert kept.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(data / "desk.sqlite3")) as database, database:
        database.execute("DROP TRIGGER audit_refuses_delete")
        database.execute("DELETE FROM audit")
        database.execute("UPDATE audit_head SET count = 0, last = x'', key_id = '', mac = x''")
    assert main(["audit", "verify"]) == 1
    assert "broken at row 1" in capsys.readouterr().out
    kept.write_text(kept.read_text("utf-8").replace('"count": 1', '"count": 0'), "utf-8")
    assert main(["audit", "verify"]) == 2
    assert "the seal does not hold" in capsys.readouterr().err
