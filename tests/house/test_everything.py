"""The list of checks runs every file of tests, and each of them once."""

from pathlib import Path

import everything
import pytest

TESTS = Path(__file__).parents[1]


def test_every_file_of_tests_runs_in_one_process_and_in_no_other() -> None:
    files = sorted(path.relative_to(TESTS) for path in TESTS.rglob("test_*.py"))
    run = [file for some in everything.groups() for one in some for file in files if file.is_relative_to(one)]
    assert sorted(run) == files


def test_a_file_that_was_forgotten_is_run_and_the_browser_s_in_a_process_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("browser/test_new.py", "browser/test_staff.py", "test_top.py", "new/test_it.py", "staff/test_x.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    monkeypatch.setattr(everything, "FOLDER", tmp_path)
    known = len(everything.TOGETHER)
    assert everything.groups()[known:] == [("browser/test_new.py",), ("new/test_it.py", "test_top.py")]
