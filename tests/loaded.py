"""All that the tests need, loaded once: each of their processes is forked from this one when it is asked for.

What is asked for comes on the socket that is this one's input, one byte with two files each time: one takes all that
the tests say; the other is a socket on which pytest's words come as a line of JSON, and the exit code goes in one byte.
"""

import atexit
import gc
import json
import os
import signal
import socket
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from desk import signs_files, texts
from desk.pages import Pages
from desk.rules.conduct.opinion_features import LANGUAGES
from desk.settings import Settings

MODULES = (
    *("aiosmtpd.controller", "axe_playwright_python.sync_playwright", "hypothesis.strategies", "playwright.sync_api"),
    *("psycopg", "desk.app", "desk.commands", "reading", "served"),
)
# Of those with a plugin pytest would load each by itself, to say more of the assertions in them.
AS_THEY_ARE = ("-W", "ignore::pytest.PytestAssertRewriteWarning")


def main() -> None:
    """Fork as often as it is asked for, and end with the last of those processes."""
    load()
    for said, line in asked():
        if not os.fork():
            tested(said, socket.socket(fileno=line))
        os.close(said)
        os.close(line)
    try:
        while True:
            os.wait()
    except ChildProcessError:
        return


def load() -> None:
    """Load modules, signs and readers: what the tests of any process would load, and none changes."""
    for name in MODULES:
        import_module(name)
    signs_files.ruleset()
    signs_files.version()  # of all 200 MB
    signs_files.dialogues()
    for language in LANGUAGES:
        signs_files.reader(language)
    compile_templates()
    make_a_desk()
    gc.collect()
    gc.freeze()  # looked through in each process, all of it would be copied there


def compile_templates() -> None:
    """Have every template of a page known as it was compiled."""
    pages = Pages(texts.organisation(None), str, "https://desk.example.com")
    (environment, *_) = pages._environments.values()
    for name in environment.list_templates():
        environment.get_template(name)


def make_a_desk() -> None:
    """Have known whatever the first desk of a process would find out; that one is closed, with its threads."""
    with TemporaryDirectory() as folder:
        settings = Settings(_env_file=None, data=Path(folder), origin="https://desk.example.com")
        settings.prepare_data()
        settings.make_keys()
        import_module("desk.store.migrate").migrate(settings.database_url, settings.keyring())
        app = import_module("desk.app").create(settings)
        app.app.state.desk.store.close()


def asked() -> Iterator[tuple[int, int]]:
    """The two files of each process that is asked for, until nobody can ask any more."""
    with socket.socket(fileno=sys.stdin.fileno()) as asking:
        while (got := socket.recv_fds(asking, 1, 2))[0]:
            said, line = got[1]
            yield said, line


def tested(said: int, line: socket.socket) -> None:
    """Run tests in this very process, and end it with them, or after the seconds that are told."""
    for output in (sys.stdout, sys.stderr):
        os.dup2(said, output.fileno())
    seconds, *words = json.loads(line.makefile().readline())
    signal.alarm(seconds)
    code = int(pytest.main([*AS_THEY_ARE, *words]))
    atexit._run_exitfuncs()  # a forked process that ended as others do would go on in `main`
    line.send(bytes([code]))
    os._exit(code)


if __name__ == "__main__":
    main()
