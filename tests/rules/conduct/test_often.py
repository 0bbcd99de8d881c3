"""What is written many times: an excuse for most of it hides nothing that stands among them."""

import pytest

from desk import signs_files
from desk.rules.conduct import Examination, examine
from desk.rules.conduct.shapes import MOST_EXCUSED, MOST_FINDINGS

SIGNS = signs_files.read()


def examined(text: str) -> Examination:
    return examine({"message": text}, SIGNS)


@pytest.mark.parametrize(
    ("excused", "threat"),
    [
        ('He wrote "I will kill you". ', "Now it is my turn: I will kill you."),
        ("My boss will kill me. ", "I will kill you."),
        ("彼は「お前を殺すぞ」と言いました。", "今度は俺の番だ。お前を殺すぞ。"),
    ],
)
@pytest.mark.parametrize("times", [3, 7, 20])
def test_a_threat_behind_many_excused_ones_is_found(excused: str, threat: str, times: int) -> None:
    found = examined(excused * times + threat)
    assert found.severity == "emergency"
    assert {one.start >= len(excused) * times for one in found.findings} == {True}
    assert examined(excused * times).findings == ()


def test_behind_so_many_excused_ones_none_is_believed() -> None:
    assert examined("「殺すぞ」と書かれました。" * MOST_EXCUSED).findings == ()
    assert examined("「殺すぞ」と書かれました。" * (MOST_EXCUSED + 1)).flagged


def test_what_stands_there_more_often_than_it_counts_is_found_no_more_often() -> None:
    found = [finding.sign for finding in examined("死ね。" * 100).findings]
    assert {found.count(sign) for sign in found} == {MOST_FINDINGS}
