"""The error pages as they are: both languages on each, the visitor's own first, and a way on."""

import pytest
from lxml import html

from desk import errors, places
from desk.guard.refusals import STATUSES, ErrorPage, Refusal, met
from desk.pages import Pages
from desk.prepared import PreparedPages
from desk.rules import organisation

ORIGIN = "https://desk.example"


@pytest.fixture(scope="module")
def page() -> ErrorPage:
    facts = organisation.read(places.ORGANISATION.read_text("utf-8"), "organisation.toml")
    return errors.error_pages(Pages(facts, PreparedPages(places.STATIC).static_url, ORIGIN), lambda _: "")


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize(("language", "other"), [("ja", "en"), ("en", "ja")])
def test_each_page_says_it_in_both_languages_and_leads_on(
    page: ErrorPage, status: int, language: str, other: str
) -> None:
    tree = html.fromstring(page(Refusal(language, status)).decode())
    sections = tree.xpath("//main//section")
    assert tree.get("lang") == language
    assert [section.get("lang") for section in sections] == [language, other]
    assert [section.xpath("count(.//h1 | .//h2)") for section in sections] == [1, 1]
    for section in sections:
        assert section.xpath(".//a/@href") == [f"{ORIGIN}/{section.get('lang')}/inquiries"]
        assert len(section.xpath(".//p")) == 3
    assert tree.xpath("count(//h1)") == 1


@pytest.mark.parametrize("status", STATUSES)
def test_the_japanese_page_is_japanese(page: ErrorPage, status: int) -> None:
    japanese, english = html.fromstring(page(Refusal("ja", status)).decode()).xpath("//main//section")
    assert all(
        any("ぁ" <= letter <= "ヿ" for letter in text.text_content()) for text in japanese.xpath("./h1 | ./p[1]")
    )
    assert all(ord(letter) < 0x3000 for letter in english.text_content())


@pytest.mark.parametrize(
    ("status", "shown"), [(401, 403), (406, 400), (409, 400), (418, 400), (501, 500), (502, 500), (404, 404)]
)
def test_a_status_without_a_page_is_answered_with_the_closest(status: int, shown: int) -> None:
    assert shown == errors.closest(status)


@pytest.mark.parametrize(
    ("path", "named"),
    [
        (b"/ja/inquiries", True),
        (b"/en/inquiries/send", True),
        (b"/staff/sign-in", False),
        (b"/staff/inquiries/2345/decisions", False),
        (b"/ja/services", False),
        (b"/ja/inquiriess", False),
    ],
)
def test_how_long_an_inquiry_may_be_is_said_of_inquiries_alone(page: ErrorPage, path: bytes, named: bool) -> None:
    said = html.fromstring(page(met(413, path)).decode()).text_content()
    assert [number in said for number in ("5,000文字", "5,000 characters")] == [named, named]
