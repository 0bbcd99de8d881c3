"""Whoever reads an inquiry is on record before they see a word of it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace

import pytest
from colleagues import HANA, MORI, SORA, Desk, arrived
from deciding import at, decide, notice_of
from reading import words
from served import Served

from desk.delivery import worker
from desk.staff import found
from desk.store import audit, reviews
from desk.store.screening import Assessment

CALM, HARSH = "請求書が二重です。", "死ね"
MASKED = {"request_reasonable": "yes", "manner_acceptable": "no", "act__threat": "yes"}


def test_opening_and_revealing_are_on_record_before_they_are_shown(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    hana, receipt = at_work(HANA), arrive(message=CALM + HARSH)
    hana.get(at(receipt))
    hana.shown(f"{at(receipt)}/readings")
    lines = [line for line in audit.recent(desk.context.store, None, 50) if line.receipt == receipt]
    assert [(line.what, line.staff_name) for line in lines] == [("revealed", "Hana"), ("opened", "Hana")]
    assert audit.verify(desk.context.store).broken is None


def test_what_cannot_be_put_on_record_is_not_shown(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    hana, receipt = at_work(HANA), arrive(message=CALM + HARSH)
    with closing(sqlite3.connect(desk.settings.data / "desk.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        answers = [hana.get(at(receipt), 503), hana.shown(f"{at(receipt)}/readings", 503)]
        other.execute("ROLLBACK")
    assert not any(word in answer.text for answer in answers for word in (CALM, HARSH))


def readings(desk: Served, receipt: str) -> list[str]:
    """What the log says about an inquiry, the first thing first."""
    return [line.what for line in reversed(audit.recent(desk.context.store, None, 50)) if line.receipt == receipt]


def test_a_page_that_answers_or_follows_a_deed_is_not_opened_once_more(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    hana, receipt = at_work(HANA), arrive(message=CALM + HARSH)
    hana.get(at(receipt))
    hana.get(hana.do(f"{at(receipt)}/claims").headers["location"])
    hana.shown(f"{at(receipt)}/decisions", 422, go="propose")
    page = hana.shown(f"{at(receipt)}/decisions", go="propose", **MASKED)
    assert CALM in page.text
    hana.get(decide(hana, receipt, outcome="release-masked", **MASKED).headers["location"])
    assert readings(desk, receipt) == ["opened", "claimed", "decided"]


def test_words_that_stay_uncovered_on_an_open_page_are_not_uncovered_once_more(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    hana, receipt = at_work(HANA), arrive(message=CALM + HARSH)
    hana.get(at(receipt))
    hana.get(hana.do(f"{at(receipt)}/claims").headers["location"])
    hana.shown(f"{at(receipt)}/readings")
    for fields in ({"go": "propose"}, {"go": "propose", **MASKED}):
        answer = hana.do(f"{at(receipt)}/decisions", revealed="yes", **fields)
        assert HARSH in answer.text
    hana.shown(f"{at(receipt)}/readings")
    assert readings(desk, receipt) == ["opened", "claimed", "revealed"]


def test_whoever_covers_them_or_signs_in_anew_uncovers_them_anew(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    receipt = arrive(message=CALM + HARSH)
    for somebody in (HANA, MORI, HANA):
        hana = at_work(somebody)
        hana.shown(f"{at(receipt)}/readings")
    hana.get(at(receipt))
    hana.shown(f"{at(receipt)}/readings")
    assert readings(desk, receipt) == ["revealed", "revealed", "revealed", "opened", "revealed"]


def test_what_is_covered_otherwise_meanwhile_is_uncovered_anew(desk: Served, at_work: Callable[..., Desk]) -> None:
    hana, receipt = at_work(HANA), arrived(desk.context, message=CALM + HARSH, screened=False)
    hana.shown(f"{at(receipt)}/readings")
    hana.shown(f"{at(receipt)}/readings")
    assert readings(desk, receipt) == ["revealed"]
    while worker.screen(desk.context):
        pass
    hana.shown(f"{at(receipt)}/readings")
    assert readings(desk, receipt) == ["revealed", "revealed"]


def test_as_much_covered_elsewhere_is_uncovered_anew(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    place = {"act": "act.insult", "sign": "own", "strength": "strong", "view": "plain", "field": "message"}
    one, other = ({**place, "start": start, "end": start + 2, "text": HARSH} for start in (0, 3))
    hana, receipt = at_work(HANA), arrive(message=f"{HARSH}。" * 2, judged=Assessment(True, "high", [one], [], []))
    hana.shown(f"{at(receipt)}/readings")
    case, line = reviews.case(desk.context.store, receipt), audit.recent(desk.context.store, None, 1)[0]
    assert case is not None
    assert line.detail == found.uncovered(case)
    assert line.detail != found.uncovered(replace(case, assessment=replace(case.assessment, findings=[other])))


def test_where_nothing_is_covered_nothing_is_uncovered(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    hana, receipt = at_work(HANA), arrive(message=CALM)
    hana.shown(f"{at(receipt)}/readings")
    assert CALM in hana.shown(f"{at(receipt)}/readings").text
    assert readings(desk, receipt) == ["opened"]


@pytest.mark.parametrize(
    ("language", "said"), [("ja", "2か所、4文字"), ("en", "passages: 2, characters: 4")], ids=["ja", "en"]
)
def test_the_log_says_how_much_was_uncovered(
    at_work: Callable[..., Desk], arrive: Callable[..., str], language: str, said: str
) -> None:
    receipt, sora = arrive(message=f"{HARSH}。{CALM}{HARSH}。"), at_work(SORA, language)
    sora.shown(f"{at(receipt)}/readings")
    (line,) = sora.get("/staff/log").all(f"//tbody/tr[contains(., '{receipt}')]")
    assert words(line.xpath("td")[5]) == said


def test_each_time_that_somebody_comes_to_an_inquiry_is_on_record(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    hana, mori, receipt = at_work(HANA), at_work(MORI), arrive(message=CALM + HARSH)
    hana.get(at(receipt))
    hana.get(at(receipt))
    hana.do(f"{at(receipt)}/claims")
    hana.get(hana.do(f"{at(receipt)}/handovers").headers["location"])
    hana.get(at(receipt))
    mori.get(mori.do(f"{at(receipt)}/claims").headers["location"])
    at_work(HANA).shown(f"{at(receipt)}/claims", 409)
    came = ["opened", "opened", "claimed", "handed-over", "opened", "claimed", "opened", "opened"]
    assert readings(desk, receipt) == came


def test_a_deed_of_the_last_minute_hides_no_look_of_a_colleague_or_at_another_inquiry(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    hana, mori, sora = at_work(HANA), at_work(MORI), at_work(SORA)
    one, other = arrive(message=CALM + HARSH), arrive(message=CALM + HARSH)
    for browser in (hana, mori, sora):
        browser.get(at(one))
    hana.do(f"{at(one)}/claims")
    for browser in (mori, sora, at_work(HANA)):
        browser.get(at(one))
    assert readings(desk, one) == [*["opened"] * 3, "claimed", *["opened"] * 3]
    hana.get(at(other))
    mori.get(at(other))
    assert readings(desk, other) == ["opened"] * 2
    assert sora.do(f"{at(other)}/claims").status_code == 303
    hana.get(at(other))
    mori.shown(f"{at(other)}/claims", 409)
    assert readings(desk, other) == ["opened", "opened", "claimed", "opened"]


def test_nor_is_it_after_anything_else_that_is_done_on_it(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    hana, sora, receipt = at_work(HANA), at_work(SORA), arrive(message=CALM + HARSH)
    refusal = {**MASKED, "request_reasonable": "no", "outcome": "refusal"}

    def did(browser: Desk, noun: str, **fields: str) -> None:
        answer = browser.do(f"{at(receipt)}/{noun}", **fields)
        assert answer.status_code == 303, answer.text
        browser.get(answer.headers["location"])

    hana.get(at(receipt))
    did(hana, "claims")
    did(hana, "decisions", go="decide", **refusal, reason="何度も。")
    did(hana, "withdrawals")
    did(hana, "claims")
    did(hana, "decisions", go="decide", **refusal, reason="何度も。")
    shown = sora.get(at(receipt)).one("//input[@name='confirms']").get("value")
    did(sora, "signatures", agrees="yes", confirms=shown)
    did(sora, "notices", behind="", notice=notice_of(desk.context, receipt))
    did(sora, "legal-holds", hold_reason="裁判のため")
    did(sora, "legal-holds/ends", hold_reason="和解のため")
    did(sora, "reopenings", reason="お客様のお申し出")
    assert readings(desk, receipt).count("opened") == 2
