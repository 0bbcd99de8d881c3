"""Who writes: one person behind two spellings of a name, and two people who only look alike."""

import pytest

from desk.rules.repetition.senders import Tie, sender, tie


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("橘 恵理子", "橘 えり子"),
        ("沢田 美智子", "澤田 ミチ子"),
        ("David Moreau", "Dave Moreau"),
        ("Fiona Grady", "Fiona O'Grady"),
        ("Anja Keller", "Dr. A. Keller"),
    ],
)
def test_a_name_in_another_spelling_is_the_same_person(one: str, other: str) -> None:
    assert tie(sender("a.first@one.example", one), sender("zz9@two.example", other)) is Tie.ONE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("橘 恵理子", "橘 恵美子"),
        ("橘 恵理子", "立花 えり子"),
        ("David Moreau", "Denise Moreau"),
        ("David Moreau", "Dave Morel"),
        ("Fiona Grady", "Liam O'Grady"),
    ],
)
def test_another_person_of_the_house_is_a_stranger(one: str, other: str) -> None:
    assert tie(sender("a.first@one.example", one), sender("zz9@two.example", other)) is Tie.STRANGERS


def test_whether_a_given_name_in_kana_is_the_one_in_characters_cannot_be_told() -> None:
    assert tie(sender("abcd@one.example", "長瀬 智子"), sender("zz9@two.example", "長瀬 ともこ")) is Tie.UNSAID
    assert (
        tie(sender("nagase.tomo@one.example", "長瀬 智子"), sender("tomoko.nagase@two.example", "長瀬 ともこ"))
        is Tie.ONE
    )
