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
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, NamedTuple

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
TESTS: Command = ("pytest", "-q", "-p", "no:cacheprovider")
# The folders and files of tests that share a process, which makes what they have in common (signs, readers, a
# PostgreSQL, desks) once; all processes run at once on two cores and take about as long as each other. A third of the
# time they wait for deadlines or for other processes. The browser's driver keeps an event loop running in its process,
# where no other test could run one.
TOGETHER = (
    *(("browser/test_staff.py",), ("browser/test_journey.py", "browser/test_look.py")),
    *(("staff",), ("store", "delivery"), ("public", "guard"), ("rules", "house"), ("commands",)),
)
FOLDER = Path(__file__).parent
# Where it is there and large enough, what the tests store lies in memory: every receipt waits until it is safely on the
# disk, which shared disks take 5 ms and more for.
MEMORY = Path("/dev/shm")  # noqa: S108 (the folder made in it is this run's own)
ENOUGH = 2 * 1024**3


def main() -> int:
    """Run the checks and give 1 if one of them failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--no-tests", action="store_true", help="the quick checks alone")
    alone = parser.parse_args().no_tests
    with stored_in_memory(), started(TYPES) as types:
        failed = quick() if alone else tests()
        failed += [] if ended("Types", types) else ["Types"]
    print(f"\nFailed: {', '.join(failed)}" if failed else "\nEverything holds.", flush=True)
    return bool(failed)


def quick() -> list[str]:
    """The names of the quick checks that failed."""
    return [name for name, command in QUICK.items() if not passed(name, command)]


def tests() -> list[str]:
    """The names of the quick checks and of the tests that failed."""
    with started(SYSTEM) as system, started(COLLECTED) as collected:
        failed = quick()
        failed += [] if ended("Collected", collected) else ["Collected"]
        failed += [] if ended("System", system) else ["System"]
    shared = groups()
    with ExitStack() as stack, ThreadPoolExecutor(len(shared)) as pool:
        waits = {}
        for some in shared:
            running = stack.enter_context(started((*TESTS, *(f"tests/{one}" for one in some))))
            waits[pool.submit(running.lasted)] = f"Tests of {', '.join(some)}", running
        for ready in as_completed(waits):
            name, running = waits[ready]
            failed += [] if ended(name, running, ready.result()) else [name]
    return failed


def groups() -> list[tuple[str, ...]]:
    """What runs in one process each; the files that were forgotten above have one of their own."""
    named = [one for some in TOGETHER for one in some]
    files = sorted(path.relative_to(FOLDER) for path in FOLDER.rglob("test_*.py"))
    forgotten = tuple(str(file) for file in files if not any(file.is_relative_to(one) for one in named))
    return [*TOGETHER, forgotten] if forgotten else [*TOGETHER]


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


class Running(NamedTuple):
    """A program in the background, the file with what it said, and when it was started."""

    process: subprocess.Popen[bytes]
    said: IO[str]
    since: float

    def lasted(self) -> float:
        """Wait for its end; the seconds that it took."""
        self.process.wait()
        return time.monotonic() - self.since


@contextmanager
def started(command: Command) -> Iterator[Running]:
    """Run a program in the background, what it says kept until it is read; it ends with the block at the latest."""
    with tempfile.NamedTemporaryFile("w+", encoding="utf-8") as said:
        process = subprocess.Popen(called(command), env=surroundings(), stdout=said, stderr=subprocess.STDOUT)
        try:
            yield Running(process, said, time.monotonic())
        finally:
            process.terminate()
            process.wait()


def ended(name: str, running: Running, seconds: float | None = None) -> bool:
    """Wait for what runs in the background, and show what it said."""
    running.process.wait()
    running.said.seek(0)
    print(f"\n── {name}\n{running.said.read()}", flush=True)
    return told(name, running.process.returncode, seconds)


def passed(name: str, command: Command) -> bool:
    """Run one check, its output shown as it comes."""
    print(f"\n── {name}", flush=True)
    begun = time.monotonic()
    done = subprocess.run(called(command), env=surroundings(), check=False)
    return told(name, done.returncode, time.monotonic() - begun)


def told(name: str, code: int, seconds: float | None) -> bool:
    """Say how a check ended, and after how long where that is known."""
    print(f"── {name}: {'ok' if code == 0 else 'FAILED'}{f' ({seconds:.0f} s)' if seconds else ''}", flush=True)
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
