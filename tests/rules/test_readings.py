"""The reading of a name in kana, as keyboards and people write it."""

import pytest

from desk.rules.inquiry import Draft, check, check_tidied, tidy

TOPICS = frozenset({"general"})


def named(kana: str) -> Draft:
    return Draft(
        name="山田 花子", kana=kana, email="hanako@example.jp", subject="見学", message="お願いします。", consent=True
    )


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("メ－カ－", "メーカー"),
        ("ﾒ-ｶ-", "メーカー"),
        ("すー–ぱ—―", "スーーパーー"),
        ("か゛は゜", "ガパ"),
        ("ｶ゛う゛わ゛", "ガヴヷ"),
        ("ヤマダ-ハナコ", "ヤマダーハナコ"),
        ("ジャン＝ピエール", "ジャン=ピエール"),
        ("ジャン゠ピエール", "ジャン゠ピエール"),
        ("ヤマダ（ハナコ）", "ヤマダ(ハナコ)"),
        ("ヤマダ，ハナコ", "ヤマダ,ハナコ"),
    ],
)
def test_dashes_and_sound_marks_are_folded_and_what_parts_names_passes(typed: str, stored: str) -> None:
    draft = tidy(named(typed))
    assert draft.kana == stored
    assert tidy(draft) == draft
    assert check(named(typed), TOPICS) == check_tidied(draft, TOPICS) == ()


@pytest.mark.parametrize("typed", ["-", "-ヤマダ", "ヤマダ -", "゛ヤマダ", "あ゛"])
def test_a_mark_that_belongs_to_no_letter_is_a_problem(typed: str) -> None:
    assert [problem.field for problem in check(named(typed), TOPICS)] == ["kana"]
