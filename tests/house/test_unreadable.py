"""What this account may not read, or is no text, is refused by its name and with the remedy."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desk.commands import main

NOBODY = 65534  # the account that root becomes, since root may read everything
Close = Callable[[Path], None]
Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[Close]:
    """Closes a path to the account of the tests, which from then on is another one where it was root."""
    own, shut = os.geteuid(), []

    def close(path: Path) -> None:
        tmp_path.chmod(0o755)  # what is named from here has to be found
        shut.append((path, path.stat().st_mode))
        path.chmod(0)
        os.seteuid(own or NOBODY)

    yield close
    os.seteuid(own)
    for path, mode in shut:
        path.chmod(mode)


def test_a_dotenv_file_that_is_not_utf_8(capsys: Capture) -> None:
    Path(".env").write_bytes("# 窓口\nDESK_PORT=8123\n".encode("shift_jis"))
    assert main(["config"]) == 2
    assert capsys.readouterr().err == "desk: .env cannot be read: save it as UTF-8\n"


def test_a_dotenv_file_of_another_account(closed: Close, capsys: Capture) -> None:
    Path(".env").write_text("DESK_PORT=8123\n")
    closed(Path(".env"))
    assert main(["config"]) == 2
    assert capsys.readouterr().err == "desk: .env cannot be read (Permission denied): let this account read it\n"
