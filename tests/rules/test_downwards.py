"""What is written in the first letters of the lines is read, where it hurts; letters that meet by chance are not."""

import pytest

from desk import signs_files
from desk.rules.conduct import examine
from desk.rules.normalise import downwards, fold

SIGNS = signs_files.read()


def read(text: str) -> str | None:
    """What is read downwards, if anything."""
    found = downwards(fold(text))
    return None if found is None else found.text.strip()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Best wishes\nUnder\nRoof\nNow\n\nYou\nOr\nUs", "read downwards: burn you"),
        ("- Such\n- Talent\n- Under\n- Pressure\n- I\n- Doubt it", "read downwards: stupid"),
        ("初めまして\nコメントです\nロクでもない\nスタッフさん", None),
        ("縦読みです\nコメント\nロクでもない\nスタッフさん", "縦に読むと:ころす"),
        ("ばら\nかすみ草\n\n行の頭を見てください", "縦に読むと:ばか"),
        ("Guests, one a line:\nDana\nIvan\nEmma\nGreta\nOle", None),
        ("In my first letter I asked:\nFor a date?\nA price?\nThe key?", None),
        ("First letters only:\nDid\nIt\nEnd?", "read downwards: die"),
        ("One\nTwo\nStupid is no line of mine", None),
        ("Did\nIt\nEnd?", None),
        ("ばら\nかすみ草\nゆり", None),
        ("Stupid\nStupid", None),
        ("First letters!\nYou\nOr\nUs\nRats\nEat\nToo\nAnd\nRed\nDots", "read downwards: you retard"),
        ("The first letters spell it:\nCat\nHat\nApple\nNest\nGoat\nEgg", None),
        ("縦読み\n★く…\n★た…\n★ば…\n★れ…", "縦に読むと:くたばれ"),
        ("馬肉 500g\n鹿肉 1kg\n猪肉", None),
        ("Burning\nUp\nRight\nNow\nIn\nNine\nHours\nEveryone\nLoves\nLamps", "read downwards: burninhell"),
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


@pytest.mark.parametrize(
    "word",
    [
        *(
            "assholes",
            "arsehole",
            "bastard",
            "bitch",
            "bomb",
            "burn",
            "burninhell",
            "cheat",
            "coward",
            "cretin",
            "cunt",
        ),
        *(
            "dead",
            "die",
            "dropdead",
            "dumb",
            "fat",
            "fools",
            "fuck",
            "godie",
            "gotohell",
            "hang",
            "hate",
            "hurt",
            "idiots",
        ),
        *(
            "kill",
            "killyou",
            "liar",
            "losers",
            "moron",
            "murder",
            "pig",
            "rape",
            "retard",
            "rotinhell",
            "scum",
            "shoot",
        ),
        *("slut", "stab", "stupid", "thief", "thieves", "trash", "ugly", "useless", "wanker", "whores", "worthless"),
        *(
            "youareallpigs",
            "youwilldie",
            "だまれくず",
            "ころしにいく",
            "もやしてやる",
            "つぶす",
            "つぶれろ",
            "消えろ",
            "シネ",
            "しねよ",
            "ころして",
            "死ね",
        ),
        *(
            "しんで",
            "きえて",
            "うせろ",
            "きもい",
            "うざい",
            "まぬけ",
            "やめろ",
            "ばかやろう",
            "ぐず",
            "はげ",
            "くそ",
            "殺せ",
        ),
    ],
)
def test_what_is_read_is_heard_by_a_sign(word: str) -> None:
    text = "読み方: 縦読み (first letters)\n" + "\n".join(f"{letter} ..." for letter in word)
    assert any("downwards" in finding.sign for finding in examine({"message": text}, SIGNS).findings)


@pytest.mark.parametrize("blank", [" ", "\t", "　"])
def test_a_line_of_blanks_is_read_once(blank: str) -> None:
    assert downwards(fold("Hello.\n\n" + blank * 200_000 + "!")) is None
