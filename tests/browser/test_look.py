"""How the pages look and whom they let in: accessibility rules, every width, both schemes, print."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest
from accessible import DESKTOP, VIEWS, Keep, View, lets_everyone_in, overflow
from people import CUSTOMERS
from playwright.sync_api import Page, expect
from served import Served
from staffroom import invitation

Open = Callable[..., Page]
KINDS = {  # and what only this page has
    "form": "#main:not(:has(#summary)) #consent",
    "errors": "#main:has(#summary) #consent",
    "check": ".check button[value=send]",
    "moved": "#moved button[value='change:name']",  # the check page of whoever was led to another topic
    "sent": "#main:not(:has(#thread-title)) #receipt",
    "services": "#main:not(:has(.found)) .cards >> nth=0",
    "found": ".found + p a[href$='/services']",
    "unfound": ".found + p a[href$='/inquiries']",
    "policy": ".policy .contents",
    "lost": ".error-status",
    "post": "#post-title",  # a desk that takes letters only
    "nameless": "#thread-title",  # the receipt of whoever gave no name and no address
}
PATHS = {
    "services": "services",
    "found": "services?q=WING",
    "unfound": "services?q=nothing",
    "policy": "policy",
    "lost": "nowhere",
    "post": "inquiries?topic=rights-infringement",
    "nameless": "inquiries?topic=whistleblowing",
}
BRIBES = {
    "ja": "御社の部長が取引先から賄賂を受け取っています。",
    "en": "One of your managers takes bribes from suppliers.",
}


def come_to(page: Page, kind: str, language: str) -> None:
    """Come to a page of this kind as a visitor does."""
    page.set_viewport_size(DESKTOP)
    page.goto(f"/{language}/{PATHS.get(kind, 'inquiries')}")
    if kind in ("check", "moved", "sent", "post", "nameless"):
        fill_in(page, language)
    if kind in ("errors", "check", "moved", "sent", "post"):
        page.locator("#email").fill("emma@gmial.com")
    if kind == "nameless":
        page.locator("#name").fill("")
    if kind == "moved":
        page.locator("#message").fill(BRIBES[language])
    if kind in ("errors", "check", "moved", "sent", "post", "nameless"):
        page.locator("button.primary").click()
    if kind == "check":
        page.locator(".advice summary").first.click()
    if kind == "moved":
        page.locator("button[value='topic:whistleblowing']").click()
    if kind in ("sent", "nameless"):
        page.locator("button.primary").click()
    expect(page.locator(KINDS[kind])).to_be_visible()


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


def test_every_page_is_open_to_everyone_at_every_width(
    visit: Open, keep: Keep, subtests: pytest.Subtests, language: str
) -> None:
    look_around(visit, keep, subtests, language, VIEWS if language == "ja" else VIEWS[1:])


@pytest.mark.slow("test_every_page_is_open_to_everyone_at_every_width")
def test_every_page_is_open_to_everyone_in_english_in_either_scheme(
    visit: Open, keep: Keep, subtests: pytest.Subtests
) -> None:
    look_around(visit, keep, subtests, "en", VIEWS)


def look_around(visit: Open, keep: Keep, subtests: pytest.Subtests, language: str, views: Sequence[View]) -> None:
    page = visit(f"/{language}/inquiries")  # one window for all, as a new one costs most
    for kind in KINDS:
        with subtests.test(kind):
            come_to(page, kind, language)
            lets_everyone_in(page, keep, f"{kind}-{language}", views)
            for width in (360, 320, 640, 768, 1280):  # 320 and 640 are what 1280 is at 400 % and at 200 %
                page.set_viewport_size({"width": width, "height": 844})
                assert overflow(page) == 0, width


def test_text_grows_to_twice_its_size_without_loss(visit: Open, language: str) -> None:
    page = visit(f"/{language}/inquiries")
    page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
    assert overflow(page) == 0


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
    look_at_the_door(visit, desk, keep, language, VIEWS if language == "ja" else VIEWS[1:])


@pytest.mark.slow("test_every_page_at_the_door_lets_everyone_in")
def test_every_page_at_the_door_lets_everyone_in_in_english_in_either_scheme(
    visit: Open, desk: Served, keep: Keep
) -> None:
    look_at_the_door(visit, desk, keep, "en", VIEWS)


def look_at_the_door(visit: Open, desk: Served, keep: Keep, language: str, views: Sequence[View]) -> None:
    page = visit(f"/staff/sign-in?language={language}", reduced_motion="reduce")
    look = partial(lets_everyone_in, page, keep, views=views)
    look(f"staff-sign-in-{language}")
    page.locator(".gate-card button").click()
    expect(page.locator("#summary")).to_be_visible()
    look(f"staff-sign-in-wrong-{language}")
    link = invitation(desk, language)
    page.goto(link)
    look(f"staff-welcome-{language}")
    page.locator(".gate-card button").click()
    expect(page.locator("#summary")).to_be_visible()
    look(f"staff-welcome-wrong-{language}")
    page.goto(f"{link}x?language={language}")
    expect(page.locator(".gate-card a[href='/staff/sign-in']")).to_be_visible()
    look(f"staff-welcome-gone-{language}")
