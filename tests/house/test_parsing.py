"""The page client holds every page against the HTML standard; here is what it would say of a page with a mistake."""

import pytest
from lxml import etree
from parsing import parsed

PAGE = "<!DOCTYPE html><html lang=en><head><title>A page</title></head><body>{}</body></html>"


@pytest.mark.parametrize(
    "body",
    [
        "<p>A paragraph</div>",
        "<div><span>never closed</div>",
        "<p id=one id=two>two ids</p>",
        "<a href=/>a link <a href=/>in a link</a></a>",
        "<form><form></form></form>",
        "<table><div>between rows</div></table>",
        "an &unknown; letter",
        "an end without a beginning</p>",
        '<p class="one"id="two">two attributes that touch</p>',
    ],
)
def test_a_mistake_is_refused(body: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        parsed(PAGE.format(body))


@pytest.mark.parametrize("name", ["noscript", "svg", "math"])
def test_what_would_not_be_looked_at_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=f"<{name}>"):
        parsed(PAGE.format(f"<{name}></{name}>"))


def test_a_page_without_a_doctype_is_refused() -> None:
    with pytest.raises(ValueError, match="Initial"):
        parsed("<html><title>A page</title></html>")


def test_the_tree_is_that_of_a_browser() -> None:
    # A browser puts rows into a body of their own, and leaves out the first line break of a text field.
    body = "<table><tr><td>1 &lt; 2<br>あ</table>behind<textarea>\n\n two </textarea>"
    told = "<table><tbody><tr><td>1 &lt; 2<br/>あ</td></tr></tbody></table>behind<textarea>\n two </textarea>"
    (found,) = parsed(PAGE.format(body)).xpath("//body")
    assert etree.tostring(found, encoding="unicode") == f"<body>{told}</body>"
