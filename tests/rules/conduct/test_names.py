"""Names are nobody's insult, and a field for a name is no way around the rules."""

import pytest

from desk import signs_files
from desk.rules.conduct import examine, names

SIGNS = signs_files.read()
FAMILIES = (
    "ババ",
    "アホ",
    "カス",
    "ヤクザワ",
    "シネマ",
    "ゴミタ",
    "クソウ",
    "オニ",
    "バカ",
    "コロス",
    "ブスジマ",
    "シバキ",
)
GIVEN = ("アイ", "アキラ", "アヤ", "ショウ", "ケン", "レイ", "ユミ", "マイ", "コウジ")


@pytest.mark.parametrize("blank", [" ", "\u3000"])
@pytest.mark.parametrize("field", names.NAMES)
def test_a_name_in_kana_flags_nobody(field: str, blank: str) -> None:
    people = [f"{family}{blank}{given}" for family in FAMILIES for given in GIVEN]
    assert [person for person in people if examine({field: person}, SIGNS).flagged] == []


def test_a_common_name_without_a_blank_flags_nobody_either() -> None:
    people = [f"{family}{given}" for family in ("ババ", "ヤクザワ", "シネマ", "ブスジマ") for given in GIVEN]
    assert [person for person in people if examine({"kana": person}, SIGNS).flagged] == []


def test_what_stands_in_one_word_of_a_name_is_shown_with_that_reason() -> None:
    found = examine({"kana": "カス アキラ"}, SIGNS)
    assert {(one.finding.text, one.reason) for one in found.suppressed} == {("カス ", names.REASON)}


def test_what_is_found_in_a_name_twice_is_told_in_the_same_order_every_time() -> None:
    found = examine({"name": "バカ アイ"}, SIGNS)
    assert [one.finding.view for one in found.suppressed] == ["plain", "kana"]


@pytest.mark.parametrize("field", names.NAMES)
@pytest.mark.parametrize(
    "typed", ["シネ カス", "シネ", "オマエラ ゼンイン コロス", "コロスゾ オマエ", "バカ ヤロウ", "シネシネ シネ"]
)
def test_harsh_words_in_place_of_a_name_are_flagged(field: str, typed: str) -> None:
    assert examine({field: typed}, SIGNS).flagged


@pytest.mark.parametrize("field", ["name", "company"])
@pytest.mark.parametrize(
    ("label", "real"),
    [
        ("お前ら全員クズ株式会社", "クズ鉄商会"),
        ("店員は全員ゴミ商事", "ゴミ収集センター"),
        ("無能サポート対策本部", "ゴミ対策本部"),
        ("Stupid Cow Rachel", "Lazy Cow Dairy"),
        ("Fire That Bitch Anna", "Fire Staff Association"),
        ("Retarded Staff", "Waste Management Staff"),
        ("Worthless Support Haters", "Scrap Metal Support Ltd"),
        ("Ur Support Is Retarded Scum", "Emily Dickinson"),
        ("Ugly Slag Jenny", "Frank Slaughter"),
    ],
)
def test_a_label_in_place_of_a_name_is_flagged_and_no_name_that_is_like_it(label: str, real: str, field: str) -> None:
    assert (examine({field: label}, SIGNS).flagged, examine({field: real}, SIGNS).flagged) == (True, False)
