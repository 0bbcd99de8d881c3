"""What is kept of a notice of refusal is what its page showed to whoever says that they sent it."""

from collections.abc import Callable

import pytest
from colleagues import HANA, SORA, YUKI, Colleague, Desk
from deciding import UNREASONABLE, at, decide, sign
from reading import Page, words
from served import Served

from desk.store import reviews, sent, sessions

HARSH = "請求書が二重です。担当は全員ぶっ殺すぞ。死ね。"
FORM = "//section[@aria-labelledby='notice-title']"


def pressed(page: Page) -> dict[str, str]:
    """What the press of “I have told the customer” sends from a page."""
    fields = page.all("//input[@name='notice'] | //section[@aria-labelledby='notice-title']//button")
    return {field.get("name") or "": field.get("value") or "" for field in fields}


def shown(page: Page) -> list[str]:
    """The subject and the text, as they are copied from a page."""
    return ["".join(part.itertext()) for part in page.all(f"{FORM}//p[contains(@class, 'copy')][@lang]")]


def kept(desk: Served, receipt: str) -> list[list[str]]:
    case = reviews.case(desk.context.store, receipt)
    assert case is not None
    letters = desk.context.store.look(sent.about, case.inquiry.id)
    return [[one.words.subject, one.words.body] for one in letters if one.kind == sent.NOTICE and one.words]


@pytest.fixture
def refuse(at_work: Callable[..., Desk]) -> Callable[..., None]:
    """Has two people refuse an inquiry, for these acts besides a threat."""

    def refused(receipt: str, **acts: str) -> None:
        yuki = at_work(YUKI)
        yuki.do(f"{at(receipt)}/claims")
        decide(yuki, receipt, **UNREASONABLE, **acts, outcome="refusal", reason="脅迫")
        assert sign(at_work(SORA), receipt, agrees="yes").status_code == 303

    return refused


@pytest.mark.parametrize("reader", [HANA, SORA], ids=["reviewer", "lead"])
def test_what_is_kept_is_what_the_page_showed(
    desk: Served,
    at_work: Callable[..., Desk],
    arrive: Callable[..., str],
    refuse: Callable[..., None],
    reader: Colleague,
) -> None:
    receipt, browser = arrive(message=HARSH), at_work(reader)
    refuse(receipt, act__insult="yes")
    page = browser.get(at(receipt))
    assert browser.do(f"{at(receipt)}/notices", **pressed(page)).status_code == 303
    assert kept(desk, receipt) == [shown(page)]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_text_that_has_changed_since_is_not_kept_and_the_page_says_so(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str], refuse: Callable[..., None], language: str
) -> None:
    receipt, hana, sora = arrive(message=HARSH), at_work(HANA, language), at_work(SORA)
    refuse(receipt)
    before = hana.get(at(receipt))
    sora.do(f"{at(receipt)}/reopenings", reason="別の行為も確認")
    refuse(receipt, act__insult="yes")
    for stale in (pressed(before), pressed(before) | {"notice": ""}):
        page = hana.shown(f"{at(receipt)}/notices", 409, **stale)
        assert {"ja": "表示されていた文面", "en": "than the page showed"}[language] in page.said("remark")
        assert shown(page) != shown(before)
        assert kept(desk, receipt) == []
    assert "侮辱" in words(page.one(FORM))
    assert hana.do(f"{at(receipt)}/notices", **pressed(page)).status_code == 303
    assert kept(desk, receipt) == [shown(page)]


def test_who_presses_after_the_session_is_over_is_not_told_that_typed_words_are_kept(
    at_work: Callable[..., Desk], arrive: Callable[..., str], refuse: Callable[..., None]
) -> None:
    receipt, hana = arrive(message=HARSH), at_work(HANA)
    refuse(receipt)
    page = hana.get(at(receipt))
    sessions.end_all(hana.context.store, hana.person.id, hana.context.now())
    answer = hana.do(f"{at(receipt)}/notices", **pressed(page))
    assert (answer.status_code, answer.headers["location"].partition("?")[0]) == (303, "/staff/sign-in")
