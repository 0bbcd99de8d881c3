"""A wrong setting stops the start and names the variable, the fault and what is allowed; a secret is never shown."""

from pathlib import Path

import pytest

from desk import settings
from desk.commands import main
from desk.keys import Keyring, KeyringError, make_list, new_line, read_keys, read_list
from desk.settings import Settings, SettingsError


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)  # a .env of the checkout must not speak here


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("DESK_PORT", "eighty", "must be a whole number"),
        ("DESK_PORT", "70000", "must be at most 65535"),
        ("DESK_WORKERS", "0", "must be at least 1"),
        ("DESK_ORIGIN", "desk.example", "http:// or https://"),
        ("DESK_ORIGIN", "https://desk.example/path", "nothing behind it"),
        ("DESK_ORIGIN", "https://desk.example:99999", "perhaps a port"),
        ("DESK_ORIGIN", "https://desk.example:x", "perhaps a port"),
        ("DESK_ORIGIN", "https://two words", "nothing behind it"),
        ("DESK_ORIGIN", "https://窓口.example", "xn--"),
        ("DESK_DATABASE", "sqlite:///", "sqlite:///path/to/file"),
        ("DESK_DATABASE", "sqlite:///:memory:", "sqlite:///path/to/file"),
        ("DESK_DATABASE", "postgresql://user:password@host:port/name", "postgresql://user:password@host/name"),
        ("DESK_DATABASE", "postgresql://[::g]:5432/name", "postgresql://user:password@host/name"),
        ("DESK_DATABASE", "mysql://x", "postgresql://user:password@host/name"),
        ("DESK_TRUSTED_PROXIES", "10.0.0.0/8, nonsense", "nonsense.*allowed are addresses and networks"),
        ("DESK_ORGANISATION", "/nowhere.toml", "/nowhere.toml is not there"),
        ("DESK_ORGANISATION", "/", "/ is no file"),
        ("DESK_SIGNS", "/etc/hosts", "/etc/hosts is no folder. Name the folder that it lies in"),
        ("DESK_LIMIT_ADDRESS", "-1", "must be at least 1"),
        ("DESK_SMTP_SECURITY", "ssl", "must be one of 'none', 'starttls' or 'tls'"),
        ("DESK_KEYS_FILE", "/nowhere", "DESK_KEYS_FILE"),
        ("DESK_MAIL_FROM", "Desk <desk@example.com>", "one bare e-mail address"),
    ],
)
def test_a_wrong_value_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, said: str
) -> None:
    monkeypatch.setenv(variable, value)

    with pytest.raises(SettingsError, match=said) as refused:
        settings.read()

    assert variable in str(refused.value)


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("DESK_ORIGIN", "https://Inquiry.Example.com/"),
        ("DESK_ORIGIN", "http://[::1]:8000"),
        ("DESK_ORIGIN", "http://localhost:8000"),
        ("DESK_DATABASE", "sqlite:////var/lib/desk/desk.sqlite3"),
        ("DESK_DATABASE", "postgresql://desk:p%40ss:word@db.example:5432/desk?sslmode=require"),
        ("DESK_DATABASE", "postgresql:///desk?host=/run/postgresql"),
        ("DESK_DATABASE", "postgresql://desk@[::1]:5432/desk"),
        ("DESK_MAIL_FROM", "desk@example.com"),
    ],
)
def test_a_right_value_is_taken(monkeypatch: pytest.MonkeyPatch, variable: str, value: str) -> None:
    monkeypatch.setenv(variable, value)

    assert variable.removeprefix("DESK_").lower() in settings.read().model_fields_set


def test_networks_and_bare_addresses_are_taken_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESK_TRUSTED_PROXIES", "10.0.0.0/8, 192.0.2.1,, ::1")
    assert list(map(str, settings.read().trusted_proxies)) == ["10.0.0.0/8", "192.0.2.1/32", "::1/128"]


def test_every_wrong_value_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESK_PORT", "x")
    monkeypatch.setenv("DESK_WORKERS", "y")

    with pytest.raises(SettingsError) as refused:
        settings.read()

    assert [line.partition(":")[0] for line in str(refused.value).splitlines()] == ["DESK_PORT", "DESK_WORKERS"]


def test_a_secret_in_a_refused_value_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESK_DATABASE", "mysql://root:hunter2@db")

    with pytest.raises(SettingsError) as refused:
        settings.read()

    assert "hunter2" not in str(refused.value)


@pytest.mark.parametrize(("there", "missing"), [("USER", "PASSWORD"), ("PASSWORD", "USER")])
def test_half_an_account_at_the_mail_server_is_refused(
    monkeypatch: pytest.MonkeyPatch, there: str, missing: str
) -> None:
    monkeypatch.setenv("DESK_SMTP_HOST", "mail.example.com")
    monkeypatch.setenv(f"DESK_SMTP_{there}", "hunter2")

    with pytest.raises(SettingsError, match=f"^DESK_SMTP_{there} is set without DESK_SMTP_{missing}. Set both"):
        settings.read()

    monkeypatch.setenv(f"DESK_SMTP_{missing}", "desk")
    assert settings.read().smtp_host


def test_a_secret_may_come_from_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    line = new_line("k9")
    (tmp_path / "keys").write_text(line + "\n")
    monkeypatch.setenv("DESK_KEYS_FILE", str(tmp_path / "keys"))

    assert settings.read().keyring().current.id == "k9"


def test_a_secret_file_that_is_no_text_is_refused_by_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "keys").write_bytes(bytes(range(128, 160)))
    monkeypatch.setenv("DESK_KEYS_FILE", str(tmp_path / "keys"))

    with pytest.raises(SettingsError, match=r"DESK_KEYS_FILE: .* cannot be read \(it is not text\)"):
        settings.read()


@pytest.mark.parametrize("secret", settings.SECRETS)
def test_a_secret_file_that_is_empty_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, secret: str
) -> None:
    (tmp_path / "secret").write_text("\n")
    monkeypatch.setenv(f"DESK_{secret.upper()}_FILE", str(tmp_path / "secret"))

    with pytest.raises(SettingsError, match=rf"DESK_{secret.upper()}_FILE: {tmp_path}/secret is empty"):
        settings.read()


def test_a_data_folder_that_cannot_hold_the_keys_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")

    with pytest.raises(SettingsError, match="DESK_DATA"):
        Settings(data=tmp_path / "data").keyring()


def test_a_setting_in_the_dotenv_file_counts(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("DESK_PORT=8123\n")

    assert settings.read().address == "http://127.0.0.1:8123"


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("DESK_PORT=8123\n\nDESK_KEYS_FILE /etc/desk/keys.txt\n", 3),
        ('DESK_PORT="8123\nDESK_WORKERS=2\n', 1),
        ('DESK_PORT="8123\nDESK_ORIGIN="https://desk.example"\n', 1),
        ("# ours\nDESK_KEYS_FILE\n", 2),
    ],
)
def test_a_line_of_the_dotenv_file_that_cannot_be_read_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], written: str, line: int
) -> None:
    (tmp_path / ".env").write_text(written)

    assert main(["config"]) == 2
    assert capsys.readouterr().err.startswith(f"desk: .env, line {line}: write NAME=value")


def test_a_key_list_of_several_lines_stands_in_quotes_in_the_dotenv_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f'# ours\n\nexport DESK_KEYS="{new_line("k9")}\n{new_line("k8")}"  # newest first\n')

    assert [key.id for key in settings.read().keyring().keys] == ["k9", "k8"]


def test_a_variable_that_is_empty_is_one_that_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DESK_SIGNS", "DESK_ORGANISATION", "DESK_LOCALES", "DESK_PORT"):
        monkeypatch.setenv(name, "")
    known = settings.read()
    assert (known.signs, known.organisation, known.locales, known.port) == (None, None, None, 8000)


def test_a_misspelt_variable_is_found() -> None:
    assert settings.unknown({"DESK_PROT": "1", "DESK_PORT": "1", "HOME": "/"}) == ["DESK_PROT"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "holds no key"),
        ("nothing", "line 1: write id:secret"),
        ("k1:sample-do-not-use", "sample key"),
        ("k1:c2hvcnQ=", "too short"),
        ("k1:%%%%", "not base64"),
        ("k1:" + "AAAA" * 12, "too regular"),
    ],
)
def test_a_useless_key_list_is_refused_with_its_line(text: str, said: str) -> None:
    with pytest.raises(KeyringError, match=said):
        read_keys(text, "keys.txt")


def test_two_keys_made_in_the_same_minute_fit_into_one_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["keys", "new"]) == main(["keys", "new"]) == 0
    assert len(read_keys(capsys.readouterr().out, "keys.txt").keys) == 2


def test_two_keys_may_not_share_an_id() -> None:
    with pytest.raises(KeyringError, match="same id"):
        read_keys(f"{new_line('k1')}\n{new_line('k1')}", "keys.txt")


def test_the_first_start_makes_a_key_file_for_its_owner_alone_and_keeps_it(tmp_path: Path) -> None:
    make_list(tmp_path / "keys.txt")
    first = read_list(tmp_path / "keys.txt")
    make_list(tmp_path / "keys.txt")

    assert (tmp_path / "keys.txt").stat().st_mode & 0o777 == 0o600
    assert read_list(tmp_path / "keys.txt") == first
    assert [path.name for path in tmp_path.iterdir()] == ["keys.txt"]


def test_each_purpose_and_each_key_gives_another_secret() -> None:
    keyring = Keyring.of({"new": b"n" * 32, "old": b"o" * 32})

    derived = {keyring.derive("tokens"), keyring.derive("sealing"), keyring.derive("tokens", keyring.by_id("old"))}

    assert len(derived) == 3


def test_the_sender_of_mails_follows_the_public_address() -> None:
    assert Settings(origin="https://desk.example.jp").sender == "no-reply@desk.example.jp"
    assert Settings(origin="http://127.0.0.1:8000").sender == "no-reply@example.com"
