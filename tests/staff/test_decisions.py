"""Deciding: the two-point test proposes, a person decides, and the desk is told."""

from collections.abc import Callable

import pytest
from colleagues import HANA, MORI, Desk
from deciding import HARSH, UNREASONABLE, at, at_once, decide, state, told
from reading import words
from served import Served

from desk.delivery.post import letter
from desk.rules import review


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

    def test_beside_a_grave_act_it_says_that_a_lead_should_be_asked_and_leaves_the_choice(
        self, desk: Served, hana: Desk, held: str
    ) -> None:
        def proposed(**typed: str) -> list[str]:
            page = hana.shown(f"{at(held)}/decisions", go="propose", **{**UNREASONABLE, **typed})
            return [words(one) for one in page.all("//p[@id='ask-lead']")]

        (said,) = proposed()
        assert "Ask a lead before you decide." in said
        assert proposed(request_reasonable="yes") == [said]
        assert proposed(manner_acceptable="yes") == []
        decide(hana, held, **UNREASONABLE, outcome="warning")
        assert state(desk.context, held) == "released"


class TestTheDecision:
    def test_to_consult_the_police_says_that_support_is_refused_as_well(self, hana: Desk, held: str) -> None:
        page = hana.shown(f"{at(held)}/decisions", go="propose", **UNREASONABLE)
        hint = page.one("//p[@id=//input[@value='police-legal']/@aria-describedby]")
        assert "support is refused as well" in words(hint)
        decide(hana, held, **UNREASONABLE, outcome="warning")

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
        history = hana.shown(f"{at(held)}/readings").one("//section[contains(@class, 'history')]")
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

    @pytest.mark.parametrize("typed", [{}, UNREASONABLE], ids=["nothing", "both points"])
    @pytest.mark.parametrize("go", ["propose", "decide"])
    def test_whoever_has_it_no_more_is_told_so_before_anything_else(
        self, at_work: Callable[..., Desk], hana: Desk, held: str, go: str, typed: dict[str, str]
    ) -> None:
        mori = at_work(MORI)
        hana.do(f"{at(held)}/handovers")
        mori.do(f"{at(held)}/claims")
        page = hana.shown(f"{at(held)}/decisions", 409, go=go, reason="So far.", **typed)
        assert page.said("remark") == "Take the inquiry before you decide."
        assert page.summary == []
        assert "So far." in words(page.one("//section[@aria-labelledby='typed-title']"))

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
        points = {"request_reasonable": "yes", "manner_acceptable": "yes"}
        decide(hana, held, **points, outcome="release", reason="The line of a film.")
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
