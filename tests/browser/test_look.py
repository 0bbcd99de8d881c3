"""How the pages look and whom they let in: accessibility rules, every width, both schemes, print."""

from collections.abc import Callable
from pathlib import Path

import pytest
from accessible import Keep, lets_everyone_in, overflow
from people import CUSTOMERS
from playwright.sync_api import Page
from served import Served
from staffroom import invitation

Open = Callable[..., Page]
KINDS = (
    *("form", "errors", "check", "sent", "services", "found", "unfound", "policy", "lost"),
    *("post", "nameless"),  # a desk that takes letters only; the receipt of whoever gave no name and no address
)
PATHS = {
    "services": "services",
    "found": "services?q=WING",
    "unfound": "services?q=nothing",
    "policy": "policy",
    "lost": "nowhere",
    "post": "inquiries?topic=rights-infringement",
    "nameless": "inquiries?topic=whistleblowing",
}


def opened(visit: Open, kind: str, language: str, **how: object) -> Page:
    """A page of a kind as a visitor comes to it."""
    page = visit(f"/{language}/{PATHS.get(kind, 'inquiries')}", **how)
    if kind in ("check", "sent", "post", "nameless"):
        fill_in(page, language)
    if kind in ("errors", "check", "sent", "post"):
        page.locator("#email").fill("emma@gmial.com")
    if kind == "nameless":
        page.locator("#name").fill("")
    if kind in ("errors", "check", "sent", "post", "nameless"):
        page.locator("button.primary").click()
    if kind == "check":
        page.locator(".advice summary").first.click()
    if kind in ("sent", "nameless"):
        page.locator("button.primary").click()
    page.wait_for_load_state()
    arrived = {"post": "#post-title", "nameless": "#thread-title", "unfound": ".found"}
    assert page.locator(arrived.get(kind, "h1")).is_visible(), page.url
    return page


def fill_in(page: Page, language: str) -> None:
    customer = CUSTOMERS[language]
    subject = "ConoHa WINGの請求について" if language == "ja" else "A bill for ConoHa WING"
    message = (
        "先月分が二重に請求されているようです。\nご確認をお願いいたします。"
        if language == "ja"
        else "I was charged twice."
    )
    for name, text in (("name", customer.name), ("subject", subject), ("message", message)):
        page.locator(f"#{name}").fill(text)
    page.locator("#consent").check()


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_open_to_everyone_in_either_scheme_and_at_every_width(
    visit: Open, keep: Keep, language: str, kind: str
) -> None:
    page = opened(visit, kind, language)
    lets_everyone_in(page, keep, f"{kind}-{language}")
    for width in (360, 320, 640, 768):  # 320 and 640 are what 1280 is at 400 % and at 200 %
        page.set_viewport_size({"width": width, "height": 844})
        assert overflow(page) == 0, width


def test_text_grows_to_twice_its_size_without_loss(visit: Open, language: str) -> None:
    page = visit(f"/{language}/inquiries")
    page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
    assert overflow(page) == 0


def test_whatever_can_be_pressed_is_large_enough_to_hit(visit: Open, language: str) -> None:
    """24 by 24 pixels (WCAG 2.2, 2.5.8), links inside a sentence apart."""
    script = """() => [...document.querySelectorAll('button, .secondary, .chips a, .doors a, input, select, summary')]
        .filter(one => one.checkVisibility() && !one.closest('.unseen, .trap') && !one.matches('.unseen'))
        .filter(one => { const box = one.getBoundingClientRect(); return box.width < 24 || box.height < 24; })
        .map(one => one.outerHTML)"""
    for kind in ("form", "check", "services"):
        page = opened(visit, kind, language, viewport={"width": 390, "height": 844})
        assert page.evaluate(script) == [], kind


def test_the_focus_is_visible_on_everything(visit: Open, language: str) -> None:
    page = visit(f"/{language}/inquiries")
    style = """() => {
        const style = getComputedStyle(document.activeElement);
        return [style.outlineStyle, style.outlineWidth];
    }"""
    page.locator(".company").focus()
    for _ in range(18):
        page.keyboard.press("Tab")
        assert page.evaluate(style) == ["solid", "4px"], page.evaluate("document.activeElement.outerHTML")


def test_forced_colours_keep_the_page_readable(visit: Open, keep: Keep, language: str) -> None:
    page = visit(f"/{language}/inquiries", forced_colors="active")
    keep(page, f"form-{language}-forced-1280")
    assert overflow(page) == 0


def test_the_policy_prints_on_paper(visit: Open, language: str) -> None:
    page = visit(f"/{language}/policy")
    page.emulate_media(media="print")
    for hidden in (".masthead .switch", ".doors", ".contents", ".skip"):
        assert not page.locator(hidden).first.is_visible(), hidden
    path = Path(__file__).resolve().parents[2] / "artefacts" / f"policy-{language}.pdf"
    path.parent.mkdir(exist_ok=True)
    sheets = page.pdf(path=path, prefer_css_page_size=True).count(b"/Type /Page\n")
    assert 2 <= sheets <= 4


def test_every_page_at_the_door_lets_everyone_in(visit: Open, desk: Served, keep: Keep, language: str) -> None:
    page = visit(f"/staff/sign-in?language={language}", reduced_motion="reduce")
    lets_everyone_in(page, keep, f"staff-sign-in-{language}")
    page.locator(".gate-card button").click()
    lets_everyone_in(page, keep, f"staff-sign-in-wrong-{language}")
    link = invitation(desk, language)
    page.goto(link)
    lets_everyone_in(page, keep, f"staff-welcome-{language}")
    page.locator(".gate-card button").click()
    lets_everyone_in(page, keep, f"staff-welcome-wrong-{language}")
    page.goto(f"{link}x?language={language}")
    lets_everyone_in(page, keep, f"staff-welcome-gone-{language}")
