"""The list of checks, the same on a developer's machine and in CI: all are run, and the failures named at the end."""

# ruff: noqa: T201, S603 - this is a program that runs programs and says what they did

import argparse
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

BIN = Path(sys.executable).parent
Command = tuple[str, ...]
QUICK: dict[str, Command] = {
    "Style": ("ruff", "check", "--quiet", "."),
    "Layout": ("ruff", "format", "--check", "--quiet", "."),
    "Arrows": ("lint-imports",),
    "Words": ("python", "-m", "desk.words", "check"),
}
# What the tests need from the system comes while everything that needs nothing of it is under way.
SYSTEM: Command = ("python", "tests/system.py")
TYPES: Command = ("mypy",)
LOADED: Command = ("python", "tests/loaded.py")
# Each of several would overwrite what the others keep of what failed.
QUIETLY = ("-q", "-p", "no:cacheprovider", "--durations=10", "--durations-min=1")
SLOW = re.compile(r"(?:^@|marks=)pytest\.mark\.slow\b", re.MULTILINE)
# A branch of the rules that none of their tests goes down may say anything; those that are left are listed.
BRANCHES: Command = (
    *("pytest", *QUIETLY),
    "-m",
    "not slow",
    "tests/rules",
    "--cov=desk.rules",
    "--cov-branch",
    "--cov-report=term-missing:skip-covered",
    "--cov-fail-under=99",
)
# What of the tests shares a process, and what it has in common there: a PostgreSQL, desks. There are more than cores,
# for many tests wait. Those that take longest are begun first (docs/speed.md). The browser's driver keeps an event loop
# running in its process, where no other test could run one.
TOGETHER = (
    *(
        ("rules/conduct",),
        ("commands",),
        ("staff/test_[a-h]*.py",),
        ("staff/test_[i-z]*.py",),
        ("rules/test_*.py", "rules/routing", "delivery", "public"),
        ("guard", "house"),
    ),
    ("browser",),
    ("store",),
)
# What of them needs something of the system.
ON_THE_SYSTEM = ("browser", "store")
FEW = 4  # files and folders that the name of a process tells
FOLDER = Path(__file__).parent
# Some wait for a deadline or for another process while others reckon; with more at once deadlines would be missed.
AT_ONCE = 4 * (os.cpu_count() or 1)
PATIENCE, LONG_PATIENCE = 600, 1800  # seconds: what takes longer hangs; long forms take ten minutes beside other work
# The dots of tests that passed say nothing once the check has.
PROGRESS = re.compile(r"^[.,sux]+(?: +\[ *\d+%\])?\n", re.MULTILINE)
# Where it is there and large enough, what the tests store lies in memory: every receipt waits until it is safely on the
# disk, which shared disks take 5 ms and more for.
MEMORY = Path("/dev/shm")  # noqa: S108 (the folder made in it is this run's own)
ENOUGH = 2 * 1024**3


def main() -> int:
    """Run the checks and give 1 if one of them failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--no-tests", action="store_true", help="the quick checks alone")
    which.add_argument("--slow", action="store_true", help="the whole forms of tests whose short forms are run else")
    chosen = parser.parse_args()
    with stored_in_memory(), ThreadPoolExecutor(AT_ONCE) as pool, ExitStack() as stack:
        begun = [] if chosen.slow else [pool.submit(ran, *check) for check in {"Types": TYPES, **QUICK}.items()]
        begun += [] if chosen.no_tests else tested(pool, stack.enter_context(loaded()), slow=chosen.slow)
        failed = [one.name for one in shown(begun)]
    print(f"\nFailed: {', '.join(failed)}" if failed else "\nEverything holds.", flush=True)
    return bool(failed)


def tested(pool: ThreadPoolExecutor, asking: socket.socket, *, slow: bool) -> Iterator["Future[Ran]"]:
    """Begin the tests, each process of them as soon as what it needs is there."""
    system = pool.submit(ran, "System", SYSTEM)
    yield system
    chosen, patience = (slow_groups(), LONG_PATIENCE) if slow else (groups(), PATIENCE)
    if slow:
        yield pool.submit(ran, "Branches of the rules", BRANCHES, patience)
    for needs in (False, True):
        if needs:
            system.result()
        for some in chosen:
            if any(Path(one).parts[0] in ON_THE_SYSTEM for one in some) == needs:
                name = f"Tests of {', '.join(some[:FEW])}{f' and {len(some) - FEW} more' if len(some) > FEW else ''}"
                yield pool.submit(forked, name, tests(some, slow=slow), asking, patience)


def groups() -> list[tuple[str, ...]]:
    """What runs in one process each; files that were forgotten above have one of their own."""
    together = [
        tuple(str(found.relative_to(FOLDER)) for one in some for found in sorted(FOLDER.glob(one))) for some in TOGETHER
    ]
    named = [one for some in together for one in some]
    files = sorted(path.relative_to(FOLDER) for path in FOLDER.rglob("test_*.py"))
    forgotten = tuple(str(file) for file in files if not any(file.is_relative_to(one) for one in named))
    return [*together, forgotten] if forgotten else together


def slow_groups() -> list[tuple[str, ...]]:
    """The files that hold a slow test, of each process."""
    slow = [
        path.relative_to(FOLDER) for path in sorted(FOLDER.rglob("test_*.py")) if SLOW.search(path.read_text("utf-8"))
    ]
    found = [tuple(str(file) for file in slow if any(file.is_relative_to(one) for one in some)) for some in groups()]
    return [some for some in found if some]


def tests(some: Iterable[str], *, slow: bool) -> Command:
    """What pytest is told to run these files and folders of tests: the slow tests in them, or all others."""
    return (*QUIETLY, "-m", "slow" if slow else "not slow", *(f"tests/{one}" for one in some))


@contextmanager
def stored_in_memory() -> Iterator[None]:
    """For as long as the block lasts what is meant to be gone afterwards lies in memory, if there is room."""
    if "TMPDIR" in os.environ or not os.access(MEMORY, os.W_OK) or shutil.disk_usage(MEMORY).free < ENOUGH:
        yield
        return
    with tempfile.TemporaryDirectory(prefix="desk-tests-", dir=MEMORY) as folder:
        os.environ["TMPDIR"] = tempfile.tempdir = folder
        try:
            yield
        finally:
            tempfile.tempdir = None
            del os.environ["TMPDIR"]


class Ran(NamedTuple):
    """A check that ran beside others: its exit code, what it said, and how many seconds it took."""

    name: str
    code: int
    said: str
    seconds: float


def ran(name: str, command: Command, patience: int | None = None) -> Ran:
    """Run one check to its end, what it says kept."""
    print(f"\n── {name}: begun", flush=True)
    begun, patience = time.monotonic(), patience or PATIENCE
    try:
        done = subprocess.run(
            called(command), env=surroundings(), check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            timeout=patience,
        )  # fmt: skip
        code, said = done.returncode, done.stdout
    except subprocess.TimeoutExpired as late:
        code, said = 1, (late.stdout or b"") + f"\n{name} did not end within {patience} s and was stopped.".encode()
    return Ran(name, code, said.decode(errors="replace"), time.monotonic() - begun)


@contextmanager
def loaded() -> Iterator[socket.socket]:
    """Where processes of tests can be asked for until the block ends.

    Each that loaded by itself what they all need would take five seconds more of the processor.
    """
    asking, asked = socket.socketpair()
    with asked:
        process = subprocess.Popen(called(LOADED), env=surroundings(), stdin=asked)
    with process, asking:
        yield asking


def forked(name: str, words: Command, asking: socket.socket, patience: int | None = None) -> Ran:
    """Run tests to their end in a process where all that they need is loaded, what they say kept."""
    print(f"\n── {name}: begun", flush=True)
    begun, patience = time.monotonic(), patience or PATIENCE
    line, theirs = socket.socketpair()
    with tempfile.TemporaryFile() as file, line:
        line.settimeout(patience + 30)  # what a test has forked and left behind keeps the line open
        with theirs, suppress(OSError):  # of a loader that has failed nothing can be asked
            socket.send_fds(asking, [b"+"], [file.fileno(), theirs.fileno()])
        code = b""
        with suppress(OSError):
            line.sendall(json.dumps([patience, *words]).encode() + b"\n")
            code = line.recv(1)
        file.seek(0)
        said = file.read().decode(errors="replace")
    if not code:
        said += f"\n{name} ended before it was done, did not end within {patience} s, or found nothing loaded."
    return Ran(name, code[0] if code else 1, said, time.monotonic() - begun)


def shown(under_way: Iterable["Future[Ran]"]) -> Iterator[Ran]:
    """Show what each of these said once it has ended; those that failed."""
    for ready in as_completed(under_way):
        one = ready.result()
        print(f"\n── {one.name}\n{one.said if one.code else PROGRESS.sub('', one.said)}", flush=True)
        print(f"── {one.name}: {'FAILED' if one.code else 'ok'} ({one.seconds:.0f} s)", flush=True)
        if one.code:
            yield one


def called(command: Command) -> list[str]:
    """The command with the program of this very environment."""
    program, *arguments = command
    return [str(BIN / program), *arguments]


def surroundings() -> dict[str, str]:
    """The environment of every check: what Python compiles is kept, or each of many processes would do it again."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONUTF8": "1"}


if __name__ == "__main__":
    sys.exit(main())
