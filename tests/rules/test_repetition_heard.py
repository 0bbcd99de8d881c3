"""Repetition where a reader of dialogues is asked: what it may say, and where the rule alone speaks."""

import pytest
from dialogues import BIRTHDAY, MONDAY, OTHER, REFUND, SERIES, Says, day

from desk.rules.repetition import assess
from desk.rules.repetition.assess import (
    DOUBT,
    ON_ONE_MATTER,
    SURE,
    SURE_OF_ANOTHER,
    SURE_OF_ENDED,
    SURE_OF_EXCUSED,
    SURE_OF_NEWS,
    SURE_OF_SEVERAL,
)
from desk.rules.repetition.told import MOST_EARLIER


def test_what_no_sign_shows_is_a_repetition_where_the_reader_is_sure_and_says_so() -> None:
    alone, both = assess(SERIES), assess(SERIES, Says(SURE_OF_ANOTHER + 0.1, ON_ONE_MATTER + 0.1))

    assert not alone.repetition
    assert (both.repetition, both.heard, both.count, both.same_as) == (True, True, 2, (0,))
    assert (both.answered, both.since, both.why) == (SERIES[1].at, MONDAY, "")


def test_a_reader_that_is_not_sure_changes_nothing() -> None:
    assert assess(SERIES, Says(SURE_OF_ANOTHER, ON_ONE_MATTER + 1)) == assess(SERIES)


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("返金の件ですが、先月の9,800円はうちには大金です。", SURE),
        ("返金の件、承知しました。ところで先月の9,800円はうちには大金です。", SURE_OF_NEWS),
    ],
)
def test_less_is_enough_where_the_rule_sees_one_matter_and_only_no_repetition(text: str, sure: float) -> None:
    told = [SERIES[0], day(3, text)]

    alone = assess(told)
    assert (alone.count, alone.repetition) == (2, False)
    assert assess(told, Says(sure)) == alone
    assert assess(told, Says(sure + 0.1, ON_ONE_MATTER + 0.1)).heard


def test_what_the_rule_sees_is_no_repetition_where_the_reader_doubts_it() -> None:
    told = [
        day(0, REFUND, answered=False),
        day(3, "サーバー代の返金をお願いします。"),
        day(6, "サーバーの9,800円、ご返金をお願いできますか。"),
    ]

    assert assess(told).repetition
    assert assess(told, Says(DOUBT + 0.1)) == assess(told)
    doubted = assess(told, Says(DOUBT))
    assert (doubted.repetition, doubted.doubted, doubted.why, doubted.count) == (False, True, "reads otherwise", 3)


def test_the_reader_is_not_asked_before_an_answer_nor_of_a_first_message() -> None:
    reader = Says(9.0, 9.0)

    for told in ([day(0, REFUND)], [day(0, REFUND, answered=False), day(3, REFUND, answered=False)]):
        assert not assess(told, reader).repetition
    assert reader.given == []


def test_a_new_address_and_another_spelling_are_one_sender() -> None:
    again = day(3, BIRTHDAY, email="taro@example.com", name="山田太郎")

    assert assess([SERIES[0], again], Says(9.0, 9.0)).repetition


def test_the_newest_messages_are_given_those_on_the_matter_by_the_rule_before_the_others() -> None:
    reader = Says(-9.0)
    others = [day(number, OTHER.replace("会議室", f"第{number}会議室")) for number in range(1, 9)]
    again = "先月のサーバー代の返金をお願いします。"

    assess([day(0, REFUND, answered=False), *others, day(20, again)], reader)

    ((last, earlier),) = reader.given
    assert last == again
    assert len(earlier) == MOST_EARLIER
    assert earlier[-1] == REFUND
    assert earlier[0] == others[-1].message


def test_of_several_matters_only_those_that_are_heard_to_be_the_same_are_bound() -> None:
    told = [day(0, OTHER, answered=False), day(2, REFUND), day(5, BIRTHDAY)]

    assert assess(told, Says(9.0, 3.0, -1.0)).same_as == (1,)
    assert assess(told, Says(9.0, 3.0, 3.0)).same_as == (0, 1)


def test_of_several_matters_that_the_rule_takes_apart_more_has_to_be_heard() -> None:
    several = [day(0, OTHER, answered=False), day(2, REFUND), day(5, BIRTHDAY)]
    one = [day(2, REFUND, answered=False), day(5, BIRTHDAY)]

    assert not assess(several, Says(SURE_OF_SEVERAL, 9.0, -1.0)).repetition
    assert assess(several, Says(SURE_OF_SEVERAL + 0.1, 9.0, -1.0)).repetition
    assert assess(one, Says(SURE_OF_SEVERAL, 9.0)).repetition


def test_where_nothing_is_heard_to_be_the_same_matter_nothing_is_repeated() -> None:
    told = [day(0, OTHER, answered=False), day(2, REFUND), day(5, BIRTHDAY)]

    assert assess(told, Says(9.0, ON_ONE_MATTER, -1.0)) == assess(told)


def test_what_the_rule_takes_for_one_matter_and_is_heard_to_be_another_is_not_bound() -> None:
    told = [
        day(0, REFUND, answered=False),
        day(2, "サーバー代の返金をお願いします。"),
        day(5, f"サーバー代の件。{BIRTHDAY}"),
    ]

    assert assess(told).same_as == (0, 1)
    assert assess(told, Says(9.0, ON_ONE_MATTER + 1, ON_ONE_MATTER)).same_as == (1,)


@pytest.mark.parametrize(
    ("excused", "enough"),
    [
        (
            "先ほどの金額は入力を間違えました。正しくは8,900円です。サーバーの料金を返金してください。",
            SURE_OF_EXCUSED,
        ),
        ("サーバーの料金9,800円、確かに受け取りました。ありがとうございました。", SURE_OF_EXCUSED),
        ("ご説明で納得しました。サーバーの料金の返金のお願いは取り下げます。", SURE_OF_ENDED),
        ("私は82歳です。サーバーの料金9,800円を返金してください。", SURE_OF_EXCUSED),
    ],
)
def test_an_excuse_that_the_rule_has_found_stands_unless_the_reader_is_very_sure(excused: str, enough: float) -> None:
    told = [SERIES[0], day(3, excused)]

    found = assess(told, Says(enough, 9.0))

    assert (found.repetition, found.heard) == (False, False)
    assert found.why not in ("", "nothing like it before")
    assert assess(told, Says(enough + 0.1, 9.0)).heard


@pytest.mark.parametrize(
    "unusable",
    [
        "ご返信が文字化けしていました。サーバーの料金9,800円を返金してください。",
        "まだ返金の回答が届いていません。サーバーの料金9,800円です。",
        "耳が聞こえないため電話はできません。サーバーの料金9,800円を返金してください。",
    ],
)
def test_that_the_answer_could_not_be_used_stands_whatever_the_reader_hears(unusable: str) -> None:
    assert not assess([SERIES[0], day(3, unusable)], Says(99.0, 99.0)).repetition


def test_who_announces_to_go_on_is_not_doubted() -> None:
    assert assess([SERIES[0], day(3, "サーバーの料金9,800円を返金するまで毎日書きます。")], Says(-9.0)).repetition


@pytest.mark.parametrize(
    "care",
    ["目が不自由で読み上げソフトを使っています。", "I am blind and use a screen reader."],
)
def test_care_outranks_what_the_reader_hears(care: str) -> None:
    assert not assess([*SERIES[:1], day(3, f"{care}{BIRTHDAY}")], Says(9.0, 9.0)).repetition
    long_ago = [day(0, f"{care}{REFUND}", answered=False), *(day(n, OTHER) for n in range(1, 4 + MOST_EARLIER))]
    assert not assess([*long_ago, day(30, BIRTHDAY)], Says(9.0, *[9.0] * MOST_EARLIER)).repetition


def test_an_age_excuses_nobody_who_announces_to_go_on() -> None:
    goes_on = "私は82歳です。サーバーの料金9,800円を返金するまで毎日送り続けます。"
    assert assess([SERIES[0], day(3, goes_on)]).repetition


def test_a_second_click_is_judged_as_the_first() -> None:
    told = [*SERIES, day(3.001, BIRTHDAY)]

    assert assess(told, Says(9.0, 9.0)) == assess(SERIES, Says(9.0, 9.0))
