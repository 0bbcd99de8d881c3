"""The pages of an evidence pack, as whoever is handed it opens them: alone, from a folder, and open to everyone."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import staffroom
from accessible import VIEWS, Keep, lets_everyone_in
from colleagues import SORA, Desk
from evidence import opened, take
from playwright.sync_api import Browser, Page, expect
from served import Served

from desk.store.people import Staff

Enter = Callable[..., tuple[Page, Staff]]


@pytest.fixture
def files(desk: Served, enter: Enter, language: str) -> Mapping[str, bytes]:
    """The evidence that a lead takes of an inquiry about which the police are consulted."""
    page, person = enter(SORA, language)
    staffroom.refused(page, desk, person)
    receipt = page.url.rpartition("/")[2]
    with Desk(desk.origin, desk.context, person) as browser:
        return opened(take(browser, receipt))


def test_they_let_everyone_in_and_call_for_nothing(
    browser: Browser, keep: Keep, tmp_path: Path, files: Mapping[str, bytes], language: str
) -> None:
    page, asked = browser.new_page(), list[str]()
    page.on("request", lambda request: asked.append(request.url))
    addresses = []
    for name in ("record", "policy"):
        file = tmp_path / f"{name}.html"
        file.write_bytes(files[file.name])
        addresses.append(file.as_uri())
        page.goto(addresses[-1])
        lets_everyone_in(page, keep, f"evidence-{name}-{language}", VIEWS)
    page.emulate_media(media="print")
    printed = page.locator("a").evaluate_all("links => links.map(one => getComputedStyle(one, '::after').content)")
    assert len(printed) == page.locator("a").count() > 0
    for said, link in zip(printed, page.locator("a").all(), strict=True):
        assert (link.get_attribute("href") or "?") in said
    page.close()
    assert asked == addresses


def test_a_lead_takes_it_with_a_button_and_stays_on_the_page(enter: Enter, desk: Served, language: str) -> None:
    page, person = enter(SORA, language, accept_downloads=True)
    staffroom.refused(page, desk, person)
    button = page.locator("button[formaction$='/evidence-packs']")
    button.click()
    expect(page.locator("#summary a[href='#handed_to']")).to_be_visible()
    page.locator("#handed_to").fill("渋谷警察署 佐藤様")
    with page.expect_download() as coming:
        button.click()
    assert coming.value.suggested_filename == f"evidence-{page.locator('h1 .whole').inner_text()}.zip"
    assert coming.value.failure() is None
