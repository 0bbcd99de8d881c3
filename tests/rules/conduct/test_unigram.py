"""How readers of Japanese, or of both languages, spell: in the likeliest pieces, each at its place."""

import pytest

from desk.rules.reader.unigram import Unigram

LIKELY = {"▁": -2.0, "殴": -5.0, "る": -3.0, "殴る": -6.0, "ぞ": -3.0, "るぞ": -4.5, "▁ab": -4.0, "c": -3.0}
SPELLER = Unigram({piece: (number, likely) for number, (piece, likely) in enumerate(LIKELY.items(), 1)}, 0)
PIECES = ["?", *LIKELY]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("殴る", ["▁", "殴る"]),
        ("殴るぞ", ["▁", "殴る", "ぞ"]),  # -9.0, where 殴 + るぞ would be -9.5
        ("abc", ["▁ab", "c"]),
        ("る abc", ["▁", "る", "▁ab", "c"]),
        ("猫る", ["▁", "?", "る"]),
        ("", ["▁"]),
    ],
)
def test_a_text_is_spelt_in_the_pieces_that_are_likeliest_together(text: str, pieces: list[str]) -> None:
    assert [PIECES[number] for part in SPELLER.spell(text) for number in part.pieces] == pieces


@pytest.mark.parametrize("text", ["殴るぞ", "る abc  殴る", " 猫 と 猫", "abc abc", "  ", "犬" * 400])
def test_pieces_stand_where_they_are_said_to(text: str) -> None:
    spelt = SPELLER.spell(text)
    assert "".join(text[part.start : part.end] for part in spelt) == text.replace(" ", "")
    assert all(0 <= part.start <= part.end <= len(text) for part in spelt)
