"""A file that must not be lost appears whole, for its owner alone, and is still there when the power was gone."""

import errno
import os
from collections.abc import Callable
from email.message import EmailMessage
from functools import partial
from pathlib import Path

import pytest

from desk.delivery.carriers import into_folder, take_back
from desk.files import make_folder, write_first, write_whole
from desk.keys import make_list
from desk.settings import Settings


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path, frozenset[str]]]:
    """Each file that is put on the disk, with no names, and each folder, with the names that it held by then."""
    seen: list[tuple[Path, frozenset[str]]] = []
    really = os.fsync

    def watched(number: int) -> None:
        place = Path(f"/proc/self/fd/{number}").resolve()
        names = (path.name for path in place.iterdir()) if place.is_dir() else ()
        seen.append((place, frozenset(names)))
        really(number)

    monkeypatch.setattr(os, "fsync", watched)
    return seen


def letter() -> EmailMessage:
    written = EmailMessage()
    written["Message-ID"] = "<abc@inquiry-desk>"
    written.set_content("お問い合わせ")
    return written


@pytest.mark.parametrize(
    ("write", "folder", "name"),
    [
        (lambda path: into_folder(path / "mail", letter()), "mail", "abc.eml"),
        (lambda path: into_folder(path / "mail", letter()), ".", "mail"),
        (lambda path: make_list(path / "keys.txt"), ".", "keys.txt"),
        (lambda path: write_whole(path / "head.json", b"{}"), ".", "head.json"),
        (lambda path: Settings(data=path / "new" / "data").prepare_data(), ".", "new"),
        (lambda path: Settings(data=path / "new" / "data").prepare_data(), "new", "data"),
    ],
    ids=["a letter", "the folder of the letters", "the keys", "the head of the log", "a folder above", "the data"],
)
def test_its_name_is_on_the_disk_before_anybody_relies_on_it(
    tmp_path: Path, synced: list[tuple[Path, frozenset[str]]], write: Callable[[Path], object], folder: str, name: str
) -> None:
    write(tmp_path)
    assert any(place == (tmp_path / folder).resolve() and name in names for place, names in synced)


@pytest.mark.parametrize("write", [write_whole, write_first])
def test_what_it_holds_is_on_the_disk_before_its_name(
    tmp_path: Path, synced: list[tuple[Path, frozenset[str]]], write: Callable[[Path, bytes], None]
) -> None:
    write(tmp_path / "kept", b"whole")
    draft = tmp_path.resolve() / f".kept.{os.getpid()}"
    (written, none), (folder, names) = synced
    assert (written, none, folder) == (draft, frozenset(), tmp_path.resolve())
    assert "kept" in names


def test_a_letter_that_was_taken_back_does_not_come_back_with_the_power(
    tmp_path: Path, synced: list[tuple[Path, frozenset[str]]]
) -> None:
    into_folder(tmp_path, letter())
    assert take_back(tmp_path, [letter()["Message-ID"]]) == {}
    assert synced[-1] == (tmp_path.resolve(), frozenset())


@pytest.mark.parametrize("write", [write_whole, write_first])
def test_it_is_its_owners_alone_and_nothing_else_is_left(tmp_path: Path, write: Callable[[Path, bytes], None]) -> None:
    path = tmp_path / "kept"
    write(path, b"whole")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"whole", 0o600)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(("write", "kept"), [(write_whole, b"second"), (write_first, b"first")])
def test_the_last_one_or_the_first_one_stays(tmp_path: Path, write: Callable[[Path, bytes], None], kept: bytes) -> None:
    for octets in (b"first", b"second"):
        write(tmp_path / "kept", octets)
    assert (tmp_path / "kept").read_bytes() == kept


@pytest.mark.parametrize("write", [write_whole, write_first])
def test_on_a_full_disk_what_was_there_stays_and_no_half_is_left(
    tmp_path: Path, write: Callable[[Path, bytes], None]
) -> None:
    path = tmp_path / "kept"
    path.write_bytes(b"before")
    (tmp_path / f".kept.{os.getpid()}").symlink_to("/dev/full")
    with pytest.raises(OSError, match="No space left"):
        write(path, b"after")
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (b"before", [path])


def test_a_folder_is_its_owners_alone_and_made_once(tmp_path: Path) -> None:
    for make in [partial(make_folder, tmp_path / "mail")] * 2:
        make()
    assert (tmp_path / "mail").stat().st_mode & 0o777 == 0o700


def test_a_folder_that_its_file_system_cannot_sync_fails_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = os.fsync

    def unable(number: int) -> None:
        if Path(f"/proc/self/fd/{number}").resolve().is_dir():
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        really(number)

    monkeypatch.setattr(os, "fsync", unable)
    write_whole(tmp_path / "head.json", b"{}")
    assert (tmp_path / "head.json").read_bytes() == b"{}"
