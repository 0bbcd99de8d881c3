"""`desk staff add` takes a second factor from a file alone: who is on the machine may read the words of a command."""

from pathlib import Path

import pytest
from migrated import make_ready_at

from desk.commands import main
from desk.keys import read_list
from desk.store import staff
from desk.store.engine import open_store

ADD = ("staff", "add", "Aoi", "--role", "auditor")
READY = (*ADD, "--password-file", "password")


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty desk, beside files with a password, with a second factor, and with none."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DESK_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("DESK_ORIGIN", "https://desk.example.com")
    make_ready_at(tmp_path / "data")
    Path("password").write_text("a quiet morning by the river")
    Path("factor").write_text("jbsw y3dp ehpk 3pxp\r\nand another line\n", "utf-8-sig", newline="")
    Path("short").write_text("JBSWY3DPEHPK3PX")
    Path("other").write_text("JBSWY3DPEHPK3PX1")
    Path("bytes").write_bytes(b"\xff")
    Path("empty").touch()
    return tmp_path / "data"


def test_a_second_factor_that_was_given_is_kept_and_not_printed(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*READY, "--totp-file", "factor"]) == 0
    assert capsys.readouterr().out.split() == ["name", "Aoi", "role", "auditor"]
    opened = open_store(f"sqlite:///{data / 'desk.sqlite3'}", read_list(data / "keys.txt"))
    account = staff.by_name(opened, "Aoi")
    opened.close()
    assert account is not None
    assert account.totp_secret == "JBSWY3DPEHPK3PXP"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([*ADD, "--totp-file", "factor"], "--totp-file goes with --password-file"),
        ([*READY, "--totp-file", "missing"], "missing cannot be read: there is no such file; it is to be there"),
        ([*READY, "--totp-file", "data"], "data cannot be read: it is a folder; name a file in it"),
        ([*READY, "--totp-file", "bytes"], "bytes is not text: save it as UTF-8"),
        ([*READY, "--totp-file", "empty"], "the second factor in empty must be base32"),
        ([*READY, "--totp-file", "short"], "the second factor in short must be base32"),
        ([*READY, "--totp-file", "other"], "the second factor in other must be base32"),
    ],
)
def test_a_file_without_a_second_factor_is_told_with_exit_code_2(
    capsys: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    assert main(words) == 2
    said = capsys.readouterr().err
    assert told in said
    assert "JBSW" not in said


def test_none_is_taken_from_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*READY, "--totp", "JBSWY3DPEHPK3PXP"])
    assert ended.value.code == 2
    assert "unrecognized arguments: --totp" in capsys.readouterr().err
