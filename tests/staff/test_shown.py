"""How a customer's text is shown: covered, marked, and with nothing invisible in it."""

import pytest

from desk.staff.shown import Piece, pieces, visible


def test_a_text_without_findings_is_one_run() -> None:
    assert pieces("お世話に\r\nなります。", [], revealed=False) == (Piece("plain", "お世話に\r\nなります。"),)


def test_covered_words_hold_none_of_their_letters() -> None:
    shown = pieces("おい死ね、返事しろ", [(2, 4, 1)], revealed=False)
    assert shown == (Piece("plain", "おい"), Piece("covered", "■■", (1,)), Piece("plain", "、返事しろ"))


def test_revealed_words_are_marked_with_their_finding() -> None:
    assert pieces("死ね", [(0, 2, 3)], revealed=True) == (Piece("marked", "死ね", (3,)),)


def test_findings_that_overlap_are_covered_as_one() -> None:
    shown = pieces("abcdefgh", [(3, 6, 1), (1, 4, 2), (6, 7, 3), (4, 5, 0), (5, 6, 1)], revealed=False)
    assert [(piece.text, piece.numbers) for piece in shown] == [
        ("a", ()), ("■■■■■", (1, 2)), ("■", (3,)), ("h", ()),
    ]  # fmt: skip


def test_findings_are_cut_to_the_text() -> None:
    assert pieces("abc", [(-5, 1, 1), (2, 99, 2), (7, 9, 3)], revealed=False) == (
        Piece("covered", "■", (1,)), Piece("plain", "b"), Piece("covered", "■", (2,)),
    )  # fmt: skip


@pytest.mark.parametrize(
    "letter", ["\u200b", "\u202e", "\u2066", "\u00ad", "\u3164", "\ufeff", "\x07", "\u2028", "\ue000"]
)
def test_an_invisible_character_shows_by_its_number(letter: str) -> None:
    assert pieces(f"a{letter}b", [], revealed=False) == (
        Piece("plain", "a"), Piece("unseen", f"U+{ord(letter):04X}"), Piece("plain", "b"),
    )  # fmt: skip
    assert visible(f"死{letter}ね") == f"死‹U+{ord(letter):04X}›ね"


def test_a_family_of_emoji_is_left_together() -> None:
    assert visible("👨\u200d👩\u200d👧 と 𠮷野家\tへ\n") == "👨\u200d👩\u200d👧 と 𠮷野家\tへ\n"
    assert visible("死\u200dね") == "死‹U+200D›ね"
