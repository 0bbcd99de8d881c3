"""A database that a newer version has changed is left alone: no command opens it, and each says the way out."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desk.commands import main

Capture = pytest.CaptureFixture[str]
SEEN = "the database was written by a newer version (revision 0999)"
WAY_OUT = "start that version again, or restore the backup from before the upgrade"


@pytest.fixture(autouse=True)
def _newer(data: Path) -> None:
    with closing(sqlite3.connect(data / "desk.sqlite3")) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '0999'")


@pytest.mark.parametrize("words", ["up", "serve", "work", "migrate", "list", "staff list", "audit verify"])
def test_every_command_is_refused_with_the_way_out(words: str, capsys: Capture) -> None:
    assert main(words.split()) == 2
    assert capsys.readouterr().err == f"desk: {SEEN}: {WAY_OUT}\n"


def test_the_doctor_says_it_once(capsys: Capture) -> None:
    assert main(["doctor", "--json"]) == 1
    looks = json.loads(capsys.readouterr().out)
    said = [(look["what"], look["remedy"]) for look in looks if look["seen"] == SEEN]
    assert said == [("database", WAY_OUT.capitalize())]
