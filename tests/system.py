"""Finds what the tests need from the system, or installs it: a Chromium, Japanese fonts, a PostgreSQL.

Looked for in this order: DESK_CHROMIUM, the PATH, Debian's packages (as root), Playwright's own download. System
packages that this may install, all of them: chromium-headless-shell (or chromium, where there is no such package),
fonts-noto-cjk, fontconfig, postgresql.
"""

# ruff: noqa: T201, S603, S607 - this is a program that runs the system's own programs and says what they did

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

# The one without windows first: it is the same engine, and the windows cost a third of the processor time of the tests.
CHROMIUMS = (
    *("chromium-headless-shell", "chrome-headless-shell"),
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
)


def main() -> int:
    """Make sure of each, naming the remedy for what could not be had; only PostgreSQL may be missing, loudly."""
    browser = chromium() or ((apt("chromium-headless-shell") or apt("chromium")) and chromium()) or downloaded()
    if not browser:
        return say(
            "No Chromium was found or could be installed. Install one and name it: DESK_CHROMIUM=/path/to/chromium"
        )
    if not japanese_fonts() and not (apt("fonts-noto-cjk", "fontconfig") and japanese_fonts()):
        return say("No Japanese font was found. Install one, on Debian: apt install fonts-noto-cjk fontconfig")
    if not (postgresql() or os.environ.get("DESK_TEST_POSTGRESQL") or (apt("postgresql") and postgresql())):
        say("WARNING: no PostgreSQL was found or could be installed; the store is tested on SQLite alone.")
    print(f"Browser: {browser}")
    return 0


def chromium() -> str | None:
    """The Chromium that the environment names or the PATH holds."""
    named = os.environ.get("DESK_CHROMIUM")
    return named or next((path for name in CHROMIUMS if (path := shutil.which(name))), None)


def downloaded() -> str | None:
    """Playwright's own Chromium, downloaded once; tests/browser falls back to it by itself."""
    done = run(sys.executable, "-m", "playwright", "install", "chromium", "chromium-headless-shell")
    return "Playwright's own" if done else None


def japanese_fonts() -> bool:
    """Whether Japanese text can be drawn."""
    if not shutil.which("fc-list"):
        return any(Path("/usr/share/fonts").rglob("*CJK*"))
    return bool(subprocess.run(["fc-list", ":lang=ja"], capture_output=True, check=False).stdout.strip())


def postgresql() -> bool:
    """Whether the server's programs are here (Debian keeps them off the PATH)."""
    return bool(shutil.which("initdb") or list(Path("/usr/lib/postgresql").glob("*/bin/initdb")))


def apt(*packages: str) -> bool:
    """Install Debian packages, as root alone; False where that is not possible."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    print(f"Installing {', '.join(packages)} …", flush=True)
    return refreshed() and run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages)


@cache
def refreshed() -> bool:
    """Fetch the package lists, once."""
    return run("apt-get", "update", "-qq")


def run(*command: str) -> bool:
    """Run a command quietly; its output is shown when it fails."""
    # Without a service manager, a database package that starts its server at once would fail the whole installation.
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    if done.returncode:
        print(done.stdout[-2000:], done.stderr[-2000:], sep="\n", file=sys.stderr)
    return done.returncode == 0


def say(sentence: str) -> int:
    """Say what is missing and the remedy."""
    print(sentence, file=sys.stderr, flush=True)
    return 1


if __name__ == "__main__":
    sys.exit(main())
