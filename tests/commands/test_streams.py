"""What cannot be printed, or has nowhere to be printed to: it is said on one line, and stops nothing else."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from desk.commands import main

Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("words", "at_once"),
    [  # each of two printers, with what is printed at once and what is kept until the end
        *((["list"], ""), (["show", "{}", "--json"], "1")),
        pytest.param(["list"], "1", marks=pytest.mark.slow),
        pytest.param(["show", "{}", "--json"], "", marks=pytest.mark.slow),
        pytest.param(["--help"], "", marks=pytest.mark.slow),
        pytest.param(["--help"], "1", marks=pytest.mark.slow),
        pytest.param(["show", "--help"], "", marks=pytest.mark.slow),
        pytest.param(["show", "--help"], "1", marks=pytest.mark.slow),
        pytest.param(["--version"], "", marks=pytest.mark.slow),
    ],
)
def test_what_cannot_be_printed_is_said_on_one_line(
    receipt: str, words: list[str], at_once: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONUNBUFFERED", at_once)
    command = [sys.executable, "-m", "desk", *(word.format(receipt) for word in words)]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)  # noqa: S603
    assert ended.returncode == 1
    assert ended.stderr == "desk: this could not be written: No space left on device\n"


@pytest.mark.parametrize(
    ("words", "at_once"), [(["--help"], True), (["show", "--help"], False), (["config", "--json"], False)]
)
def test_so_it_is_of_help_and_of_what_is_kept_until_the_end(
    words: list[str], at_once: bool, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        full.reconfigure(write_through=at_once)
        monkeypatch.setattr(sys, "stdout", full)
        assert main(words) == 1
    assert capsys.readouterr().err == "desk: this could not be written: No space left on device\n"


CLOSED = "desk: this could not be written: standard output is closed\n"


@pytest.mark.usefixtures("receipt")
@pytest.mark.parametrize(
    ("words", "streams", "code", "said"),
    [
        ("list", ">&-", 1, CLOSED),
        ("list", ">&- 2>&-", 1, ""),
        pytest.param("list", "2>&-", 0, "", marks=pytest.mark.slow),
        pytest.param("--version", ">&-", 1, CLOSED, marks=pytest.mark.slow),
        pytest.param("repeat --help", ">&-", 1, CLOSED, marks=pytest.mark.slow),
        pytest.param("repeat /no/such/file", ">&- 2>&-", 2, "", marks=pytest.mark.slow),
    ],
)
def test_what_was_to_be_printed_where_it_was_closed_before_the_start_is_said(
    words: str, streams: str, code: int, said: str
) -> None:
    closed = f"exec {sys.executable} -m desk {words} {streams}"
    ended = subprocess.run(["/bin/sh", "-c", closed], stderr=subprocess.PIPE, text=True, check=False)  # noqa: S603
    assert (ended.returncode, ended.stderr) == (code, said)


@pytest.mark.parametrize(
    "words",
    [
        "--help",
        "show --help",
        "config",
        "config --json",
        "keys new",
        "screen --without-opinion rows",
        "screen --without-opinion --report rows",
        "repeat --without-reader rows",
        "repeat --without-reader --report rows",
        "route rows",
    ],
)
def test_so_it_is_of_whatever_prints(
    words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    message = {"at": "2026-11-25T09:00Z", "message": "解約します。", "answered_before": False}
    row = {"lang": "ja", "subject": "解約", "label": "ok", "messages": [message], **message}
    row |= {"expect": False} if "repeat" in words else {}
    (tmp_path / "rows").write_text(json.dumps(row), "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdout", None)
    assert main(words.split()) == 1
    sys.stdout.close()
    assert capsys.readouterr().err == CLOSED


def test_what_prints_nothing_is_done_where_it_is_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "rows").write_text("\n", "utf-8")
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["screen", "--without-opinion", str(tmp_path / "rows")]) == 0
    sys.stdout.close()


def test_where_both_streams_are_closed_a_refusal_is_told_by_its_code(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    assert main(["repeat", "/no/such/file"]) == 2
    for opened in (sys.stdout, sys.stderr):
        opened.close()
