"""The lists of the staff side, read page after page."""

from collections.abc import Iterator

from colleagues import Desk
from reading import Page, words


def pages(browser: Desk, path: str) -> Iterator[Page]:
    """Every page of a list, each fetched once."""
    while path:
        page = browser.get(path)
        yield page
        path = next(iter(page.all("//nav[@class='pager']/a[contains(@href, 'after=')]/@href")), "")


def receipts(browser: Desk, path: str) -> list[str]:
    """Every receipt of a list in its order, page after page."""
    return [words(one) for page in pages(browser, path) for one in page.all("//*[contains(@class, 'row-receipt')]")]
