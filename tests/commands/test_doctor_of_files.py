"""`desk doctor` says of an operator's own files what is amiss in them and what to do, each of it once."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from desk import places
from desk.commands import main

Capture = pytest.CaptureFixture[str]
Facts = Callable[[str, str], None]


@pytest.fixture
def facts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Facts:
    """Names an organisation file, the shipped one but for some words."""

    def named(old: str, new: str) -> None:
        shipped = places.ORGANISATION.read_text("utf-8")
        assert old in shipped
        (tmp_path / "ours.toml").write_text(shipped.replace(old, new, 1), "utf-8")
        monkeypatch.setenv("DESK_ORGANISATION", str(tmp_path / "ours.toml"))

    return named


def looks(capsys: Capture) -> list[tuple[str, bool, str, str]]:
    capsys.readouterr()
    main(["doctor", "--json"])
    return [(one["what"], one["well"], one["seen"], one["remedy"]) for one in json.loads(capsys.readouterr().out)]


def test_a_fault_of_the_organisation_file_is_told_once_with_what_to_write(facts: Facts, capsys: Capture) -> None:
    facts("Asia/Tokyo", "Asia/Tokio")
    found = looks(capsys)
    (told,) = [seen for _, _, seen, _ in found if "Asia/Tokio" in seen]
    assert told.endswith("write a name of the zone database, for example Asia/Tokyo")
    assert {"signs", "second opinion"} <= {what for what, well, _, _ in found if well}
