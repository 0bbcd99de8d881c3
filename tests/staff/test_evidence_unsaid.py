"""Whether its sender seemed ill or in need is told nowhere in an evidence pack: what was done for them neither."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from colleagues import HANA, SORA, Desk
from deciding import UNREASONABLE, at, decide
from evidence import consulted, opened, take
from parsing import Root, parsed
from reading import words
from served import Served

from desk.store import inquiries, outbox, reviews
from desk.store.screening import Assessment, Finding

At = Callable[..., Desk]
Arrive = Callable[..., str]
BOTH = "死ね。もう死にたいです。"
WHY = "うつ病とのことで、ご家族が心配です。"
ON_CALL: Mapping[str, str] = {
    "ja": "人に危険が及ぶおそれのある行為のお知らせ（審査の当番宛て）",
    "en": "Notice of an act that may endanger somebody, to the staff on call",
}
URGENT = {"ja": "緊急", "en": "mergency"}
SAID: Mapping[str, Mapping[str, str]] = {
    "ja": {"through": "審査済み・窓口へ送付", "letter": "担当窓口への転送", "anew": "再び届いたため"},
    "en": {"through": "Reviewed and sent to its desk", "letter": "Inquiry to its desk", "anew": "再び届いたため"},
}
NEED = {
    "ja": ("配慮", "緊急", "当番", "うつ病", "自傷", "苦痛", "伏せ字にした写し"),
    "en": ("are first", "mergency", "on call", "うつ病", "harm themselves", "istress", "asked copy"),
}
"""What would tell of a need, or of the form in which an inquiry was let through."""


def insult(text: str) -> Finding:
    place = {"field": "message", "start": BOTH.index(text), "end": BOTH.index(text) + len(text), "text": text}
    return {"act": "act.insult", "sign": "a.insult", "strength": "strong", "view": "plain", **place}


QUIET = Assessment(True, "medium", [insult("死ね")], [], [])
LOUD = Assessment(
    True,
    "emergency",
    [insult("死ね")],
    [{"finding": {**insult("死にたい"), "act": "act.violence"}, "reason": "self"}],
    [{**insult("死にたい"), "care": "self-harm", "sign": "a.despair"}],
)


@pytest.fixture
def record(desk: Served, at_work: At, arrive: Arrive, language: str) -> Callable[..., tuple[str, dict[str, bytes]]]:
    """Has an inquiry let through so, its letter given up, retried and sent, then reopened, and the police consulted.

    Gives its receipt, and what is in its evidence pack.
    """

    def made(outcome: str, **typed: Any) -> tuple[str, dict[str, bytes]]:
        receipt = arrive(**{"message": BOTH, **typed})
        hana, sora = at_work(HANA), at_work(SORA, language)
        hana.do(f"{at(receipt)}/claims")
        answer = decide(hana, receipt, **UNREASONABLE, act__insult="yes", outcome=outcome, reason=WHY)
        assert answer.status_code == 303, answer.text
        sent(desk, receipt, sora.person.id)
        sora.do(f"{at(receipt)}/reopenings", reason=SAID[language]["anew"])
        consulted(hana, sora, receipt)
        return receipt, dict(opened(take(sora, receipt)))

    return made


def sent(desk: Served, receipt: str, by: str) -> None:
    """Every letter about it has left, at the second try."""
    store, now = desk.context.store, desk.context.now() + timedelta(seconds=1)
    for item in outbox.claim_due(store, now, 1_000):
        if item.inquiry and item.inquiry.receipt == receipt:
            outbox.give_up(store, item.id, "recipient refused (550)")
            assert outbox.retry(store, item.id, now, by)
            outbox.delivered(store, item.id, now)


def page(files: Mapping[str, bytes]) -> Root:
    """The page of the pack, without its hints, which are in every pack."""
    root = parsed(files["record.html"].decode())
    for hint in root.xpath("//p[@class='hint']"):
        hint.getparent().remove(hint)
    return root


def test_no_file_tells_of_a_need_that_was_heard_met_and_written_about(
    desk: Served, record: Callable[..., tuple[str, dict[str, bytes]]], language: str
) -> None:
    receipt, files = record("care")
    case = reviews.case(desk.context.store, receipt)
    assert case is not None
    assert (case.assessment.severity, bool(case.assessment.care)) == ("emergency", True)
    told, said = words(page(files).xpath("//main")[0]), SAID[language]
    assert [need for need in NEED[language] if need in told] == []
    for line in files["log.jsonl"].decode().splitlines():
        assert set(json.loads(line)) == {"id", "at", "what", "who", "before", "mac"}
    for name in ("log.jsonl", "inquiry.json"):
        assert [need for need in ("care", "emergency", WHY, *NEED[language]) if need in files[name].decode()] == []
    for expected in (BOTH, said["through"], said["letter"], said["anew"]):
        assert expected in told


def test_the_lines_of_the_log_are_all_there_so_that_their_chain_can_be_followed(
    record: Callable[..., tuple[str, dict[str, bytes]]],
) -> None:
    _, files = record("care")
    lines = [json.loads(line) for line in files["log.jsonl"].decode().splitlines()]
    rows = page(files).xpath("//tr[td[@class='num']]")
    assert [line["id"] for line in lines] == [int(words(row.xpath("td")[0])) for row in rows]
    assert [line["what"] for line in lines].count("letter-retried") >= 2
    followed = {line["id"]: line["mac"] for line in lines}
    assert all(line["before"] == followed[line["id"] - 1] for line in lines if line["id"] - 1 in followed)


@pytest.mark.parametrize("outcome", ["release", "release-masked", "answer-once"])
def test_it_reads_as_the_one_of_an_inquiry_without_any_need_that_was_let_through_otherwise(
    desk: Served, record: Callable[..., tuple[str, dict[str, bytes]]], outcome: str
) -> None:
    def told(*made: Any, **judged: Any) -> str:
        receipt, files = record(*made, **judged)
        kept = inquiries.find(desk.context.store, receipt)
        assert kept is not None
        text = words(parsed(files["record.html"].decode()).xpath("//main")[0])
        return re.sub(r"\d+", "0", text.replace(receipt, "").replace(kept.email, ""))

    assert told("care", judged=LOUD) == told(outcome, judged=QUIET)


@pytest.mark.parametrize("need", ["もう死にたいです。", ""], ids=["beside a need", "without one"])
def test_that_the_staff_on_call_were_told_is_in_it_where_an_act_was_reason_enough_and_for_that_reason(
    record: Callable[..., tuple[str, dict[str, bytes]]], language: str, need: str
) -> None:
    _, files = record("care" if need else "warning", message=f"全員ぶっ殺すぞ。{need}")
    letters = told_of(files)
    assert [one.startswith(ON_CALL[language]) for one in letters].count(True) == 1
    assert [one for one in letters if URGENT[language] in one] == []


@pytest.mark.parametrize("act", ["act.threat", "act.privacy"])
def test_nor_are_they_in_it_where_an_act_stands_beside_the_need_that_they_were_told_for(
    record: Callable[..., tuple[str, dict[str, bytes]]], language: str, act: str
) -> None:
    beside = replace(LOUD, findings=[{**insult("死ね"), "act": act}], suppressed=[])
    _, files = record("care", judged=beside)
    assert [one for one in told_of(files) if ON_CALL[language] in one or URGENT[language] in one] == []


def told_of(files: Mapping[str, bytes]) -> list[str]:
    """The letters as the page of the pack lists them."""
    return [words(one) for one in page(files).xpath("//table[not(.//td[@class='num'])]/tbody/tr")]


@pytest.mark.parametrize(("outcome", "name"), [("warning", {"ja": "警告", "en": "Answer with a warning"})])
def test_a_measure_that_was_taken_before_is_told_with_its_reason(
    record: Callable[..., tuple[str, dict[str, bytes]]], language: str, outcome: str, name: Mapping[str, str]
) -> None:
    _, files = record(outcome)
    history = [words(one) for one in page(files).xpath("//ol[@class='decisions']/li")]
    assert name[language] in history[0]
    assert WHY in history[0]
