"""The list of checks, the same on a developer's machine and in CI: all are run, and the failures named at the end."""

# ruff: noqa: T201, S603 - this is a program that runs programs and says what they did

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

BIN = Path(sys.executable).parent
CHECKS = (
    ("Style", ("ruff", "check", "--quiet", ".")),
    ("Layout", ("ruff", "format", "--check", "--quiet", ".")),
    ("Types", ("mypy",)),
    ("Arrows", ("lint-imports",)),
    ("Words", ("python", "-m", "desk.words", "check")),
)
# The browser's driver keeps an event loop running in its process, where no other test could run one: two runs.
TESTS = (
    ("Tests", ("pytest", "-n", "2", "--dist", "worksteal", "-q", "--ignore=tests/browser")),
    ("Browser", ("pytest", "-n", "2", "--dist", "worksteal", "-q", "tests/browser")),
)


def main() -> int:
    """Run the checks and give 1 if one of them failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--no-tests", action="store_true", help="the quick checks alone")
    checks = CHECKS if parser.parse_args().no_tests else (*CHECKS, *TESTS)
    failed = [name for name, command in checks if not passed(name, command)]
    print(f"\nFailed: {', '.join(failed)}" if failed else "\nEverything holds.", flush=True)
    return bool(failed)


def passed(name: str, command: tuple[str, ...]) -> bool:
    """Run one check, its output shown as it comes."""
    print(f"\n── {name}", flush=True)
    begun = time.monotonic()
    program, *arguments = command
    done = subprocess.run([str(BIN / program), *arguments], env={**os.environ, "PYTHONUTF8": "1"}, check=False)
    print(f"── {name}: {'ok' if done.returncode == 0 else 'FAILED'} ({time.monotonic() - begun:.0f} s)", flush=True)
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
