"""People read times by the clock of the organisation, with its name; scripts read them in UTC."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from kept import CLEAN

from desk import places
from desk.commands import main
from desk.store.engine import Store
from desk.store.screening import record, unscreened

ZONES = [("Asia/Tokyo", "JST"), ("America/Phoenix", "MST"), ("America/Sao_Paulo", "-03"), ("UTC", "UTC")]
Send = Callable[..., str]
Capture = pytest.CaptureFixture[str]


@pytest.fixture(params=ZONES, ids=lambda zone: zone[0])
def zone(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[ZoneInfo, str]:
    """The zone of an organisation, and what its clocks call it."""
    name, called = request.param
    facts = places.ORGANISATION.read_text("utf-8").replace('"Asia/Tokyo"', f'"{name}"')
    (tmp_path / "ours.toml").write_text(facts, "utf-8")
    monkeypatch.setenv("DESK_ORGANISATION", str(tmp_path / "ours.toml"))
    return ZoneInfo(name), called


def received(receipt: str, capsys: Capture) -> datetime:
    """As scripts are told it."""
    capsys.readouterr()
    assert main(["show", receipt, "--json"]) == 0
    at = datetime.fromisoformat(json.loads(capsys.readouterr().out)["received_at"])
    assert at.utcoffset() == timedelta(0)
    return at


def test_what_is_listed_and_shown_has_the_time_of_the_organisation(
    receipt: str, zone: tuple[ZoneInfo, str], capsys: Capture
) -> None:
    at = f"{received(receipt, capsys).astimezone(zone[0]):%Y-%m-%d %H:%M} {zone[1]}"
    assert main(["list"]) == 0
    assert capsys.readouterr().out.splitlines()[1].endswith(f" {at}")
    assert main(["show", receipt]) == 0
    assert f"received_at         {at}\n" in capsys.readouterr().out
    assert main(["list", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["received_at"].endswith("+00:00")


def test_an_answer_of_a_day_is_shown_on_that_day(
    send: Send, store: Store, zone: tuple[ZoneInfo, str], capsys: Capture
) -> None:
    receipt = send("一通目です。", days=3)
    (inquiry,) = unscreened(store, 2)
    record(store, inquiry.id, CLEAN, "general").result()
    day = (datetime.now(zone[0]) - timedelta(days=1)).date()
    assert main(["answered", receipt, "--at", day.isoformat()]) == 0
    assert f"{receipt} was answered on {day}.\n" in capsys.readouterr().out
    assert main(["show", receipt]) == 0
    assert f"answered_at: {day} 23:59 {zone[1]}\n" in capsys.readouterr().out


@pytest.mark.usefixtures("hasty")
def test_what_is_due_is_listed_by_the_clock_of_the_organisation(closed: Send, capsys: Capture) -> None:
    receipt = closed("一通目です。", days=3)
    at = received(receipt, capsys).astimezone(ZoneInfo("Asia/Tokyo"))
    assert main(["erase", "--due", "--dry-run", "--clock-is-right"]) == 0
    assert f"{at:%Y-%m-%d %H:%M} JST" in capsys.readouterr().out
    assert main(["erase", "--due", "--dry-run", "--clock-is-right", "--json"]) == 0
    assert f"{at.astimezone(UTC).isoformat()}" in capsys.readouterr().out


def test_when_something_was_erased_is_told_by_the_clock_of_the_organisation(
    closed: Send, zone: tuple[ZoneInfo, str], capsys: Capture
) -> None:
    receipt = closed("一通目です。")
    assert main(["erase", receipt, "--reason", "x", "--yes"]) == 0
    capsys.readouterr()
    assert main(["show", receipt]) == 0
    assert f" {zone[1]}, because its sender asked: x" in capsys.readouterr().out


def test_the_doctor_tells_the_time_of_the_organisation_and_of_nobody_s_where_its_file_is_faulty(
    zone: tuple[ZoneInfo, str], tmp_path: Path, capsys: Capture
) -> None:
    begun = datetime.now(zone[0])
    main(["doctor"])
    clock = clock_line(capsys)
    assert any(f"{at:%Y-%m-%d %H:}" in clock for at in (begun, datetime.now(zone[0])))
    assert clock.endswith(f" {zone[1]}")
    (tmp_path / "ours.toml").write_text("[", "utf-8")
    main(["doctor"])
    assert clock_line(capsys).endswith(" UTC")


def test_inquiries_are_listed_and_shown_without_anybody_s_clock_where_the_organisation_file_is_faulty(
    receipt: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    at = received(receipt, capsys)
    (tmp_path / "ours.toml").write_text("[", "utf-8")
    monkeypatch.setenv("DESK_ORGANISATION", str(tmp_path / "ours.toml"))
    for said in (["list"], ["show", receipt]):
        assert main(said) == 0
        assert f" {at:%Y-%m-%d %H:%M} UTC\n" in capsys.readouterr().out
    assert main(["list", "--json"]) == 0
    assert [row["receipt"] for row in json.loads(capsys.readouterr().out)] == [receipt]
    assert received(receipt, capsys) == at


def clock_line(capsys: Capture) -> str:
    (line,) = [line for line in capsys.readouterr().out.splitlines() if " clock: " in line]
    return line
