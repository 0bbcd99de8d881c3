"""The list of checks runs every file of tests, and each of them once; one check that fails stops no other."""

import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import everything
import pytest

TESTS = Path(__file__).parents[1]


def test_every_file_of_tests_runs_in_one_process_and_in_no_other() -> None:
    files = sorted(path.relative_to(TESTS) for path in TESTS.rglob("test_*.py"))
    run = [file for some in everything.groups() for one in some for file in files if file.is_relative_to(one)]
    assert sorted(run) == files


def test_a_file_that_was_forgotten_is_run_and_the_browser_s_are_in_one_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("browser/test_new.py", "browser/test_staff.py", "test_top.py", "new/test_it.py", "staff/test_x.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    monkeypatch.setattr(everything, "FOLDER", tmp_path)
    known = len(everything.TOGETHER)
    groups = everything.groups()
    assert groups[known:] == [("new/test_it.py", "test_top.py")]
    assert [some for some in groups if any(one.startswith("browser") for one in some)] == [("browser",)]


GOOD = ("python", "-c", "print('all is well')")


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        ("print('what broke'); raise SystemExit(3)", "what broke"),
        ("import time; time.sleep(60)", "did not end within 2 s"),
    ],
    ids=["one that fails", "one that hangs"],
)
def test_a_bad_check_is_named_with_what_it_said_and_the_others_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], bad: str, told: str
) -> None:
    monkeypatch.setattr(everything, "QUICK", {"Bad": ("python", "-c", bad), "Good": GOOD})
    monkeypatch.setattr(everything, "TYPES", GOOD)
    monkeypatch.setattr(everything, "PATIENCE", 2)
    monkeypatch.setattr(sys, "argv", ["everything.py", "--no-tests"])
    assert everything.main() == 1
    said = capsys.readouterr().out
    assert told in said
    assert "Bad: FAILED" in said
    assert said.count("all is well") == 2
    assert said.rstrip().endswith("Failed: Bad")


def test_without_a_bad_check_everything_holds(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(everything, "QUICK", {"Good": GOOD})
    monkeypatch.setattr(everything, "TYPES", GOOD)
    monkeypatch.setattr(sys, "argv", ["everything.py", "--no-tests"])
    assert everything.main() == 0
    assert capsys.readouterr().out.rstrip().endswith("Everything holds.")


@pytest.fixture(scope="module")
def asking() -> Iterator[socket.socket]:
    """Where processes can be asked for in which nothing is loaded."""
    bare = f"import sys; sys.path.append({str(TESTS)!r}); import loaded; loaded.load = str; loaded.main()"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(everything, "LOADED", ("python", "-c", bare))
        patched.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "yes")  # each process would load them, and needs none
        with everything.loaded() as asking:
            yield asking


@pytest.mark.parametrize(
    ("body", "patience", "ended"),
    [
        ("pass", 60, (0, "1 passed")),
        ("raise ValueError('what broke')", 60, (1, "what broke")),
        ("import os; os._exit(0)", 60, (1, "ended before it was done")),
        ("import time; time.sleep(60)", 2, (1, "did not end within 2 s")),
    ],
    ids=["well", "badly", "in the middle", "never"],
)
def test_a_process_of_tests_is_told_by_how_it_ended(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    asking: socket.socket,
    *,
    body: str,
    patience: int,
    ended: tuple[int, str],
) -> None:
    test = tmp_path / "test_it.py"
    test.write_text(f"def test_it():\n    {body}\n", "utf-8")
    monkeypatch.setattr(everything, "PATIENCE", patience)
    ran = everything.forked("It", (str(test),), asking)
    code, told = ended
    assert ran.code == code
    assert told in ran.said


@pytest.mark.parametrize("asked", ["while it loads", "too late"])
def test_where_nothing_can_be_loaded_the_tests_have_failed(monkeypatch: pytest.MonkeyPatch, asked: str) -> None:
    wait = "import time; time.sleep(0.5); " if asked == "while it loads" else ""
    monkeypatch.setattr(everything, "LOADED", ("python", "-c", f"{wait}raise SystemExit('broken')"))
    with everything.loaded() as asking:
        if asked == "too late":
            asking.recv(1)  # until the other end is closed
        ran = everything.forked("It", ("tests",), asking)
    assert ran.code == 1
    assert "found nothing loaded" in ran.said


def test_of_what_passed_only_the_dots_are_left_out() -> None:
    said = "....,,.. [ 50%]\n.s [100%]\nWARNING: no PostgreSQL\n2 passed\n"
    assert everything.PROGRESS.sub("", said) == "WARNING: no PostgreSQL\n2 passed\n"
