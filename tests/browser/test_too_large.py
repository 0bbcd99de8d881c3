"""A text so large that it could not be given back: told before it is sent, and kept by the browser all the same."""

from collections.abc import Callable

import pytest
from people import CUSTOMERS
from playwright.sync_api import Page, expect

from desk import forms
from desk.places import STATIC

Open = Callable[..., Page]
LARGE = {"ja": "長" * 100_000, "en": "long " * 110_000}
LIMIT = {"ja": "5,000文字", "en": "5,000 characters"}


def fill_in(page: Page, language: str) -> None:
    customer = CUSTOMERS[language]
    for name, text in (("name", customer.name), ("email", customer.email), ("subject", "-")):
        page.locator(f"#{name}").fill(text)
    page.locator("#message").fill(LARGE[language])
    page.locator("#consent").check()


@pytest.mark.parametrize("button", ["button.primary", ".languages button"])
def test_it_is_told_at_its_field_before_it_is_sent(visit: Open, language: str, button: str) -> None:
    page = visit(f"/{language}/inquiries", own=True)
    fill_in(page, language)
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


def test_without_scripts_the_page_says_that_back_keeps_it_and_it_does(visit: Open, language: str) -> None:
    page = visit(f"/{language}/inquiries", own=True, java_script_enabled=False)
    fill_in(page, language)
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
