"""The list of checks, the same on a developer's machine and in CI: all are run, and the failures named at the end."""

# ruff: noqa: T201, S603 - this is a program that runs programs and says what they did

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

BIN = Path(sys.executable).parent
Command = tuple[str, ...]
QUICK: dict[str, Command] = {
    "Style": ("ruff", "check", "--quiet", "."),
    "Layout": ("ruff", "format", "--check", "--quiet", "."),
    "Arrows": ("lint-imports",),
    "Words": ("python", "-m", "desk.words", "check"),
}
# What the tests need from the system comes while the quick checks, which need nothing of it, are under way; the types
# take a core for longer than these and are looked at beside whatever else there is to do.
SYSTEM: Command = ("python", "tests/system.py")
TYPES: Command = ("mypy",)
# What Python compiles of the tests and of all they need is written once here, and not by each of the processes below.
COLLECTED: Command = ("pytest", "--collect-only", "-qqq", "-p", "no:cacheprovider")
# Four at once on two cores: some wait for a deadline or a process while others reckon.
TESTS: Command = ("pytest", "-n", "4", "--dist", "worksteal", "-q", "--ignore=tests/browser")
# The browser's driver keeps an event loop running in its process, where no other test could run one: a run of its
# own, beside the others, which wait for deadlines a fifth of their time.
BROWSER: Command = ("pytest", "-q", "-p", "no:cacheprovider", "tests/browser")
# Where it is there and large enough, what the tests store lies in memory: every receipt waits until it is safely on the
# disk, which shared disks take 5 ms and more for.
MEMORY = Path("/dev/shm")  # noqa: S108 (the folder made in it is this run's own)
ENOUGH = 2 * 1024**3


def main() -> int:
    """Run the checks and give 1 if one of them failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--no-tests", action="store_true", help="the quick checks alone")
    alone = parser.parse_args().no_tests
    with stored_in_memory(), started(TYPES) as (types, seen):
        failed = quick() if alone else tests()
        failed += [] if ended("Types", types, seen) else ["Types"]
    print(f"\nFailed: {', '.join(failed)}" if failed else "\nEverything holds.", flush=True)
    return bool(failed)


def quick() -> list[str]:
    """The names of the quick checks that failed."""
    return [name for name, command in QUICK.items() if not passed(name, command)]


def tests() -> list[str]:
    """The names of the quick checks and of the tests that failed."""
    with started(SYSTEM) as (system, said), started(COLLECTED) as (collected, found):
        failed = quick()
        failed += [] if ended("Collected", collected, found) else ["Collected"]
        failed += [] if ended("System", system, said) else ["System"]
    with started(BROWSER) as (browser, said):
        # One after the other, the browser's tests last longest: what comes beside them lets them go first.
        os.nice(5)
        failed += [] if passed("Tests", TESTS) else ["Tests"]
        failed += [] if ended("Browser", browser, said) else ["Browser"]
    return failed


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


@contextmanager
def started(command: Command) -> Iterator[tuple[subprocess.Popen[bytes], IO[str]]]:
    """Run a program in the background, what it says kept until it is read; it ends with the block at the latest."""
    with tempfile.NamedTemporaryFile("w+", encoding="utf-8") as said:
        process = subprocess.Popen(called(command), env=surroundings(), stdout=said, stderr=subprocess.STDOUT)
        try:
            yield process, said
        finally:
            process.terminate()
            process.wait()


def ended(name: str, process: subprocess.Popen[bytes], said: IO[str]) -> bool:
    """Wait for what runs in the background, and show what it said."""
    begun = time.monotonic()
    process.wait()
    said.seek(0)
    print(f"\n── {name}\n{said.read()}", flush=True)
    return told(name, process.returncode, time.monotonic() - begun)


def passed(name: str, command: Command) -> bool:
    """Run one check, its output shown as it comes."""
    print(f"\n── {name}", flush=True)
    begun = time.monotonic()
    done = subprocess.run(called(command), env=surroundings(), check=False)
    return told(name, done.returncode, time.monotonic() - begun)


def told(name: str, code: int, seconds: float) -> bool:
    """Say how a check ended."""
    print(f"── {name}: {'ok' if code == 0 else 'FAILED'} ({seconds:.0f} s)", flush=True)
    return code == 0


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
