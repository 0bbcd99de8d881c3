"""A comma that sets no words of a sign file apart is refused, and one that is a part of a word is let be."""

import re

import pytest
from refusing import refused

from desk.rules.conduct import load
from desk.rules.conduct.scan import Reading


@pytest.mark.parametrize(
    ("words", "line", "says"),
    [
        (
            '"ねりきり万歳,大福万歳, きんつば最高"',
            3,
            "“ねりきり万歳,大福万歳” has a “,” .*: write “ねりきり万歳, 大福万歳”",
        ),
        (
            '"you absolute daikon,you radish, turnip-face"',
            3,
            "write “you absolute daikon, you radish”; one .* is written .,.$",
        ),
        ('"""\nねりきり最高\nねりきり万歳,大福<s>\n"""', 5, "write “ねりきり万歳, 大福<s>”"),
        ('"ねりきり(?:万歳|最高),大福万歳"', 3, "write “ねりきり.*, 大福万歳”"),
        ('"ねりきり[万千]歳,(?:大福|きんつば)"', 3, "write “ねりきり.*, .*きんつば.*”"),
        ('"ねりきり万歳,100円大福"', 3, "write “ねりきり万歳, 100円大福”"),
        ('"ねりきり万歳, 大福万歳,"', 3, "“大福万歳,” has a “,” .*: write “大福万歳”"),
        ('"ねりきり万歳 ,大福万歳"', 3, "write “ねりきり万歳, 大福万歳”"),
        ('"ねりきり万歳，大福万歳"', 3, "has a “，” .*: write “ねりきり万歳, 大福万歳”"),
        ('"ねりきり､大福"', 3, "has a “､” .*: write “ねりきり, 大福”"),
        ('"swan,? heron,crane"', 3, "write “swan,[?] heron, crane”"),
        ('","', 3, "“,” has a “,” .*: leave it out"),
        ('"死ね、カス"', 3, "“死ね、カス” has a “、”, which sets no words apart"),
        ('"犬小屋、 猫小屋"', 3, "has a “、”, which sets no words apart"),
    ],
)
def test_a_comma_that_sets_no_words_apart_is_refused_with_what_to_write(words: str, line: int, says: str) -> None:
    error = refused(f"\n[part.sweet]\nwords = {words}")
    assert (error.file, error.line, error.sign) == ("own.toml", line, "part sweet")
    assert re.search(says, error.remedy)


@pytest.mark.parametrize("words", ["ねりきり,大福", "ねりきり, 大福"])
def test_each_word_that_is_respelt_has_a_line_of_its_own(words: str) -> None:
    error = refused(f'[spelling]\n"{words}" = "万歳"')
    assert (error.line, error.sign) == (2, "spelling")
    assert "give each of several a line of its own" in error.remedy


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("heron[,] crane", "a heron, crane"),
        ("heron[,;]crane", "a heron,crane"),
        (r"heron\,crane", "a heron,crane"),
        ("(?:10|20),000 yen", "20,000 yen"),
        (r"heron(?= (?:chick|egg)|$|\.|,)", "the heron, there"),
        ("heron,? crane", "heron, crane"),
        ("heron,(?= crane)", "heron, crane"),
        ("heron,…crane", "heron, and crane"),
        ("[123],[0-9]00円", "2,500円"),
        ("骨の一[、]二本", "骨の一、二本は"),
        ("heron(?:,crane|,swan(?:,s)?)", "heron,swan,s"),
        (r"\d\d?,\d\d\d yen", "10,000 yen"),
        ("[1-9],000,000 yen", "1,000,000 yen"),
        ("1,000,000円", "1,000,000円払え"),
        ("犬小屋[、,]猫", "犬小屋、猫"),
    ],
)
def test_a_comma_that_is_a_part_of_a_word_is_found(word: str, text: str) -> None:
    own = load({"own.toml": f"language = 'en'\n[part.own]\nwords = '{word}'"})
    assert Reading(text, own).tokens("own")
