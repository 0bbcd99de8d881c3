"""Letters that stand apart: in a whole text they tell nothing, in one word of it they may hide the word."""

import pytest

from desk import signs_files
from desk.rules.conduct import examine

MODEL, SIGNS = signs_files.model(), signs_files.read([])


@pytest.mark.parametrize(
    "text",
    [
        "あ り が と う ご ざ い ま し た",
        "ご 連 絡 く だ さ い",
        "御 社 の 商 品 を 長 年 愛 用 し て い ま す 。新 し い 商 品 の 発 売 日 を 教 え て く だ さ い 。",
        "T h a n k  y o u  v e r y  m u c h",
        "I  w o u l d  l i k e  t o  c h a n g e  m y  a d d r e s s .",
    ],
)
def test_a_harmless_text_is_no_more_unusual_for_being_spaced(text: str) -> None:
    found = examine({"message": text}, SIGNS, MODEL)
    assert (found.flagged, found.severity, found.care) == (False, "none", ())


@pytest.mark.parametrize(
    "text", ["お 前 を 殺 す", "k i l l  y o u", "デ マ ひ ろ め た よ。と う さ ん す る っ て。"]
)
def test_what_reads_strange_once_it_is_joined_is_found_as_before(text: str) -> None:
    assert examine({"message": text}, SIGNS, MODEL).flagged


@pytest.mark.parametrize("text", ["d.i.e. a.g.e.n.t.s", "y o u r nurse is a w h o r e, greetings"])
def test_who_spaces_a_word_of_a_text_or_spaces_by_full_stops_hides_something(text: str) -> None:
    assert examine({"message": text}, SIGNS, MODEL).flagged


def test_a_sign_in_a_harmless_spaced_text_is_doubted_as_in_one_that_is_not_spaced() -> None:
    text = " ".join("無能な質問ですみません。使い方を教えてください。")
    found = examine({"message": text}, SIGNS, MODEL)
    assert (found.flagged, [one.reason for one in found.suppressed]) == (False, ["ordinary"])
