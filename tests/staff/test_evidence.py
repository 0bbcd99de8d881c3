"""Where the police or counsel are consulted, what was written is kept: in legal hold from the second signature on."""

from collections.abc import Callable

import pytest
from colleagues import HANA, SORA, YUKI, Desk
from deciding import UNREASONABLE, at, decide, sign, state
from reading import words
from served import Served

from desk.store import audit, reviews
from desk.store.holds import Hold

WHY = {
    "ja": "警察または弁護士に相談するため、お問い合わせの内容が証拠として必要になることがあります。",
    "en": "The police or counsel are consulted, so what was written may be needed as evidence.",
}
HOLD = "//section[@aria-labelledby='hold-title']"


def hold_of(desk: Served, receipt: str) -> Hold | None:
    case = reviews.case(desk.context.store, receipt)
    assert case
    return case.hold


def logged(desk: Served, receipt: str) -> list[tuple[str, str | None]]:
    lines = audit.recent(desk.context.store, None, 50)
    return [(line.what, line.staff_name) for line in lines if line.receipt == receipt and line.what != "opened"]


def test_the_signature_puts_it_in_legal_hold_and_the_page_says_why_with_the_words_covered(
    desk: Served, at_work: Callable[..., Desk], hana: Desk, held: str, language: str
) -> None:
    decide(hana, held, **UNREASONABLE, outcome="police-legal", reason="脅迫")
    assert hold_of(desk, held) is None
    sign(at_work(SORA), held, agrees="yes")
    assert state(desk.context, held) == "refused"
    assert logged(desk, held)[:2] == [("held-by-law", "Sora"), ("signed", "Sora")]
    said = words(at_work(HANA, language).get(at(held)).one(HOLD))
    assert WHY[language] in said
    assert "Sora" in said


@pytest.mark.parametrize("outcome", ["refusal", "police-legal"])
def test_neither_another_refusal_nor_a_decision_that_is_sent_back_does(
    desk: Served, at_work: Callable[..., Desk], hana: Desk, held: str, outcome: str
) -> None:
    decide(hana, held, **UNREASONABLE, outcome=outcome, reason="脅迫")
    sign(at_work(SORA), held, agrees="yes" if outcome == "refusal" else "no", reason="読みました。")
    assert state(desk.context, held) == ("refused" if outcome == "refusal" else "held")
    assert hold_of(desk, held) is None


def test_one_that_is_in_legal_hold_already_stays_so_for_its_own_reason(
    desk: Served, at_work: Callable[..., Desk], hana: Desk, held: str
) -> None:
    at_work(YUKI).do(f"{at(held)}/legal-holds", hold_reason="裁判のため")
    decide(hana, held, **UNREASONABLE, outcome="police-legal", reason="脅迫")
    sign(at_work(SORA), held, agrees="yes")
    assert state(desk.context, held) == "refused"
    hold = hold_of(desk, held)
    assert hold is not None
    assert (hold.reason, hold.staff_name) == ("裁判のため", "Yuki")


def test_reopened_it_stays_in_legal_hold_and_the_page_said_so(
    desk: Served, at_work: Callable[..., Desk], hana: Desk, held: str, language: str
) -> None:
    decide(hana, held, **UNREASONABLE, outcome="police-legal", reason="脅迫")
    sign(at_work(SORA), held, agrees="yes")
    sora = at_work(SORA, language)
    said = {"ja": "消去の保留は、責任者が解除するまで続きます", "en": "It stays in legal hold until a lead lifts that"}
    assert said[language] in words(sora.get(at(held)).one("//section[@aria-labelledby='reopening-title']"))
    sora.do(f"{at(held)}/reopenings", reason="お客様のお申し出")
    assert hold_of(desk, held) is not None
