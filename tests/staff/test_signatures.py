"""The second signature: two persons for what is grave, and neither of them twice."""

from collections.abc import Callable

import pytest
from colleagues import MORI, SORA, YUKI, Desk
from deciding import UNREASONABLE, at, at_once, decide, sign, state, told
from lists import receipts
from reading import words
from served import Served

from desk.delivery.post import letter
from desk.rules import review
from desk.store import reviews


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
        assert escalated in receipts(sora, "/staff/queue")
        assert logged(sora, escalated) == [("Sora", "sent a decision back"), ("Hana", "decided")]
        assert at_work(MORI).do(f"{at(escalated)}/claims").status_code == 303

    def test_no_answer_is_said_at_the_field(self, at_work: Callable[..., Desk], escalated: str) -> None:
        page = at_work(SORA).shown(f"{at(escalated)}/signatures", 422, reason="Hm.")
        assert [field for field, _ in page.summary] == ["agrees"]
        assert words(page.one("//textarea[@name='reason']")) == "Hm."

    @pytest.mark.parametrize("typed", [{}, {"agrees": "no"}], ids=["nothing", "no reason"])
    def test_what_waits_for_none_any_more_is_said_before_anything_else(
        self, at_work: Callable[..., Desk], hana: Desk, escalated: str, typed: dict[str, str]
    ) -> None:
        hana.do(f"{at(escalated)}/withdrawals")
        page = at_work(SORA).shown(f"{at(escalated)}/signatures", 409, **typed)
        assert page.said("remark") == "This inquiry does not wait for a second signature."
        assert page.summary == []

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

    @pytest.mark.parametrize("noun", ["signatures", "readings"])
    def test_an_answer_to_one_decision_is_no_answer_to_the_next(
        self, at_work: Callable[..., Desk], hana: Desk, escalated: str, noun: str
    ) -> None:
        sora = at_work(SORA)
        shown = sora.get(at(escalated)).one("//input[@name='confirms']").get("value")
        page = sora.shown(f"{at(escalated)}/readings", agrees="yes", confirms=shown)
        assert page.all("//input[@name='agrees'][@checked]/@value") == ["yes"]
        hana.do(f"{at(escalated)}/withdrawals")
        hana.do(f"{at(escalated)}/claims")
        decide(hana, escalated, **UNREASONABLE, outcome="police-legal", reason="脅迫")
        status = {"signatures": 409, "readings": 200}[noun]
        page = sora.shown(f"{at(escalated)}/{noun}", status, agrees="yes", reason="Hm.", confirms=shown)
        assert "another decision than the one on the page you sent" in page.said("another")
        assert page.all("//input[@name='agrees'][@checked]") == []
        assert words(page.one("//textarea[@name='reason']")) == "Hm."

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
