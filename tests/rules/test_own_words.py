"""The words that an organisation gives a desk of its own: which are taken, and which are none."""

import pytest

from desk.rules.organisation_reading import OrganisationError, Table
from desk.rules.own_words import OwnWords, check_traps, read


def taken(**given: list[str]) -> OwnWords:
    return read(Table(dict(given), "", "small.toml", "desk"))


@pytest.mark.parametrize(
    "word",
    [
        *("傘", "忘れ物", "lost property", "umbrella*", "M&A", "24/7", "カサ", "メガネ", "わすれもの", "Wi-Fi", "IC"),
        *("さいふ", "めがね", "かぎ", "コート", "デスク", "マスク", "C++", "C#", "Ｃ＃"),
    ],
)
def test_what_people_write_is_a_word(word: str) -> None:
    assert taken(terms=[word]) == OwnWords(terms=(word,))


@pytest.mark.parametrize(
    "word",
    [
        "の",
        "a",
        "・・",
        "*",
        "傘*",
        "lost* bag",
        "傘&忘れ",
        "傘/帽子",
        "傘|帽子",
        "@…傘",
        "<bag>",
        "傘…忘れ",
        "傘／帽子",
        "ーーー",
        "キー",
        "々",
        "です",
        "します",
        "デス",
        "マス",
        "コト",
        "カラ",
        "ﾃﾞｽ",
        "でーす",
        "サイ",
        "おねがい",
        "願い",
        "C",
        "+",
        "#＋",
        "ください",
        "お願いします",
        "The",
        "thanks",
    ],
)
def test_what_would_stand_everywhere_or_never_is_refused(word: str) -> None:
    with pytest.raises(OrganisationError, match=r"^small\.toml:1: desk\.words: "):
        taken(words=["傘", word])


def test_a_refused_word_is_told_with_a_sentence_that_holds_it() -> None:
    with pytest.raises(
        OrganisationError, match='"サイ": it stands in letters about anything, as in ください; write what'
    ):
        taken(terms=["サイ"])


def test_marks_that_tell_languages_apart_are_part_of_their_names() -> None:
    assert taken(terms=["C++", "C#"]).terms == ("C++", "C#")


@pytest.mark.parametrize(
    ("given", "setting"),
    [
        ({"terms": ["忘れ物", "忘れ・物"]}, "terms"),
        ({"terms": ["Lost Property"], "words": ["lost property"]}, "words"),
        ({"words": ["わすれもの"], "traps": ["ワスレモノ"]}, "traps"),
    ],
)
def test_a_word_is_said_once(given: dict[str, list[str]], setting: str) -> None:
    with pytest.raises(OrganisationError, match=f"desk.{setting}: .* is said twice at this desk; write it once"):
        taken(**given)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"terms": ["傘"]}, True),
        ({"words": ["傘", "忘れ"]}, True),
        ({"words": ["傘"]}, False),
        ({"traps": ["傘"]}, False),
    ],
)
def test_a_word_alone_says_nothing_and_a_term_does(given: dict[str, list[str]], says: bool) -> None:
    assert taken(**given).say is says


@pytest.mark.parametrize(
    ("identifier", "traps", "holds"),
    [
        ("lost", ["忘れ物ソング", "umbrella-term"], True),
        ("lost", ["忘"], False),
        ("lost", ["帽子"], False),
        ("press", ["忘"], False),
        ("press", ["取材班"], True),  # of the shipped words
    ],
)
def test_a_trap_that_takes_nothing_back_is_refused(identifier: str, traps: list[str], *, holds: bool) -> None:
    table = Table({"terms": ["忘れ物"], "words": ["umbrella*"], "traps": traps}, "", "small.toml", "desk")
    if holds:
        check_traps(table, identifier, read(table))
    else:
        with pytest.raises(OrganisationError, match=f'desk.traps: "{traps[0]}" holds none of the words; write a long'):
            check_traps(table, identifier, read(table))
