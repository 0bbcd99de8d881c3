"""An order, a booking or this week's list, asked for on other days too, is another; a demand in such words is not."""

import pytest
from dialogues import Says, day

from desk.rules.repetition import Repetition, assess
from desk.rules.repetition.assess import SURE_OF_ENDED


def every(days: float, *texts: str, reader: Says | None = None) -> Repetition:
    """The last of these messages, so many days apart, each sent after an answer to those before it."""
    return assess([day(days * at, text, answered=at > 0) for at, text in enumerate(texts)], reader)


@pytest.mark.parametrize(
    "text",
    [
        "弁当を10個注文します。",
        "会議室の予約をお願いします。",
        "今週の在庫表を送ってください。",
        "いつもお世話になっております。青葉の佐藤です。金曜までに弁当を10個ご注文したいです。",
        "Please send this week's price list.",
        "We would like to order 20 boxes of paper.",
        "Hello, please reserve the meeting room for ten people by Friday. Kind regards, Taro",
    ],
)
def test_what_is_ordered_or_due_every_week_is_no_repetition_and_no_reader_makes_it_one(text: str) -> None:
    assert not every(7, text, text, text).repetition
    assert not every(7, text, text, text, reader=Says(9.0, 9.0, 9.0)).repetition
    assert every(0.2, text, text, text).repetition


def test_a_booking_for_another_day_is_another_booking() -> None:
    visits = (f"{on}の見学を二名で予約したいです。" for on in ("火曜", "来週火曜", "再来週の火曜"))

    assert not every(7, *visits).repetition


def test_a_daily_order_may_come_a_little_earlier_than_the_day_before() -> None:
    assert not every(0.95, *["弁当を10個注文します。"] * 3).repetition


@pytest.mark.parametrize("text", ["今週の在庫表を送ってください。", "Please send this month's price list."])
def test_what_is_due_once_in_a_period_is_asked_again_within_it(text: str) -> None:
    assert every(2, text, text, text).repetition


@pytest.mark.parametrize(
    "text",
    [
        "注文した弁当の返金をお願いします。",
        "特別に満席の日を予約させてください。",
        "今月の会費を無料にしてください。",
        "今週の女性社員の写真を送ってください。",
        "社長との面会を予約してください。",
        "もう一度、会議室の予約をお願いします。",
        "会議室の予約をお願いします。取れないとは言わせません。",
        "Please refund this month's fee.",
        "I would like to order it with a discount.",
        "I would like to book a room as an exception to your rule.",
        "Please book me a dinner with your president.",
        "I want to book the room again.",
        "We order you to delete the page.",
        "I want to order your clerk to kneel.",
        "Please book me an upgrade to first class at no cost.",
        "ただでスイートルームの予約をお願いします。",
        "受付の山田さんを指名で予約します。",
        "明日の受付の当番表を送ってください。",
        "Please book a table for four on 12 December at 7 pm.",
        "12月24日19時に4名で予約をお願いします。",
    ],
)
def test_a_refund_a_favour_or_a_person_is_demanded_again_in_such_words_too(text: str) -> None:
    assert every(7, text, text, text).repetition


def test_a_booking_after_a_demand_in_like_words_is_the_demand() -> None:
    booking = "会議室の予約をお願いします。"

    assert every(7, "会議室の予約を無料でお願いします。", booking, booking).repetition


@pytest.mark.parametrize("days", [1, 7, 14, 28, 30])
@pytest.mark.parametrize(
    "text",
    [
        "Three trays of plums for Saturday please.",
        "Kiln 4 on Monday at six again please, Ines",
        "Same as last time: 12 rye, 8 white. Thanks!",
        "Same again please.",
        "Morning! The usual two crates to the back door please.",
        "We want two crates of new potatoes, same as ever.",
        "食パン6斤と牛乳4本、いつもの時間にお願いします。",
        "コピー用紙3箱、午前中にお願いできますか?",
        "トナー2箱、前回と同じでお願いいたします。",
    ],
)
def test_goods_by_number_in_a_rhythm_are_ordered_without_a_verb_unless_it_sounds_otherwise(
    text: str, days: float
) -> None:
    thrice = (text, text, text)
    assert not every(days, *thrice).repetition
    assert not every(days, *thrice, reader=Says(SURE_OF_ENDED, 9.0, 9.0)).repetition
    assert every(days, *thrice, reader=Says(SURE_OF_ENDED + 0.1, 9.0, 9.0)).heard


def test_an_order_put_right_within_the_day_keeps_its_rhythm() -> None:
    six = "Six loaves for Friday please"
    sent = ((0, six), (7, six), (7.1, "Seven loaves please"), (14, six))
    assert not assess([day(at, text, answered=at > 0) for at, text in sent]).repetition


@pytest.mark.parametrize("hour", [0, 15], ids=["on Monday", "so early that it is Sunday in UTC"])
def test_an_order_of_every_working_day_may_leave_out_the_weekend(hour: int) -> None:
    sent = [day(at - hour / 24, "Two dinners please", answered=at > 0) for at in (0, 1, 2, 3, 4, 7)]
    assert not assess(sent).repetition


@pytest.mark.parametrize("days", [3, 10, 17])
def test_goods_by_number_without_a_rhythm_are_asked_for_again(days: float) -> None:
    assert every(days, *["Three trays of plums for Saturday please."] * 3).repetition


@pytest.mark.parametrize(
    "text",
    [
        "The 40 euros please, by Friday.",
        "Give me 30,000 by Friday.",
        "My deposit of 300 by Friday please.",
        "Call me on Monday at 5 please.",
        "Desks 3 and 4 moved to the window please.",
        "Take the two cameras down please.",
        "Two months back on my account please.",
        "The same answer as to my neighbour please.",
        "The tennis court please.",
        "Sack the two clerks by Friday.",
        "I request that the 3 lamps outside number 8 be taken down.",
        "I insist on two seats in the front row.",
        "Once more: two trays please.",
        "Two trays please. I keep asking.",
        "A table for four on 12 December at 7 pm please.",
        "The 4 lamps switched off please.",
        "The two cameras gone by Friday please.",
        "The names of the two clerks please.",
        "Two vouchers for my trouble please.",
        "お詫びの品2個お願いします。",
        "2人分の差額3,000円お願いします。",
        "担当者2名から電話お願いします。",
        "担当2名を首にしてください。",
        "何度も言いますが、弁当2個お願いします。",
        "12月24日19時に4名でお願いします。",
    ],
)
def test_money_an_answer_a_change_or_an_earlier_time_is_no_order_however_regular(text: str) -> None:
    assert every(7, text, text, text).repetition
