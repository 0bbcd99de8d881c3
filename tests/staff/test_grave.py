"""What the screening rates as grave goes uncovered to its desk with a reason alone, and the page says so before."""

from collections.abc import Callable

import pytest
from colleagues import HANA, MORI, Desk
from deciding import at, decide, state
from reading import words
from served import Served

REASONABLE = {"request_reasonable": "yes", "manner_acceptable": "yes"}
CHOSEN = "//input[@name='outcome'][@checked]/@value"
NEEDED = {
    "ja": (
        "提案と異なる判断のとき、または伏せ字にせず窓口へ届けるときは必須",
        "提案と異なる判断のときは必須",
    ),
    "en": (
        "(needed when you depart from the proposal, or when the desk gets the words uncovered)",
        "(needed when you depart from the proposal)",
    ),
}


def test_released_in_the_clear_it_needs_a_reason_and_the_page_says_so_before(
    desk: Served, hana: Desk, held: str
) -> None:
    page = hana.shown(f"{at(held)}/decisions", go="propose", **REASONABLE)
    assert page.all(CHOSEN) == ["release"]
    assert "say why" in page.said("grave")
    refused = hana.shown(f"{at(held)}/decisions", 422, go="decide", **REASONABLE, outcome="release")
    assert [field for field, _ in refused.summary] == ["reason"]
    assert state(desk.context, held) == "claimed"
    decide(hana, held, **REASONABLE, outcome="release", reason="The line of a film.")
    assert state(desk.context, held) == "released"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_field_of_the_reason_says_when_it_is_needed(
    at_work: Callable[..., Desk], arrive: Callable[..., str], held: str, language: str
) -> None:
    mori = at_work(MORI, language)
    for receipt, expected in zip((held, arrive(message="この無能が。")), NEEDED[language], strict=True):
        mori.do(f"{at(receipt)}/claims")
        page = mori.shown(f"{at(receipt)}/decisions", go="propose", **REASONABLE)
        assert words(page.one("//label[@for='reason']")).endswith(expected)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_an_insult_that_is_grave_is_called_no_danger(
    at_work: Callable[..., Desk], arrive: Callable[..., str], language: str
) -> None:
    receipt, hana = arrive(message="お前なんか死ね。"), at_work(HANA, language)
    hana.do(f"{at(receipt)}/claims")
    said = hana.shown(f"{at(receipt)}/decisions", go="propose", **REASONABLE).said("grave")
    assert {"ja": "重大性が高い", "en": "rates this inquiry as grave"}[language] in said
    assert all(one not in said for one in ("危険", "danger"))


def test_of_what_is_not_grave_the_page_says_nothing(at_work: Callable[..., Desk], arrive: Callable[..., str]) -> None:
    receipt, hana = arrive(message="この無能が。"), at_work(HANA)
    hana.do(f"{at(receipt)}/claims")
    page = hana.shown(f"{at(receipt)}/decisions", go="propose", **REASONABLE)
    assert (page.all(CHOSEN), page.all("//*[@id='grave']")) == (["release"], [])
    assert decide(hana, receipt, **REASONABLE, outcome="release").status_code == 303
