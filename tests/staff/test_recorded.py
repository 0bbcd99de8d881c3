"""Whoever records a decision is told that it worked and what goes to whom; whoever reads on, reads on."""

from collections.abc import Callable

import pytest
from colleagues import HANA, MORI, SORA, Desk
from deciding import UNREASONABLE, at, decide, sign, tell
from served import Served

from desk.store import audit

WARNED = {
    "en": (
        "Recorded: Answer with a warning. ",
        "Masked copy to the desk, with a warning to give",
        "gets none from here",
    ),
    "ja": (
        "記録しました：警告を添えて回答する。",
        "担当窓口への転送（伏せ字・警告あり）",
        "お客様へ自動で送られるメールはありません",
    ),
}


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_decision_says_what_it_did_and_which_letter_goes_to_which_desk(
    desk: Served, at_work: Callable[..., Desk], held: str, language: str
) -> None:
    mori = at_work(MORI, language)
    mori.do(f"{at(held)}/claims")
    assert decide(mori, held, **UNREASONABLE, outcome="warning").status_code == 303
    page = mori.get(at(held))
    general = desk.context.organisation.desk("general").name.in_(language)
    assert all(part in page.said("recorded") for part in (*WARNED[language], general))
    assert {"ja": "警告を添えて回答する", "en": "Answer with a warning"}[language] == page.said("stands")


def test_nobody_else_is_told_so_nor_anybody_once_it_goes_on(
    at_work: Callable[..., Desk], hana: Desk, held: str
) -> None:
    decide(hana, held, **UNREASONABLE, outcome="warning")
    assert at_work(MORI).get(at(held)).all("//*[@id='recorded']") == []
    assert hana.do(f"{at(held)}/forwards", to="press", behind="").is_redirect
    assert hana.get(at(held)).all("//*[@id='recorded']") == []


def test_what_waits_for_a_signature_or_a_reviewer_says_so(at_work: Callable[..., Desk], hana: Desk, held: str) -> None:
    decide(hana, held, **UNREASONABLE, outcome="refusal", reason="脅迫")
    assert "Until a second person has signed" in hana.get(at(held)).said("recorded")
    sora = at_work(SORA)
    sign(sora, held, agrees="no", reason="もう一度")
    assert "waits for a reviewer again" in sora.get(at(held)).said("recorded")
    hana.do(f"{at(held)}/claims")
    decide(hana, held, **UNREASONABLE, outcome="refusal", reason="脅迫")
    sign(sora, held, agrees="yes")
    assert "Refusal of support, to the desk" in sora.get(at(held)).said("recorded")
    assert sora.do(f"{at(held)}/reopenings", reason="x").is_redirect
    assert "waits for a reviewer again" in sora.get(at(held)).said("recorded")


def test_a_decision_is_confirmed_no_more_once_an_answer_is_recorded(hana: Desk, desk: Served, held: str) -> None:
    decide(hana, held, **UNREASONABLE, outcome="warning")
    today = desk.context.day().isoformat()
    assert hana.do(f"{at(held)}/answers", answered_on=today, behind="").is_redirect
    assert hana.get(at(held)).all("//*[@id='recorded']") == []


def test_a_refusal_is_confirmed_no_more_once_its_sender_is_told(
    at_work: Callable[..., Desk], hana: Desk, held: str
) -> None:
    decide(hana, held, **UNREASONABLE, outcome="refusal", reason="脅迫")
    sora = at_work(SORA)
    sign(sora, held, agrees="yes")
    assert "Refusal of support, to the desk" in sora.get(at(held)).said("recorded")
    assert tell(sora, held).is_redirect
    assert sora.get(at(held)).all("//*[@id='recorded']") == []


def test_taking_an_inquiry_leaves_its_words_uncovered(desk: Served, at_work: Callable[..., Desk], held: str) -> None:
    hana = at_work(HANA)
    hana.get(at(held))
    assert "死ね" in hana.shown(f"{at(held)}/readings").text
    page = hana.shown(f"{at(held)}/claims", revealed="yes")
    assert "死ね" in page.text
    assert page.one("//form[@id='decision']/input[@name='revealed']").get("value") == "yes"
    lines = [line.what for line in audit.recent(desk.context.store, None, 50) if line.receipt == held]
    assert lines[::-1] == ["opened", "revealed", "claimed"]


def test_the_form_that_takes_it_says_whether_they_are_uncovered(at_work: Callable[..., Desk], held: str) -> None:
    hana, button = at_work(HANA), "//form[contains(@action, 'claims')]/input[@name='revealed']"
    assert hana.get(at(held)).all(button) == []
    assert len(hana.shown(f"{at(held)}/readings").all(button)) == 1
