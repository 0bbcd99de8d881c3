"""A real Chromium, watched: no page may call elsewhere, break its own policy or fail in its own script."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from accessible import DESKTOP
from colleagues import Colleague
from examined import _examined_once
from hashing import _quick_hashes
from playwright.sync_api import Browser, Page, Playwright
from served import Served, addressed, served
from staffroom import employed, let_in

from desk.store import engine
from desk.store.people import Staff

# As tests/system.py looks for them: the one without windows first.
NAMES = (
    *("chromium-headless-shell", "chrome-headless-shell"),
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
)
FLAGS = (
    *("--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
    # Each page's scripts, axe-core's above all, are compiled and tidied up in one thread: 7 to 12 % less to reckon.
    "--js-flags=--single-threaded",
)
ARTEFACTS = Path(__file__).resolve().parents[2] / "artefacts"
REMEDY = "No Chromium was found. Run `python tests/system.py`, or name one: DESK_CHROMIUM=/path/to/chromium"

__all__ = ["_examined_once", "_quick_hashes"]
Open = Callable[..., Page]
Launch = Callable[..., Browser]
Enter = Callable[..., tuple[Page, Staff]]


@pytest.fixture(scope="session")
def launch(playwright: Playwright) -> Launch:
    """Start the Chromium that the environment names, the PATH holds or Playwright has; without one the tests fail."""
    path = os.environ.get("DESK_CHROMIUM") or next((path for name in NAMES if (path := shutil.which(name))), None)
    path = path or playwright.chromium.executable_path
    if not Path(path).exists():
        pytest.fail(REMEDY)
    sandbox = [] if os.geteuid() else ["--no-sandbox"]
    return lambda *flags: playwright.chromium.launch(executable_path=path, args=[*FLAGS, *sandbox, *flags])


@pytest.fixture(scope="session")
def browser(launch: Launch) -> Iterator[Browser]:
    """The one browser of nearly all tests."""
    with launch() as chromium:
        yield chromium


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A desk for everyone, of a company that gives its postal address, so that there is every kind of page."""
    folder = tmp_path_factory.mktemp("desk")
    limits = {"limit_address": 100_000, "limit_all": 100_000}
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(engine, "PATIENCE", 1)  # one page is that of a locked database
        with served(folder / "data", organisation=addressed(folder), **limits) as running:
            yield running


@pytest.fixture(scope="session")
def windows() -> dict[str, list[Page]]:
    """Windows that a test has left as it found them, by how they were opened: one anew costs five pages."""
    return {}


@pytest.fixture
def visit(browser: Browser, desk: Served, windows: dict[str, list[Page]]) -> Iterator[Open]:
    """Open a window on the desk; what it did wrong fails the test at its end. `own`: it is no other test's."""
    wrongs: list[str] = []
    taken: list[tuple[str, Page]] = []
    watched = {
        "request": lambda request: _watch_request(request.url, desk.origin, wrongs),
        "console": lambda message: _watch_console(message.type, message.text, wrongs),
        "pageerror": lambda error: wrongs.append(str(error)),
    }

    def opened(path: str, *, own: bool = False, **how: Any) -> Page:
        chosen = {"viewport": DESKTOP, **how}
        key = "" if own else repr(sorted(chosen.items()))
        left = windows.get(key)
        page = left.pop() if left else browser.new_context(base_url=desk.origin, **chosen).new_page()
        taken.append((key, page))
        for event, watch in watched.items():
            page.on(event, watch)
        page.set_viewport_size(chosen["viewport"])
        page.goto(path)
        return page

    yield opened
    cookies = [cookie for _, page in taken for cookie in page.context.cookies()]
    for key, page in taken:
        if not key or wrongs or cookies:
            page.context.close()
            continue
        for event, watch in watched.items():
            page.remove_listener(event, watch)
        page.emulate_media(media="null", color_scheme="null", reduced_motion="null", forced_colors="null")
        windows.setdefault(key, []).append(page)
    assert wrongs == []
    assert cookies == []


@pytest.fixture
def enter(visit: Open, desk: Served) -> Iterator[Enter]:
    """Opens a window for somebody who is signed in already; their cookie leaves with them."""
    windows = []

    def entered(colleague: Colleague, language: str, **how: object) -> tuple[Page, Staff]:
        page, person = visit("/staff/sign-in", **how), employed(desk, colleague, language)
        windows.append(page)
        let_in(page, desk, person)
        return page, person

    yield entered
    for page in windows:
        page.context.clear_cookies()


@pytest.fixture
def keep() -> Callable[[Page, str], None]:
    """Keep a screenshot of a whole page among the artefacts, where pictures are wanted (`make pictures`)."""
    if not os.environ.get("DESK_PICTURES"):
        return lambda _page, _name: None
    folder = ARTEFACTS / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    return lambda page, name: _keep(page, folder / f"{name}.jpeg")


def _keep(page: Page, path: Path) -> None:
    # Two hundred pictures: as PNG each takes half as long again.
    page.screenshot(path=path, full_page=True, type="jpeg", quality=85)


def _watch_request(url: str, origin: str, wrongs: list[str]) -> None:
    if not url.startswith((f"{origin}/", "data:")):
        wrongs.append(f"asked for {url}")


def _watch_console(kind: str, text: str, wrongs: list[str]) -> None:
    # Chromium reports every answer of 4xx and 503 on its console; those are what some of the tests are about.
    if kind in ("error", "warning") and not re.match(
        r"Failed to load resource: the server responded with a status of (?:4\d\d|503)", text
    ):
        wrongs.append(text)
