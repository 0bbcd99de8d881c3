"""Review: who may do what, how one state follows another, and two persons for what is grave."""

import pytest

from desk.rules import review
from desk.rules.review import NotAllowed


class TestTheSecondSignature:
    @pytest.mark.parametrize(("agrees", "after"), [(True, "refused"), (False, "held")])
    def test_agreeing_refuses_and_disagreeing_holds_again(self, agrees: bool, after: str) -> None:
        assert after == review.countersigned("escalated", agrees=agrees, first="hana", person="sora", role="lead")

    def test_two_accounts_that_one_person_may_hold_send_back_and_do_not_agree(self) -> None:
        who = {"first": "hana", "person": "sora", "role": "lead", "one_hand": True}
        assert review.countersigned("escalated", agrees=False, **who) == "held"
        with pytest.raises(NotAllowed, match="14 days"):
            review.countersigned("escalated", agrees=True, **who)

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


class TestTakingBack:
    def test_the_first_person_withdraws_what_waits_for_its_second_signature(self) -> None:
        assert review.withdrawn("escalated", first="hana", person="hana") == "held"

    @pytest.mark.parametrize(("state", "first"), [("escalated", "sora"), ("refused", "hana"), ("held", None)])
    def test_nobody_else_does_and_nothing_else_is(self, state: str, first: str | None) -> None:
        with pytest.raises(NotAllowed, match="withdraw"):
            review.withdrawn(state, first=first, person="hana")

    @pytest.mark.parametrize("state", ["released", "refused"])
    def test_a_lead_reopens_what_was_decided(self, state: str) -> None:
        assert review.reopened(state, role="lead") == "held"
        with pytest.raises(NotAllowed, match="Only a lead"):
            review.reopened(state, role="reviewer")

    @pytest.mark.parametrize("state", ["received", "clean", "held", "claimed", "escalated", "erased"])
    def test_nothing_else_is_reopened(self, state: str) -> None:
        with pytest.raises(NotAllowed, match="not closed"):
            review.reopened(state, role="lead")


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
            "signs",
            "hold",
            "evidence",
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


SIGNED = (("police-legal", "escalated"), ("police-legal", "refused"))


@pytest.mark.parametrize(
    ("decided", "stands"),
    [
        ((), False),
        (SIGNED[:1], False),
        (SIGNED, True),
        ((*SIGNED, ("police-legal", "held")), True),
        ((*SIGNED, ("police-legal", "held"), ("refusal", "escalated")), True),
        ((*SIGNED, ("police-legal", "held"), ("refusal", "escalated"), ("refusal", "refused")), False),
        ((*SIGNED, ("police-legal", "held"), ("release", "released")), False),
        ((("warning", "released"), ("warning", "held"), *SIGNED), True),
        ((("refusal", "escalated"), ("refusal", "refused")), False),
    ],
)
def test_the_police_are_consulted_from_the_signature_until_another_outcome_closes_the_inquiry(
    decided: tuple[tuple[str, str], ...], stands: bool
) -> None:
    assert review.consulted(iter(decided)) is stands
