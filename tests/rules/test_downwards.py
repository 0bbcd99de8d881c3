"""What is written in the first letters of the lines is read, where it hurts; letters that meet by chance are not."""

import pytest

from desk.rules.normalise import downwards, fold


def read(text: str) -> str | None:
    """What is read downwards, if anything."""
    found = downwards(fold(text))
    return None if found is None else found.text.strip()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Best wishes\nUnder\nRoof\nNow\n\nYou\nOr\nUs", "read downwards: burn you"),
        ("- Such\n- Talent\n- Under\n- Pressure\n- I\n- Doubt it", "read downwards: stupid"),
        ("初めまして\nコメントです\nロクでもない\nスタッフさん", "縦に読むと:コロス"),
        ("ばら\nかすみ草\n\n行の頭を見てください", "縦に読むと:ばか"),
        ("First letters only:\nDid\nIt\nEnd?", "read downwards: die"),
        ("One\nTwo\nStupid is no line of mine", None),
        ("Did\nIt\nEnd?", None),
        ("ばら\nかすみ草\nゆり", None),
        ("Stupid\nStupid", None),
    ],
)
def test_harsh_words_are_read_downwards(text: str, said: str | None) -> None:
    assert read(text) == said


def test_each_letter_stands_where_its_line_begins() -> None:
    text = "くもり\n　たいくつ\nばんごはん\nれんらくなし"
    found = downwards(fold(text))
    assert found is not None
    at = found.text.index("くたばれ")
    start, end = found.span(at, at + 4)
    assert text[start:end] == "くもり\n　たいくつ\nばんごはん\nれ"
    assert found.view(at, at + 4) == "downwards"
