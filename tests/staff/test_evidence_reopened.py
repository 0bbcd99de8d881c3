"""Once reopened, an inquiry is evidence still, and its pack says so, until something else is decided about it."""

import json
from collections.abc import Callable, Mapping

import pytest
from colleagues import HANA, SORA, Desk
from deciding import UNREASONABLE, at, decide, sign, tell
from evidence import PACKS, TO, consulted, opened, take
from parsing import parsed
from reading import words
from served import Served

from desk.store import audit

At = Callable[..., Desk]
PANEL = "//section[@aria-labelledby='evidence-title']"
SAID: Mapping[str, Mapping[str, str]] = {
    "ja": {
        "none": "警察・弁護士への相談を決定したお問い合わせ",
        "panel": "戻したことも、証拠資料に記載されます",
        "anew": "その後、あらためて判断するため審査待ちに戻し",
    },
    "en": {
        "none": "There is an evidence pack only for an inquiry",
        "panel": "The pack says that it was reopened",
        "anew": "the inquiry was reopened afterwards",
    },
}


@pytest.fixture
def reopened(at_work: At, held: str) -> str:
    """An inquiry about which the police are consulted, and which a lead has reopened since."""
    consulted(at_work(HANA), at_work(SORA), held)
    assert SAID["en"]["panel"] not in at_work(SORA).get(at(held)).text
    at_work(SORA).do(f"{at(held)}/reopenings", reason="お客様のお申し出")
    return held


def test_it_is_offered_and_given_and_both_say_that_it_was_reopened(at_work: At, reopened: str, language: str) -> None:
    lead, said = at_work(SORA, language), SAID[language]
    assert said["panel"] in words(lead.get(at(reopened)).one(PANEL))
    files = opened(take(lead, reopened))
    assert said["anew"] in words(parsed(files["record.html"].decode()).xpath("//main")[0])
    assert "お客様のお申し出" in files["record.html"].decode()
    assert "reopened" in [json.loads(line)["what"] for line in files["log.jsonl"].decode().splitlines()]


def test_of_one_that_was_not_reopened_nothing_of_that_is_said(at_work: At, held: str, language: str) -> None:
    consulted(at_work(HANA), at_work(SORA), held)
    lead, said = at_work(SORA, language), SAID[language]
    assert said["panel"] not in words(lead.get(at(held)).one(PANEL))
    assert said["anew"] not in words(parsed(opened(take(lead, held))["record.html"].decode()).xpath("//main")[0])


def test_what_is_typed_for_it_stays_while_the_inquiry_is_decided_anew(at_work: At, reopened: str) -> None:
    lead = at_work(SORA)
    lead.do(f"{at(reopened)}/claims")
    page = lead.shown(f"{at(reopened)}/evidence-packs", 422, handed_to=" ", hold_reason="裁判のため")
    assert words(page.one("//textarea[@id='hold_reason']")) == "裁判のため"
    assert opened(take(lead, reopened))


@pytest.mark.parametrize("outcome", ["release-masked", "refusal"])
def test_it_ends_with_another_decision_not_with_one_that_waits_for_its_signature(
    desk: Served, at_work: At, reopened: str, language: str, outcome: str
) -> None:
    lead = at_work(SORA, language)
    decided_anew(at_work(HANA), lead, reopened, outcome)
    before = packs_given(desk, reopened)
    assert lead.get(at(reopened)).all(PANEL) == []
    assert SAID[language]["none"] in lead.shown(f"{at(reopened)}/evidence-packs", 409, handed_to=TO).said("remark")
    assert packs_given(desk, reopened) == before


def test_it_goes_on_where_the_same_is_decided_anew(at_work: At, reopened: str, language: str) -> None:
    lead = at_work(SORA, language)
    decided_anew(at_work(HANA), lead, reopened, "police-legal")
    assert SAID[language]["panel"] not in words(lead.get(at(reopened)).one(PANEL))
    assert SAID[language]["anew"] not in opened(take(lead, reopened))["record.html"].decode()


def decided_anew(first: Desk, lead: Desk, receipt: str, outcome: str) -> None:
    """What was decided before stands until this is signed, where it has to be; then the sender is told."""
    first.do(f"{at(receipt)}/claims")
    decide(first, receipt, **UNREASONABLE, outcome=outcome, reason="再度確認しました。")
    if outcome != "release-masked":
        assert opened(take(lead, receipt))
        sign(lead, receipt, agrees="yes")
        behind = lead.get(at(receipt)).one("//form[contains(@action, '/notices')]//button").get("value") or ""
        assert tell(lead, receipt, behind).status_code == 303


def packs_given(desk: Served, receipt: str) -> int:
    """How many lines of the log tell of packs of an inquiry."""
    lines = audit.recent(desk.context.store, None, 100)
    return sum(line.what in PACKS for line in lines if line.receipt == receipt)
