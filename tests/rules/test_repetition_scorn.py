"""Scorn after an answer: for the answer where nothing else is said, and no word about it where something else is."""

import pytest
from dialogues import day

from desk.rules.repetition import assess


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("新卒採用の説明会の日程を教えてください。", "電話がつながらない。ふざけるな、責任者を出せ。"),
        ("ドメインの移管手続きについて教えてください。", "ログインできない。ふざけるな。"),
        ("Could you send me your company brochure by post?", "You billed me twice, you useless idiots."),
        ("Could you send me your company brochure by post?", "You charged me twice."),
    ],
)
def test_whoever_scorns_and_brings_another_matter_repeats_nothing(before: str, after: str) -> None:
    judged = assess([day(0, before, answered=False), day(3, after)])

    assert not judged.repetition
    assert judged.same_as == ()


@pytest.mark.parametrize(
    ("demand", "scorn"),
    [
        ("サーバーの料金を返金してください。", "ふざけるな、無能ども。"),
        ("サーバーの料金を返金してください。", "そんな回答で済むか、無能ども。"),
        ("Refund my server fee.", "You useless idiots. Pay up."),
        ("Refund my server fee.", "I do not accept that, you clowns."),
    ],
)
def test_scorn_alone_and_scorn_for_the_answer_go_on_with_what_was_demanded(demand: str, scorn: str) -> None:
    assert assess([day(0, demand, answered=False), day(3, scorn)]).same_as == (0,)
