"""A real Chromium, watched: no page may call elsewhere, break its own policy or fail in its own script."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
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
Enter = Callable[..., tuple[Page, Staff]]


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """The Chromium that the environment names, the PATH holds or Playwright has; without one the tests fail."""
    path = os.environ.get("DESK_CHROMIUM") or next((path for name in NAMES if (path := shutil.which(name))), None)
    path = path or playwright.chromium.executable_path
    if not Path(path).exists():
        pytest.fail(REMEDY)
    sandbox = [] if os.geteuid() else ["--no-sandbox"]
    with playwright.chromium.launch(executable_path=path, args=[*FLAGS, *sandbox]) as chromium:
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


@pytest.fixture
def visit(browser: Browser, desk: Served) -> Iterator[Open]:
    """Open a window on the desk; what it did wrong fails the test at its end."""
    wrongs: list[str] = []
    contexts = []

    def opened(path: str, **how: Any) -> Page:
        context = browser.new_context(base_url=desk.origin, **{"viewport": {"width": 1280, "height": 900}, **how})
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: _watch_request(request.url, desk.origin, wrongs))
        page.on("console", lambda message: _watch_console(message.type, message.text, wrongs))
        page.on("pageerror", lambda error: wrongs.append(str(error)))
        page.goto(path)
        return page

    yield opened
    cookies = [cookie for context in contexts for cookie in context.cookies()]
    for context in contexts:
        context.close()
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
