"""Searching as a browser does: the form is posted, the cookie that comes back is kept, the way on is followed."""

from colleagues import Desk
from httpx import Response
from reading import Page, words

from desk.staff import searches

PATH = "/staff/inquiries"


def search(browser: Desk, text: str) -> Page:
    """The page of what is found by this text."""
    return follow(browser, begin(browser, text))


def begin(browser: Desk, text: str) -> Response:
    """Post the form; the answer that leads on."""
    answer = browser.do(PATH, sought=text)
    assert answer.status_code == 303, answer.text
    return answer


def follow(browser: Desk, answer: Response) -> Page:
    """The page that an answer leads to, for a browser that has kept its cookie."""
    kept = browser.http.headers["cookie"].partition(f"; {searches.COOKIE}")[0]
    browser.http.headers["cookie"] = f"{kept}; {searches.COOKIE}={answer.cookies[searches.COOKIE]}"
    return browser.get(answer.headers["location"])


def found(page: Page) -> list[str]:
    """The receipts on a page, in their order."""
    return [words(one) for one in page.all("//*[contains(@class, 'row-receipt')]")]
