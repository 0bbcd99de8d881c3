"""A text so large that it could not be given back: told before it is sent, and kept by the browser all the same."""

from collections.abc import Callable

import pytest
from people import CUSTOMERS
from playwright.sync_api import Page, expect

from desk import forms
from desk.places import STATIC

Open = Callable[..., Page]
LARGE = {"ja": "長" * 100_000, "en": "long " * 110_000}
PASTE = "(area, text) => { area.value = text; area.dispatchEvent(new Event('input', { bubbles: true })); }"
LIMIT = {"ja": "5,000文字", "en": "5,000 characters"}


def fill_in(page: Page, language: str, message: str, subject: str = "-") -> None:
    customer = CUSTOMERS[language]
    for name, text in (("name", customer.name), ("email", customer.email), ("subject", subject)):
        page.locator(f"#{name}").fill(text)
    page.locator("#message").fill(message)
    page.locator("#consent").check()


@pytest.mark.parametrize("button", ["button.primary", ".languages button"])
def test_it_is_told_at_its_field_before_it_is_sent(visit: Open, language: str, button: str) -> None:
    page = visit(f"/{language}/inquiries", own=True)
    fill_in(page, language, LARGE[language])
    page.locator(button).click()
    over = page.locator("#message ~ .left.over")
    expect(over).to_contain_text(f"{len(LARGE[language]) - 5_000:,}")
    expect(over).to_be_in_viewport()
    expect(page.locator("#message")).to_be_focused()
    expect(page.locator("#message ~ [aria-live=polite]")).to_have_text(over.inner_text())
    assert page.locator("#message").input_value() == LARGE[language]
    page.locator("#message").fill("-")
    page.locator("button.primary").click()
    expect(page.locator(".answers")).to_be_visible()


@pytest.mark.parametrize(
    ("message", "subject"),
    [("長" * 54_000, "件" * 5_000), (("長" * 5 + "\n") * 10_380, "-")],
    ids=["subject", "breaks"],
)
def test_what_else_is_sent_and_how_lines_break_is_weighed_too(visit: Open, message: str, subject: str) -> None:
    page = visit("/en/inquiries", own=True)
    fill_in(page, "en", "-", subject)
    page.locator("#message").evaluate(PASTE, message)  # thousands of lines that are typed take a minute
    page.locator("button.primary").click()
    expect(page.locator("#message ~ .left.over")).to_be_in_viewport()
    expect(page.locator("#message ~ [aria-live=polite]")).to_have_text(page.locator("#message ~ .left").inner_text())
    assert page.locator("#message").input_value() == message


def test_where_another_field_is_too_large_the_page_says_so_and_back_keeps_it(visit: Open) -> None:
    page = visit("/en/inquiries", own=True)
    fill_in(page, "en", "-", "件" * 60_000)
    page.locator("button.primary").click()
    expect(page.locator(".error-status")).to_have_text("413")
    page.go_back()
    assert page.locator("#subject").input_value() == "件" * 60_000


def test_without_scripts_the_page_says_that_back_keeps_it_and_it_does(visit: Open, language: str) -> None:
    page = visit(f"/{language}/inquiries", own=True, java_script_enabled=False)
    fill_in(page, language, LARGE[language])
    page.locator("button.primary").click()
    expect(page.locator(".error-status")).to_have_text("413")
    expect(page.locator(".error-words").first).to_contain_text(LIMIT[language])
    page.go_back()
    assert page.locator("#message").input_value() == LARGE[language]


def test_what_is_not_stopped_is_taken_with_room_for_the_other_fields() -> None:
    (line,) = [
        line for line in (STATIC / "desk.js").read_text("utf-8").splitlines() if line.startswith("const LARGEST")
    ]
    assert int(line.split("=")[1].strip(" ;").replace("_", "")) < forms.LARGEST - 16 * 1024
