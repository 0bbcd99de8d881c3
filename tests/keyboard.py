"""A browser without a mouse."""

import pytest
from playwright.sync_api import Page


def tab_to(page: Page, selector: str) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"the keyboard never reaches {selector}")


def enter_on(page: Page, selector: str) -> None:
    tab_to(page, selector)
    page.keyboard.press("Enter")


def link_to(receipt: str) -> str:
    return f"a[href='/staff/inquiries/{receipt}']"
