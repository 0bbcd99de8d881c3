"""What cannot be printed, or has nowhere to be printed to: it is said on one line, and stops nothing else."""

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


@pytest.mark.usefixtures("receipt")
@pytest.mark.parametrize(
    "words",
    [
        "list",
        pytest.param("repeat /no/such/file", marks=pytest.mark.slow),
        pytest.param("--version", marks=pytest.mark.slow),
    ],
)
def test_streams_that_were_closed_before_the_start_stop_nothing(words: str) -> None:
    closed = f"exec {sys.executable} -m desk {words} >&- 2>&-"
    ended = subprocess.run(["/bin/sh", "-c", closed], check=False)  # noqa: S603
    assert ended.returncode == (2 if "repeat" in words else 0)


def test_where_both_streams_are_closed_a_refusal_is_told_by_its_code(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    assert main(["repeat", "/no/such/file"]) == 2
    for opened in (sys.stdout, sys.stderr):
        opened.close()
