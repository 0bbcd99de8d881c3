"""Repetition: the same demand again after an answer, whatever the address, name or words; and nothing else."""

import json
import random
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from desk.rules.repetition import Message, Repetition, assess

WRITTEN = Path(__file__).with_name("repetition.jsonl")
MONDAY = datetime(2026, 9, 7, 9, tzinfo=UTC)
CASES: list[dict[str, Any]] = [json.loads(line) for line in WRITTEN.read_text("utf-8").splitlines()]

REFUND = "先月解約したサーバーの料金9,800円を全額返金してください。"


def test_no_message_at_all_is_no_repetition() -> None:
    assert assess([]) == Repetition(repetition=False, count=0, since=None, same_as=(), answered=None, why="no message")


def test_one_message_alone_is_never_a_repetition_even_if_it_says_so() -> None:
    assert not said("これで十回目だ。いい加減に返金しろ。").repetition


def test_the_same_demand_after_an_answer_is_told_with_how_often_and_since_when() -> None:
    found = assess([day(0, REFUND), day(3, REFUND, answered=True), day(9, REFUND, answered=True)])

    assert found == Repetition(
        repetition=True,
        count=3,
        since=MONDAY,
        same_as=(0, 1),
        answered=MONDAY + timedelta(days=3),
        ground="asked more than once after an answer",
    )


def test_before_any_answer_nothing_is_a_repetition_but_the_times_are_counted() -> None:
    found = assess([day(0, REFUND), day(3, REFUND), day(9, REFUND)])

    assert (found.repetition, found.count, found.why) == (False, 3, "no answer yet")


def test_the_last_message_in_time_is_assessed_wherever_it_stands() -> None:
    times = [day(9, REFUND, answered=True), day(0, REFUND), day(3, REFUND, answered=True)]

    found = assess(times)

    assert (found.repetition, found.since, found.same_as) == (True, MONDAY, (1, 2))


@pytest.mark.parametrize("step", [pytest.param(4, id="some"), pytest.param(1, id="all", marks=pytest.mark.slow)])
def test_the_order_in_which_messages_are_given_changes_no_judgement(step: int) -> None:
    shuffled = random.Random(20261125)  # noqa: S311 - a shuffle, no secret
    for case in CASES[::step]:  # all of them take 3 s, and what orders them knows nothing of a case
        messages, given = messages_of(case), judged()[case["id"]]
        shuffled.shuffle(messages)
        again = assess(messages)
        assert (again.repetition, again.count) == (given.repetition, given.count)


def test_a_second_click_is_no_second_time() -> None:
    found = assess([day(0, REFUND), day(3, REFUND, answered=True), day(3, REFUND, answered=True, minutes=1)])

    assert (found.repetition, found.count, found.same_as) == (True, 2, (0,))


def test_an_answer_to_one_address_counts_for_the_next_address_of_the_same_sender() -> None:
    found = assess(
        [
            day(0, REFUND),
            day(2, REFUND, answered=True),
            day(4, "サーバー代9,800円を返金しろ。", email="yamada.taro@outlook.jp", name="ヤマダ"),
        ]
    )

    assert (found.repetition, found.count) == (True, 3)


def test_an_order_number_binds_an_unnamed_address_to_its_sender() -> None:
    found = assess(
        [
            day(0, "注文 KX-20931 の初期費用を返金してください。"),
            day(3, "注文 KX-20931 の初期費用を返金しろ。", answered=True),
            day(5, "KX-20931 の初期費用を返金しろと何度言わせる。", email="zzz9@outlook.jp", name=""),
        ]
    )

    assert (found.repetition, found.count) == (True, 3)


def test_what_names_the_same_order_is_the_same_matter_even_where_most_words_differ() -> None:
    found = assess(
        [
            day(0, "注文 KX-20931 について、初期設定の説明書が古く、作業に三時間かかりました。誠意を見せてください。"),
            day(3, "KX-20931 の三時間は帰ってきません。役員会で議題にして報告書を出しなさい。", answered=True),
            day(6, "KX-20931。報告書はどうした。役員会の議題にしたのか。", answered=True),
        ]
    )

    assert (found.repetition, found.count) == (True, 3)


def test_of_a_flood_two_hundred_earlier_times_are_counted() -> None:
    found = assess([day(number, REFUND, answered=number > 0) for number in range(250)])

    assert (found.repetition, found.count >= 201) == (True, True)


def test_other_senders_between_change_nothing() -> None:
    rooms = range(1, 40)
    between = [day(room / 24, f"第{room}会議室の予約を確認したいです。", email=f"{room}@example.org") for room in rooms]

    found = assess([day(0, REFUND), *between, day(3, REFUND, answered=True), day(9, REFUND, answered=True)])

    assert (found.repetition, found.same_as) == (True, (0, 40))


@pytest.mark.parametrize(
    "again",
    [
        "画面読み上げソフトではPDFのご回答が読めませんでした。サーバーの料金9,800円の返金について本文でお願いします。",
        "耳が聞こえないため電話はできません。サーバーの料金9,800円を返金してください。",
        "ご返信が文字化けしていました。サーバーの料金9,800円を返金してください。",
        "先ほどの金額は入力を間違えました。正しくは8,900円です。サーバーの料金を返金してください。",
        "銀行に確認したところ二度引き落とされていました。サーバーの料金9,800円を返金してください。",
        "返金は10日までにとのことでしたが、入金がありません。9,800円の返金をお願いします。",
        "サーバーの料金9,800円、確かに受け取りました。ありがとうございました。",
        "ご説明で納得しました。サーバーの料金の返金のお願いは取り下げます。",
        "お尋ねの注文番号は KX-20931 です。サーバーの料金9,800円の件です。",
    ],
)
def test_an_excuse_or_news_is_no_repetition(again: str) -> None:
    found = assess([day(0, REFUND), day(3, again, answered=True)])

    assert (found.repetition, found.why != "") == (False, True)


@pytest.mark.parametrize(
    "taunt",
    [
        "日本語が読めないのか。サーバーの料金9,800円を返金しろ。",
        "Are you deaf? サーバーの料金9,800円を返金しろ。",
    ],
)
def test_a_taunt_about_what_the_reader_can_read_excuses_nothing(taunt: str) -> None:
    assert assess([day(0, REFUND), day(2, taunt, answered=True), day(4, taunt, answered=True)]).repetition


def test_colleagues_of_one_company_are_different_senders() -> None:
    asked = "インボイスの登録番号を教えてください。"

    found = assess(
        [
            day(0, asked, email="ando@hoshino.example", name="安藤"),
            day(2, asked, email="okada@hoshino.example", name="岡田", answered=True),
        ]
    )

    assert (found.repetition, found.count) == (False, 1)


def test_a_receipt_for_another_order_is_another_matter() -> None:
    found = assess(
        [
            day(0, "Please send the receipt for order 88213."),
            day(9, "Please send the receipt for order 88907.", answered=True),
            day(19, "Please send the receipt for order 90122.", answered=True),
        ]
    )

    assert (found.repetition, found.count) == (False, 1)


def test_long_afterwards_a_calm_request_is_a_new_one() -> None:
    asked = "パスワードを忘れました。再設定をお願いします。"

    found = assess([day(0, asked), day(40, asked, answered=True)])

    assert (found.repetition, found.why) == (False, "long after the last time")


def test_pressure_without_a_matter_of_its_own_belongs_to_the_matter_before() -> None:
    times = [day(0, REFUND), day(2, REFUND, answered=True), day(4, REFUND, answered=True)]

    found = assess([*times, day(5, "いつまで待たせるんだ。早くしろ。", answered=True)])

    assert (found.repetition, found.count) == (True, 4)


def test_hostile_lengths_and_characters_are_read_to_the_end() -> None:
    parts = ["返金", "(", "a-", "1-", "\u200b", "don't accept ", "「", "ないので"]
    texts = [(part * 5_000)[:5_000] for part in parts]

    found = assess([day(number, text, answered=True) for number, text in enumerate(texts)])

    assert found.count >= 1


def test_every_written_series_is_found() -> None:
    missed = [case["id"] for case in CASES if case["expect"] and not judged()[case["id"]].repetition]

    assert missed == []


def test_no_other_written_sequence_is_called_a_repetition() -> None:
    false = [case["id"] for case in CASES if not case["expect"] and judged()[case["id"]].repetition]

    assert false == []


def test_of_a_sender_with_several_matters_no_message_on_the_way_is_called_a_repetition() -> None:
    several = [messages_of(case) for case in CASES if case["kind"].startswith("other-matters-")]

    assert len(several) == 36
    assert not any(assess(one[:end]).repetition for one in several for end in range(1, len(one) + 1))


def test_the_written_cases_are_many_half_of_them_series_in_both_languages() -> None:
    series = sum(case["expect"] for case in CASES)

    assert len(CASES) >= 120
    assert 0.4 <= series / len(CASES) <= 0.6
    assert {case["id"][:2] for case in CASES} >= {"ja", "en"}
    assert len({case["id"] for case in CASES}) == len(CASES)


def said(*texts: str) -> Repetition:
    return assess([day(number, text, answered=True) for number, text in enumerate(texts)])


def day(days: float, text: str, *, answered: bool = False, minutes: int = 0, **who: str) -> Message:
    sender = {"email": "yamada.taro@gmail.com", "name": "山田 太郎"} | who
    at = MONDAY + timedelta(days=days, minutes=minutes)
    return Message(at=at, message=text, answered_before=answered, **sender)


@cache
def judged() -> dict[str, Repetition]:
    """What is said of each written case, once for all tests."""
    return {case["id"]: assess(messages_of(case)) for case in CASES}


def messages_of(case: dict[str, Any]) -> list[Message]:
    return [Message(**{**row, "at": datetime.fromisoformat(row["at"])}) for row in case["messages"]]
