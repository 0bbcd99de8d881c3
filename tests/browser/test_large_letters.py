"""A browser that is set to letters of twice the usual size, on a telephone: words stay whole."""

from collections.abc import Callable, Iterator

import pytest
from accessible import Keep, overflow
from people import CUSTOMERS
from playwright.sync_api import Browser, Page, expect
from served import Served

# Of every word, in Japanese too, whether all of its letters stand on one line.
BROKEN = """selectors => [...document.querySelectorAll(selectors)].flatMap(element => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), found = [];
    while (walker.nextNode()) {
        const node = walker.currentNode;
        const words = new Intl.Segmenter(document.documentElement.lang, {granularity: 'word'}).segment(node.data);
        for (const {segment, index, isWordLike} of words) {
            const range = document.createRange();
            range.setStart(node, index);
            range.setEnd(node, index + segment.length);
            const lines = new Set([...range.getClientRects()].map(({top}) => Math.round(top)));
            if (isWordLike && lines.size > 1) found.push(segment);
        }
    }
    return found;
})"""
WHOLE = ".company, .languages li, .doors a, .answer dt, .answer .again, .advice summary, .search-row"


@pytest.fixture(scope="module")
def larger(launch: Callable[..., Browser]) -> Iterator[Browser]:
    """A browser whose owner has set it so, which media queries know too."""
    with launch("--blink-settings=defaultFontSize=32") as chromium:
        yield chromium


@pytest.mark.parametrize("width", [390, 320])
def test_names_labels_and_the_switch_break_between_words_only(
    larger: Browser, desk: Served, keep: Keep, language: str, width: int
) -> None:
    with larger.new_context(base_url=desk.origin, viewport={"width": width, "height": 844}) as window:
        page = window.new_page()
        for path in ("policy", "services", "inquiries"):
            page.goto(f"/{language}/{path}")
            look(page)
        come_to_the_check_page(page, language)
        keep(page, f"check-{language}-large-{width}")
        look(page)


def look(page: Page) -> None:
    assert page.evaluate(BROKEN, WHOLE) == []
    assert overflow(page) == 0
    name, switch = (page.locator(part).bounding_box() for part in (".company", ".switch"))
    assert name
    assert switch
    assert switch["y"] >= name["y"] + name["height"]


def come_to_the_check_page(page: Page, language: str) -> None:
    customer, subject = CUSTOMERS[language], "ConoHa WINGの請求" if language == "ja" else "A bill for ConoHa WING"
    for name, text in (("name", customer.name), ("email", customer.email), ("subject", subject), ("message", subject)):
        page.locator(f"#{name}").fill(text)
    page.locator("#consent").check()
    page.locator("button.primary").click()
    expect(page.locator(".answers")).to_be_visible()


def test_at_the_usual_size_the_switch_stands_beside_the_name(visit: Callable[..., Page], language: str) -> None:
    page = visit(f"/{language}/inquiries")
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        name, switch = (page.locator(part).bounding_box() for part in (".company", ".switch"))
        assert name
        assert switch
        assert switch["x"] >= name["x"] + name["width"]
