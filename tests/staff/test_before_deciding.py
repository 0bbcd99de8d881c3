"""What the page says before a decision: whether the words were seen, what needs a reason, and what is not offered."""

from collections.abc import Callable
from typing import Any, ClassVar

import pytest
from colleagues import HANA, SORA, Desk
from deciding import UNREASONABLE, at, decide, state, told
from reading import Page, words
from served import Served

from desk.store import audit, reviews
from desk.store.reviews import Decision

REASONABLE = {"request_reasonable": "yes", "manner_acceptable": "yes"}
OFFERED = "//input[@name='outcome']/@value"
CHOSEN = "//input[@name='outcome'][@checked]/@value"
UNTICK = {"ja": "行為の選択を外すか", "en": "untick the acts, or change a point or the outcome"}


def proposed(browser: Desk, receipt: str, **typed: str) -> Page:
    return browser.shown(f"{at(receipt)}/decisions", go="propose", **{**UNREASONABLE, **typed})


class TestWhetherTheWordsWereSeen:
    def test_it_says_so_to_who_decides_and_asks_for_nothing(self, desk: Served, hana: Desk, held: str) -> None:
        assert "You have not uncovered" in proposed(hana, held).said("seen")
        hana.shown(f"{at(held)}/readings")
        assert words(proposed(hana, held).one("//*[@id='seen']")) == "You have uncovered the words of this inquiry."
        decide(hana, held, **UNREASONABLE, outcome="refusal", reason="脅迫")
        assert state(desk.context, held) == "escalated"

    def test_it_says_so_to_who_signs_whatever_the_first_has_seen(
        self, at_work: Callable[..., Desk], hana: Desk, held: str
    ) -> None:
        sora = at_work(SORA)
        hana.shown(f"{at(held)}/readings")
        decide(hana, held, **UNREASONABLE, outcome="refusal", reason="脅迫")
        assert "You have not uncovered" in sora.get(at(held)).said("seen")
        assert "You have uncovered" in sora.shown(f"{at(held)}/readings").said("seen")
        assert "You have uncovered" in sora.get(at(held)).said("seen")


class TestBothPointsYes:
    @pytest.mark.parametrize("outcome", ["warning", "restricted", "refusal", "police-legal"])
    def test_no_outcome_of_harassment_is_recorded(self, desk: Served, hana: Desk, held: str, outcome: str) -> None:
        typed = {**REASONABLE, "act__insult": "yes", "outcome": outcome, "reason": "x"}
        page = hana.shown(f"{at(held)}/decisions", 422, go="decide", **typed)
        assert page.summary == [("outcome", page.summary[0][1])]
        assert "change a point or the outcome" in page.summary[0][1]
        assert state(desk.context, held) == "claimed"


class TestAnActInWhatBothPointsCallNone:
    release: ClassVar = {**REASONABLE, "outcome": "release", "reason": "映画の台詞です。<b>"}

    @pytest.mark.parametrize("language", ["ja", "en"])
    @pytest.mark.parametrize("before", [{}, {"outcome": "release", "proposed": "release"}], ids=["first", "again"])
    def test_nothing_is_proposed_and_all_that_was_typed_is_kept(
        self, at_work: Callable[..., Desk], hana: Desk, held: str, language: str, before: dict[str, str]
    ) -> None:
        assert hana.person.name == "Hana"
        typed = {**REASONABLE, **before, "act__threat": "yes", "reason": "映画の台詞です。<b>"}
        page = at_work(HANA, language).shown(f"{at(held)}/decisions", 422, go="propose", **typed)
        ((field, why),) = page.summary
        assert (field, UNTICK[language] in why, UNTICK[language] in page.said("acts-problem")) == ("acts", True, True)
        assert (page.all("//*[@id='proposal']"), page.all(CHOSEN)) == ([], [])
        kept = page.all("//form[@id='decision']//input[@checked]/@name")
        assert kept == ["request_reasonable", "manner_acceptable", "act.threat"]
        assert words(page.one("//textarea[@name='reason']")) == typed["reason"]
        assert "release-masked" in page.all(OFFERED)

    def test_beside_another_outcome_that_was_chosen_the_act_may_stand(self, hana: Desk, held: str) -> None:
        chosen = {"outcome": "release-masked", "proposed": "release"}
        assert proposed(hana, held, **REASONABLE, **chosen).all(CHOSEN) == ["release-masked"]

    @pytest.mark.parametrize("language", ["ja", "en"])
    def test_it_is_not_released_with_the_act_and_all_that_was_typed_is_kept(
        self, desk: Served, at_work: Callable[..., Desk], hana: Desk, held: str, language: str
    ) -> None:
        assert hana.person.name == "Hana"
        browser, log = at_work(HANA, language), len(audit.recent(desk.context.store, None, 1000))
        typed = {**self.release, "act__threat": "yes"}
        page = browser.shown(f"{at(held)}/decisions", 422, go="decide", **typed)
        said = UNTICK[language]
        ((field, why),) = page.summary
        assert (field, said in why, said in page.said("acts-problem")) == ("acts", True, True)
        chosen = page.all("//form[@id='decision']//input[@checked]")
        assert [(one.get("name"), one.get("value")) for one in chosen] == [
            ("request_reasonable", "yes"),
            ("manner_acceptable", "yes"),
            ("act.threat", "yes"),
            ("outcome", "release"),
        ]
        assert words(page.one("//textarea[@name='reason']")) == typed["reason"]
        assert (state(desk.context, held), told(desk.context, held)) == ("claimed", [])
        assert [line.what for line in audit.recent(desk.context.store, None, 1000)[:-log]] == ["opened"]

    @pytest.mark.parametrize(
        "changed",
        [{}, {"act__threat": "yes", "manner_acceptable": "no"}, {"act__threat": "yes", "outcome": "release-masked"}],
        ids=["the act", "a point", "the outcome"],
    )
    def test_it_is_once_one_of_these_is_changed(
        self, desk: Served, hana: Desk, held: str, changed: dict[str, str]
    ) -> None:
        decide(hana, held, **{**self.release, **changed})
        assert state(desk.context, held) == "released"

    def test_one_on_record_is_read_and_reopened_as_ever(
        self, desk: Served, at_work: Callable[..., Desk], hana: Desk, held: str
    ) -> None:
        points: dict[str, Any] = {"request_reasonable": True, "manner_acceptable": True, "acts": ("act.threat",)}
        old = Decision(held, hana.person.id, desk.context.now(), **points, outcome="release", reason="台詞")
        reviews.decide(desk.context.store, old, "claimed", "released")
        sora = at_work(SORA)
        history = words(sora.get(at(held)).one("//section[contains(@class, 'history')]"))
        assert "Release to the desk as it is" in history
        assert "Threatening or intimidating" in history
        assert sora.do(f"{at(held)}/reopenings", reason="Once more.").status_code == 303
        assert state(desk.context, held) == "held"


class TestAnActInWhatIsReleasedAsItIs:
    names: ClassVar = {"request_reasonable": "no", "manner_acceptable": "yes", "act__threat": "yes"}

    @pytest.mark.parametrize("language", ["ja", "en"])
    def test_the_page_says_before_that_nobody_is_told_of_it(
        self, at_work: Callable[..., Desk], hana: Desk, held: str, language: str
    ) -> None:
        assert hana.person.name == "Hana"
        page = at_work(HANA, language).shown(f"{at(held)}/decisions", go="propose", **self.names)
        hint = page.one("//input[@name='outcome'][@value='release']").get("aria-describedby")
        said = {"ja": "窓口にもお客様にも伝わりません", "en": "neither the desk nor the customer is told"}
        assert said[language] in page.said(hint)

    @pytest.mark.parametrize("language", ["ja", "en"])
    @pytest.mark.parametrize("named", [True, False])
    def test_the_history_says_after_that_one_was_named_with_the_reason(
        self, at_work: Callable[..., Desk], hana: Desk, held: str, language: str, named: bool
    ) -> None:
        typed = {name: answer for name, answer in self.names.items() if named or name != "act__threat"}
        assert decide(hana, held, **typed, outcome="release", reason="映画の台詞です。").status_code == 303
        page = at_work(HANA, language).shown(f"{at(held)}/readings")
        history = words(page.one("//section[contains(@class, 'history')]"))
        said = {"ja": "行為が選ばれましたが、そのまま", "en": "as it is, although an act was named"}[language]
        assert (said in history, "映画の台詞です。" in history) == (named, True)

    def test_of_one_that_is_masked_it_does_not(self, hana: Desk, held: str) -> None:
        decide(hana, held, **{**self.names, "manner_acceptable": "no"}, outcome="release-masked", reason="台詞")
        assert "although an act" not in words(hana.get(at(held)).one("//section[contains(@class, 'history')]"))


class TestAnotherProposal:
    @pytest.mark.parametrize("way", ["decisions", "readings"])
    def test_it_is_chosen_where_the_one_before_was_only_taken_over(self, hana: Desk, held: str, way: str) -> None:
        first = hana.shown(f"{at(held)}/decisions", go="propose", **REASONABLE)
        (outcome,), before = first.all(CHOSEN), first.one("//input[@name='proposed']").get("value")
        typed = {**UNREASONABLE, "outcome": outcome, "proposed": before}
        page = hana.shown(f"{at(held)}/{way}", **({"go": "propose"} if way == "decisions" else {}), **typed)
        assert page.all(CHOSEN) == ["warning"]
        assert page.one("//input[@name='proposed']").get("value") == "warning"

    def test_what_was_chosen_otherwise_stays(self, hana: Desk, held: str) -> None:
        assert proposed(hana, held, outcome="care", proposed="release").all(CHOSEN) == ["care"]

    def test_what_is_recorded_is_what_was_chosen(self, desk: Served, hana: Desk, held: str) -> None:
        typed = {**UNREASONABLE, "outcome": "release", "proposed": "release"}
        page = hana.shown(f"{at(held)}/decisions", 422, go="decide", **typed)
        assert ([field for field, _ in page.summary], page.all(CHOSEN)) == (["reason"], ["release"])
        assert state(desk.context, held) == "claimed"


class TestARestrictedDesk:
    @pytest.fixture
    def report(self, at_work: Callable[..., Desk], arrive: Callable[..., str]) -> str:
        """The receipt of a report in harsh words that Sora has taken."""
        receipt = arrive(message="経理部の田中は横領している。死ね。", topic="whistleblowing")
        at_work(SORA).do(f"{at(receipt)}/claims")
        return receipt

    def test_nothing_that_warns_or_refuses_its_sender_is_offered(
        self, at_work: Callable[..., Desk], report: str
    ) -> None:
        page = proposed(at_work(SORA), report)
        assert page.all(OFFERED) == ["release", "release-masked", "answer-once", "care"]
        assert page.all("//input[@name='outcome'][@checked]/@value") == ["release-masked"]
        assert "always reaches it" in page.said("restricted")

    @pytest.mark.parametrize("language", ["ja", "en"])
    def test_of_one_that_is_gone_it_says_that_it_may_have_been_one(
        self, at_work: Callable[..., Desk], arrive: Callable[..., str], language: str
    ) -> None:
        sora, receipt = at_work(SORA, language), arrive(message="経理部の田中は横領している。死ね。", topic="gone")
        sora.do(f"{at(receipt)}/claims")
        page = proposed(sora, receipt)
        assert page.all(OFFERED) == ["release", "release-masked", "answer-once", "care"]
        assert {"ja": "可能性がある", "en": "may have been a restricted one"}[language] in page.said("restricted")
        decide(sora, receipt, **UNREASONABLE, outcome="release-masked")
        sora.do(f"{at(receipt)}/forwards", to="press", behind="")
        sora.do(f"{at(receipt)}/reopenings", reason="お客様のお申し出")
        sora.do(f"{at(receipt)}/claims")
        assert "always reaches it" not in proposed(sora, receipt).said("restricted")

    @pytest.mark.parametrize("outcome", ["warning", "restricted", "refusal", "police-legal"])
    def test_nor_accepted(self, desk: Served, at_work: Callable[..., Desk], report: str, outcome: str) -> None:
        typed = {**UNREASONABLE, "outcome": outcome, "reason": "脅迫"}
        page = at_work(SORA).shown(f"{at(report)}/decisions", 422, go="decide", **typed)
        assert [field for field, _ in page.summary] == ["outcome"]
        assert state(desk.context, report) == "claimed"

    def test_the_report_reaches_its_desk(self, desk: Served, at_work: Callable[..., Desk], report: str) -> None:
        decide(at_work(SORA), report, **UNREASONABLE, outcome="release-masked")
        assert state(desk.context, report) == "released"
