"""The pages of a search, as somebody comes to them in a browser."""

import secrets

from colleagues import HANA, SORA
from playwright.sync_api import Page
from served import Served
from staffroom import HARSH, Inside, came_in

from desk.store.people import Staff


def search(page: Page, text: str) -> None:
    """Type this into the field and press Enter."""
    page.goto("/staff/inquiries")
    page.locator("#sought").fill(text)
    page.locator("#sought").press("Enter")
    page.wait_for_load_state()


def found(page: Page, desk: Served, _person: Staff) -> None:
    name = f"高橋 {secrets.token_hex(4)}"
    for typed in ({}, {"message": HARSH}, {"topic": "ir", "message": "もう死にたいです。"}):
        came_in(desk, name=name, **typed)
    search(page, name)


def unfound(page: Page, _desk: Served, _person: Staff) -> None:
    search(page, "090-0000-0000")


def wrong(page: Page, _desk: Served, _person: Staff) -> None:
    search(page, "請求書の件でお電話をくださった方 " * 20)


SEARCHES: Inside = {
    "found": (SORA, found, "#newest"),
    "unfound": (HANA, unfound, "#unfound-title"),
    "search-wrong": (HANA, wrong, "#sought-problem"),
}
SENT = ("search-wrong",)
"""Those of them that answer a form."""
