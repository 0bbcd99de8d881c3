"""A command that reads the organisation file says what is wrong with it in one line, as the start does."""

import io
from pathlib import Path

import pytest

from desk.commands import main
from desk.places import ORGANISATION

FACTS = ORGANISATION.read_text("utf-8")
COMMANDS = [["route"], ["services", "check"]]


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that the setting names, yet to be written."""
    monkeypatch.setenv("DESK_ORGANISATION", str(tmp_path / "own.toml"))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))
    return tmp_path / "own.toml"


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize(
    ("written", "said"),
    [
        (FACTS.replace('timezone = "Asia/Tokyo"', 'timezone = "Asia/Tokio"').encode(), "there is no zone Asia/Tokio"),
        (FACTS.encode("cp932", "replace"), "Save it as UTF-8"),
    ],
    ids=["no such zone", "not UTF-8"],
)
def test_a_file_that_cannot_be_used_is_named_with_the_remedy(
    own: Path, capsys: pytest.CaptureFixture[str], command: list[str], written: bytes, said: str
) -> None:
    own.write_bytes(written)
    assert main(command) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"desk: {own}")
    assert said in told
