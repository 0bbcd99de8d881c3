"""A text that is pasted into the search of the services: nothing of it is cut off unseen, with scripts and without."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Page]
PASTED = {"ja": "ConoHa WINGの請求について。" * 40, "en": "A bill for ConoHa WING. " * 30 + "Thanks."}


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_what_is_pasted_stays_whole_and_the_page_says_that_its_beginning_was_searched(
    visit: Open, language: str, *, scripts: bool
) -> None:
    page = visit(f"/{language}/services", own=True, java_script_enabled=scripts)
    page.locator("#q").focus()
    page.keyboard.insert_text(PASTED[language])  # as pasting does, a field with a limit cuts it
    page.keyboard.press("Enter")
    said = {}
    for there in (language, {"ja": "en", "en": "ja"}[language]):
        expect(page.locator("html")).to_have_attribute("lang", there)
        expect(page.locator("#q")).to_have_value(PASTED[language])
        expect(page.locator("#q-long")).to_contain_text("500")
        said[there] = page.locator("#q-long").inner_text()
        page.locator(".languages a").click()
    assert len(set(said.values())) == len(said)
