"""A search in a real browser: typed, found, opened, and back again for the next."""

import secrets
from collections.abc import Callable

from colleagues import HANA
from keyboard import enter_on, link_to, tab_to
from playwright.sync_api import Page, expect
from served import Served
from staffroom import came_in

from desk.store.people import Staff

Enter = Callable[..., tuple[Page, Staff]]


def test_a_search_and_back_with_the_keyboard_alone(enter: Enter, desk: Served, language: str) -> None:
    name = f"高橋 {secrets.token_hex(4)}"
    receipts = [came_in(desk, name=name) for _ in range(2)][::-1]
    page, _ = enter(HANA, language)
    page.goto("/staff/inquiries")
    tab_to(page, "#sought")
    page.keyboard.type(name)
    page.keyboard.press("Enter")
    expect(page.locator(".ledger .row-receipt")).to_have_text(receipts)
    for receipt in receipts:
        enter_on(page, link_to(receipt))
        expect(page.locator("h1")).to_contain_text(receipt)
        page.go_back()
        expect(page.locator(".ledger .row-receipt")).to_have_text(receipts)
        expect(page.locator("#sought")).to_have_value(name)
