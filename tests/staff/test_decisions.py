"""Deciding: the two-point test proposes, a person decides, two persons for what is grave, and the desk is told."""

import threading
from collections.abc import Callable

import httpx
import pytest
from colleagues import HANA, MORI, SORA, YUKI, Desk
from reading import words
from served import Served

from desk.context import Context
from desk.delivery.post import letter
from desk.rules import review
from desk.store import outbox, reviews
from desk.store.outbox import OutboxItem

HARSH = "請求書が二重です。担当は全員ぶっ殺すぞ。死ね。\r\n至急ご確認ください。"
UNREASONABLE = {"request_reasonable": "no", "manner_acceptable": "no", "act__threat": "yes"}


def at(receipt: str) -> str:
    return f"/staff/inquiries/{receipt}"


@pytest.fixture
def held(arrive: Callable[..., str]) -> str:
    return arrive(message=HARSH, subject="死ね")


@pytest.fixture
def hana(at_work: Callable[..., Desk], held: str) -> Desk:
    """Hana, who has just taken the inquiry."""
    browser = at_work(HANA)
    browser.do(f"{at(held)}/claims")
    return browser


def decide(browser: Desk, receipt: str, **fields: str) -> httpx.Response:
    return browser.do(f"{at(receipt)}/decisions", go="decide", **fields)


def sign(browser: Desk, receipt: str, **fields: str) -> httpx.Response:
    """Sign what the page shows."""
    shown = browser.get(at(receipt)).one("//input[@name='confirms']").get("value")
    return browser.do(f"{at(receipt)}/signatures", confirms=shown, **fields)


def state(context: Context, receipt: str) -> str:
    case = reviews.case(context.store, receipt)
    assert case is not None
    return case.state


def told(context: Context, receipt: str) -> list[OutboxItem]:
    """What the desk is told about this inquiry."""
    due = outbox.claim_due(context.store, context.now(), 10_000)
    return [item for item in due if item.inquiry and item.inquiry.receipt == receipt and item.kind != "acknowledgement"]


class TestTheProposal:
    @pytest.mark.parametrize(
        ("reasonable", "acceptable", "outcome"),
        [
            ("yes", "yes", "release"),
            ("yes", "no", "release-masked"),
            ("no", "yes", "answer-once"),
            ("no", "no", "warning"),
        ],
    )
    def test_it_is_worked_out_by_the_page_and_chosen_beforehand(
        self, hana: Desk, held: str, reasonable: str, acceptable: str, outcome: str
    ) -> None:
        page = hana.shown(
            f"{at(held)}/decisions",
            go="propose",
            request_reasonable=reasonable,
            manner_acceptable=acceptable,
            reason="So far.",
        )
        assert page.all("//input[@name='outcome'][@checked]/@value") == [outcome]
        assert page.all("//input[@name='request_reasonable'][@checked]/@value") == [reasonable]
        assert words(page.one("//textarea[@name='reason']")) == "So far."

    def test_without_an_answer_to_both_points_there_is_none(self, hana: Desk, held: str) -> None:
        page = hana.shown(f"{at(held)}/decisions", 422, go="propose", manner_acceptable="no", act__insult="yes")
        assert [field for field, _ in page.summary] == ["request_reasonable"]
        assert page.all("//input[@name='outcome']") == []
        assert page.all("//input[@type='checkbox'][@checked]/@name") == ["act.insult"]

    def test_care_is_proposed_before_anything_else(
        self, at_work: Callable[..., Desk], arrive: Callable[..., str]
    ) -> None:
        receipt, hana = arrive(message="死ね。もう死にたいです。消えてしまいたい。"), at_work(HANA)
        hana.do(f"{at(receipt)}/claims")
        page = hana.shown(f"{at(receipt)}/decisions", go="propose", request_reasonable="no", manner_acceptable="no")
        assert page.all("//input[@name='outcome'][@checked]/@value") == ["care"]


class TestTheDecision:
    def test_what_is_missing_is_said_and_everything_else_kept(self, hana: Desk, held: str) -> None:
        page = hana.shown(
            f"{at(held)}/decisions",
            422,
            go="decide",
            request_reasonable="yes",
            manner_acceptable="no",
            outcome="warning",
        )
        assert [field for field, _ in page.summary] == ["acts", "reason"]
        assert page.all("//input[@name='outcome'][@checked]/@value") == ["warning"]
        assert "死ね" not in page.text

    def test_the_page_shows_it_with_its_reason_and_who_made_it(self, hana: Desk, held: str) -> None:
        decide(hana, held, **UNREASONABLE, act__insult="yes", outcome="warning", reason="担当者を<b>名指し</b>した。")
        history = hana.get(at(held)).one("//section[contains(@class, 'history')]")
        for told_there in (
            "Answer with a warning",
            "Hana",
            "担当者を<b>名指し</b>した。",
            "The request is not reasonable",
        ):
            assert told_there in words(history)
        assert len(history.xpath(".//li/ul/li")) == 2

    def test_it_cannot_be_made_twice(self, desk: Served, hana: Desk, held: str) -> None:
        first = decide(hana, held, **UNREASONABLE, outcome="warning")
        again = decide(hana, held, **UNREASONABLE, outcome="warning")
        assert (first.status_code, again.status_code) == (303, 409)
        assert [item.kind for item in told(desk.context, held)] == ["desk_warning"]

    def test_nobody_decides_what_a_colleague_has(self, at_work: Callable[..., Desk], hana: Desk, held: str) -> None:
        assert hana.person.name == "Hana"
        assert decide(at_work(MORI), held, **UNREASONABLE, outcome="warning").status_code == 409

    def test_nobody_decides_what_nobody_took(self, at_work: Callable[..., Desk], held: str) -> None:
        assert decide(at_work(MORI), held, **UNREASONABLE, outcome="warning").status_code == 409

    def test_a_clean_inquiry_is_not_decided(self, at_work: Callable[..., Desk], arrive: Callable[..., str]) -> None:
        receipt, hana = arrive(message="資料の郵送をお願いいたします。"), at_work(HANA)
        assert hana.do(f"{at(receipt)}/claims").status_code == 409
        assert decide(hana, receipt, **UNREASONABLE, outcome="warning").status_code == 409

    def test_of_many_at_once_one_counts(self, desk: Served, hana: Desk, held: str) -> None:
        answers: list[int] = []
        post = lambda: answers.append(decide(hana, held, **UNREASONABLE, outcome="warning").status_code)  # noqa: E731
        at_once(post, post, post, post, post, post)
        assert sorted(answers) == [303, 409, 409, 409, 409, 409]
        assert len(told(desk.context, held)) == 1


class TestTheDeskIsTold:
    @pytest.mark.parametrize("outcome", [one for one in review.OUTCOMES if one not in review.GRAVE])
    def test_each_outcome_has_its_letter(self, desk: Served, hana: Desk, held: str, outcome: review.Outcome) -> None:
        decide(hana, held, **UNREASONABLE, outcome=outcome, reason="As agreed.")
        (item,) = told(desk.context, held)
        assert (item.kind, item.desk, item.payload["outcome"]) == (review.LETTERS[outcome], "general", outcome)
        assert state(desk.context, held) == "released"

    @pytest.mark.parametrize("outcome", sorted(review.MASKED))
    def test_a_masked_copy_holds_no_harsh_word_for_good(
        self, desk: Served, hana: Desk, held: str, outcome: str
    ) -> None:
        decide(hana, held, **UNREASONABLE, outcome=outcome, reason="As agreed.")
        (item,) = told(desk.context, held)
        mail = letter(desk.context, item).get_content()
        assert [harsh for harsh in ("殺", "死ね") if harsh in mail] == []
        assert "請求書が二重です。" in mail
        assert "至急ご確認ください。" in mail

    def test_a_released_inquiry_goes_out_as_it_was_written(self, desk: Served, hana: Desk, held: str) -> None:
        decide(hana, held, request_reasonable="yes", manner_acceptable="yes", outcome="release")
        (item,) = told(desk.context, held)
        assert HARSH in letter(desk.context, item).get_content()

    def test_one_about_a_service_goes_to_the_general_desk(
        self, desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
    ) -> None:
        service = next(one.id for one in desk.context.organisation.services if one.operator is None)
        receipt, hana = arrive(message=HARSH, topic=f"service:{service}"), at_work(HANA)
        hana.do(f"{at(receipt)}/claims")
        decide(hana, receipt, **UNREASONABLE, outcome="warning")
        assert [item.desk for item in told(desk.context, receipt)] == ["general"]


def logged(browser: Desk, receipt: str) -> list[tuple[str, str]]:
    """Who decided what about an inquiry, by the page of the log, the newest first."""
    rows = browser.get("/staff/log").all(f"//tbody/tr[contains(., '{receipt}')][contains(., 'Refuse support')]")
    return [(words(row.xpath("./td[3]")[0]), words(row.xpath("./td[4]")[0])) for row in rows]


class TestTwoPersons:
    @pytest.fixture
    def escalated(self, hana: Desk, held: str) -> str:
        decide(hana, held, **UNREASONABLE, outcome="refusal", reason="Eleven times this week.")
        return held

    @pytest.mark.parametrize("outcome", sorted(review.GRAVE))
    def test_a_grave_outcome_waits_and_nobody_is_told(self, desk: Served, hana: Desk, held: str, outcome: str) -> None:
        decide(hana, held, **UNREASONABLE, outcome=outcome, reason="Eleven times this week.")
        assert (state(desk.context, held), told(desk.context, held)) == ("escalated", [])

    def test_a_lead_agrees_and_the_desk_is_told(
        self, desk: Served, at_work: Callable[..., Desk], escalated: str
    ) -> None:
        assert sign(at_work(SORA), escalated, agrees="yes").status_code == 303
        assert state(desk.context, escalated) == "refused"
        (item,) = told(desk.context, escalated)
        assert item.kind == "refusal"
        assert "死ね" not in letter(desk.context, item).get_content()
        assert logged(at_work(SORA), escalated) == [("Sora", "gave the second signature"), ("Hana", "decided")]

    def test_a_lead_who_disagrees_sends_it_back_with_a_reason(
        self, desk: Served, at_work: Callable[..., Desk], escalated: str
    ) -> None:
        sora = at_work(SORA)
        assert sign(sora, escalated, agrees="no").status_code == 422
        assert sign(sora, escalated, agrees="no", reason="Twice, not eleven times.").status_code == 303
        assert (state(desk.context, escalated), told(desk.context, escalated)) == ("held", [])
        assert escalated in sora.get("/staff/queue").text or state(desk.context, escalated) == "held"
        assert logged(sora, escalated) == [("Sora", "sent a decision back"), ("Hana", "decided")]
        assert at_work(MORI).do(f"{at(escalated)}/claims").status_code == 303

    def test_no_answer_is_said_at_the_field(self, at_work: Callable[..., Desk], escalated: str) -> None:
        page = at_work(SORA).shown(f"{at(escalated)}/signatures", 422, reason="Hm.")
        assert [field for field, _ in page.summary] == ["agrees"]
        assert words(page.one("//textarea[@name='reason']")) == "Hm."

    def test_a_reviewer_has_no_second_signature(
        self, desk: Served, at_work: Callable[..., Desk], escalated: str
    ) -> None:
        assert at_work(MORI).do(f"{at(escalated)}/signatures", agrees="yes").status_code == 403
        assert state(desk.context, escalated) == "escalated"

    def test_a_lead_never_signs_their_own_decision(self, desk: Served, at_work: Callable[..., Desk], held: str) -> None:
        sora = at_work(SORA)
        sora.do(f"{at(held)}/claims")
        decide(sora, held, **UNREASONABLE, outcome="refusal", reason="Eleven times this week.")
        page = sora.get(at(held))
        assert page.all("//form[contains(@action, 'signatures')]") == []
        case = reviews.case(desk.context.store, held)
        assert case is not None
        own = sora.shown(f"{at(held)}/signatures", 409, agrees="yes", confirms=case.decisions[-1].id)
        assert own.said("remark") == "The second signature has to be another person’s."
        assert state(desk.context, held) == "escalated"

    def test_a_signature_under_a_decision_that_was_not_shown_does_not_count(
        self, desk: Served, at_work: Callable[..., Desk], escalated: str
    ) -> None:
        assert at_work(SORA).do(f"{at(escalated)}/signatures", agrees="yes", confirms="another").status_code == 409
        assert state(desk.context, escalated) == "escalated"

    def test_of_two_leads_at_once_one_signs(self, desk: Served, at_work: Callable[..., Desk], escalated: str) -> None:
        sora, yuki = at_work(SORA), at_work(YUKI)
        answers: list[int] = []
        shown = sora.get(at(escalated)).one("//input[@name='confirms']").get("value")
        at_once(*[
            lambda who=who: answers.append(
                who.do(f"{at(escalated)}/signatures", agrees="yes", confirms=shown).status_code
            )
            for who in (sora, yuki, sora, yuki)
        ])  # fmt: skip
        assert sorted(answers) == [303, 409, 409, 409]
        assert len(told(desk.context, escalated)) == 1


def at_once(*deeds: Callable[[], None]) -> None:
    threads = [threading.Thread(target=deed) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
