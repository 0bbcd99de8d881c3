"""Answers: which day one may be recorded for, and that only an answer on the same matter makes a repetition."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from desk.rules.repetition import Sent, assess_answered, marks
from desk.rules.repetition.answering import answerable, answered_on, last_answer, moment
from desk.rules.review import Fault, NotAllowed

MONDAY = datetime(2026, 9, 7, 9, tzinfo=UTC)
JAPAN = timezone(timedelta(hours=9))
TODAY = date(2026, 9, 20)

REFUND = "先月解約したサーバーの料金9,800円を全額返金してください。"
REFUND_AGAIN = "返金しないという回答には納得できません。サーバーの料金9,800円を全額返金してください。"
DOMAIN = "ドメインの移管に必要な認証コードの確認方法を教えてください。"


def sent(day: float, message: str, *answered: float, email: str = "ken@example.jp", name: str = "佐藤 健") -> Sent:
    times = tuple(MONDAY + timedelta(days=each) for each in answered)
    return Sent(MONDAY + timedelta(days=day), email, name, message, times)


def test_the_same_demand_after_its_answer_is_a_repetition() -> None:
    found = assess_answered([sent(0, REFUND, 2), sent(5, REFUND_AGAIN)])
    assert (found.repetition, found.count, found.same_as) == (True, 2, (0,))


def test_who_waits_for_an_answer_repeats_nothing_however_often() -> None:
    found = assess_answered([sent(day, REFUND) for day in range(5)])
    assert (found.repetition, found.count, found.why) == (False, 5, "no answer yet")


def test_an_answer_on_another_matter_is_none_on_this_one() -> None:
    found = assess_answered([sent(0, DOMAIN, 1), sent(2, REFUND), sent(5, REFUND_AGAIN)])
    assert (found.repetition, found.count, found.same_as) == (False, 2, (1,))


@pytest.mark.parametrize(
    "again",
    [
        "As I asked before, I want the deposit for the flat refunded.",
        "I told you already: I want the deposit for the flat refunded.",
        "何度もお願いしていますが、部屋の敷金を返金してください。",
    ],
)
def test_who_goes_on_with_one_matter_has_no_answer_on_another(again: str) -> None:
    deposit = "部屋の敷金を返金してください。" if "敷金" in again else "I want my deposit for the flat refunded."
    found = assess_answered([sent(0, deposit), sent(3, "When does the swimming pool open?", 4), sent(9, again)])
    assert (found.repetition, found.same_as, found.why) == (False, (0,), "no answer yet")


def test_who_counts_is_believed_where_an_earlier_asking_came_after_an_answer() -> None:
    asked = [sent(0, REFUND, 2), sent(3, f"銀行に確認したところ、まだ入金がありません。{REFUND}")]
    assert assess_answered([*asked, sent(6, f"四度目のお願いです。{REFUND}")]).repetition
    assert not assess_answered([*asked, sent(6, f"{REFUND}いかがでしょうか。")]).repetition


def test_who_counts_what_was_asked_before_any_answer_was_only_waiting() -> None:
    counted = "三回目のご連絡です。サーバーの料金を返金していただけないでしょうか。"
    assert not assess_answered([sent(0, REFUND), sent(3, REFUND, 4), sent(6, counted)]).repetition


def test_an_answer_that_came_after_the_message_is_none_before_it() -> None:
    assert not assess_answered([sent(0, REFUND, 6), sent(5, REFUND_AGAIN)]).repetition


def test_another_address_of_the_same_name_is_the_same_sender() -> None:
    found = assess_answered([sent(0, REFUND, 2), sent(5, REFUND_AGAIN, email="other@example.com")])
    assert (found.repetition, found.count) == (True, 2)


def test_a_follow_up_that_tells_something_new_is_no_repetition() -> None:
    news = "先日の件ですが、新しく届いた請求書を確認したところ、別の月の料金も二重に請求されていました。"
    assert not assess_answered([sent(0, REFUND, 2), sent(5, news)]).repetition


def test_the_last_answer_is_the_last_one_before_the_moment() -> None:
    times = [sent(0, REFUND, 1, 3), sent(2, REFUND, 9)]
    assert last_answer(times, MONDAY + timedelta(days=5)) == MONDAY + timedelta(days=3)
    assert last_answer(times, MONDAY) is None


@pytest.mark.parametrize("state", ["received", "held", "claimed", "escalated"])
def test_what_no_desk_has_cannot_have_been_answered(state: str) -> None:
    with pytest.raises(NotAllowed):
        answerable(state)


@pytest.mark.parametrize("state", ["clean", "released", "refused"])
def test_what_a_desk_has_can_have_been_answered(state: str) -> None:
    assert answerable(state) is None


@pytest.mark.parametrize("typed", ["", "yesterday", "2026-13-01", "20/09/2026"])
def test_what_is_no_day_is_told(typed: str) -> None:
    found = answered_on(typed, received=TODAY, today=TODAY)
    assert found == Fault("answered_on", "Give the day of the answer: year, month and day.")


@pytest.mark.parametrize("typed", ["2026-09-09", "2026-09-21"])
def test_a_day_before_the_inquiry_or_in_the_future_is_refused(typed: str) -> None:
    found = answered_on(typed, received=date(2026, 9, 10), today=TODAY)
    assert found == Fault("answered_on", "Choose a day from the arrival of the inquiry to today.")


@pytest.mark.parametrize("typed", ["2026-09-10", " 2026-09-20 "])
def test_any_day_from_the_arrival_to_today_is_taken(typed: str) -> None:
    assert answered_on(typed, received=date(2026, 9, 10), today=TODAY) == date.fromisoformat(typed.strip())


def test_an_answer_of_today_was_given_by_now_and_one_of_another_day_by_its_end() -> None:
    now = datetime(2026, 9, 20, 11, 30, tzinfo=JAPAN)
    assert moment(TODAY, now) == now
    assert moment(date(2026, 9, 18), now) == datetime(2026, 9, 18, 23, 59, 59, tzinfo=JAPAN)


def test_a_sender_is_found_again_by_mailbox_and_by_a_whole_name() -> None:
    assert marks("Ken.Sato+x@example.jp", "佐藤 健") == ("mailbox kensato@example.jp", "name 佐藤健")
    assert marks("a@example.jp", "Taro Tanaka") == marks("a@example.jp", "TANAKA Taro")
    assert set(marks("a@example.jp", "Shanique Brodeur")) < set(marks("a@example.jp", "Shaniqu3 Brod3ur"))
    assert set(marks("a@example.jp", "Kaito Tanaka")) < set(marks("a@example.jp", "Kaito99 Tanaka"))
    assert marks("a@example.jp", "たなか たろう")[1] == marks("a@example.jp", "Tanaka Taro")[1]


@pytest.mark.parametrize("name", ["", "佐藤", "Ken", "匿名", "名無し"])
def test_half_a_name_or_none_finds_nobody(name: str) -> None:
    assert marks("a@example.jp", name) == ("mailbox a@example.jp",)
