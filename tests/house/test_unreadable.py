"""What this account may not read, or is no text, is refused by its name and with the remedy."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desk import places, signs_files, texts
from desk.commands import doctor, main
from desk.rules.conduct import SignError
from desk.settings import SettingsError

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


@pytest.mark.parametrize(
    ("variable", "named"),
    [
        ("DESK_ORGANISATION", "own/inside/x.toml"),
        ("DESK_LOCALES", "own/inside"),
        ("DESK_LOCALES", "own"),
        ("DESK_SIGNS", "own/inside"),
        ("DESK_SIGNS", "own"),
    ],
)
def test_a_file_or_a_folder_that_a_setting_names(
    variable: str, named: str, closed: Close, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    Path("own/inside").mkdir(parents=True)
    closed(Path("own"))
    monkeypatch.setenv(variable, named)
    said = f"{variable}: {named} cannot be entered (Permission denied). Let this account read it"
    assert main(["config"]) == 2
    assert capsys.readouterr().err == f"desk: {said}\n"
    assert [look.seen for look in doctor.examine()] == [said]


@pytest.mark.parametrize(
    ("shut", "read"), [("ja", texts.policies), ("en", texts.notices), ("en/mail", texts.check_mails)]
)
def test_a_folder_inside_that_of_the_texts(shut: str, read: Callable[[Path], object], closed: Close) -> None:
    own = Path(shutil.copytree(places.LOCALES, "own"))
    read(own)
    closed(own / shut)
    with pytest.raises(SettingsError, match=rf"own/{shut}.* cannot be entered\. Let this account read it \(Permission"):
        read(own)


def test_a_data_folder_of_another_account(closed: Close, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setenv("DESK_DATA", "data/ours")
    with pytest.raises(SystemExit):
        main(["list"])
    capsys.readouterr()
    Path("data/ours").mkdir(parents=True)
    closed(Path("data"))
    assert main(["list"]) == 3
    assert "data/ours/desk.sqlite3: Permission denied. `desk doctor` says more" in capsys.readouterr().err


@pytest.mark.parametrize("named", ["own", "own/x.toml"])
def test_signs_that_a_command_is_given(named: str, closed: Close) -> None:
    Path("own").mkdir()
    closed(Path("own"))
    with pytest.raises(SignError, match=rf"{named}.* cannot be entered \(Permission denied\)"):
        signs_files.read([Path(named)])
