"""Whether a page lets everyone in: the rules of axe-core, nothing cut off or too small; either scheme, either size."""

from collections.abc import Callable, Sequence
from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

Keep = Callable[[Page, str], None]
View = tuple[Literal["light", "dark"], ViewportSize]
DESKTOP, PHONE = ViewportSize(width=1280, height=900), ViewportSize(width=390, height=844)
# Each scheme and each size once: their two other pairs show the same elements in the same colours. (In English the
# second one alone: what a page is made of is the same.)
VIEWS: tuple[View, ...] = (("light", DESKTOP), ("dark", PHONE))


def lets_everyone_in(page: Page, keep: Keep, name: str, views: Sequence[View] = VIEWS) -> None:
    """Fail where a rule is broken or something is cut off, and keep a picture of each view."""
    page.wait_for_load_state()  # a click ends when the next page begins to come, which has no element yet
    page.evaluate(Axe().axe_script)
    for scheme, size in views:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.set_viewport_size(size)
        keep(page, f"{name}-{scheme}-{size['width']}")
        assert broken_rules(page) == [], (name, scheme, size)
        assert overflow(page) == 0, (name, size)
        small = too_small(page) if size == PHONE else []
        assert small == [], name


def broken_rules(page: Page) -> list[tuple[str, list[str]]]:
    """The rules that the page breaks, and where."""
    # Only what is asked for leaves the browser: everything that axe-core tells is a thousand times as much.
    tried = "options => axe.run(options).then(({violations}) => violations)"
    found = page.evaluate(tried, {"resultTypes": ["violations"], "preload": False})
    return [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found]


def too_small(page: Page) -> list[str]:
    """What can be pressed and is smaller than 24 by 24 pixels (WCAG 2.2, 2.5.8), links inside a sentence apart."""
    script = """() => [...document.querySelectorAll('button, .secondary, .chips a, .doors a, input, select, summary')]
        .filter(one => one.checkVisibility() && !one.closest('.unseen, .trap') && !one.matches('.unseen'))
        .filter(one => { const box = one.getBoundingClientRect(); return box.width < 24 || box.height < 24; })
        .map(one => one.outerHTML)"""
    return list(page.evaluate(script))


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    page.wait_for_load_state()  # likewise
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
