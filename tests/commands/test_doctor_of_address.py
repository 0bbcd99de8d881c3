"""`desk doctor` says what is amiss between the desk and who reaches it: the address, the proxy, files of secrets."""

import json
from pathlib import Path

import pytest

from desk.commands import main
from desk.keys import new_line

Capture = pytest.CaptureFixture[str]


def looked(capsys: Capture) -> dict[str, tuple[bool, str, str]]:
    capsys.readouterr()
    main(["doctor", "--json"])
    looks = json.loads(capsys.readouterr().out)
    return {look["what"]: (look["well"], look["seen"], look["remedy"]) for look in looks}


@pytest.mark.parametrize("origin", ["http://desk.example.com", "http://192.0.2.1:8000"])
def test_a_public_address_that_is_not_encrypted_is_a_problem(
    origin: str, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("DESK_ORIGIN", origin)
    well, seen, remedy = looked(capsys)["public address"]
    assert (well, seen) == (False, f"DESK_ORIGIN: {origin} is not encrypted, and browsers warn of its form")
    assert "DESK_ORIGIN to the https address" in remedy


@pytest.mark.parametrize("origin", ["", "http://localhost:8000", "http://127.0.0.1", "http://[::1]:8000"])
def test_on_this_machine_alone_neither_encryption_nor_a_proxy_is_missed(
    origin: str, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("DESK_ORIGIN", origin)
    looks = looked(capsys)
    assert looks["public address"] == (True, origin or "http://127.0.0.1:8000", "")
    assert looks["proxies"] == (True, "none", "")


def test_an_https_address_without_a_proxy_that_is_believed_is_a_problem(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    looks = looked(capsys)
    assert looks["public address"] == (True, "https://desk.example.com", "")
    well, seen, remedy = looks["proxies"]
    assert (well, seen) == (
        False,
        "none is believed, so all visitors count as one and share the limits of one address",
    )
    assert remedy.startswith("Set DESK_TRUSTED_PROXIES to the address that the proxy comes from")
    monkeypatch.setenv("DESK_TRUSTED_PROXIES", "127.0.0.1,10.0.0.0/8,2001:db8::/32")
    assert looked(capsys)["proxies"] == (True, "believed: 127.0.0.1/32, 10.0.0.0/8, 2001:db8::/32", "")


@pytest.mark.parametrize("wide", ["0.0.0.0/0", "::/0", "128.0.0.0/1"])
def test_a_network_of_nearly_everybody_is_no_proxy(wide: str, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setenv("DESK_TRUSTED_PROXIES", f"127.0.0.1,{wide}")
    well, seen, remedy = looked(capsys)["proxies"]
    assert (well, seen) == (False, f"DESK_TRUSTED_PROXIES believes nearly everybody: {wide}")
    assert remedy.startswith("Name the proxies alone")
    assert main(["doctor"]) == 1


@pytest.mark.parametrize(
    ("host", "proxies", "past"),
    [
        ("0.0.0.0", "127.0.0.1", True),  # noqa: S104 - that is what is told
        ("::", "127.0.0.1,::1", True),
        ("127.0.0.1", "127.0.0.1", False),
        ("localhost", "127.0.0.0/8", False),
        ("0.0.0.0", "127.0.0.1,192.0.2.1", False),  # noqa: S104 - a proxy elsewhere needs it
    ],
)
def test_a_desk_that_is_reached_past_a_proxy_on_this_machine_is_a_problem(
    host: str, proxies: str, *, past: bool, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("DESK_HOST", host)
    monkeypatch.setenv("DESK_TRUSTED_PROXIES", proxies)
    well, seen, remedy = looked(capsys)["proxies"]
    assert well is not past
    assert seen.startswith(f"DESK_HOST: at {host} others reach the desk past the proxy" if past else "believed: ")
    assert remedy.startswith("Set DESK_HOST to 127.0.0.1") is past


def test_a_file_of_secrets_that_every_account_may_read_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    assert "secrets" not in looked(capsys)
    for name, mode in (("keys", 0o644), ("smtp_password", 0o640)):
        file = tmp_path / name
        file.write_text(new_line("k1") if name == "keys" else "hunter2")
        file.chmod(mode)
        monkeypatch.setenv(f"DESK_{name.upper()}_FILE", str(file))
    keys = tmp_path / "keys"
    said = f"open to every account of this machine: {keys}"
    assert looked(capsys)["secrets"] == (False, said, f"chmod o= {keys}")
    keys.chmod(0o600)
    assert looked(capsys)["secrets"] == (True, "closed", "")


def test_a_key_list_in_the_data_folder_is_told_with_the_folder_alone(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    (data / "keys.txt").chmod(0o644)
    monkeypatch.setenv("DESK_KEYS_FILE", str(data / "keys.txt"))
    looks = looked(capsys)
    assert looks["data folder"][1] == "open to others: keys.txt"
    assert "secrets" not in looks
