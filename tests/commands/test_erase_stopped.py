"""What keeps `desk erase` from erasing: a clock that has jumped, too much at once, a file that cannot be deleted."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from kept import the

from desk.commands import main
from desk.rules import retention
from desk.store import audit, reviews, rounds
from desk.store.engine import Store

Send = Callable[..., str]
Capture = pytest.CaptureFixture[str]

pytestmark = pytest.mark.usefixtures("hasty")


def erased(store: Store, receipt: str) -> bool:
    case = reviews.case(store, receipt)
    assert case
    return case.erased is not None


def doctor(capsys: Capture) -> tuple[bool, str]:
    """What the doctor says about erasing."""
    capsys.readouterr()
    main(["doctor", "--json"])
    (look,) = [one for one in json.loads(capsys.readouterr().out) if one["what"] == "erasing"]
    return look["well"], f"{look['seen']}. {look['remedy']}"


def test_a_desk_that_was_off_for_two_months_goes_on_with_one_command(
    closed: Send, store: Store, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("LOGNAME", "operator")
    receipt, again = closed("一通目です。", days=61), closed("三通目です。", days=61)
    assert main(["hold", again, "--reason", "裁判のため"]) == 0
    rounds.begin(store, datetime.now(UTC) - timedelta(days=60))
    closed("その後、同じ時計で届いたものです。")
    assert main(["erase", "--due"]) == 1
    assert "the clock is more than 30 days ahead" in (told := capsys.readouterr().err)
    assert "desk erase --due --clock-is-right" in told
    well, said = doctor(capsys)
    assert not well
    assert "--clock-is-right" in said
    assert main(["erase", "--due", "--dry-run"]) == 0
    seen = capsys.readouterr()
    assert receipt in seen.out
    assert "by itself" in seen.err
    assert not erased(store, receipt)
    assert main(["erase", "--due", "--clock-is-right"]) == 0
    assert erased(store, receipt)
    assert [(line.what, line.detail) for line in audit.recent(store, most=2)] == [
        ("erased", "operator"),
        ("clock-confirmed", "operator"),
    ]
    assert doctor(capsys) == (True, "nothing is overdue. ")
    assert main(["hold", again, "--lift"]) == 0
    assert main(["erase", "--due"]) == 0
    assert erased(store, again)


def test_more_than_half_of_all_waits_for_somebody_to_say_so(
    closed: Send, store: Store, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr(retention, "FEW", 1)
    receipts = [closed(f"{number}通目です。", days=3) for number in range(2)]
    closed("新しいものです。")
    assert main(["erase", "--due"]) == 1
    assert "more than half of all" in capsys.readouterr().err
    assert "more than half of all" in doctor(capsys)[1]
    assert not any(erased(store, receipt) for receipt in receipts)
    assert main(["erase", "--due", "--clock-is-right"]) == 0
    assert all(erased(store, receipt) for receipt in receipts)


def test_a_file_that_cannot_be_deleted_is_named_and_keeps_back_nothing_else(
    closed: Send, store: Store, data: Path, capsys: Capture
) -> None:
    stuck, other = closed("一通目です。", days=3), closed("二通目です。", days=3)
    name = the(store, stuck).letters[0].message_id.strip("<>").partition("@")[0]
    file = data / "mail" / f"{name}.eml"
    file.mkdir(parents=True)
    assert main(["erase", "--due"]) == 1
    told = capsys.readouterr()
    assert f"{stuck} is not erased: {file}: Is a directory. Delete it by hand" in told.err
    assert "were erased: 1." in told.out
    assert (erased(store, stuck), erased(store, other)) == (False, True)
    assert (data / "desk.sqlite3-wal").stat().st_size == 0
    assert main(["erase", stuck, "--reason", "本人の求め", "--yes"]) == 1
    assert f"is not erased: {file}: " in capsys.readouterr().err
    well, said = doctor(capsys)
    assert not well
    assert f"overdue: {stuck} {file}. `desk erase --due`" in said
    file.rmdir()
    assert main(["erase", "--due"]) == 0
    assert erased(store, stuck)
    assert doctor(capsys)[0]
