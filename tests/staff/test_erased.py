"""An erased inquiry says so and breaks nothing; a legal hold is placed and lifted by leads, with a reason."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest
from colleagues import AOI, HANA, SORA, YUKI, Colleague, Desk
from deciding import erased
from reading import words
from served import Served

from desk.store import answers, audit, reviews
from desk.store.answers import Answer
from desk.store.holds import Hold

HARSH = "請求書が二重です。担当は全員ぶっ殺すぞ。死ね。"
ERASED = {"ja": "に消去されました。お客様ご本人のお申し出によるものです。", "en": "The sender asked for it."}


def at(receipt: str) -> str:
    return f"/staff/inquiries/{receipt}"


def reviewed(browser: Desk, receipt: str) -> None:
    browser.do(f"{at(receipt)}/claims")
    points = {"request_reasonable": "yes", "manner_acceptable": "no", "act__threat": "yes"}
    browser.do(f"{at(receipt)}/decisions", go="decide", outcome="release-masked", reason="合言葉", **points)


@pytest.fixture
def gone(desk: Served, arrive: Callable[..., str]) -> str:
    """The receipt of an inquiry that was erased."""
    receipt = arrive()
    erased(desk, receipt)
    return receipt


def hold_of(desk: Served, receipt: str) -> Hold | None:
    case = reviews.case(desk.context.store, receipt)
    assert case
    return case.hold


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_page_of_an_erased_inquiry_says_when_and_why_and_what_was_decided(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str], language: str
) -> None:
    browser, receipt = at_work(HANA, language), arrive(message=HARSH)
    reviewed(browser, receipt)
    erased(desk, receipt)
    said = words(browser.get(at(receipt)).one("//main"))
    assert ERASED[language] in said
    assert "本人の求め" in said
    assert "合言葉" not in said
    assert "二重" not in said
    assert {"ja": "伏せ字にして窓口へ届け", "en": "Release a masked copy"}[language] in said
    for path in ("/staff/inquiries", "/staff/queue"):
        assert browser.http.get(path).status_code == 200
    assert browser.do("/staff/inquiries", sought=receipt).headers["location"] == at(receipt)
    assert {"ja": "消去済み", "en": "Erased"}[language] in words(browser.get("/staff/inquiries").one("//main"))
    log = words(at_work(SORA, language).get("/staff/log").one("//main"))
    assert {"ja": "お客様のお申し出により", "en": "because its sender asked"}[language] in log


POINTS = {"request_reasonable": "yes", "manner_acceptable": "yes", "outcome": "release"}


@pytest.mark.parametrize(
    ("door", "status", "fields"),
    [
        ("claims", 409, {}),
        ("handovers", 409, {}),
        ("readings", 200, {}),
        ("decisions", 409, POINTS),
        ("decisions", 409, {}),
        ("signatures", 409, {"agrees": "yes"}),
        ("withdrawals", 409, {}),
        ("reopenings", 409, {"reason": "お客様のお申し出"}),
        ("forwards", 409, {"to": "ir"}),
        ("answers", 409, {"answered_on": "2026-11-25"}),
        ("legal-holds", 409, {"hold_reason": "裁判"}),
        ("legal-holds/ends", 409, {"hold_reason": "裁判"}),
    ],
)
def test_nothing_can_be_done_with_it_any_more(
    gone: str, at_work: Callable[..., Desk], door: str, status: int, fields: dict[str, str]
) -> None:
    answer = at_work(SORA).do(f"{at(gone)}/{door}", **fields)
    assert (answer.status_code, "was erased on" in answer.text) == (status, True)
    assert fields.get("hold_reason", "") in answer.text


def test_a_repetition_of_what_was_erased_still_explains_itself(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    demand = "昨年申し込んだドメインの更新料12,300円を減額してください。"
    who = {"name": "繰返 太郎", "email": "kurikaeshi@kurikaeshi.example"}
    first, now = arrive(message=demand, **who), desk.context.now()
    answers.record(desk.context.store, Answer(first, now, now))
    again = arrive(message=f"その回答には納得できません。{demand}", **who)
    erased(desk, first)
    day = now.astimezone(ZoneInfo("Asia/Tokyo")).day
    said = {
        "ja": ("（消去済み）", f"{day}日", "2通目", "回答の記録はありません"),
        "en": ("(Erased)", f"{day} ", "Message 2 ", "No answer is on record"),
    }
    for language, (gone, answered, times, unanswered) in said.items():
        page = at_work(HANA, language).get(at(again))
        (finding,) = page.all("//li[@class='finding']")
        assert at(first) in finding.xpath(".//a/@href")
        assert gone in words(finding)
        assert answered in words(finding)
        matter = words(page.one("//section[@aria-labelledby='matter-title']"))
        assert all(one in matter for one in (first, gone[1:-1], answered, times))
        assert unanswered not in matter
    assert "12,300" not in words(at_work(HANA).get(at(first)).one("//main"))


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("colleague", [SORA, YUKI], ids=lambda one: one.role)
def test_a_lead_places_a_hold_with_a_reason_and_lifts_it(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str], colleague: Colleague, language: str
) -> None:
    browser, receipt = at_work(colleague, language), arrive()
    page = browser.shown(f"{at(receipt)}/legal-holds", hold_reason="  ", status=422)
    assert {"ja": "理由をご記入ください。", "en": "Say why."}[language] in words(page.one("//main"))
    assert browser.do(f"{at(receipt)}/legal-holds", hold_reason="裁判のため").status_code == 303
    hold = hold_of(desk, receipt)
    assert hold
    assert (hold.staff_name, hold.reason) == (colleague.name, "裁判のため")
    said = words(browser.get(at(receipt)).one("//main"))
    assert {"ja": "消去を保留しています。", "en": "In legal hold"}[language] in said
    assert "裁判のため" in said
    assert "もう一度" in words(
        browser.shown(f"{at(receipt)}/legal-holds", hold_reason="もう一度", status=409).one("//main")
    )
    assert browser.do(f"{at(receipt)}/legal-holds/ends", hold_reason="終わった").status_code == 303
    assert hold_of(desk, receipt) is None
    assert browser.do(f"{at(receipt)}/legal-holds/ends", hold_reason="終わった").status_code == 409
    lines = [line.what for line in audit.recent(desk.context.store) if line.receipt == receipt]
    assert [what for what in lines if "hold" in what or "law" in what] == ["hold-lifted", "held-by-law"]


@pytest.mark.parametrize("colleague", [HANA, AOI], ids=lambda one: one.role)
@pytest.mark.parametrize("door", ["legal-holds", "legal-holds/ends"])
def test_nobody_else_does(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str], colleague: Colleague, door: str
) -> None:
    receipt = arrive()
    assert at_work(colleague).do(f"{at(receipt)}/{door}", hold_reason="裁判のため").status_code == 403
    assert hold_of(desk, receipt) is None
