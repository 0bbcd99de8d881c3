"""Windows begins a text file with a byte order mark: an operator's file is read with it as without it."""

import shutil
from pathlib import Path

import pytest
from own_sign import OWN

from desk import keys, places, settings, signs_files, texts
from desk.rules.conduct import SignError

MARK = b"\xef\xbb\xbf"


def test_an_organisation_file(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_bytes(MARK + places.ORGANISATION.read_bytes())
    assert texts.organisation(own) == texts.organisation(None)


def test_a_file_of_signs(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_bytes(MARK + OWN.encode())
    assert "own.slogan" in {sign.id for sign in signs_files.read([own]).signs}


def test_a_file_of_signs_that_is_no_utf_8_is_refused_by_its_line(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_bytes(MARK + b"# one\n\xff")
    with pytest.raises(SignError, match="line 2: this is not UTF-8"):
        signs_files.read([own])


def test_policies_notices_and_mail_texts(tmp_path: Path) -> None:
    folder = shutil.copytree(places.LOCALES, tmp_path / "locales")
    for path in (*folder.glob("??/*.md"), *folder.glob("??/mail/*.txt")):
        path.write_bytes(MARK + path.read_bytes())
    assert [text.version for text in texts.policies(folder)["ja"]] == [
        text.version for text in texts.policies(places.LOCALES)["ja"]
    ]
    assert texts.notices(folder).keys() == {"ja", "en"}
    texts.check_mails(folder)


def test_a_key_list_and_a_secret_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = tmp_path / "keys.txt"
    listed.write_bytes(MARK + f"{keys.new_line('k1')}\n".encode())
    assert keys.read_list(listed).current.id == "k1"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DESK_KEYS_FILE", str(listed))
    assert settings.read().keyring().current.id == "k1"
