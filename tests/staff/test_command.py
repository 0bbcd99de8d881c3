"""`desk staff` as an administrator and their scripts use it."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pyotp
import pytest
from migrated import make_ready_at

from desk.commands import main
from desk.keys import read_list
from desk.store import audit, sessions, staff
from desk.store.engine import Store, open_store


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty desk whose database is up to date."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DESK_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("DESK_ORIGIN", "https://desk.example.com")
    monkeypatch.setenv("COLUMNS", "200")
    make_ready_at(tmp_path / "data")
    return tmp_path / "data"


@pytest.fixture
def password(tmp_path: Path) -> str:
    path = tmp_path / "password"
    path.write_text("a quiet morning by the river\nand another line\n")
    return str(path)


def store(data: Path) -> Store:
    return open_store(f"sqlite:///{data / 'desk.sqlite3'}", read_list(data / "keys.txt"))


def answered(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, str]:
    capsys.readouterr()
    assert main(["staff", *words, "--json"]) == 0
    found: dict[str, str] = json.loads(capsys.readouterr().out)
    return found


def test_adding_prints_a_link_that_opens_once(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    link = answered(capsys, "add", "Hana", "--role", "reviewer", "--language", "en")["link"]
    opened = store(data)
    person = staff.open_invitation(opened, link.removeprefix("https://desk.example.com/staff/welcome/"), _now())
    opened.close()
    assert person is not None
    capsys.readouterr()
    assert main(["staff", "add", "Ken", "--role", "reviewer"]) == 0
    assert capsys.readouterr().out.endswith("\nThe link works once, within 24 hours.\n")
    assert (person.name, person.role, person.language) == ("Hana", "reviewer", "en")


def test_with_a_password_file_the_account_is_ready(
    data: Path, password: str, capsys: pytest.CaptureFixture[str]
) -> None:
    given = answered(capsys, "add", "Sora", "--role", "lead", "--password-file", password)
    assert pyotp.parse_uri(given["otpauth"]).secret == given["totp"]
    opened = store(data)
    account = staff.by_name(opened, "Sora")
    opened.close()
    assert account is not None
    assert (account.totp_secret, account.staff.enrolled) == (given["totp"], True)
    assert account.password_hash.startswith("$argon2id$")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["add", "hana", "--role", "lead"], "somebody is called Hana already, and hana reads the same"),
        (["add", "  ", "--role", "lead"], "a name has 1 to 100 characters"),
        (["add", "Ha\u200bna", "--role", "lead"], "none of them invisible"),
        (["add", "New", "--role", "lead", "--password-file", "missing"], "missing cannot be read"),
        (["add", "New", "--role", "lead", "--password-file", "short"], "must have 12 to 200 characters"),
        (["disable", "Nobody"], "nobody is called Nobody"),
        (["reset", "Nobody"], "nobody is called Nobody"),
        (["enable", "Nobody"], "nobody is called Nobody"),
        (["role", "Nobody", "lead"], "nobody is called Nobody"),
    ],
)
def test_what_cannot_be_done_is_said_with_exit_code_2(
    password: str, capsys: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    Path("short").write_text("elevenchars")
    assert password.endswith("password")
    assert main(["staff", "add", "Hana", "--role", "reviewer"]) == 0
    capsys.readouterr()
    assert main(["staff", *words]) == 2
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("typed", ["Mıka", "Mikа", "ＭΙΚΑ", "mIKA", "Mi\u034fka", "MIKA\ufe0f", "Mlka"])
def test_a_name_that_reads_as_anothers_is_refused_with_theirs(
    data: Path, capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    assert main(["staff", "add", "Mika", "--role", "reviewer"]) == 0
    capsys.readouterr()
    assert main(["staff", "add", typed, "--role", "reviewer"]) == 2
    said = f"desk: somebody is called Mika already, and {typed} reads the same. Choose another name\n"
    assert capsys.readouterr().err == said
    assert main(["staff", "add", "Mika", "--role", "reviewer"]) == 2
    assert capsys.readouterr().err == "desk: somebody is called Mika already (desk staff list)\n"
    assert main(["staff", "add", "Мика", "--role", "reviewer"]) == 0
    opened = store(data)
    assert [person.name for person in staff.listing(opened)] == ["Mika", "Мика"]
    opened.close()


@pytest.mark.parametrize(
    ("one", "other"),
    [("ヘレン", "へレン"), ("ニノ", "二ノ"), ("Alice", "AIice"), ("O'Neil", "O’Neil"), ("Al Ba", "Al  Ba")],
)
def test_letters_that_are_drawn_alike_are_seen_alike(one: str, other: str) -> None:
    assert staff.seen(one) == staff.seen(other) != ""


@pytest.mark.parametrize("blank", ["\u3000", "\u00a0", "\u2003"])
def test_a_blank_of_any_width_in_a_name_is_a_blank(
    data: Path, capsys: pytest.CaptureFixture[str], blank: str, password: str
) -> None:
    given = answered(capsys, "add", f"\u3000山田{blank}花子 ", "--role", "lead", "--password-file", password)
    assert given["name"] == "山田 花子"
    opened = store(data)
    names = [person.name for person in staff.listing(opened)]
    opened.close()
    assert names == ["山田 花子"]
    assert answered(capsys, "disable", f"山田{blank}花子")["state"] == "disabled"
    assert main(["staff", "add", "山田　花子", "--role", "lead"]) == 2
    assert "somebody is called 山田 花子 already (desk staff list)" in capsys.readouterr().err


@pytest.mark.usefixtures("data")
def test_a_name_of_which_nothing_is_drawn_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["staff", "add", "\u034f\ufe0f", "--role", "reviewer"]) == 2
    assert "none of them invisible" in capsys.readouterr().err


def test_the_list_shows_who_can_sign_in_and_no_secret(password: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["staff", "add", "Hana", "--role", "reviewer"])
    Path("factor").write_text("JBSWY3DPEHPK3PXP")
    main(["staff", "add", "Sora", "--role", "lead", "--password-file", password, "--totp-file", "factor"])
    main(["staff", "add", "Left", "--role", "lead"])
    main(["staff", "disable", "Left"])
    capsys.readouterr()
    assert main(["staff", "list"]) == 0
    shown = capsys.readouterr().out
    assert [line.split()[0::3] for line in shown.splitlines()[1:]] == [
        ["Hana", "invited"],
        ["Left", "disabled"],
        ["Sora", "can"],
    ]
    assert "JBSW" not in shown
    assert main(["staff", "list", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert "credentials" not in listed[-1]
    assert [(one["name"], one["enrolled"], one["disabled"]) for one in listed] == [
        ("Hana", False, False), ("Left", False, True), ("Sora", True, False),
    ]  # fmt: skip


@pytest.mark.parametrize(("words", "role"), [(("role", "sora", "auditor"), "auditor"), (("reset", "sora"), "lead")])
def test_a_new_role_and_a_reset_end_sessions_and_the_reset_the_old_password_too(
    data: Path, password: str, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], role: str
) -> None:
    main(["staff", "add", "Sora", "--role", "lead", "--password-file", password])
    opened = store(data)
    account = staff.by_name(opened, "Sora")
    assert account is not None
    token = sessions.start_session(opened, account.staff, _now())
    said, keeps = answered(capsys, *words), words[0] == "role"
    after = staff.by_name(opened, "Sora")
    assert after is not None
    assert (after.staff.role, sessions.session(opened, token, _now())) == (role, None)
    assert (bool(after.password_hash), bool(after.totp_secret)) == (keeps, keeps)
    assert keeps or staff.open_invitation(opened, said["link"].rpartition("/")[2], _now())
    opened.close()


def test_the_same_role_again_ends_nobodys_work(data: Path, password: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["staff", "add", "Sora", "--role", "lead", "--password-file", password])
    opened = store(data)
    account = staff.by_name(opened, "Sora")
    assert account is not None
    token = sessions.start_session(opened, account.staff, _now())
    assert answered(capsys, "role", "sora", "lead")["role"] == "lead"
    assert sessions.session(opened, token, _now())
    opened.close()


@pytest.mark.parametrize("words", [("disable", "sora"), ("role", "sora", "reviewer")])
def test_taking_the_last_admin_away_is_said(
    password: str, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    for name in ("Sora", "Hana"):
        main(["staff", "add", name, "--role", "admin", "--password-file", password])
    capsys.readouterr()
    assert main(["staff", "disable", "hana"]) == 0
    assert capsys.readouterr().err == ""
    assert main(["staff", *words]) == 0
    assert capsys.readouterr().err.startswith("desk: nobody is an admin any more. `desk staff role NAME admin`")


def test_a_disabled_account_gets_no_link_until_it_is_enabled(
    data: Path, password: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["staff", "add", "Sora", "--role", "lead", "--password-file", password])
    main(["staff", "disable", "Sora"])
    capsys.readouterr()
    assert main(["staff", "reset", "sora"]) == 2
    assert "sora is disabled. Enable the account first: desk staff enable sora" in capsys.readouterr().err
    assert answered(capsys, "enable", "sora")["state"] == "can sign in"
    link = answered(capsys, "reset", "sora")["link"]
    opened = store(data)
    assert staff.open_invitation(opened, link.rpartition("/")[2], _now())
    opened.close()


@pytest.mark.usefixtures("data")
def test_whoever_is_enabled_without_a_password_is_said_to_need_a_link(capsys: pytest.CaptureFixture[str]) -> None:
    main(["staff", "add", "Ken", "--role", "lead"])
    main(["staff", "disable", "Ken"])
    assert answered(capsys, "enable", "Ken")["state"] == "without a link"
    assert main(["staff", "enable", "Ken"]) == 0
    assert capsys.readouterr().err.endswith("`desk staff reset Ken` prints a link\n")


def test_the_log_names_the_account_behind_each_change(
    data: Path, password: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "operator")
    main(["staff", "add", "Sora", "--role", "lead", "--password-file", password])
    for words in (("add", "Ken", "--role", "lead"), ("role", "Sora", "admin"), ("disable", "Sora"), ("enable", "Sora")):
        answered(capsys, *words)
    answered(capsys, "reset", "Sora")
    opened = store(data)
    rows = audit.recent(opened)
    opened.close()
    assert [row.what for row in rows] == ["reset", "enabled", "disabled", "role-changed", "invited", "added"]
    assert all(row.detail.endswith(" · operator") for row in rows)


def _now() -> datetime:
    return datetime.now(UTC)
