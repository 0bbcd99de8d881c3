"""Review: who may do what, the two-point test as the decision, and two persons for what is grave."""

import pytest

from desk.rules import review
from desk.rules.review import NotAllowed, Verdict


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


def fields(found: tuple[review.Fault, ...]) -> list[str]:
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
        assert outcome == review.propose(request_reasonable=reasonable, manner_acceptable=acceptable, care=False)

    @pytest.mark.parametrize("reasonable", [True, False])
    @pytest.mark.parametrize("acceptable", [True, False])
    def test_care_outranks_whatever_it_says(self, reasonable: bool, acceptable: bool) -> None:
        assert review.propose(request_reasonable=reasonable, manner_acceptable=acceptable, care=True) == "care"

    def test_a_verdict_that_follows_it_needs_no_reason(self) -> None:
        assert review.check(verdict(), care=False) == ()

    def test_both_points_have_to_be_answered(self) -> None:
        found = review.check(verdict(request_reasonable=None, manner_acceptable=None), care=False)
        assert fields(found) == ["request_reasonable", "manner_acceptable"]

    @pytest.mark.parametrize("outcome", ["release", "refusal", "police-legal", "care"])
    def test_departing_from_it_needs_a_reason(self, outcome: str) -> None:
        assert fields(review.check(verdict(outcome=outcome, reason=" \n"), care=False)) == ["reason"]
        assert review.check(verdict(outcome=outcome, reason="The third time this week."), care=False) == ()

    def test_departing_from_care_needs_a_reason(self) -> None:
        assert fields(review.check(verdict(), care=True)) == ["reason"]

    def test_an_unacceptable_manner_names_its_acts(self) -> None:
        assert fields(review.check(verdict(acts=()), care=False)) == ["acts"]

    def test_an_outcome_of_harassment_names_its_acts_whatever_the_manner(self) -> None:
        calm = verdict(manner_acceptable=True, acts=(), outcome="refusal", reason="Repeated eleven times.")
        assert fields(review.check(calm, care=False)) == ["acts"]

    def test_an_act_that_the_policy_does_not_name_can_be_named(self) -> None:
        assert review.check(verdict(acts=("act.other",)), care=False) == ()

    def test_acts_and_outcomes_that_do_not_exist_are_refused(self) -> None:
        assert fields(review.check(verdict(acts=("act.rude",), outcome="ban"), care=False)) == ["acts", "outcome"]

    def test_a_reason_has_2000_characters_at_most(self) -> None:
        assert review.check(verdict(reason="あ" * 2000), care=False) == ()
        assert fields(review.check(verdict(reason="あ" * 2001), care=False)) == ["reason"]


class TestAGraveAct:
    @pytest.mark.parametrize("act", ["act.violence", "act.threat", "act.sexual-stalking"])
    def test_beside_a_mild_proposal_it_calls_for_a_lead(self, act: str) -> None:
        assert review.calls_for_lead(verdict(acts=("act.insult", act)), "warning")
        assert review.calls_for_lead(verdict(acts=(act,)), "release-masked")
        assert review.calls_for_lead(verdict(acts=(act,)), "care")

    def test_any_other_act_does_not(self) -> None:
        assert not review.calls_for_lead(verdict(acts=("act.insult", "act.other")), "warning")

    def test_an_acceptable_manner_does_not(self) -> None:
        assert not review.calls_for_lead(verdict(acts=("act.threat",), manner_acceptable=True), "answer-once")

    @pytest.mark.parametrize("outcome", ["refusal", "police-legal"])
    def test_where_a_lead_signs_anyway_it_does_not(self, outcome: review.Outcome) -> None:
        assert not review.calls_for_lead(verdict(acts=("act.threat",)), outcome)


class TestTheSecondSignature:
    def test_agreeing_needs_no_reason(self) -> None:
        assert review.check_signature(True, "") == ()

    def test_sending_back_needs_one(self) -> None:
        assert fields(review.check_signature(False, "  ")) == ["reason"]
        assert review.check_signature(False, "He asked twice, not eleven times.") == ()

    def test_one_of_the_two_has_to_be_chosen(self) -> None:
        assert fields(review.check_signature(None, "")) == ["agrees"]

    def test_its_reason_has_2000_characters_at_most(self) -> None:
        assert fields(review.check_signature(True, "x" * 2001)) == ["reason"]

    @pytest.mark.parametrize(("agrees", "after"), [(True, "refused"), (False, "held")])
    def test_agreeing_refuses_and_disagreeing_holds_again(self, agrees: bool, after: str) -> None:
        assert after == review.countersigned("escalated", agrees=agrees, first="hana", person="sora", role="lead")

    def test_it_is_never_the_first_persons_own(self) -> None:
        with pytest.raises(NotAllowed, match="another person"):
            review.countersigned("escalated", agrees=True, first="sora", person="sora", role="lead")

    @pytest.mark.parametrize("role", ["reviewer", "auditor", "nobody"])
    def test_it_is_a_leads(self, role: str) -> None:
        with pytest.raises(NotAllowed, match="A lead"):
            review.countersigned("escalated", agrees=True, first="hana", person="mori", role=role)

    @pytest.mark.parametrize("state", ["received", "clean", "held", "claimed", "released", "refused"])
    def test_it_is_given_only_where_one_is_awaited(self, state: str) -> None:
        with pytest.raises(NotAllowed, match="does not wait"):
            review.countersigned(state, agrees=True, first="hana", person="sora", role="lead")

    def test_there_has_to_be_a_first_one(self) -> None:
        with pytest.raises(NotAllowed, match="does not wait"):
            review.countersigned("escalated", agrees=True, first=None, person="sora", role="lead")


class TestTheStates:
    def test_a_held_inquiry_can_be_taken_and_ones_own_again(self) -> None:
        assert review.claimed("held", holder=None, person="hana") == "claimed"
        assert review.claimed("claimed", holder="hana", person="hana") == "claimed"

    @pytest.mark.parametrize("state", ["received", "clean", "claimed", "escalated", "released", "refused"])
    def test_nothing_else_can_be_taken(self, state: str) -> None:
        with pytest.raises(NotAllowed):
            review.claimed(state, holder="mori", person="hana")

    def test_ones_own_inquiry_can_be_passed_on(self) -> None:
        assert review.handed_over("claimed", holder="hana", person="hana", role="reviewer") == "held"

    def test_a_lead_can_pass_on_what_an_absent_colleague_has(self) -> None:
        assert review.handed_over("claimed", holder="hana", person="sora", role="lead") == "held"

    @pytest.mark.parametrize(("state", "holder"), [("claimed", "mori"), ("held", None), ("escalated", "hana")])
    def test_a_reviewer_passes_on_nothing_else(self, state: str, holder: str | None) -> None:
        with pytest.raises(NotAllowed):
            review.handed_over(state, holder=holder, person="hana", role="reviewer")

    @pytest.mark.parametrize("outcome", review.OUTCOMES)
    def test_grave_outcomes_wait_for_a_second_person_and_no_others(self, outcome: str) -> None:
        after = "escalated" if outcome in ("refusal", "police-legal") else "released"
        assert after == review.decided("claimed", outcome, holder="hana", person="hana")

    @pytest.mark.parametrize(("state", "holder"), [("claimed", "mori"), ("held", None), ("released", "hana")])
    def test_only_the_person_who_has_it_decides(self, state: str, holder: str | None) -> None:
        with pytest.raises(NotAllowed, match="Take the inquiry"):
            review.decided(state, "release", holder=holder, person="hana")


class TestPermissions:
    def test_an_auditor_reads_the_log_and_no_inquiry(self) -> None:
        allowed = {permission for permission in review.PERMISSIONS["admin"] if review.may("auditor", permission)}
        assert allowed == {"account", "log"}

    def test_a_reviewer_signs_no_grave_outcome_and_manages_nobody(self) -> None:
        assert review.PERMISSIONS["admin"] - review.PERMISSIONS["reviewer"] == {
            "second",
            "log",
            "letters",
            "routing",
            "hold",
            "people",
        }

    def test_a_role_that_nobody_knows_may_do_nothing(self) -> None:
        assert not any(review.may("visitor", permission) for permission in review.PERMISSIONS["admin"])

    @pytest.mark.parametrize(
        ("role", "opens"), [("reviewer", False), ("lead", True), ("admin", True), ("auditor", False)]
    )
    def test_inquiries_to_a_restricted_desk_are_for_leads(self, role: str, opens: bool) -> None:
        assert review.may_open(role, restricted=True) is opens

    def test_a_reviewer_opens_all_others(self) -> None:
        assert review.may_open("reviewer", restricted=False)
        assert not review.may_open("auditor", restricted=False)


class TestMasking:
    def test_covered_spans_keep_nothing_but_their_length_and_breaks(self) -> None:
        assert review.masked("死ね、\n今すぐ 返せ", [(0, 2), (4, 10)]) == "■■、\n■■■ ■■"

    def test_spans_may_overlap_touch_or_leave_the_text(self) -> None:
        assert review.masked("abcdef", [(-3, 2), (1, 3), (5, 99)]) == "■■■de■"

    def test_a_text_without_findings_stays_as_it_is(self) -> None:
        assert review.masked("お世話になります。", []) == "お世話になります。"


def test_every_outcome_has_its_name_and_its_letter() -> None:
    assert set(review.OUTCOMES) == set(review.OUTCOME_NAMES) == set(review.LETTERS)


def test_an_outcome_is_known_by_its_name_only() -> None:
    assert review.known_outcome("warning") == "warning"
    assert review.known_outcome("Warning") is None
