"""What a single message is taken for: each rule on words that it means and on words that only look alike."""

import re
from datetime import UTC, datetime

import pytest

from desk.rules.repetition import excuses, pressure, unable
from desk.rules.repetition.reading import Message, Reading
from desk.rules.repetition.topics import topics


@pytest.mark.parametrize(
    ("rule", "meant", "alike"),
    [
        (pressure.COUNTED, "これで五度目です。", "3回目のお支払いができません。"),
        (pressure.COUNTED, "三回目のお願いです", "三度目の水漏れです"),
        (pressure.COUNTED, "this is my fourth request", "the server failed for the third time in a week"),
        (pressure.COUNTED, "the fourth time i am asking", "the third letter of my name"),
        (pressure.INSISTING, "できないというお返事はもう結構です", "ご返事はいりますか"),
        (pressure.INSISTING, "説明はたくさんだ", "ご説明はたくさんいただき感謝します"),
        (pressure.INSISTING, "i reject your answer completely", "the lid rejects the seal"),
        (pressure.RESUMING, "何度もお願いしています", "何度も使える券ですか"),
        (pressure.RESUMING, "as before we are asking for the money", "it was as good before"),
        (pressure.RESUMING, "a customer has told you four times", "the clerk told me four colours"),
        (pressure.CAMPAIGN, "収集の日は毎回送ります", "毎回ありがとうございます"),
        (excuses.WITHDRAWN, "やっと諦めがつきました", "どうしても諦めがつきません"),
        (excuses.WITHDRAWN, "返金はもう結構です", "返信はもう結構です"),
        (excuses.MISSED, "this answer is about hospital stays", "i want an answer and it is about time"),
        (unable.CARE, "please write in japanese", "he was placed in japanese level 2"),
    ],
)
def test_a_rule_finds_what_it_means_and_leaves_what_looks_alike(rule: re.Pattern[str], meant: str, alike: str) -> None:
    assert rule.search(meant)
    assert not rule.search(alike)


@pytest.mark.parametrize(
    ("topic", "spoken_of", "alike"),
    [
        ("chief", "a talk with the head of school", "delivered ahead of the deadline"),
        ("chief", "please ask the principal", "the principal amount of the loan"),
        ("meet", "a personal conversation, ten minutes", "we talk about face cream"),
    ],
)
def test_a_topic_is_found_in_its_words_alone(topic: str, spoken_of: str, alike: str) -> None:
    assert topic in topics(spoken_of)
    assert topic not in topics(alike)


def test_who_resumes_without_an_answer_does_not_resume() -> None:
    said = Message(
        datetime(2026, 10, 1, tzinfo=UTC), "a@one.example", "A", "I told you four times.", answered_before=False
    )
    assert not Reading(0, said).resumes
