"""Stretches are shown as whole words, each once; findings of one act in one field stand together."""

from typing import Any

import pytest

from desk.staff import groups
from desk.staff.stretches import LONGEST_REST, cut_nowhere, in_words, joined, without
from desk.store.screening import Assessment


def widened(text: str, *scraps: str) -> list[str]:
    """What is shown of these scraps of a text."""
    found = in_words(text, ((text.index(scrap), text.index(scrap) + len(scrap)) for scrap in scraps))
    return [text[start:end] for start, end in found]


@pytest.mark.parametrize(
    ("text", "scrap", "expected"),
    [
        ("You will regret this, believe me.", "egre", "regret"),
        ("You will regret this, believe me.", "ret th", "regret this"),
        ("I don't care.", "on'", "don't"),
        ("the man 99bottles", "9bott", "99bottles"),
        ("夜道には気をつけたほうがいい。", "道には気をつけ", "夜道には気をつけたほうがいい"),
        ("担当者の住所を晒す", "当者", "担当者"),
        ("早く直せ。", "早く直", "早く直せ"),
        ("住所を晒す", "す", "晒す"),
        ("カスタマーサービスの人", "マーサ", "カスタマーサービス"),
        ("らーめん屋", "らー", "らーめん"),
        ("佐々木さん", "佐", "佐々木さん"),
        ("殺\u200bすぞ", "すぞ", "殺\u200bすぞ"),
        ("全角ＡＢＣです", "Ｂ", "ＡＢＣ"),
        ("cafe\u0301s", "af", "cafe\u0301s"),
    ],
)
def test_a_scrap_is_widened_to_whole_words(text: str, scrap: str, expected: str) -> None:
    assert widened(text, scrap) == [expected]


def test_scraps_of_one_word_and_across_two_words_are_shown_as_the_words_they_stand_in() -> None:
    text = "abcdef ghi jkl"
    assert in_words(text, [(1, 2), (3, 4), (4, 8), (9, 10), (0, 1)]) == [(0, 10)]
    assert in_words(text, [(12, 13), (2, 3), (4, 5), (11, 12)]) == [(0, 6), (11, 14)]


def test_what_stands_around_the_words_is_left_out_and_no_word_is_nothing() -> None:
    assert widened("はい。 夜道、だ", "。 夜道、") == ["夜道"]
    assert widened("はい。 夜道、だ", "。 ") == []


def test_scraps_of_one_word_and_neighbours_are_shown_once() -> None:
    assert widened("You will regret this", "reg", "gret", "this") == ["regret", "this"]
    assert widened("夜道に気", "夜", "に") == ["夜道に"]


def test_stretches_beyond_the_text_are_cut() -> None:
    assert in_words("abc", [(-2, 9), (5, 7)]) == [(0, 3)]
    assert cut_nowhere("abc", [(1, 9), (3, 4), (-4, -2)]) == [(0, 3)]
    assert joined([(3, 5), (0, 3), (9, 9), (4, 4)]) == [(0, 5)]


@pytest.mark.parametrize(
    ("text", "scrap", "expected"),
    [
        ("担当の佐藤さん、お前の家は知ってる。", "さん、お前の家", "佐藤さん、お前の家"),
        ("本当かどうかは関係ない、晒す", "どうかは関", "本当かどうかは関係ない"),
        ("ふざけるな。明日行くぞ！", "明日行くぞ！", "明日行くぞ！"),
        ("と言う🖕だけの人", "🖕", "🖕"),
        ("I will find you", "ill fin", "will find"),
    ],
)
def test_what_was_found_is_quoted_with_no_word_cut_and_no_mark_lost(text: str, scrap: str, expected: str) -> None:
    start = text.index(scrap)
    assert [text[one:end] for one, end in cut_nowhere(text, [(start, start + len(scrap))])] == [expected]


@pytest.mark.parametrize("letter", ["a", "し"])
def test_a_word_without_an_end_is_quoted_as_far_as_it_was_found(letter: str) -> None:
    most, word = LONGEST_REST, letter * 200
    assert cut_nowhere(word, [(100, 110)]) == [(100, 110)]
    assert cut_nowhere(word, [(most - 1, most), (200 - most, 200 - most + 1)]) == [(0, most), (200 - most, 200)]


def test_what_is_taken_out_of_stretches_leaves_what_stands_before_and_behind_it() -> None:
    assert without([(0, 10), (12, 14)], [(3, 5), (9, 13)]) == [(0, 3), (5, 9), (13, 14)]
    assert without([(2, 4)], [(0, 9)]) == []
    assert without([(4, 6), (2, 5)], []) == [(2, 6)]


def finding(act: str, start: int, end: int, sign: str = "s", field: str = "message") -> dict[str, Any]:
    return {"act": act, "sign": sign, "strength": "strong", "field": field, "start": start, "end": end, "text": "x"}


def test_findings_of_one_act_in_one_field_are_one_with_all_its_signs_and_places() -> None:
    found = [
        finding("act.insult", 0, 4, "s1"),
        finding("act.threat", 2, 9),
        finding("act.insult", 3, 6, "s2"),
        finding("act.insult", 8, 9, "s1"),
        finding("act.insult", 0, 2, field="subject"),
    ]
    shown = groups.counted(Assessment(True, "high", found, [], []))
    assert [(group.number, group.act, group.field) for group in shown] == [
        (1, "act.insult", "message"),
        (2, "act.threat", "message"),
        (3, "act.insult", "subject"),
    ]
    assert shown[0].stretches() == [(0, 6), (8, 9)]
    assert shown[0].signs() == {"s1": "strong", "s2": "strong"}


def test_what_does_not_count_stands_apart_by_its_reason_and_the_numbers_go_on() -> None:
    seen = [
        {"finding": finding("act.insult", 0, 2), "reason": "quote"},
        {"finding": finding("act.insult", 1, 3), "reason": "quote"},
        {"finding": finding("act.insult", 5, 6), "reason": "idiom"},
    ]
    assessment = Assessment(True, "high", [finding("act.insult", 8, 9)], seen, [])
    shown = groups.uncounted(assessment)
    assert [(group.number, group.reason, group.stretches()) for group in shown] == [
        (2, "quote", [(0, 3)]),
        (3, "idiom", [(5, 6)]),
    ]
    assert [group.number for group in groups.harsh(assessment)] == [1, 2]
