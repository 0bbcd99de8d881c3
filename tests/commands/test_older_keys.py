"""An older key that was dropped from the list, or spoilt in it, is told by the start and by the doctor."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from desk.commands import main
from desk.keys import Key, KeyringError, new_line, read_keys, read_list

Send = Callable[..., str]
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def old(send: Send, data: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> Key:
    """The first key of a desk that goes on with another one, k2, below which it is listed."""
    receipt = send("一通目です。")
    assert main(["audit", "verify"]) == 0
    older = read_list(data / "keys.txt").current
    listed = (data / "keys.txt").read_text("utf-8")
    (data / "keys.txt").write_text(f"{new_line('k2')}\n{listed}", "utf-8")
    assert main(["show", receipt]) == 0
    assert main(["audit", "verify"]) == 0
    monkeypatch.setenv("DESK_TRUSTED_PROXIES", "127.0.0.1")
    capsys.readouterr()
    return older


def relist(data: Path, *more: str) -> None:
    """Leave the new key in the list, and beside it what is given."""
    first, *_ = (data / "keys.txt").read_text("utf-8").splitlines()
    (data / "keys.txt").write_text("\n".join((first, *more)) + "\n", "utf-8")


def looked(capsys: Capture) -> dict[str, tuple[bool, str, str]]:
    capsys.readouterr()
    main(["doctor", "--json"])
    looks = json.loads(capsys.readouterr().out)
    return {look["what"]: (look["well"], look["seen"], look["remedy"]) for look in looks}


@pytest.mark.usefixtures("old")
def test_with_all_keys_listed_the_doctor_is_content(capsys: Capture) -> None:
    assert looked(capsys)["keys in use"] == (True, "all that sealed something are listed and open it", "")


@pytest.mark.parametrize("command", ["up", "serve", "work"])
def test_without_the_older_key_the_start_is_refused_with_what_is_sealed_with_it(
    command: str, old: Key, data: Path, capsys: Capture
) -> None:
    relist(data)
    assert main([command]) == 2
    said = capsys.readouterr().err
    assert f"the key {old.id} is not listed, and 1 row (inquiry 1) is sealed with it: put its line back" in said


def test_the_doctor_names_an_older_key_that_is_missing_with_its_remedy(old: Key, data: Path, capsys: Capture) -> None:
    relist(data)
    well, seen, remedy = looked(capsys)["keys in use"]
    assert (well, seen) == (False, f"the key {old.id} is not listed, and 1 row (inquiry 1) is sealed with it")
    assert remedy.startswith("Put its line back, below the first one (DESK_KEYS_FILE or DESK_KEYS), or ")
    assert f"{old.id}:lost" in remedy


def test_one_wrong_letter_in_the_older_secret_is_told_by_both(old: Key, data: Path, capsys: Capture) -> None:
    secret = (data / "keys.txt").read_text("utf-8").splitlines()[1].partition(":")[2]
    relist(data, f"{old.id}:{'B' if secret[0] == 'A' else 'A'}{secret[1:]}")
    well, seen, remedy = looked(capsys)["keys in use"]
    assert (well, seen) == (False, f"the secret listed for the key {old.id} opens nothing of 1 row (inquiry 1)")
    assert remedy.startswith("Put its secret right")
    assert main(["serve"]) == 2
    assert seen in capsys.readouterr().err


def test_a_key_that_is_lost_for_good_is_given_up_in_the_list_and_keeps_nobody_from_the_desk(
    old: Key, data: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    relist(data, f"{old.id}:lost")
    looks = looked(capsys)
    assert looks["keys in use"][0]
    assert looks["keys"] == (True, f"1, the current one is k2; given up as lost: {old.id}", "")
    monkeypatch.setenv("DESK_HOST", "192.0.2.1")  # where nobody can listen: the start gets as far as that
    assert main(["serve"]) == 2
    assert "192.0.2.1" in capsys.readouterr().err


@pytest.mark.parametrize("twice", ["k1:lost\nk1:lost", "{line}\nk1:lost", "k1:lost\n{line}"])
def test_a_key_is_either_given_up_or_listed(twice: str) -> None:
    with pytest.raises(KeyringError, match="two keys have the same id, k1"):
        read_keys(twice.format(line=new_line("k1")), "keys.txt")


def test_a_list_of_keys_that_are_all_given_up_holds_none() -> None:
    with pytest.raises(KeyringError, match="holds no key"):
        read_keys("k1:lost\n", "keys.txt")


@pytest.fixture
def read(send: Send, data: Path) -> Key:
    """The key of a desk in whose log an inquiry was read with it, and another one below a new key, k2."""
    first, second = send("一通目です。"), send("二通目です。")
    older = read_list(data / "keys.txt").current
    assert [main(["show", first]), main(["audit", "verify"])] == [0, 0]
    (data / "keys.txt").write_text(f"{new_line('k2')}\n{(data / 'keys.txt').read_text('utf-8')}", "utf-8")
    assert main(["show", second]) == 0
    return older


def test_a_copy_of_the_head_whose_key_is_missing_was_not_changed(read: Key, data: Path, capsys: Capture) -> None:
    relist(data)
    kept = (data / "audit-head.json").read_text("utf-8")
    assert main(["audit", "verify"]) == 2
    said = capsys.readouterr().err
    assert (
        f"audit-head.json: it is sealed with the key {read.id}, which is not listed. Put the line of that key" in said
    )
    assert "backup" not in said
    assert (data / "audit-head.json").read_text("utf-8") == kept


def test_nor_is_a_log_called_broken_whose_key_is_missing(read: Key, data: Path, capsys: Capture) -> None:
    relist(data)
    (data / "audit-head.json").unlink()
    assert main(["audit", "verify"]) == 2
    said = capsys.readouterr()
    unlisted = f"it is sealed with the key {read.id}, which is not listed. Put the line"
    assert f"the log cannot be checked from row 1 on: {unlisted}" in said.err
    assert "broken" not in said.out
    assert not (data / "audit-head.json").exists()
