"""The same demand again after an answer is held and explains itself; nothing else of what a sender sends again is."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from desk.context import Context
from desk.delivery import repetition, worker
from desk.store import answers, matters, reviews, routes, staff
from desk.store.answers import Answer
from desk.store.outbox import Mail
from desk.store.reviews import Case
from desk.store.routes import Forward

from .conftest import Clock

Send = Callable[..., str]

DEMAND = "先月解約したサーバーの料金9,800円を全額返金してください。"
AGAIN = "返金しないという回答には納得できません。サーバーの料金9,800円を全額返金してください。"
# No sign of the rule stands in it.
UNSAID = "あの月は引っ越しで一日も使えませんでした。どうかもう一度だけお考えください。"
NEWS = "先日の件ですが、新しく届いた請求書を確認したところ、別の月の料金も二重に請求されていました。"
CALMLY = "サーバー代の返金をお願いします。"
AGAIN_CALMLY = "サーバーの9,800円、ご返金をお願いできますか。"
THREAT = "回答には納得できません。サーバーの料金9,800円を全額返金しろ。しないなら全員殺してやる。"
KEN = {"name": "佐藤 健", "email": "ken@example.jp"}


def brought(desk: Context, clock: Clock, send: Send, message: str, days: int = 3, **sender: str) -> str:
    """The receipt of an inquiry that comes some days later and is screened at once."""
    clock.forward(timedelta(days=days))
    receipt = send(message, **{**KEN, **sender})
    worker.screen(desk)
    return receipt


def answered(desk: Context, clock: Clock, receipt: str) -> None:
    clock.forward(timedelta(days=1))
    answers.record(desk.store, Answer(receipt, desk.now(), desk.now()))


def case_of(desk: Context, receipt: str) -> Case:
    case = reviews.case(desk.store, receipt)
    assert case is not None
    return case


def before(desk: Context, receipt: str) -> list[str]:
    """The receipts of the earlier times of the matter."""
    return [time.receipt for time in matters.matter(desk.store, case_of(desk, receipt).inquiry.id).earlier]


def test_the_same_demand_after_its_answer_is_held_and_says_what_it_repeats_and_when_that_was_answered(
    desk: Context, send: Send, clock: Clock
) -> None:
    first = brought(desk, clock, send, DEMAND)
    answered(desk, clock, first)
    answered_at = desk.now()

    case = case_of(desk, brought(desk, clock, send, AGAIN))

    assert (case.state, case.assessment.severity, case.assessment.acts) == ("held", "medium", ("act.repetition",))
    (finding,) = case.assessment.findings
    assert (finding["repeats"], finding["answered"]) == ([first], answered_at.isoformat())
    assert before(desk, case.inquiry.receipt) == [first]


@pytest.mark.parametrize("message", [DEMAND, AGAIN, "まだでしょうか。早くしてください。"])
def test_who_waits_for_an_answer_is_never_held_for_asking_again(
    desk: Context, send: Send, clock: Clock, message: str
) -> None:
    brought(desk, clock, send, DEMAND)
    brought(desk, clock, send, DEMAND)

    assert case_of(desk, brought(desk, clock, send, message)).state == "clean"


def test_the_times_are_kept_although_nothing_was_answered(desk: Context, send: Send, clock: Clock) -> None:
    receipts = [brought(desk, clock, send, DEMAND) for _ in range(3)]

    assert before(desk, receipts[-1]) == receipts[:-1]


def test_something_new_after_an_answer_goes_to_the_desk(desk: Context, send: Send, clock: Clock) -> None:
    answered(desk, clock, brought(desk, clock, send, DEMAND))

    assert case_of(desk, brought(desk, clock, send, NEWS)).state == "clean"


def test_an_answer_on_another_matter_makes_no_repetition(desk: Context, send: Send, clock: Clock) -> None:
    answered(desk, clock, brought(desk, clock, send, "ドメインの移管に必要な認証コードを教えてください。"))
    brought(desk, clock, send, DEMAND)

    assert case_of(desk, brought(desk, clock, send, AGAIN)).state == "clean"


def test_another_address_and_another_spelling_are_the_same_sender(desk: Context, send: Send, clock: Clock) -> None:
    first = brought(desk, clock, send, DEMAND)
    answered(desk, clock, first)

    again = brought(desk, clock, send, AGAIN, name="佐藤　健様", email="sato.k.0312@example.net")

    assert (case_of(desk, again).state, before(desk, again)) == ("held", [first])


@pytest.mark.parametrize(
    ("sender", "strength"),
    [
        ({}, "strong"),
        ({"email": "K.en+shop@example.jp"}, "strong"),
        ({"email": "sato.k.0312@example.net"}, "medium"),
    ],
)
def test_without_an_answer_to_its_own_mailbox_a_repetition_is_no_strong_sign(
    desk: Context, send: Send, clock: Clock, sender: dict[str, str], strength: str
) -> None:
    answered(desk, clock, brought(desk, clock, send, DEMAND))
    brought(desk, clock, send, DEMAND, email="sato.k.0312@example.net", name="佐藤 健")

    again = case_of(desk, brought(desk, clock, send, AGAIN, **sender))

    assert [(one["sign"], one["strength"]) for one in again.assessment.findings] == [("repetition", strength)]


def test_what_waited_to_be_screened_together_is_judged_in_its_order(desk: Context, send: Send, clock: Clock) -> None:
    receipts = []
    for address in ("ken@example.jp", "sato.k.0312@example.net", "k.sato@example.org"):
        receipts.append(send(DEMAND, name="佐藤 健", email=address))
        clock.forward(timedelta(days=1))

    worker.screen(desk)

    assert [before(desk, one) for one in receipts] == [[], receipts[:1], receipts[:2]]


def test_somebody_else_with_the_same_demand_repeats_nothing(desk: Context, send: Send, clock: Clock) -> None:
    answered(desk, clock, brought(desk, clock, send, DEMAND))

    other = brought(desk, clock, send, DEMAND, name="鈴木 一郎", email="ichiro@example.org")

    assert (case_of(desk, other).state, before(desk, other)) == ("clean", [])


def test_whatever_else_was_found_stays_beside_it_and_may_be_graver(desk: Context, send: Send, clock: Clock) -> None:
    answered(desk, clock, brought(desk, clock, send, DEMAND))

    case = case_of(desk, brought(desk, clock, send, THREAT))

    assert case.assessment.severity in {"high", "emergency"}
    assert {"act.repetition"} < set(case.assessment.acts)


def test_a_whistleblowers_report_is_bound_to_nothing_and_nothing_to_it(desk: Context, send: Send, clock: Clock) -> None:
    report = brought(desk, clock, send, DEMAND, topic="whistleblowing")
    answered(desk, clock, report)
    after = brought(desk, clock, send, AGAIN)
    second = brought(desk, clock, send, AGAIN, topic="whistleblowing")

    assert [(case_of(desk, one).state, before(desk, one)) for one in (after, second)] == [("clean", [])] * 2


def test_what_was_sent_on_to_a_restricted_desk_is_bound_to_nothing_from_then_on(
    desk: Context, send: Send, clock: Clock
) -> None:
    first = brought(desk, clock, send, DEMAND)
    answered(desk, clock, first)
    sora = staff.add(desk.store, "Sora", "lead", "ja", "hash", "SECRET", desk.now())
    mail = Mail("desk", "ja", "whistleblowing")
    routes.send_on(desk.store, Forward(first, sora.id, desk.now(), "whistleblowing", "", mail))

    again = brought(desk, clock, send, AGAIN)

    assert (case_of(desk, again).state, before(desk, again)) == ("clean", [])


def test_only_the_newest_of_a_sender_are_looked_at(
    desk: Context, send: Send, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    receipts = [brought(desk, clock, send, DEMAND) for _ in range(3)]
    monkeypatch.setattr(repetition, "MOST", 2)

    assert before(desk, brought(desk, clock, send, DEMAND)) == receipts[1:]


def test_a_fault_of_the_rule_holds_the_inquiry(
    desk: Context, send: Send, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    brought(desk, clock, send, DEMAND)
    monkeypatch.setattr(repetition, "assess_answered", lambda *_: 1 / 0)

    case = case_of(desk, brought(desk, clock, send, DEMAND))

    assert (case.state, case.assessment.unjudged, case.assessment.failed) == ("held", "ZeroDivisionError", None)
