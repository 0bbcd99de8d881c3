"""What an inquiry seems to be about is told by whole words of it, none that is covered, and not where care is heard."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from colleagues import HANA, Desk
from deciding import at
from reading import words
from served import Served

from desk.staff import ways
from desk.store import reviews
from desk.store.routes import Lead, Way
from desk.store.screening import Assessment
from desk.store.sessions import Session

SHOUTED = "記者です。取材しろ無能。"
PRESS = (Lead("press", "取材"), Lead("press", "記者です"))
FIELD = "//section[@aria-labelledby='way-title']//div[dt[normalize-space()='Recognised']]/dd"


@pytest.fixture
def told(at_work: Callable[..., Desk], arrive: Callable[..., str]) -> Callable[..., str]:
    """What the page says was recognised."""
    return lambda **typed: words(at_work(HANA).get(at(arrive(**typed))).one(FIELD))


def test_the_words_are_quoted_as_they_were_typed_whole_and_each_once(told: Callable[..., str]) -> None:
    assert "“vulnerabilities”" in told(language="en", subject="-", message="I want to report two vulnerabilities.")
    said = told(subject="目のこと", message="目が悪くて、御社のページの文字が小さく読みづらいです。")
    assert "“目が悪くて”" in said
    assert "“目が悪”" not in said


def test_a_scrap_that_says_nothing_is_not_quoted(told: Callable[..., str]) -> None:
    assert told(subject="-", message="記者の山田と申します。取材をお願いします。") == "Press by the words “記者” “取材”"


@pytest.mark.parametrize(
    ("covered", "said"),
    [("取材しろ無能", "Press by the words “記者です”"), (SHOUTED, "Press by words that are covered")],
)
def test_what_is_covered_is_quoted_only_where_it_is_shown(
    at_work: Callable[..., Desk], arrive: Callable[..., str], covered: str, said: str
) -> None:
    start = SHOUTED.index(covered)
    stretch = {"field": "message", "start": start, "end": start + len(covered), "text": covered}
    finding = {"act": "act.insult", "sign": "own", "strength": "strong", "view": "plain", **stretch}
    judged = Assessment(True, "high", [finding], [], [])
    hana, receipt = at_work(HANA), arrive(subject="-", message=SHOUTED, judged=judged, leads=PRESS)
    assert words(hana.get(at(receipt)).one(FIELD)) == said
    assert words(hana.shown(f"{at(receipt)}/readings").one(FIELD)) == "Press by the words “記者です” “取材しろ”"


@pytest.mark.parametrize("need", ["もう死にたいです。", "いま店で人が倒れています。"])
def test_nothing_is_told_where_somebody_may_need_help(told: Callable[..., str], need: str) -> None:
    assert told(subject="取材", message="記者です。取材をお願いします。") != "Nothing certain"
    said = told(subject="取材", message="記者です。取材をお願いします。" + need)
    assert said == "Left aside: somebody may need help, whatever it is about"


def test_in_japanese_somebody_may_need_help_and_is_no_danger_and_emergencies_come_before_them(
    at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    hana = at_work(HANA, "ja")
    page = hana.get(at(arrive(message="記者です。取材をお願いします。もう死にたいです。")))
    assert "配慮が必要な方である可能性があるため" in page.text
    assert "緊急のもの、配慮が必要なものの順に" in words(hana.get("/staff/queue").one("//p[@class='lead']"))


def test_nothing_is_told_of_what_could_not_be_screened(told: Callable[..., str]) -> None:
    failed, calm = (Assessment(True, "medium", [], [], [], fault) for fault in ("ValueError", None))
    assert told(subject="-", message=SHOUTED, judged=calm, leads=PRESS) == "Press by the words “記者です” “取材しろ”"
    assert told(subject="-", message=SHOUTED, judged=failed, leads=PRESS) == "Nothing certain"


def test_nothing_is_told_any_more_where_the_desk_reads_a_letter_otherwise_now(told: Callable[..., str]) -> None:
    judged = Assessment(True, "medium", [], [], [])
    assert told(subject="-", message="店の床が濡れていました。", judged=judged, leads=PRESS) == "Nothing certain"


def test_an_inquiry_of_which_nothing_was_kept_is_not_read_for_it(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    case = reviews.case(desk.context.store, arrive(subject="取材", message="記者です。取材をお願いします。"))
    assert case is not None
    me = Session(at_work(HANA).person, "", desk.context.now())
    nothing_to_read_by: Any = None
    apart = replace(desk.context, directory=nothing_to_read_by)
    assert ways.shown(apart, me, case, Way(), revealed=True).recognised == ()
    with pytest.raises(AttributeError):
        ways.shown(apart, me, case, Way(PRESS), revealed=True)
