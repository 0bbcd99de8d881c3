"""Searching the directory with a text: what the field takes, and what is answered where more than that arrives."""

import re
from urllib.parse import urlencode

import pytest
from reading import Client, Page

ABOUT = {"ja": "ConoHa WINGの請求について。", "en": "A bill for ConoHa WING. "}
MORE = {"ja": "先月分が二重に請求されているようです。", "en": "I was charged twice last month. "}


def most_of(page: Page) -> int:
    """How many characters the field invites."""
    (most,) = re.findall(r"\d+", page.said("q-hint"))
    return int(most)


def search(client: Client, language: str, text: str, status: int = 200) -> Page:
    return client.get(f"/{language}/services?{urlencode({'q': text})}", status=status)


def text_of(length: int, language: str) -> str:
    return (ABOUT[language] + MORE[language] * length)[:length].strip()


def cards(page: Page) -> list[str]:
    return [card.get("id") for card in page.all("//li[@class='card']")]


def test_what_the_field_takes_is_searched_whole(client: Client, language: str) -> None:
    most = most_of(client.get(f"/{language}/services"))
    text = MORE[language] * most
    text = text[: most - len(ABOUT[language])] + ABOUT[language]  # what is meant stands at its end
    page = search(client, language, text)
    assert cards(page) == ["conoha-wing"]
    assert not page.all("//*[@id='q-long']")


def test_its_address_is_short_enough_for_every_server(client: Client, language: str) -> None:
    most = most_of(client.get(f"/{language}/services"))
    assert len(f"GET /{language}/services?{urlencode({'q': '漢' * most})} HTTP/1.1\r\n") < 8 * 1024


@pytest.mark.parametrize("length", [501, 5_000])
def test_a_longer_text_is_answered_on_the_page_with_what_to_do(client: Client, language: str, length: int) -> None:
    text = text_of(length, language)
    page = search(client, language, text)
    field = page.one("//input[@id='q']")
    assert cards(page) == ["conoha-wing"]
    assert "500" in page.said("q-long")
    assert "q-long" in field.get("aria-describedby").split()
    assert field.get("value") == text


@pytest.mark.parametrize("text", ["見積もり、請求、*~!", "A bill: 100% (or more) & “so” *** ~~~"])
def test_the_other_language_keeps_the_whole_text_by_no_longer_an_address_than_a_browser_s(
    client: Client, language: str, text: str
) -> None:
    typed = text_of(2_000, language) + text
    page = search(client, language, typed)
    address = page.one("//ul[@class='languages']//a").get("href")
    assert len(address) <= len(f"/{language}/services?{urlencode({'q': typed}, safe='*')}")
    there = client.get(address)
    assert there.language != language
    assert there.one("//input[@id='q']").get("value") == typed
    assert "500" in there.said("q-long")


def test_the_title_of_a_long_search_stays_short(client: Client, language: str) -> None:
    assert len(search(client, language, text_of(2_000, language)).title) < 200


def test_what_is_longer_than_any_inquiry_is_an_address_too_long(client: Client, language: str) -> None:
    search(client, language, "漢" * 6_000, status=414)
