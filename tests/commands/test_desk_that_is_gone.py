"""The start and `desk doctor` name desks that inquiries stand at and the organisation file does not know."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desk.commands import main, serving
from desk.delivery import worker
from desk.places import ORGANISATION

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def renamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An organisation whose desk for the press has another id now."""
    own = tmp_path / "organisation.toml"
    own.write_text(ORGANISATION.read_text("utf-8").replace('id = "press"', 'id = "media"'), "utf-8")
    monkeypatch.setenv("DESK_ORGANISATION", str(own))


def said(capsys: Capture) -> str:
    capsys.readouterr()
    main(["doctor"])
    return next(line for line in capsys.readouterr().out.splitlines() if " desks: " in line)


def test_desks_that_are_all_known_are_well(send: Callable[..., str], capsys: Capture) -> None:
    send("お問い合わせ", topic="press")
    assert said(capsys) == "ok      desks: all that inquiries stand at are known"


@pytest.mark.usefixtures("renamed")
def test_the_doctor_names_a_desk_that_is_gone_with_the_way_out(send: Callable[..., str], capsys: Capture) -> None:
    send("お問い合わせ", topic="press")
    wanted = (
        "problem desks: not in the organisation file: press; until then leads and admins alone open their inquiries,"
        " and their letters are given up. Give them these ids again in the organisation file and have their letters"
        " tried again (/staff/letters); or have a lead send each inquiry on"
    )
    assert said(capsys) == wanted


@pytest.mark.usefixtures("renamed")
def test_so_does_the_start(send: Callable[..., str], capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    send("お問い合わせ", topic="press")
    monkeypatch.setattr(worker, "run", lambda *_: None)
    monkeypatch.setattr(serving, "_serve", lambda *_, **__: 0)
    for command in ("up", "serve", "work"):
        assert main([command]) == 0
        told = capsys.readouterr().err
        assert "desk: desks that inquiries stand at are not in the organisation file: press; until then" in told
