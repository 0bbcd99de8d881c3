"""The verdict: the two-point test as the decision, and what of it cannot be recorded."""

import pytest

from desk.rules import review, verdicts
from desk.rules.review import Fault, Outcome
from desk.rules.verdicts import Circumstances, Verdict


def verdict(**changes: object) -> Verdict:
    """A harassing inquiry, decided as the test proposes."""
    usual = {
        "request_reasonable": False,
        "manner_acceptable": False,
        "acts": ("act.insult",),
        "outcome": "warning",
        "reason": "",
    }
    return Verdict(**{**usual, **changes})


def fields(found: tuple[Fault, ...]) -> list[str]:
    return [fault.field for fault in found]


class TestTheTwoPointTest:
    @pytest.mark.parametrize(
        ("reasonable", "acceptable", "outcome"),
        [
            (True, True, "release"),
            (True, False, "release-masked"),
            (False, True, "answer-once"),
            (False, False, "warning"),
        ],
    )
    def test_its_two_answers_propose_the_outcome(self, reasonable: bool, acceptable: bool, outcome: str) -> None:
        assert outcome == verdicts.propose(request_reasonable=reasonable, manner_acceptable=acceptable)

    @pytest.mark.parametrize("reasonable", [True, False])
    @pytest.mark.parametrize("acceptable", [True, False])
    def test_care_outranks_whatever_it_says(self, reasonable: bool, acceptable: bool) -> None:
        assert (
            verdicts.propose(
                request_reasonable=reasonable, manner_acceptable=acceptable, known=Circumstances(care=True)
            )
            == "care"
        )

    def test_a_verdict_that_follows_it_needs_no_reason(self) -> None:
        assert verdicts.check(verdict()) == ()

    def test_both_points_have_to_be_answered(self) -> None:
        found = verdicts.check(verdict(request_reasonable=None, manner_acceptable=None))
        assert fields(found) == ["request_reasonable", "manner_acceptable"]

    @pytest.mark.parametrize("outcome", ["release", "refusal", "police-legal", "care"])
    def test_departing_from_it_needs_a_reason(self, outcome: str) -> None:
        assert fields(verdicts.check(verdict(outcome=outcome, reason=" \n"))) == ["reason"]
        assert verdicts.check(verdict(outcome=outcome, reason="The third time this week.")) == ()

    def test_departing_from_care_needs_a_reason(self) -> None:
        assert fields(verdicts.check(verdict(), Circumstances(care=True))) == ["reason"]

    def test_an_unacceptable_manner_names_its_acts(self) -> None:
        assert fields(verdicts.check(verdict(acts=()))) == ["acts"]

    def test_an_outcome_of_harassment_names_its_acts_whatever_the_manner(self) -> None:
        calm = verdict(manner_acceptable=True, acts=(), outcome="refusal", reason="Repeated eleven times.")
        assert fields(verdicts.check(calm)) == ["acts"]

    def test_an_act_that_the_policy_does_not_name_can_be_named(self) -> None:
        assert verdicts.check(verdict(acts=("act.other",))) == ()

    def test_acts_and_outcomes_that_do_not_exist_are_refused(self) -> None:
        assert fields(verdicts.check(verdict(acts=("act.rude",), outcome="ban"))) == ["acts", "outcome"]

    def test_a_reason_has_2000_characters_at_most(self) -> None:
        assert verdicts.check(verdict(reason="あ" * 2000)) == ()
        assert fields(verdicts.check(verdict(reason="あ" * 2001))) == ["reason"]


class TestAGraveAct:
    @pytest.mark.parametrize("act", ["act.violence", "act.threat", "act.sexual-stalking"])
    def test_beside_a_mild_proposal_it_calls_for_a_lead(self, act: str) -> None:
        assert verdicts.calls_for_lead(verdict(acts=("act.insult", act)), "warning")
        assert verdicts.calls_for_lead(verdict(acts=(act,)), "release-masked")
        assert verdicts.calls_for_lead(verdict(acts=(act,)), "care")

    def test_any_other_act_does_not(self) -> None:
        assert not verdicts.calls_for_lead(verdict(acts=("act.insult", "act.other")), "warning")

    def test_an_acceptable_manner_does_not(self) -> None:
        assert not verdicts.calls_for_lead(verdict(acts=("act.threat",), manner_acceptable=True), "answer-once")

    @pytest.mark.parametrize("outcome", ["refusal", "police-legal"])
    def test_where_a_lead_signs_anyway_it_does_not(self, outcome: Outcome) -> None:
        assert not verdicts.calls_for_lead(verdict(acts=("act.threat",)), outcome)


class TestHarassment:
    @pytest.mark.parametrize("outcome", sorted(review.HARASSMENT))
    def test_what_is_reasonable_and_acceptable_is_none(self, outcome: Outcome) -> None:
        both = verdict(request_reasonable=True, manner_acceptable=True, outcome=outcome, reason="x")
        assert fields(verdicts.check(both)) == ["outcome"]

    @pytest.mark.parametrize("outcome", ["release", "release-masked", "answer-once", "care"])
    def test_no_other_outcome_contradicts_the_two_points(self, outcome: Outcome) -> None:
        acts = () if outcome == "release" else ("act.insult",)
        both = verdict(request_reasonable=True, manner_acceptable=True, acts=acts, outcome=outcome, reason="x")
        assert verdicts.check(both) == ()

    @pytest.mark.parametrize("act", ["act.threat", "act.other"])
    @pytest.mark.parametrize("reason", ["", "x"])
    def test_what_both_points_call_none_is_not_released_with_an_act_named(self, act: str, reason: str) -> None:
        both = verdict(request_reasonable=True, manner_acceptable=True, acts=(act,), outcome="release", reason=reason)
        assert fields(verdicts.check(both)) == ["acts"]


class TestWhatIsGrave:
    known = Circumstances(grave=True)

    @pytest.mark.parametrize("outcome", ["release", "answer-once", "care"])
    def test_in_the_clear_it_needs_a_reason(self, outcome: Outcome) -> None:
        proposed = Circumstances(grave=True, care=outcome == "care")
        points = {"request_reasonable": outcome != "answer-once", "manner_acceptable": True}
        clear = verdict(**points, acts=(), outcome=outcome)
        assert verdicts.check(clear, Circumstances(care=outcome == "care")) == ()
        assert fields(verdicts.check(clear, proposed)) == ["reason"]
        assert verdicts.check(verdict(**points, acts=(), outcome=outcome, reason="A film."), proposed) == ()

    def test_in_a_masked_copy_it_needs_none(self) -> None:
        assert verdicts.check(verdict(), self.known) == ()
        assert verdicts.check(verdict(request_reasonable=True, outcome="release-masked"), self.known) == ()

    def test_it_is_what_was_found_and_not_a_sign_that_the_sender_is_in_danger(self) -> None:
        assert verdicts.is_grave("high", (), urgent=False)
        assert verdicts.is_grave("emergency", ("act.threat",), urgent=True)
        assert not verdicts.is_grave("emergency", ("act.insult",), urgent=True)
        assert not verdicts.is_grave("medium", ("act.threat",), urgent=False)


class TestARestrictedDesk:
    known = Circumstances(restricted=True)

    def test_it_offers_nothing_that_warns_or_refuses_the_sender(self) -> None:
        offered = verdicts.offered(restricted=True)
        assert offered == ("release", "release-masked", "answer-once", "care")
        assert verdicts.offered(restricted=False) == review.OUTCOMES

    @pytest.mark.parametrize("outcome", sorted(review.HARASSMENT))
    def test_it_accepts_none_of_these(self, outcome: Outcome) -> None:
        assert fields(verdicts.check(verdict(outcome=outcome, reason="x"), self.known)) == ["outcome"]

    def test_a_masked_copy_is_proposed_instead_of_a_warning(self) -> None:
        proposed = verdicts.propose(request_reasonable=False, manner_acceptable=False, known=self.known)
        assert proposed == "release-masked"


class TestTheReasons:
    def test_agreeing_needs_no_reason(self) -> None:
        assert verdicts.check_signature(True, "") == ()

    def test_sending_back_needs_one(self) -> None:
        assert fields(verdicts.check_signature(False, "  ")) == ["reason"]
        assert verdicts.check_signature(False, "He asked twice, not eleven times.") == ()

    def test_one_of_the_two_has_to_be_chosen(self) -> None:
        assert fields(verdicts.check_signature(None, "")) == ["agrees"]

    def test_its_reason_has_2000_characters_at_most(self) -> None:
        assert fields(verdicts.check_signature(True, "x" * 2001)) == ["reason"]

    def test_reopening_needs_one(self) -> None:
        assert fields(verdicts.check_reopening(" ")) == ["reason"]
        assert fields(verdicts.check_reopening("x" * 2001)) == ["reason"]
        assert verdicts.check_reopening("The sender objects.") == ()

    def test_evidence_is_handed_to_somebody_who_is_named_briefly(self) -> None:
        assert fields(verdicts.check_handing_over(" ")) == ["handed_to"]
        assert fields(verdicts.check_handing_over("x" * 201)) == ["handed_to"]
        assert verdicts.check_handing_over("Shibuya police station, Mr Sato") == ()


@pytest.mark.parametrize(
    ("chosen", "known", "told"),
    [
        ("", verdicts.ORDINARY, [verdicts.NO_ACT]),
        ("release-masked", verdicts.ORDINARY, []),
        ("", Circumstances(care=True), []),
    ],
)
def test_an_act_that_both_points_deny_is_told_before_a_release_is_proposed_and_before_nothing_else(
    chosen: str, known: Circumstances, told: list[str]
) -> None:
    denied = verdict(request_reasonable=True, manner_acceptable=True, outcome=chosen)
    assert [fault.message for fault in verdicts.check_proposal(denied, known)] == told
