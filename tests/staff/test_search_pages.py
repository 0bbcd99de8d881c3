"""The pages of a search: page after page, back from an inquiry, beside another search, and a bad one."""

from collections.abc import Callable
from html import escape

import pyotp
import pytest
from colleagues import COOKIE, HANA, MORI, PASSWORD, SECRET, SORA, Desk
from reading import Client, Page
from searches import PATH, begin, follow, found, search

from desk.staff import searches
from desk.store import searching, sessions

ON = "//nav[@class='pager']/a[contains(@href, 'after=')]"


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """A desk that looks at four inquiries for a page, two at a time."""
    monkeypatch.setattr(searching, "AT_ONCE", 2)
    monkeypatch.setattr(searches, "FARTHEST", 4)


def test_what_fits_is_listed_once_however_many_pages(
    at_work: Callable[..., Desk], arrive: Callable[..., str], name: str
) -> None:
    everything = [arrive(name=name) for _ in range(31)][::-1]
    hana = at_work(HANA)
    first = search(hana, name)
    (on,) = first.all(ON)
    second = hana.get(on.get("href"))
    assert found(first) + found(second) == everything
    assert second.all(ON) == []
    assert second.one("//input[@id='sought']").get("value") == name


@pytest.mark.usefixtures("few")
def test_older_ones_that_were_not_looked_at_are_said_and_one_press_away(
    at_work: Callable[..., Desk], arrive: Callable[..., str], name: str
) -> None:
    receipt = arrive(name=name)
    for _ in range(5):
        arrive()
    hana = at_work(HANA)
    page = search(hana, name)
    assert found(page) == []
    assert page.said("unfound-title") == "Nothing was found so far"
    assert "4 inquiries were looked through, back to" in page.text
    (on,) = page.all(ON)
    assert on.text == "Search older ones"
    assert found(hana.get(on.get("href"))) == [receipt]


def test_what_is_found_is_there_again_on_the_way_back(
    at_work: Callable[..., Desk], arrive: Callable[..., str], name: str
) -> None:
    receipt, hana = arrive(name=name), at_work(HANA)
    page = search(hana, name)
    hana.get(page.one("//a[@class='row-receipt']").get("href"))
    assert found(hana.get(page.response.url.path)) == [receipt]


def test_another_search_is_never_taken_for_this_one(
    at_work: Callable[..., Desk], arrive: Callable[..., str], name: str
) -> None:
    arrive(name=name)
    hana, mori = at_work(HANA), at_work(MORI)
    first = search(hana, name).response.url.path
    search(hana, "another")
    is_over(hana.get(first, 410), name)
    theirs = begin(hana, name)
    mori.http.headers["cookie"] += f"; {searches.COOKIE}={theirs.cookies[searches.COOKIE]}"
    is_over(mori.get(theirs.headers["location"], 410), name)
    for damaged in ("", "zz", "00", "é".encode().hex()):
        hana.http.headers["cookie"] = f"{COOKIE}={hana.token}; {searches.COOKIE}={damaged}"
        is_over(hana.get(first, 410), name)


def is_over(page: Page, name: str) -> None:
    assert page.said("remark").startswith("That search is over")
    assert page.one("//input[@id='sought']").get("value") == ""
    assert name not in page.text


@pytest.mark.parametrize(
    ("typed", "kept", "told"),
    [
        ("", "", "Enter what you look for, such as a receipt number"),
        (" \u3000-- ", " \u3000-- ", "Enter what you look for, such as a receipt number"),
        ("あ" * 500, "あ" * 500, "Shorten what you look for to 254 characters or fewer. It now has 500."),
        ("田中\0太郎", "田中\ufffd太郎", "Some characters could not be read and now show as \ufffd."),
        ('"><b>', '"><b>', ""),
    ],
    ids=["nothing", "no letter", "500 characters", "NUL", "HTML"],
)
def test_what_cannot_be_searched_for_is_said_and_kept_in_the_field(
    at_work: Callable[..., Desk], typed: str, kept: str, told: str
) -> None:
    hana = at_work(HANA)
    page = hana.shown(PATH, 422, sought=typed) if told else search(hana, typed)
    assert page.one("//input[@id='sought']").get("value") == kept
    assert [said.startswith(told) for field, said in page.summary if field == "sought"] == ([True] if told else [])
    assert page.title.startswith("Error: ") == bool(told)
    assert escape(kept) == kept or kept not in page.text


def test_nothing_found_says_what_to_do_next(at_work: Callable[..., Desk], name: str, language: str) -> None:
    for colleague, only_leads in ((HANA, 1), (SORA, 0)):
        page = search(at_work(colleague, language), name)
        assert page.heading == {"en": "Search results", "ja": "検索結果"}[language]
        assert (
            page.said("unfound-title")
            == {"en": "Nothing was found", "ja": "該当するお問い合わせはありません"}[language]
        )
        assert page.all("//section//li/a[@href='/staff/inquiries']")
        told = {"en": "that only leads may open", "ja": "責任者だけが開ける"}[language]
        assert page.text.count(told) == only_leads


def test_a_search_is_gone_on_with_after_the_session_had_ended(
    somebody: Callable[..., Desk], arrive: Callable[..., str], name: str
) -> None:
    receipt, browser = arrive(name=name), somebody()
    sessions.end_all(browser.context.store, browser.person.id, browser.context.now())
    door = browser.shown(PATH, 403, sought=name)
    assert name not in door.text
    hidden = {one.get("name"): one.get("value") for one in door.all("//form[@id='sign-in']//input[@type='hidden']")}
    claim = {"name": browser.person.name, "password": PASSWORD, "code": pyotp.TOTP(SECRET).now()}
    answer = browser.send("/staff/sign-in", {**hidden, **claim})
    browser.http.headers["cookie"] = f"{COOKIE}={answer.cookies[COOKIE]}"
    assert found(follow(browser, answer)) == [receipt]


def test_a_form_from_before_gives_back_what_stood_in_it(at_work: Callable[..., Desk], name: str) -> None:
    old, new = at_work(HANA), at_work(HANA)
    page = new.post(PATH, {"token": old.form_token(), "sought": name}, 403)
    assert name in page.text


def test_nobody_else_sees_that_there_is_a_search(client: Client) -> None:
    assert client.http.get(f"{PATH}/found/0123abcd").headers["location"] == f"/staff/sign-in?to={PATH}/found/0123abcd"
