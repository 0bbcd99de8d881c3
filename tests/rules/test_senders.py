"""Who writes: one person behind two spellings of a name, and two people who only look alike."""

import pytest

from desk.rules.repetition.senders import Tie, sender, tie


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("David Moreau", "Dave Moreau"),
        ("Mike Ward", "Michael Ward"),
        ("Fiona Grady", "Fiona O'Grady"),
        ("Anja Keller", "Dr. A. Keller"),
        ("J0hn Sm1th", "John Smith"),
        ("S4r4h Chri5tine", "Sarah Christine"),
        ("Shaniqu3 Brod3ur", "Shanique Brodeur"),
        ("Mari0 Garcia", "Mario Garcia"),
        ("kaito99", "Kaito T"),
        ("Jürg99", "Jürg K"),
        ("Area51club", "Area 51 Club"),
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
        ("Dave Moreau", "Davina Moreau"),
        ("Christina Moreau", "Christopher Moreau"),
        ("Tanaka Keiko", "Tanaka Keisuke"),
        ("Kenji Tanaka", "Kenji Taniguchi"),
        ("Fiona Grady", "Liam O'Grady"),
        ("Mick Ward", "Mike Ward"),
        ("kaito99", "kaito12"),
        ("kaito99", "Kaito 12"),
        ("Mari0 Garcia", "Maria Garcia"),
        ("Alic3 Brown", "Alicia Brown"),
        ("John99", "Johnson Smith"),
        ("abc1", "Abc T"),
        ("anonymous7", "anonymous 8"),
        ("ユーザー7", "ユーザー 8"),
        ("Building3b", "Building4b"),
    ],
)
def test_another_person_of_the_house_is_a_stranger(one: str, other: str) -> None:
    assert tie(sender("a.first@one.example", one), sender("zz9@two.example", other)) is Tie.STRANGERS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Stewart McCrae", "Steuart Mac Rae"),
        ("Katherine Dell", "Cathrin Delle"),
        ("Rosalind Quayle", "Ros Quail"),
        ("John Smith", "Jon Smythe"),
        ("Lee Mac Rae", "Leigh McCrae"),
    ],
)
def test_whether_a_name_spelt_by_ear_is_another_cannot_be_told_even_at_one_host(one: str, other: str) -> None:
    assert tie(sender("a.first@firm.example", one), sender("zz9@firm.example", other)) is Tie.UNSAID


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Maria Garcia", "Mario Garcia"),
        ("Mick Ward", "Mike Ward"),
        ("Anna Schmidt", "Hanna Schulz"),
        ("Daniel Miller", "Daniela Millar"),
        ("Christian", "Christine"),
        ("MariaGarcia", "Mario Garcia"),
        ("Martin Becker", "Marion Beckert"),
        ("Peter Hansen", "Petra Hanson"),
        ("Erik Larsen", "Erika Larson"),
        ("Tomoko Nakamura", "Tomoki Nakamuro"),
        ("Takashi Yamada", "Takeshi Hamada"),
        ("Naoto Hamada", "Naoko Harada"),
        ("Martin Hansen", "Marten Jansen"),
        ("Mehmet Yıldırım", "MEHMED YILDRIM"),
    ],
)
def test_two_names_at_one_host_are_colleagues_where_they_share_a_part_or_sound_otherwise(one: str, other: str) -> None:
    assert tie(sender("a.first@firm.example", one), sender("zz9@firm.example", other)) is Tie.COLLEAGUES


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mehmet Yıldırım", "MEHMED YILDRIM"),
        ("Dmitry Wolkow", "Dmitrij Volkow"),
        ("Mehmet Yildirim", "Mehmte Yildirimm"),
    ],
)
def test_whether_a_name_with_a_slip_is_another_cannot_be_told(one: str, other: str) -> None:
    assert tie(sender("a.first@one.example", one), sender("zz9@two.example", other)) is Tie.UNSAID
    alike = sender("mehmet.yildirim@firm.example", one), sender("m.yildirim@firm.example", other)
    assert tie(*alike) is Tie.UNSAID


def test_a_slip_in_both_names_makes_two_people() -> None:
    one, other = sender("a.first@one.example", "Naoki Okada"), sender("zz9@two.example", "Naomi Osada")
    assert tie(one, other) is Tie.STRANGERS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nguyễn Văn Hùng", "Nguyen Van Hung"),
        ("José García", "Jose Garcia"),
        ("Jose\u0301 Garci\u0301a", "Jose Garcia"),
        ("Mehmet Yıldırım", "MEHMET YILDIRIM"),
        ("Łukasz Groß", "Lukasz Gross"),
    ],
)
def test_an_accent_is_no_other_name(one: str, other: str) -> None:
    assert tie(sender("abcd@one.example", one), sender("zz9@two.example", other)) is Tie.ONE


@pytest.mark.parametrize(("one", "other"), [("ガガ ババ", "カカ ハハ"), ("高橋 ガク", "高橋 カク")])
def test_a_mark_on_kana_is_another_name(one: str, other: str) -> None:
    assert tie(sender("abcd@one.example", one), sender("zz9@two.example", other)) is Tie.STRANGERS


@pytest.mark.parametrize(("one", "other"), [("長瀬 智子", "長瀬 ともこ"), ("橘 恵理子", "橘 みち子")])
def test_whether_a_given_name_in_kana_is_the_one_in_characters_cannot_be_told(one: str, other: str) -> None:
    assert tie(sender("abcd@one.example", one), sender("zz9@two.example", other)) is Tie.UNSAID


def test_an_address_that_is_alike_tells_it() -> None:
    one, other = sender("nagase.tomo@one.example", "長瀬 智子"), sender("tomoko.nagase@two.example", "長瀬 ともこ")
    assert tie(one, other) is Tie.ONE


def test_two_names_in_the_mailbox_of_an_office_are_two_people() -> None:
    one, other = sender("info@one.example", "長瀬 智子"), sender("info@one.example", "長瀬 けんじ")
    assert tie(one, other) is Tie.COLLEAGUES


def test_in_the_mailbox_of_an_office_who_gives_no_name_may_be_anybody_in_either_order() -> None:
    one, other = sender("info@one.example", "David Moreau"), sender("info@one.example", "")
    assert (tie(one, other), tie(other, one)) == (Tie.ONE, Tie.ONE)


def test_without_addresses_two_names_are_two_people_and_one_name_is_one() -> None:
    one, other = sender("", "田中 太郎"), sender("", "鈴木 花子")
    assert (tie(one, other), tie(one, one), tie(sender("", ""), sender("", ""))) == (Tie.COLLEAGUES, Tie.ONE, Tie.ONE)


def test_of_an_address_or_a_name_that_no_form_takes_only_the_beginning_is_compared() -> None:
    whose = sender("ab" * 5000 + "@one.example", "Ann " * 5000)
    assert len(whose.letters) == 100
    assert sum(map(len, whose.parts)) <= 100
    assert tie(whose, sender("ab" * 5000 + "@two.example", "")) is Tie.ONE
