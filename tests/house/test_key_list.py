"""A key list that cannot be used is told by the setting that names it, its file, its line, and what to do."""

import errno
import os
from pathlib import Path

import pytest

from desk import keys, settings
from desk.keys import KeyringError, new_line, read_keys
from desk.settings import Settings, SettingsError


@pytest.fixture
def listed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The file of the key list as the settings name it; it is not there yet."""
    monkeypatch.chdir(tmp_path)  # a .env of the checkout must not speak here
    monkeypatch.setenv("DESK_KEYS_FILE", str(tmp_path / "listed"))
    return tmp_path / "listed"


def test_a_line_is_told_by_its_number_in_the_file_that_is_named(listed: Path) -> None:
    listed.write_text("\n# ours\nk1:abc\n")

    with pytest.raises(KeyringError) as refused:
        settings.read().keyring()

    assert str(refused.value).startswith(f"DESK_KEYS_FILE: {listed}, line 3: the secret is not base64")


def test_a_list_in_the_variable_itself_is_told_by_that(listed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DESK_KEYS_FILE")
    monkeypatch.setenv("DESK_KEYS", f"{new_line('k2')}\nk1:abc")

    with pytest.raises(KeyringError, match=r"^DESK_KEYS, line 2: "):
        settings.read().keyring()

    assert not listed.exists()


def test_blanks_round_the_lines_are_nobodys(listed: Path) -> None:
    listed.write_text(f"\n  # ours\n  {new_line('k9')}  \n\n")

    assert settings.read().keyring().current.id == "k9"


def test_a_list_that_is_missing_is_refused_with_how_one_is_made(listed: Path) -> None:
    with pytest.raises(SettingsError, match=r"umask 077; desk keys new > FILE$") as refused:
        settings.read()

    assert str(refused.value).startswith(f"DESK_KEYS_FILE: {listed} cannot be read (No such file")


def test_an_id_that_two_keys_have_is_told_with_the_line_of_the_second() -> None:
    with pytest.raises(KeyringError, match=r"^keys\.txt, line 3: two keys have the same id, k1\. Give each"):
        read_keys("\n".join(map(new_line, ("k1", "k2", "k1"))), "keys.txt")


def test_a_full_disk_is_not_put_down_to_the_account(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(keys, "write_first", full)

    with pytest.raises(SettingsError, match=r"keys.txt cannot be read or made \(.*\). Make room on the disk$"):
        Settings(data=tmp_path).make_keys()
