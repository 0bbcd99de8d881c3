"""A client that reads every page it fetches whole, as a careful visitor with a good browser would."""

import itertools
import re
import ssl
from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import Any, Self
from urllib.parse import urlencode

import httpx
from lxml import etree
from parsing import parsed

from desk.words import gathering

URLENCODED = "application/x-www-form-urlencoded"
Element = Any  # lxml has no types of its own
# The desk under test speaks plain HTTP; reading the world's certificates for each client took a tenth of the time.
PLAIN = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

HEADERS = {
    "content-type": "text/html; charset=utf-8",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
}


class Page:
    """One answer with a page in it."""

    def __init__(self, response: httpx.Response) -> None:
        self.response = response
        self.status = response.status_code
        self.text = response.text

    @cached_property
    def tree(self) -> Element:
        """The page as the HTML standard parses it; anything it calls an error fails."""
        return parsed(self.text)

    def all(self, path: str) -> list[Element]:
        """Every element of an XPath."""
        return list(self.tree.xpath(path))

    def one(self, path: str) -> Element:
        """The only element of an XPath."""
        (found,) = self.all(path)
        return found

    @property
    def title(self) -> str:
        return words(self.one("//title"))

    @property
    def heading(self) -> str:
        return words(self.one("//h1"))

    @property
    def language(self) -> str:
        return str(self.tree.get("lang"))

    @property
    def summary(self) -> list[tuple[str, str]]:
        """What the error summary says: the field it leads to and the words, in order."""
        links = self.all("//*[@id='summary']//li/a")
        return [(link.get("href").removeprefix("#"), words(link)) for link in links]

    @property
    def values(self) -> dict[str, str]:
        """What a browser would send for the fields of the inquiry form as they stand."""
        return dict(pair for field in self.all("//form[@id='inquiry']//*[@name]") if (pair := _value(field)))

    def said(self, element_id: str) -> str:
        """The words of the element with an id."""
        return words(self.one(f"//*[@id='{element_id}']"))


class Client:
    """A visitor without cookies or scripts who follows no redirect by themselves."""

    def __init__(self, origin: str, language: str = "ja") -> None:
        self.origin = origin
        self.language = language
        self.http = httpx.Client(base_url=origin, headers={"accept-language": language}, trust_env=False, verify=PLAIN)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.http.close()

    def get(self, path: str, status: int = 200, **headers: str) -> Page:
        """Fetch a page and read it whole."""
        return self._read(self.http.get(path, headers=headers), status)

    def post(self, path: str, fields: Mapping[str, str], status: int = 200) -> Page:
        """Post a form as this site's own page would, and read the page that answers."""
        return self._read(self.send(path, fields), status)

    def send(self, path: str, fields: Mapping[str, str]) -> httpx.Response:
        """Post a form; the answer as it is."""
        headers = {"origin": self.origin, "sec-fetch-site": "same-origin", "content-type": URLENCODED}
        return self.http.post(path, content=urlencode(dict(fields)), headers=headers)

    def _read(self, response: httpx.Response, status: int) -> Page:
        page = Page(response)
        assert status == page.status, page.text[:2000]
        check(page)
        return page


def check(page: Page) -> None:
    """Everything that holds on every page, in whichever language."""
    _headers(page)
    _frame(page)
    _names(page)
    _nothing_inline(page)
    _own_language(page)


def words(element: Element) -> str:
    """The text of an element on one line."""
    return " ".join("".join(element.itertext()).split())


def _headers(page: Page) -> None:
    headers = page.response.headers
    assert {name: headers.get(name) for name in HEADERS} == HEADERS
    assert "set-cookie" not in headers or page.response.url.path.startswith("/staff")
    assert "'unsafe" not in headers["content-security-policy"]


def _frame(page: Page) -> None:
    assert page.language in ("ja", "en")
    path = page.response.url.path
    assert page.language == path[1:3] or not path.startswith(("/ja/", "/en/"))
    assert page.heading
    assert page.title
    levels = [int(heading.tag[1]) for heading in page.all("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")]
    body = levels[levels.index(1) :]
    assert all(after <= before + 1 for before, after in itertools.pairwise(body)), levels
    assert page.all("//main[@id='main']")
    assert page.all("//a[@href='#main']")


def _names(page: Page) -> None:
    ids = [element.get("id") for element in page.all("//*[@id]")]
    assert [name for name, count in Counter(ids).items() if count > 1] == []
    labels = {label.get("for") for label in page.all("//label")}
    fields = page.all("//input[not(@type='hidden')] | //select | //textarea")
    assert [field.get("name") for field in fields if field.get("id") not in labels] == []
    assert [etree.tostring(button) for button in page.all("//button | //a") if not words(button)] == []
    for name in ("aria-describedby", "aria-labelledby", "for", "form"):
        pointed = " ".join(element.get(name) for element in page.all(f"//*[@{name}]")).split()
        assert set() == set(pointed) - set(ids), name
    targets = [link.get("href")[1:] for link in page.all("//a[starts-with(@href, '#')]")]
    assert set() == set(targets) - set(ids)


def _nothing_inline(page: Page) -> None:
    assert page.all("//style | //*[@style] | //script[not(@src)] | //iframe | //object | //embed | //base") == []
    attributes = [name for element in page.tree.iter() if isinstance(element.tag, str) for name in element.attrib]
    assert [name for name in attributes if name.startswith("on")] == []
    loaded = page.all("//link[@rel='stylesheet' or @rel='icon']/@href | //script/@src | //img/@src | //form/@action")
    assert [address for address in loaded if not address.startswith("/") or address.startswith("//")] == []
    assert page.all("//a[starts-with(@href, 'javascript:')]") == []
    assert page.all("//*[@placeholder] | //*[@required] | //button[@disabled]") == []


def _own_language(page: Page) -> None:
    """No message shows up as its English id on a Japanese page, and none with its placeholders unfilled."""
    assert (
        re.findall(r"%\([a-z_]+\)s|\{\{|\{%", re.sub(r"<textarea.*?</textarea>", "", page.text, flags=re.DOTALL)) == []
    )
    if page.language == "ja":
        inner = page.all("//body//*[not(ancestor-or-self::*[@lang='en'])]/text()")
        shown = {" ".join(str(text).split()) for text in inner}
        assert set() == shown & _ENGLISH


def _value(field: Element) -> tuple[str, str] | None:
    name = field.get("name")
    if field.tag == "select":
        chosen = field.xpath(".//option[@selected]") or field.xpath(".//option")
        return name, chosen[0].get("value")
    if field.tag == "textarea":
        return name, "".join(field.itertext())
    if field.tag == "button" or (field.get("type") == "checkbox" and field.get("checked") is None):
        return None
    return name, field.get("value", "")


def _english() -> set[str]:
    """The ids that are sentences of English where the catalogue has Japanese for them."""
    pairs = ((message.id, message.string) for message in gathering.japanese() if message.id)
    return {key for key, string in pairs if isinstance(key, str) and string and string != key}


_ENGLISH = _english()
