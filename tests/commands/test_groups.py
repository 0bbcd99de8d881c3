"""Only the file of the command that is asked for is loaded; all together they are the whole command line."""

import argparse
import gc
import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module

import pytest

from desk.__main__ import main as started
from desk.commands import GROUPS, main


@pytest.mark.parametrize(("group", "words"), GROUPS.items())
def test_a_file_holds_the_commands_that_are_looked_for_in_it(group: str, words: tuple[str, ...]) -> None:
    subparsers = argparse.ArgumentParser().add_subparsers()
    import_module(f"desk.commands.{group}").register(subparsers)
    assert tuple(subparsers.choices) == words


def test_a_command_loads_neither_pages_nor_the_other_commands() -> None:
    told = [sys.executable, "-c", "import sys; from desk.commands import main; main(['config']); print(*sys.modules)"]
    done = subprocess.run(told, capture_output=True, text=True, check=True, env=os.environ)  # noqa: S603 - ours
    loaded = {*done.stdout.splitlines()[-1].split()}
    assert {group for group in GROUPS if f"desk.commands.{group}" in loaded} == {"config"}
    assert not {"desk.app", "alembic", "litestar"} & loaded


def test_rubbish_is_looked_for_again_once_a_command_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    loading, running = [], []
    group = import_module("desk.commands.config")
    monkeypatch.setattr(group, "run", lambda _options: running.append(gc.isenabled()) or 7)
    monkeypatch.setattr(group, "register", partial(_noting, group.register, loading))
    monkeypatch.setattr(sys, "argv", ["desk", "config"])
    assert (started(), loading, running) == (7, [False], [True])


def _noting(register: Callable[[object], None], loading: list[bool], subparsers: object) -> None:
    loading.append(gc.isenabled())
    register(subparsers)


@pytest.mark.parametrize("asked", ["--help", "nonsense"])
def test_who_asks_for_no_command_that_there_is_sees_all_of_them(asked: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([asked])
    said = "".join(capsys.readouterr())
    assert [word for words in GROUPS.values() for word in words if word not in said] == []
