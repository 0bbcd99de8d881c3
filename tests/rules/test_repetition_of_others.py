"""Repetition under another name: what a reader of dialogues may say of it, and whom it may not be asked about."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from dialogues import BIRTHDAY, OTHER, REFUND, SERIES, Says, day

from desk.rules.repetition import Heard, Message, assess, excuses
from desk.rules.repetition.answering import Sent, assess_answered
from desk.rules.repetition.assess import (
    ON_ONE_MATTER,
    ON_ONE_OF_A_STRANGER,
    SURE_OF_A_STRANGER,
    SURE_OF_ANOTHER_NAME,
    SURE_OF_SEVERAL,
)
from desk.rules.repetition.told import MOST_EARLIER


@pytest.mark.parametrize(
    ("name", "email"),
    [("Maria Lopez", "mlopez@yahoo.co.jp"), ("", "k-s@gmail.com"), ("山田 花子", "hanako@firm.co.jp")],
)
def test_what_another_name_wrote_is_repeated_only_where_the_reader_is_very_sure(name: str, email: str) -> None:
    told = [day(0, REFUND, answered=False, email="yamada@firm.co.jp"), day(3, BIRTHDAY, email=email, name=name)]
    sure, on_one = SURE_OF_ANOTHER_NAME + 0.1, ON_ONE_MATTER + 0.1

    assert not assess(told, Says(SURE_OF_ANOTHER_NAME, on_one)).repetition
    assert not assess(told, Says(sure, ON_ONE_MATTER)).repetition
    heard = assess(told, Says(sure, on_one))
    assert (heard.repetition, heard.heard, heard.same_as) == (True, True, (0,))


class SaysOfOthers(Says):
    """A reader that hears nothing in the sender's own dialogue."""

    def hear(self, last: Message, earlier: Sequence[Message]) -> Heard:
        """Say it where another name is read as well."""
        heard = super().hear(last, earlier)
        return heard if {one.name for one in earlier} != {last.name} else Heard(-9.0, (-9.0,) * len(earlier))


ANOTHER = day(1, "サーバー代を返してください。", email="hanako@firm.co.jp", name="山本 花子")


def test_what_others_wrote_is_read_only_where_nothing_is_heard_in_what_the_sender_wrote() -> None:
    reader = Says(9.0, 9.0, 9.0)

    assert assess([SERIES[0], ANOTHER, SERIES[1]], reader).same_as == (0,)
    assert [len(earlier) for _, earlier in reader.given] == [1]


def test_with_another_name_what_the_sender_wrote_is_bound_only_where_it_is_as_surely_the_same() -> None:
    told, sure = [SERIES[0], ANOTHER, SERIES[1]], ON_ONE_MATTER + 0.1

    assert assess(told, SaysOfOthers(9.0, sure, ON_ONE_MATTER)).same_as == (1,)
    assert assess(told, SaysOfOthers(9.0, sure, sure)).same_as == (0, 1)
    assert not assess(told, SaysOfOthers(9.0, ON_ONE_MATTER, sure)).repetition


def test_what_another_name_wrote_speaks_against_a_doubt() -> None:
    told = [
        SERIES[0],
        ANOTHER,
        day(3, "サーバー代の返金をお願いします。"),
        day(6, "サーバーの9,800円、ご返金をお願いできますか。"),
    ]

    assert assess(told).repetition
    assert assess(told, Says(-9.0)).doubted
    assert assess(told, SaysOfOthers(9.0, 9.0, 9.0, 9.0)) == assess(told)


def test_what_the_rule_binds_stays_bound_beside_another_name() -> None:
    told = [SERIES[0], ANOTHER, day(3, "返金の件、承知しました。ところで先月の9,800円はうちには大金です。")]

    assert (assess(told).repetition, assess(told).same_as) == (False, (0,))
    assert assess(told, SaysOfOthers(9.0, 9.0, -9.0)).same_as == (0, 1)


def test_what_others_wrote_takes_no_place_from_what_the_sender_wrote() -> None:
    reader = Says(-9.0)
    others = [day(number, OTHER, email=f"a{number}@firm.co.jp", name=f"佐藤 {number}") for number in range(1, 9)]

    assess([SERIES[0], *others, day(20, BIRTHDAY)], reader)

    (_, alone), (_, among_others) = reader.given
    assert alone == [REFUND]
    assert len(among_others) == MOST_EARLIER
    assert among_others[-1] == REFUND


def test_a_second_click_is_no_other_name() -> None:
    clicked = day(timedelta(minutes=4) / timedelta(days=1), REFUND, answered=False)
    reader = Says(-9.0)

    found = assess([SERIES[0], clicked, SERIES[1]], reader)

    assert (found.repetition, found.count) == (False, 1)
    assert [earlier for _, earlier in reader.given] == [[REFUND]]


@pytest.mark.parametrize(
    "likewise",
    [
        "I live with Ada. I got the same fee. I think it is unfair, please take it back.",
        "My neighbour told me about it. Please refund the server fee.",
        "私も同じ料金を取られました。返金してください。",
        "同僚から聞きました。サーバー代を返してください。",
    ],
)
def test_who_tells_that_the_same_befell_them_repeats_nobody(likewise: str) -> None:
    assert not assess([ANOTHER, day(5, likewise)], SaysOfOthers(9.0, 9.0)).repetition


@pytest.mark.parametrize("alike", ["the same fee again", "私の料金です", "my brother wrote", "i want mine back"])
def test_not_every_same_is_another_case(alike: str) -> None:
    assert not excuses.LIKEWISE.search(alike)


def test_a_stranger_in_need_keeps_nobody_from_being_heard_and_is_spared_in_what_is_repeated() -> None:
    help_me = day(0.5, "I am blind and use a screen reader.", email="poe@firm.co.jp", name="Ann Poe")
    told = [help_me, ANOTHER, SERIES[1]]

    assert assess(told, SaysOfOthers(9.0, 9.0, -9.0)).same_as == (1,)
    assert not assess(told, SaysOfOthers(9.0, 9.0, 9.0)).repetition


def test_need_that_was_told_long_ago_spares_who_told_it_and_no_other() -> None:
    need = f"目が不自由で読み上げソフトを使っています。{REFUND}"
    last, unheard = day(20, BIRTHDAY), SaysOfOthers(9.0, 9.0, 9.0, 9.0, -9.0)
    others = [replace(ANOTHER, at=ANOTHER.at + timedelta(days=3 * at)) for at in range(4)]
    own, another = day(0, need, answered=False), replace(ANOTHER, at=SERIES[0].at, message=need)

    assert not assess([own, *others, last], unheard).repetition
    assert assess([another, *others, last], unheard).repetition
    assert not assess([another, *others, last], SaysOfOthers(*[9.0] * 6)).repetition


def test_more_has_to_be_heard_of_what_a_desk_gathered_for_it_may_be_a_strangers() -> None:
    told, at_a_desk = [ANOTHER, SERIES[1]], [sent(ANOTHER, answered_after=timedelta(days=1)), sent(SERIES[1])]
    unsure = Says(SURE_OF_A_STRANGER, ON_ONE_OF_A_STRANGER + 0.1), Says(9.0, ON_ONE_OF_A_STRANGER)

    for hearer in unsure:
        assert assess(told, hearer).repetition
        assert not assess_answered(at_a_desk, hearer).repetition
    sure = Says(SURE_OF_A_STRANGER + 0.1, ON_ONE_OF_A_STRANGER + 0.1)
    assert assess_answered(at_a_desk, sure).repetition


def sent(message: Message, answered_after: timedelta | None = None) -> Sent:
    """The message as it came to a desk, which answered it so much later."""
    answers = () if answered_after is None else (message.at + answered_after,)
    return Sent(message.at, message.email, message.name, message.message, answers)


def test_another_name_lowers_nothing_that_has_to_be_heard_among_several_matters() -> None:
    told = [ANOTHER, day(1, OTHER), day(2, REFUND), day(5, BIRTHDAY)]

    assert not assess(told, Says(SURE_OF_SEVERAL, 9.0, 9.0, 9.0)).repetition
    assert assess(told, Says(SURE_OF_SEVERAL + 0.1, 9.0, 9.0, 9.0)).repetition
    assert not assess(told, Says(SURE_OF_SEVERAL, 9.0, 9.0, 9.0), gathered=True).repetition
    assert assess(told, Says(SURE_OF_SEVERAL + 0.1, 9.0, 9.0, 9.0), gathered=True).repetition


def test_who_could_not_use_the_answer_is_not_heard_among_others() -> None:
    reader = Says(9.0, 9.0, 9.0)
    told = [SERIES[0], ANOTHER, day(3, "ご返信が文字化けしていました。サーバーの料金9,800円を返金してください。")]

    assert not assess(told, reader).repetition
    assert reader.given == []


def test_what_is_no_repetition_after_all_is_bound_to_nobody() -> None:
    unanswered = day(5, "I never got your answer. Please refund the server fee.", email="s@firm.co.jp", name="鈴木")

    found = assess([ANOTHER, unanswered], SaysOfOthers(9.0, 9.0))

    assert (found.repetition, found.count, found.same_as) == (False, 1, ())


def test_where_the_sender_wrote_enough_nothing_of_others_is_read() -> None:
    reader = Says(-9.0)
    own = [day(number, OTHER.replace("会議室", f"第{number}会議室")) for number in range(2, 2 + MOST_EARLIER)]

    assess([ANOTHER, *own, day(20, BIRTHDAY)], reader)

    assert len(reader.given) == 1


QUOTE, SURE = "見積をお願いします。", (9.0, 9.0, 9.0)


def from_one_house(last: str, *, name: str = "鈴木 花子", host: str = "corp.example") -> bool:
    told = [
        day(0, QUOTE, answered=False, email=f"sato@{host}", name="佐藤 健"),
        day(2, last, email=f"suzuki@{host}", name=name),
    ]
    return assess(told, Says(*SURE)).repetition


def test_colleagues_who_ask_for_the_same_repeat_nobody_whatever_is_heard() -> None:
    assert not from_one_house(QUOTE)
    assert not from_one_house(f"至急、{QUOTE}")
    assert from_one_house(QUOTE, host="gmail.com")


@pytest.mark.parametrize("family", ["佐藤 花子", "佐藤花子"])
def test_who_bears_the_family_name_may_be_made_up_in_one_house_too(family: str) -> None:
    assert from_one_house(QUOTE, name=family)


@pytest.mark.parametrize("knows", ["再度、", "お断りのお返事は拝見しましたが、"])
def test_who_speaks_of_an_earlier_time_may_be_heard_under_a_colleagues_name(knows: str) -> None:
    assert from_one_house(f"{knows}{QUOTE}")


def test_who_asked_more_than_once_may_go_on_under_a_colleagues_name() -> None:
    sato = {"email": "sato@corp.example", "name": "佐藤 健"}
    told = [day(0, QUOTE, answered=False, **sato), day(2, f"至急、{QUOTE}", **sato)]

    assert assess([*told, day(4, QUOTE, email="suzuki@corp.example", name="鈴木 花子")], Says(*SURE)).repetition
