"""The letters that follow from a review: who gets an answer to them, and what they say of masked words."""

import dataclasses
import re
from collections.abc import Callable
from email.message import EmailMessage

import pytest
from colleagues import HANA, SORA, Desk
from deciding import HARSH, UNREASONABLE, at, decide, sign, told
from served import Served

from desk.delivery.post import letter
from desk.rules import review
from desk.rules.review import OUTCOME_NAMES, Outcome
from desk.store.screening import Assessment

REVIEWERS = "reviewers@example.com"
SENDER = "ken.sato@example.jp"


@pytest.fixture
def decided(desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]) -> Callable[..., EmailMessage]:
    """Sends an inquiry and has it decided; the letter to its desk, from an organisation that names this mailbox."""

    def deciding(outcome: str, reviewers: str | None = REVIEWERS, **typed: str | Assessment) -> EmailMessage:
        receipt, hana = arrive(**{"message": HARSH, "email": SENDER, **typed}), at_work(HANA)
        hana.do(f"{at(receipt)}/claims")
        decide(hana, receipt, **UNREASONABLE, outcome=outcome, reason="脅迫")
        if outcome in ("refusal", "police-legal"):
            sign(at_work(SORA), receipt, agrees="yes")
        (item,) = told(desk.context, receipt)
        organisation = dataclasses.replace(desk.context.organisation, review_mailbox=reviewers)
        return letter(dataclasses.replace(desk.context, organisation=organisation), item)

    return deciding


def found(outcome: Outcome) -> str:
    """What the desk is told of an outcome where the request was not reasonable, nor the manner acceptable."""
    return review.result(outcome, request_reasonable=False, manner_acceptable=False)


@pytest.mark.parametrize("outcome", ["refusal", "police-legal"])
@pytest.mark.parametrize("reviewers", [REVIEWERS, None])
def test_nobody_answers_a_refused_sender_by_a_slip(
    decided: Callable[..., EmailMessage], outcome: str, reviewers: str | None
) -> None:
    mail = decided(outcome, reviewers)
    assert mail["Reply-To"] == reviewers
    assert [name for name, value in mail.items() if SENDER in value] == []
    assert (REVIEWERS in mail.get_content()) is (reviewers is not None)


@pytest.mark.parametrize(
    ("outcome", "to"),
    [("warning", REVIEWERS), ("restricted", REVIEWERS), ("release-masked", SENDER), ("answer-once", SENDER)],
)
def test_an_answer_to_a_letter_that_asks_for_distance_goes_to_the_reviewers(
    decided: Callable[..., EmailMessage], outcome: str, to: str
) -> None:
    mail = decided(outcome)
    assert mail["Reply-To"] == to
    assert REVIEWERS in mail.get_content()


def test_without_a_mailbox_of_the_reviewers_a_desk_answers_as_ever(decided: Callable[..., EmailMessage]) -> None:
    mail = decided("warning", None)
    assert mail["Reply-To"] == SENDER
    assert "連絡先" not in mail.get_content()


def test_a_refusal_shows_name_and_company_covered_as_the_page_does(decided: Callable[..., EmailMessage]) -> None:
    said = decided("refusal", name="クソ会社死ね", company="バカヤロウ商事", kana="シネ").get_content()
    assert [harsh for harsh in ("死ね", "バカヤロウ", "シネ") if harsh in said] == []
    assert "お名前　　　　：クソ会社■■" in said or "お名前　　　　：■■" in said


@pytest.mark.parametrize("outcome", ["release-masked", "warning", "restricted", "answer-once", "care"])
def test_a_copy_in_which_nothing_is_covered_is_not_called_masked(
    desk: Served, decided: Callable[..., EmailMessage], outcome: Outcome
) -> None:
    plain = Assessment(True, "medium", [], [], [])
    mail = decided(outcome, message="返金してください。もう三度目です。", judged=plain)
    result = f"審査の結果：{desk.context.pages.translate('ja', found(outcome))}"
    said = mail["Subject"] + mail.get_content()
    assert result in said
    assert "返金してください。もう三度目です。" in said
    assert "伏せ字" not in said


@pytest.mark.parametrize("outcome", review.OUTCOMES)
def test_a_letter_says_what_was_found_and_not_what_a_reviewer_was_to_choose(
    desk: Served, decided: Callable[..., EmailMessage], language: str, outcome: Outcome
) -> None:
    said = decided(outcome, language=language).get_content()
    result, order = (desk.context.pages.translate(language, it) for it in (found(outcome), OUTCOME_NAMES[outcome]))
    assert said.count(result) == 1
    assert re.search(rf"[:：]\s*{re.escape(order)}", said) is None
