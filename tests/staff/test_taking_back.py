"""Taking back: the first person withdraws what waits, a lead reopens what was decided; all of it stays on record."""

from collections.abc import Callable

import pytest
from colleagues import HANA, SORA, YUKI, Desk
from deciding import UNREASONABLE, at, decide, sign, state, told
from lists import receipts
from reading import words
from served import Served

from desk.delivery.post import letter
from desk.store import audit, outbox, reviews

HISTORY = "//section[contains(@class, 'history')]//p[@class='decision-head']"
MASKED = {"request_reasonable": "yes", "manner_acceptable": "no", "act__insult": "yes", "outcome": "release-masked"}


@pytest.fixture
def escalated(hana: Desk, held: str) -> str:
    decide(hana, held, **UNREASONABLE, outcome="refusal", reason="脅迫")
    return held


@pytest.fixture
def released(hana: Desk, held: str) -> str:
    decide(hana, held, **MASKED)
    return held


def lines(desk: Served, receipt: str) -> list[str]:
    """What the log says of an inquiry, the newest first, without who read it."""
    rows = [row.what for row in audit.recent(desk.context.store, None, 50) if row.receipt == receipt]
    return [what for what in rows if what not in audit.READINGS]


def history(browser: Desk, receipt: str) -> list[str]:
    return [words(one) for one in browser.get(at(receipt)).all(HISTORY)]


class TestWithdrawing:
    def test_the_first_person_withdraws_and_the_inquiry_waits_again(
        self, desk: Served, hana: Desk, escalated: str
    ) -> None:
        action = hana.get(at(escalated)).one("//form[contains(@action, 'withdrawals')]").get("action")
        assert hana.do(action).status_code == 303
        assert (state(desk.context, escalated), told(desk.context, escalated)) == ("held", [])
        assert escalated in receipts(hana, "/staff/queue")
        assert history(hana, escalated) == ["Refuse support", "Withdrawn"]
        assert lines(desk, escalated)[:2] == ["withdrawn", "decided"]
        hana.do(f"{at(escalated)}/claims")
        assert decide(hana, escalated, **UNREASONABLE, outcome="warning").status_code == 303

    def test_nobody_else_can(self, desk: Served, at_work: Callable[..., Desk], escalated: str) -> None:
        sora = at_work(SORA)
        assert sora.get(at(escalated)).all("//form[contains(@action, 'withdrawals')]") == []
        assert "Only whoever decided" in sora.shown(f"{at(escalated)}/withdrawals", 409).said("remark")
        assert state(desk.context, escalated) == "escalated"

    def test_what_is_signed_is_not_withdrawn(
        self, desk: Served, at_work: Callable[..., Desk], hana: Desk, escalated: str
    ) -> None:
        sign(at_work(SORA), escalated, agrees="yes")
        hana.shown(f"{at(escalated)}/withdrawals", 409)
        assert state(desk.context, escalated) == "refused"


class TestReopening:
    def test_a_lead_reopens_with_a_reason_and_it_is_decided_anew(
        self, desk: Served, at_work: Callable[..., Desk], released: str
    ) -> None:
        sora = at_work(SORA)
        missing = sora.shown(f"{at(released)}/reopenings", 422, reason=" ")
        assert [field for field, _ in missing.summary] == ["reason"]
        assert sora.do(f"{at(released)}/reopenings", reason="お客様のお申し出").status_code == 303
        assert state(desk.context, released) == "held"
        assert released in receipts(sora, "/staff/queue")
        assert history(sora, released)[1:] == ["Reopened, to be decided anew"]
        assert lines(desk, released)[:2] == ["reopened", "decided"]
        sora.do(f"{at(released)}/claims")
        decide(sora, released, **UNREASONABLE, outcome="warning", reason="脅迫")
        assert [item.kind for item in told(desk.context, released)] == ["desk_warning"]

    def test_a_letter_that_has_not_left_is_taken_back(
        self, desk: Served, at_work: Callable[..., Desk], released: str
    ) -> None:
        at_work(SORA).do(f"{at(released)}/reopenings", reason="お客様のお申し出")
        assert told(desk.context, released) == []

    def test_so_is_one_that_could_not_be_delivered_and_what_has_left_stays(
        self, desk: Served, at_work: Callable[..., Desk], released: str
    ) -> None:
        (item,) = told(desk.context, released)
        outbox.give_up(desk.context.store, item.id, "recipient refused (550)")
        at_work(SORA).do(f"{at(released)}/reopenings", reason="お客様のお申し出")
        assert outbox.retry(desk.context.store, item.id, desk.context.now()) is False

    def test_what_was_refused_is_reopened_too_and_its_notice_waits_for_the_next_decision(
        self, desk: Served, at_work: Callable[..., Desk], escalated: str
    ) -> None:
        yuki = at_work(YUKI)
        sign(at_work(SORA), escalated, agrees="yes")
        yuki.do(f"{at(escalated)}/reopenings", reason="異議があった。")
        assert state(desk.context, escalated) == "held"
        assert yuki.get(at(escalated)).all("//section[@aria-labelledby='notice-title']") == []
        assert yuki.get("/staff/queue").all(f"//section[@aria-labelledby='untold-title']//a[.='{escalated}']") == []

    def test_a_reviewer_does_not_and_what_waits_is_not_reopened(
        self, desk: Served, at_work: Callable[..., Desk], hana: Desk, released: str, arrive: Callable[..., str]
    ) -> None:
        assert hana.get(at(released)).all("//*[@id='reopening-title']") == []
        assert hana.do(f"{at(released)}/reopenings", reason="お客様のお申し出").status_code == 403
        assert state(desk.context, released) == "released"
        sora, waiting = at_work(SORA), arrive(message="死ね。")
        assert "is not closed" in sora.shown(f"{at(waiting)}/reopenings", 409, reason="早く").said("remark")

    def test_a_reason_to_reopen_outlives_another_button(self, at_work: Callable[..., Desk], released: str) -> None:
        sora = at_work(SORA)
        field = sora.get(at(released)).one("//textarea[@id='reason']")
        assert field.get("form") == "hold"
        page = sora.shown(f"{at(released)}/readings", reason="お客様のお申し出")
        assert words(page.one("//textarea[@id='reason']")) == "お客様のお申し出"

    def test_the_desk_that_it_was_sent_on_to_is_told_of_the_new_decision(
        self, desk: Served, at_work: Callable[..., Desk], released: str
    ) -> None:
        other = next(one.id for one in desk.context.organisation.desks if one.id != "general" and not one.restricted)
        hana, sora = at_work(HANA), at_work(SORA)
        hana.do(f"{at(released)}/forwards", to=other, behind="")
        told(desk.context, released)
        sora.do(f"{at(released)}/reopenings", reason="お客様のお申し出")
        sora.do(f"{at(released)}/claims")
        decide(sora, released, **UNREASONABLE, outcome="warning", reason="脅迫")
        (item,) = told(desk.context, released)
        assert item.desk == other
        assert "死ね" not in str(letter(desk.context, item).get_content())

    def test_one_sent_on_to_a_restricted_desk_stays_for_leads_in_the_queue(
        self, desk: Served, at_work: Callable[..., Desk], released: str
    ) -> None:
        restricted = next(one.id for one in desk.context.organisation.desks if one.restricted)
        sora = at_work(SORA)
        sora.do(f"{at(released)}/forwards", to=restricted, behind="")
        sora.do(f"{at(released)}/reopenings", reason="お客様のお申し出")
        assert at_work(HANA).get("/staff/queue").all(f"//a[.='{released}']") == []
        sora.do(f"{at(released)}/claims")
        page = sora.shown(f"{at(released)}/decisions", go="propose", **UNREASONABLE)
        assert "refusal" not in page.all("//input[@name='outcome']/@value")

    def test_two_leads_at_once_reopen_it_once(self, desk: Served, at_work: Callable[..., Desk], released: str) -> None:
        assert at_work(SORA).do(f"{at(released)}/reopenings", reason="お客様のお申し出").status_code == 303
        slower = at_work(YUKI).shown(f"{at(released)}/reopenings", 409, reason="お客様のお申し出")
        assert "a colleague has reopened it" in slower.said("remark")
        case = reviews.case(desk.context.store, released)
        assert case is not None
        assert len(case.decisions) == 2
