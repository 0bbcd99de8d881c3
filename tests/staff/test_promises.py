"""Queue and page say until when the sender was promised an answer, and mark what waits for us beyond that day."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from colleagues import HANA, SORA, Desk, arrived
from deciding import at, decide
from lists import pages
from reading import words
from served import Served

from desk.delivery import worker
from desk.pages import day
from desk.rules.business_days import answer_by

AGES = 20  # days: more than any holidays and five business days
HARSH = "請求書が二重です。担当は全員ぶっ殺すぞ。死ね。"
RELEASED = {"request_reasonable": "yes", "manner_acceptable": "no", "act__threat": "yes", "outcome": "release-masked"}


def came(desk: Served, days_ago: int, **typed: str) -> tuple[str, datetime]:
    """An inquiry that came so long ago, and when."""
    then = desk.context.now() - timedelta(days=days_ago)
    return arrived(replace(desk.context, now=lambda: then), **{"message": HARSH, **typed}), then


def promised(desk: Served, then: datetime, language: str, *, overdue: bool) -> str:
    organisation = desk.context.organisation
    last = answer_by(desk.context.day(then), organisation.answer_within_business_days, organisation.business_days)
    said = {"ja": "回答期限：", "en": "Answer promised by "}[language] + day(language, last)
    return said + ({"ja": " 期限超過", "en": " overdue"}[language] if overdue else "")


def in_the_queue(browser: Desk, receipt: str) -> list[str]:
    row = f"//li[.//*[contains(@class, 'row-receipt')][normalize-space()='{receipt}']]//p[time]"
    return [words(one) for page in pages(browser, "/staff/queue") for one in page.all(row)]


def on_the_page(browser: Desk, receipt: str) -> list[str]:
    return [words(one) for one in browser.get(at(receipt)).all("//p[@id='promise']")]


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(("days_ago", "overdue"), [(0, False), (AGES, True)])
def test_what_waits_says_until_when_and_whether_that_is_over(
    desk: Served, at_work: Callable[..., Desk], language: str, days_ago: int, *, overdue: bool
) -> None:
    receipt, then = came(desk, days_ago)
    hana, said = at_work(HANA, language), promised(desk, then, language, overdue=overdue)
    assert in_the_queue(hana, receipt) == [said]
    assert on_the_page(hana, receipt) == [said]


def test_who_gave_no_address_was_promised_nothing(desk: Served, at_work: Callable[..., Desk]) -> None:
    receipt, _ = came(desk, AGES, topic="whistleblowing", name="", email="")
    sora = at_work(SORA)
    assert (in_the_queue(sora, receipt), on_the_page(sora, receipt)) == ([], [])


def test_what_its_desk_has_is_not_called_overdue_and_what_was_answered_is_promised_nothing_more(
    desk: Served, at_work: Callable[..., Desk]
) -> None:
    receipt, then = came(desk, AGES)
    hana = at_work(HANA)
    hana.do(f"{at(receipt)}/claims")
    assert decide(hana, receipt, **RELEASED).status_code == 303
    assert on_the_page(hana, receipt) == [promised(desk, then, "en", overdue=False)]
    answered = {"answered_on": desk.context.day().isoformat(), "behind": ""}
    assert hana.do(f"{at(receipt)}/answers", **answered).status_code == 303
    assert on_the_page(hana, receipt) == []


def test_queue_and_page_agree_about_what_is_reopened(desk: Served, at_work: Callable[..., Desk]) -> None:
    (answered, then), (plain, _), (referred, _) = (came(desk, AGES) for _ in range(3))
    hana, sora = at_work(HANA), at_work(SORA)
    for receipt in (answered, plain, referred):
        hana.do(f"{at(receipt)}/claims")
        assert decide(hana, receipt, **RELEASED).status_code == 303
    today = desk.context.day().isoformat()
    assert hana.do(f"{at(answered)}/answers", answered_on=today, behind="").status_code == 303
    assert hana.do(f"{at(referred)}/forwards", to="service:lolipop", behind="").status_code == 303
    assert on_the_page(hana, referred) == []
    for receipt, said in ((answered, []), (referred, []), (plain, [promised(desk, then, "en", overdue=True)])):
        assert sora.do(f"{at(receipt)}/reopenings", reason="x").status_code == 303
        assert (in_the_queue(sora, receipt), on_the_page(sora, receipt)) == (said, said)


def test_a_desk_that_is_asked_after_a_referral_is_to_keep_the_promise(
    desk: Served, at_work: Callable[..., Desk]
) -> None:
    receipt, then = came(desk, AGES)
    hana, sora = at_work(HANA), at_work(SORA)
    hana.do(f"{at(receipt)}/claims")
    decide(hana, receipt, **RELEASED)
    assert hana.do(f"{at(receipt)}/forwards", to="service:lolipop", behind="").status_code == 303
    sora.do(f"{at(receipt)}/reopenings", reason="x")
    hana.do(f"{at(receipt)}/claims")
    assert decide(hana, receipt, **RELEASED).status_code == 303
    assert on_the_page(hana, receipt) == [promised(desk, then, "en", overdue=False)]
    behind = hana.get(at(receipt)).one("//button[@name='behind'][contains(., 'Send it on')]").get("value")
    assert hana.do(f"{at(receipt)}/forwards", to="ir", behind=behind).status_code == 303
    assert on_the_page(hana, receipt) == [promised(desk, then, "en", overdue=False)]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_waits_for_screening_says_so_too(desk: Served, at_work: Callable[..., Desk], language: str) -> None:
    then = desk.context.now() - timedelta(days=AGES)
    before = replace(desk.context, now=lambda: then)
    receipt = arrived(before, message=HARSH, screened=False)
    nobody = arrived(before, message=HARSH, screened=False, topic="whistleblowing", name="", email="")
    page, said = at_work(SORA, language).get("/staff/queue"), promised(desk, then, language, overdue=True)
    rows = {one: words(page.one(f"//ul[@class='unread']/li[contains(., '{one}')]")) for one in (receipt, nobody)}
    assert rows[receipt].endswith(said)
    assert said not in rows[nobody]
    while worker.screen(desk.context):
        pass
