"""`desk erase` and `desk hold`: erasing for the asking and by time, and what keeps an inquiry."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from kept import CLEAN

from desk.commands import main
from desk.store import audit, reviews
from desk.store.engine import Store
from desk.store.screening import record, unscreened

Send = Callable[..., str]
Capture = pytest.CaptureFixture[str]
TOKYO = ZoneInfo("Asia/Tokyo")

NOBODY = "0000-0000-0000-0000-0000"


def shown(receipt: str, capsys: Capture) -> dict[str, object]:
    capsys.readouterr()
    assert main(["show", receipt, "--json"]) == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_what_its_sender_asked_for_is_erased_and_said_wherever_it_is_shown(
    closed: Send, store: Store, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("LOGNAME", "operator")
    receipt = closed("秘密の一通目です。")
    assert main(["erase", receipt.lower(), "--reason", "本人の求め", "--yes"]) == 0
    assert f"{receipt} is erased." in capsys.readouterr().out
    (line,) = audit.recent(store)
    assert (line.what, line.receipt, line.detail) == ("erased-on-request", receipt, "operator")
    found = shown(receipt, capsys)
    assert (found["state"], found["message"], found["email"]) == ("erased", "", "")
    assert main(["show", receipt]) == 0
    out = capsys.readouterr().out
    assert f"{datetime.now(TOKYO):%Y-%m-%d}" in out
    assert "because its sender asked: 本人の求め" in out
    assert main(["list"]) == 0
    assert "erased" in capsys.readouterr().out
    assert main(["audit", "verify"]) == 0
    assert main(["erase", receipt, "--reason", "again", "--yes"]) == 0
    assert "was erased before" in capsys.readouterr().out


def test_nothing_is_erased_that_nobody_confirmed(closed: Send, capsys: Capture) -> None:
    receipt = closed("一通目です。")
    assert main(["erase", receipt, "--reason", "本人の求め"]) == 2
    assert "nothing was erased" in capsys.readouterr().err
    assert shown(receipt, capsys)["message"] == "一通目です。"


@pytest.mark.parametrize(
    "words",
    [
        [],
        [NOBODY],
        [NOBODY, "--reason", " "],
        [NOBODY, "--due"],
        [NOBODY, "--reason", "x", "--json"],
        [NOBODY, "--reason", "x", "--dry-run"],
        [NOBODY, "--reason", "x", "--clock-is-right"],
    ],
)
def test_words_that_do_not_say_what_to_erase_are_refused(words: list[str], capsys: Capture) -> None:
    assert main(["erase", *words]) == 2
    assert capsys.readouterr().err.startswith("desk: ")


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["erase", "{}", "--reason", "お客様のご依頼\udcff", "--yes"], "--reason"),
        (["hold", "{}", "--reason=お客様のご依頼\udcff"], "--reason"),
        (["hold", "{}\udcff", "--lift"], "RECEIPT"),
        (["staff", "disable", "Yuki\udcff"], "NAME"),
    ],
)
def test_what_a_terminal_of_another_encoding_sends_is_refused_before_anything_is_done(
    closed: Send, store: Store, capsys: Capture, words: list[str], named: str
) -> None:
    receipt = closed("一通目です。")
    assert main([word.format(receipt) for word in words]) == 2
    assert capsys.readouterr().err.startswith(f"desk: {named} is not UTF-8")
    assert audit.recent(store) == []
    assert main(["hold", receipt, "--reason", "裁判のため"]) == 0


def test_a_file_is_found_whatever_bytes_name_it(tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / os.fsdecode("一覧.jsonl".encode("cp932"))
    file.write_text('{"message": "死ね"}\n', "utf-8")
    assert main(["screen", str(file)]) == 0
    assert "act.insult" in capsys.readouterr().out


def test_an_unknown_receipt_says_so(capsys: Capture) -> None:
    assert main(["erase", NOBODY, "--reason", "x", "--yes"]) == 1
    assert main(["hold", NOBODY, "--reason", "x"]) == 1
    assert capsys.readouterr().err.count("there is no inquiry") == 2


def test_what_waits_for_somebody_is_not_erased(send: Send, store: Store, capsys: Capture) -> None:
    receipt = send("一通目です。")
    assert main(["erase", receipt, "--reason", "x", "--yes"]) == 1
    assert "nobody has decided" in capsys.readouterr().err
    (inquiry,) = unscreened(store, 2)
    record(store, inquiry.id, CLEAN, "general").result()
    assert main(["erase", receipt, "--reason", "x", "--yes"]) == 1
    assert "still on its way" in capsys.readouterr().err


@pytest.mark.usefixtures("hasty")
def test_a_legal_hold_keeps_it_until_it_is_lifted(closed: Send, capsys: Capture) -> None:
    receipt = closed("一通目です。", days=3)
    assert main(["hold", receipt]) == 2
    assert main(["hold", receipt, "--lift"]) == 1
    assert main(["hold", receipt, "--reason", "裁判のため"]) == 0
    assert main(["hold", receipt, "--reason", "裁判のため"]) == 1
    assert main(["erase", receipt, "--reason", "x", "--yes"]) == 1
    assert "legal hold" in capsys.readouterr().err
    assert main(["erase", "--due"]) == 0
    found = shown(receipt, capsys)
    assert found["erased"] is None
    assert isinstance(found["legal_hold"], dict)
    assert found["legal_hold"]["reason"] == "裁判のため"
    assert main(["hold", receipt, "--lift"]) == 0
    assert main(["erase", "--due"]) == 0
    assert shown(receipt, capsys)["state"] == "erased"
    assert main(["hold", receipt, "--reason", "裁判のため"]) == 1


@pytest.mark.usefixtures("hasty")
def test_what_is_due_is_told_before_it_is_erased(closed: Send, capsys: Capture) -> None:
    old = closed("一通目です。", days=3)
    new = closed("二通目です。")
    assert main(["erase", "--due", "--dry-run", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["dry_run"] is True
    assert [(one["receipt"], one["state"]) for one in told["inquiries"]] == [(old, "clean")]
    assert shown(old, capsys)["state"] == "clean"
    assert main(["erase", "--due"]) == 0
    out = capsys.readouterr().out
    assert old in out
    assert "were erased: 1." in out
    assert main(["erase", "--due"]) == 0
    assert "were erased: 0." in capsys.readouterr().out
    assert shown(new, capsys)["message"] == "二通目です。"


@pytest.mark.usefixtures("hasty")
def test_killed_in_the_middle_it_loses_nothing_and_is_done_by_the_next(closed: Send, store: Store, data: Path) -> None:
    receipts = [closed(f"{number}通目です。", days=3) for number in range(60)]
    words = ("erase", "--due", "--clock-is-right")  # for it is more than half of all
    erasing = subprocess.Popen([sys.executable, "-m", "desk", *words], stdout=subprocess.DEVNULL)  # noqa: S603 - ours
    until = time.monotonic() + 30
    while not any(_gone(store, receipts)) and erasing.poll() is None and time.monotonic() < until:
        time.sleep(0.01)
    os.kill(erasing.pid, signal.SIGKILL)
    erasing.wait(10)
    assert audit.verify(store).broken is None
    whole = [reviews.case(store, receipt) for receipt in receipts]
    assert all(case and bool(case.erased) == (case.inquiry.message == "") for case in whole)
    assert main(words) == 0
    assert all(_gone(store, receipts))
    assert (data / "desk.sqlite3-wal").stat().st_size == 0
    assert audit.verify(store).broken is None


def _gone(store: Store, receipts: list[str]) -> list[bool]:
    rows = {row.receipt: row.state == "erased" for row in reviews.listing(store, None, 100)}
    return [rows[receipt] for receipt in receipts]
