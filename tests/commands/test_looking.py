"""`desk doctor` and `desk config`: what an operator looks at before anybody else does."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import cache
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Sink
from ports import free_port

from desk import app, places, settings, signs_files
from desk.commands import main

Send = Callable[..., str]
Capture = pytest.CaptureFixture[str]


def test_migrate_makes_the_database_of_a_new_desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("DESK_DATA", str(tmp_path / "new"))
    assert main(["migrate"]) == 0
    assert looked(capsys)["database"][0]


def looked(capsys: Capture) -> dict[str, tuple[bool, str, str]]:
    capsys.readouterr()
    main(["doctor", "--json"])
    looks = json.loads(capsys.readouterr().out)
    return {look["what"]: (look["well"], look["seen"], look["remedy"]) for look in looks}


def test_the_doctor_of_a_fresh_desk_names_what_is_left_to_do(capsys: Capture) -> None:
    looks = looked(capsys)
    assert [what for what, (well, _, _) in looks.items() if not well] == [
        *("proxies", "mailboxes", "postal address", "security contact", "service addresses", "staff")
    ]
    assert all(remedy for well, _, remedy in looks.values() if not well)
    assert main(["doctor"]) == 1


def test_the_doctor_finds_a_misspelt_setting_in_the_dotenv_file_too(capsys: Capture) -> None:
    Path(".env").write_text("DESK_PROT=8001\n")
    said = "DESK_PROT is not a setting; did you mean DESK_PORT?"
    assert looked(capsys)["settings"] == (False, said, "Correct the spelling or take it away")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("DESK_PROT", "did you mean DESK_PORT?"),
        ("DESK_ORGANIZATION", "did you mean DESK_ORGANISATION?"),
        ("DESK_SMTP_PASSWORD_FLIE", "did you mean DESK_SMTP_PASSWORD_FILE?"),
        ("DESK_ZZZ", "`desk config` lists them"),
    ],
)
def test_the_start_warns_of_a_misspelt_setting_on_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture, written: str, said: str
) -> None:
    monkeypatch.setenv(written, "8001")
    capsys.readouterr()
    assert main(["migrate"]) == 0
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"desk: {written} is not a setting")
    assert line.endswith(said)


def test_a_folder_without_a_policy_is_refused_by_the_name_of_its_setting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.setenv("DESK_LOCALES", str(tmp_path / "empty"))
    said = f"DESK_LOCALES: {tmp_path}/empty holds no policy. Put ja/policy.<version>.md and en/policy"
    assert main(["up"]) == 2
    assert capsys.readouterr().err.startswith(f"desk: {said}")
    assert looked(capsys)["texts"][1].startswith(said)


def test_the_doctor_finds_that_no_text_is_in_force_yet_and_the_desk_answers_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    shutil.copytree(places.LOCALES, tmp_path / "later")
    for text in (tmp_path / "later").glob("*/*.2026-10-01.md"):
        text.write_text(text.read_text("utf-8").replace("2026-10-01", "2999-10-01"), "utf-8")
        text.rename(text.with_name(text.name.replace("2026", "2999")))
    monkeypatch.setenv("DESK_LOCALES", str(tmp_path / "later"))
    assert looked(capsys)["in force"][:2] == (False, "not yet: 2999-10-01, 2999-10-01")
    context = app.assemble(settings.read())
    assert context.policy("ja").version == "2999-10-01"
    context.store.close()


def test_the_doctor_asks_for_the_address_that_a_desk_by_post_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    well, seen, remedy = looked(capsys)["postal address"]
    assert (well, seen) == (False, "none, but by post only: rights-infringement")
    assert remedy.startswith("Write address = {")
    facts = places.ORGANISATION.read_text("utf-8")
    given = facts.replace("timezone =", 'address = { ja = "東京都", en = "Tokyo" }\ntimezone =', 1)
    (tmp_path / "ours.toml").write_text(given, "utf-8")
    monkeypatch.setenv("DESK_ORGANISATION", str(tmp_path / "ours.toml"))
    assert looked(capsys)["postal address"] == (True, "given where needed", "")


def test_the_doctor_misses_the_text_of_a_letter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    own = shutil.copytree(places.LOCALES, tmp_path / "texts")
    (own / "en" / "mail" / "referral.txt").unlink()
    monkeypatch.setenv("DESK_LOCALES", str(own))
    well, seen, remedy = looked(capsys)["texts"]
    assert (well, remedy) == (False, "")
    assert seen.startswith(f"DESK_LOCALES: {own} lacks en/mail/referral.txt. Put each there")
    assert main(["serve"]) == 2
    assert seen in capsys.readouterr().err


@pytest.mark.usefixtures("whole_read_once")
@pytest.mark.parametrize(
    ("what", "file"),
    [
        *(("second opinion", f"reader-{which}.npz") for which in ("ja", "both", "wide")),
        ("second opinion", "listener-en.npz"),
        ("repetition", "reader-first.npz"),
        ("repetition", "reader-second.npz"),
    ],
)
def test_the_doctor_finds_a_reader_whose_file_is_not_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture, what: str, file: str
) -> None:
    seen = {"second opinion": "reads ja, en", "repetition": "reads dialogues"}
    assert looked(capsys)[what] == (True, seen[what], "")
    (half := tmp_path / file).write_bytes(signs_files.SECONDS["ja"].read_bytes()[:1000])
    for files in (signs_files.READERS, signs_files.SECONDS):
        for language, whole in files.items():
            monkeypatch.setitem(files, language, half if whole.name == file else whole)
    which = "second" if file == "reader-second.npz" else "first"
    monkeypatch.setitem(signs_files.DIALOGUES, which, half)
    monkeypatch.setitem(signs_files.LISTENERS, "en", half if file == "listener-en.npz" else signs_files.LISTENERS["en"])
    for name in ("reader", "dialogues"):  # apart from those that were read before, whom others need again
        monkeypatch.setattr(signs_files, name, cache(getattr(signs_files, name).__wrapped__))
    well, told, remedy = looked(capsys)[what]
    assert (well, "no reader" in told, "Install the package anew" in remedy) == (False, True, True)
    assert told.startswith(f"{file}: ")


def test_the_doctor_finds_what_others_could_read(data: Path, capsys: Capture) -> None:
    (data / "keys.txt").chmod(0o644)
    well, seen, remedy = looked(capsys)["data folder"]
    assert (well, seen, remedy) == (False, "open to others: keys.txt", f"chmod -R go= {data}")


def test_a_database_that_cannot_be_used_is_told_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("DESK_DATABASE", f"sqlite:///{tmp_path}")
    assert looked(capsys)["database"][1] == "cannot be reached (unable to open database file)"
    assert main(["list"]) == 3
    assert "cannot be reached: unable to open database file. `desk doctor`" in capsys.readouterr().err


def test_the_doctor_names_a_database_that_is_not_up_to_date(data: Path, capsys: Capture) -> None:
    with closing(sqlite3.connect(data / "desk.sqlite3")) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '0008'")
    assert looked(capsys)["database"] == (False, "not up to date", "desk migrate")


def test_where_no_desk_is_the_doctor_names_the_place_and_makes_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    place = tmp_path / "another.sqlite3"
    monkeypatch.setenv("DESK_DATABASE", f"sqlite:///{place}")
    remedy = "Correct DESK_DATABASE, or make one: `desk up` or `desk migrate`"
    assert looked(capsys)["database"] == (False, f"there is no desk at {place}", remedy)
    assert not place.exists()


def test_the_doctor_speaks_with_the_mail_server(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    port = free_port()
    server = Controller(Sink(), hostname="127.0.0.1", port=port)
    server.start()
    monkeypatch.setenv("DESK_SMTP_HOST", "127.0.0.1")
    monkeypatch.setenv("DESK_SMTP_PORT", str(port))
    assert looked(capsys)["mail"] == (True, f"127.0.0.1:{port} answered 250", "")
    monkeypatch.setenv("DESK_SMTP_SECURITY", "starttls")
    assert looked(capsys)["mail"][0] is False
    server.stop()


def test_the_doctor_asks_for_the_server_of_a_mail_account(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setenv("DESK_SMTP_PASSWORD", "hunter2")
    said, remedy = "no DESK_SMTP_HOST to go with: ", "Set DESK_SMTP_HOST, or take away what goes with it"
    assert looked(capsys)["mail"] == (False, f"{said}DESK_SMTP_PASSWORD", remedy)
    monkeypatch.setenv("DESK_SMTP_USER", "desk")
    assert looked(capsys)["mail"] == (False, f"{said}DESK_SMTP_USER, DESK_SMTP_PASSWORD", remedy)


@pytest.mark.parametrize("host", ["192.0.2.1", "a..b"])
def test_the_doctor_finds_an_address_that_is_not_ours(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture, host: str
) -> None:
    assert looked(capsys)["address"] == (True, "127.0.0.1 can be listened on", "")
    monkeypatch.setenv("DESK_HOST", host)
    well, seen, remedy = looked(capsys)["address"]
    assert (well, seen.partition(" (")[0]) == (False, f"DESK_HOST: {host} cannot be listened on")
    assert remedy.startswith("Set DESK_HOST to an address of this machine")


def test_config_names_what_counts_where_nothing_was_set(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    for name in ("DATABASE", "KEYS", "ORGANISATION"):
        monkeypatch.delenv(f"DESK_{name}", raising=False)
    assert main(["config", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["database"] == f"sqlite:///{data.resolve() / 'desk.sqlite3'}"
    assert shown["keys"] == str(data.resolve() / "keys.txt")
    assert shown["organisation"] == "(the shipped one)"
    assert shown["smtp_password"] == "(not set)"


def test_config_shows_what_counts_and_covers_every_secret(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setenv("DESK_SMTP_PASSWORD", "hunter2")
    monkeypatch.setenv("DESK_TRUSTED_PROXIES", "10.0.0.0/8,192.0.2.1")
    capsys.readouterr()
    assert (main(["config", "--json"]), main(["config"])) == (0, 0)
    out = capsys.readouterr().out
    assert "hunter2" not in out
    shown, _ = json.JSONDecoder().raw_decode(out)
    assert shown["smtp_password"] == "(set, not shown)"
    assert shown["trusted_proxies"] == "10.0.0.0/8,192.0.2.1/32"
    assert shown["origin"] == "https://desk.example.com"


def test_a_bracket_in_a_value_is_shown_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    (tmp_path / "[b]signs[/i]").mkdir(parents=True)
    monkeypatch.setenv("DESK_SIGNS", str(tmp_path / "[b]signs[/i]"))
    assert main(["config"]) == 0
    assert "[b]signs[/i]" in capsys.readouterr().out
