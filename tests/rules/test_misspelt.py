"""Misspelt English words are read as those that were meant; names, numbers and addresses are left as they are."""

from itertools import product

import pytest

from desk.rules.reader.misspelt import Correction, Speller

# In the order of how common they are.
KNOWN = (
    *("the", "you", "will", "kill", "bill", "time", "team", "order", "house", "first", "night", "tonight", "tent"),
    *(
        "family",
        "coming",
        "stab",
        "stable",
        "there",
        "their",
        "warehouse",
        "nothing",
        "misery",
        "knife",
        "must",
        "need",
    ),
)


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller([*KNOWN, "##ing", "ab", "née", "[UNK]"])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("famly", "family"),
        ("ordder", "order"),
        ("stabb", "stab"),
        ("tiem", "time"),
        ("hous", "house"),
        ("furst", "first"),
        ("tonite", "tonight"),
        ("comming", "coming"),
        ("comin", "coming"),
        ("warhous", "warehouse"),
        ("missery", "misery"),
        ("dont", "don't"),
        ("theyre", "they're"),
        ("tonit", "tonight"),
        ("nite", "night"),
        ("nife", "knife"),
        ("ylimaf", "family"),
        ("wil", "will"),
    ],
)
def test_what_was_meant_is_found(speller: Speller, typed: str, meant: str) -> None:
    text = f"you, {typed}!"
    assert speller.corrections(text) == [Correction(5, 5 + len(typed), meant)]


@pytest.mark.parametrize(
    "word",
    [
        *("kill", "bill", "stable", "orders", "ordered", "stabbing", "killer", "families"),
        *(
            "okonkwo",
            "hiroshige",
            "zxqvw",
            "the",
            "fam",
            "ime",
            "be",
            "x",
            "ordder4",
            "famly-box",
            "famly@tiem.example",
            "mustn't",
        ),
        *("o'famly", "famly's", "famly’s"),
        *("famly.tiem", "/famly", "#famly", "http://famly", "famlÿ", "ーfamly", "a" * 16),
    ],
)
def test_what_is_known_or_resembles_nothing_or_is_no_word_stays(speller: Speller, word: str) -> None:
    assert speller.corrections(f"you {word} you") == []


def test_of_several_that_are_as_near_the_commonest_is_meant() -> None:
    assert Speller(["hart", "hurt"]).corrections("hort") == [Correction(0, 4, "hart")]
    assert Speller(["hurt", "hart"]).corrections("hort") == [Correction(0, 4, "hurt")]


def test_of_three_letters_only_the_commonest_words_are_meant() -> None:
    commoner = ["".join(letters) for letters in product("bcdfg", repeat=5)]
    assert len(commoner) > 1000
    assert Speller(["your"]).corrections("yor") == [Correction(0, 3, "your")]
    assert Speller([*commoner, "your"]).corrections("yor") == []


def test_each_is_told_where_it_stands(speller: Speller) -> None:
    found = speller.corrections("the famly, the ordder. the famly")
    assert found == [Correction(4, 9, "family"), Correction(15, 21, "order"), Correction(27, 32, "family")]


def test_without_words_nothing_is_corrected() -> None:
    assert Speller([]).corrections("the famly ordder") == []
