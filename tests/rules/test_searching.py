"""What somebody means who types into the search, and which texts fit it."""

import pytest

from desk.rules import searching
from desk.rules.inquiry import Problem
from desk.rules.searching import Wanted

YAMADA = {
    "name": "山田　花子",
    "kana": "ヤマダ ハナコ",
    "company": "見本商事㈱",
    "subject": "サーバーの料金プラン（A-12）について",
    "phone_e164": "+819012345678",
}
JOSE = {
    "name": "José Mac-Rae",
    "kana": "",
    "company": "Strauß & Co",
    "subject": "Invoice No. 100",
    "phone_e164": "+4915112345678",
}


def read(text: str) -> Wanted:
    wanted = searching.read(text)
    assert isinstance(wanted, Wanted)
    return wanted


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("7K2M-9QRT-0XW5-HB3D-VN8E", "words"),  # its check character says that it is none
        ("emma@example.com", "email"),
        ("ｅｍｍａ＠ｅｘａｍｐｌｅ．ｃｏｍ", "email"),
        ("Emma Hill <emma@example.com>", "email"),
        ("mailto:emma@example.com", "email"),
        ("（emma@example.com）。", "email"),
        ("emma@example.com.", "email"),
        ("emma@", "words"),
        ("03-1234-5678", "phone"),
        ("０９０ー１２３４ー５６７８", "phone"),
        ("(03) 1234 5678", "phone"),
        ("5678", "phone"),
        ("567", "words"),
        ("0000", "phone"),
        ("山田", "words"),
        ("A-12", "words"),
    ],
)
def test_what_is_looked_for_is_told_from_how_it_is_written(typed: str, kind: str) -> None:
    assert read(typed).kind == kind


def test_a_receipt_is_told_by_its_check_character() -> None:
    assert read("0000-0000-0000-0000-0000").kind == "receipt"


@pytest.mark.parametrize(
    "typed",
    [
        *("山田花子", "花子 山田", "やまだ", "ﾔﾏﾀﾞ ﾊﾅｺ", "山田", "見本商事", "見本商事(株)"),
        *("サーバ", "ｻｰﾊﾞｰ", "さーばー", "a12", "Ａ－１２", "料金 山田", "料金プラン"),
        *("090-1234-5678", "+81 90 1234 5678", "09012345678", "1234-5678", "5678", "090-1234"),
        *("山田様", "山田さん", "（山田）", "山田 090-1234-5678", "花子 5678"),
        *("山田 様", "山田 花子 さん", "見本商事株式会社", "（株）見本商事 御中", "株式会社見本商事 山田様"),
        *("山田様、", "（山田様）", "「山田様」", "山田様（携帯）090 1234 5678", "お名前：山田", "件名：料金プラン"),
        *("山田、花子", "電話 090 1234 5678", "山田 090 1234 5678", "0901", "山田花子（ヤマダハナコ）"),
        *("電話 090-1234-5678", "TEL：090-1234-5678", "090-1234-5678（携帯）", "下4桁 5678", "5678番"),
    ],
)
def test_width_kana_spaces_hyphens_and_order_do_not_matter(typed: str) -> None:
    assert read(typed).fits(YAMADA)


@pytest.mark.parametrize(
    ("typed", "number", "there"),
    [
        *(("0005", "+81312340005", True), ("0005", "+81312345555", False), ("0000", "+81312340000", True)),
        *(("0199", "+81312340199", True), ("0199", "+81319912345", False), ("05678", "+81312345678", True)),
        *(("030-1234567", "+49301234567", True), ("030-1234567", "+81301234567", True)),
    ],
)
def test_a_0_may_be_a_digit_of_the_number_or_stand_for_its_own_country(typed: str, number: str, there: bool) -> None:
    assert read(typed).fits({**YAMADA, "phone_e164": number}) is there


@pytest.mark.parametrize(
    "typed",
    [
        "Mr. Mac-Rae",
        "José (0151 12345678)",
        "Phone: 0151 12345678",
        "jose",
        "JOSÉ macrae",
        "mac rae",
        "strauss",
        "invoice 100",
        "0049 151 12345678",
    ],
)
def test_accents_case_and_spelling_do_not_matter(typed: str) -> None:
    assert read(typed).fits(JOSE)


@pytest.mark.parametrize(
    ("named", "typed"), [("髙橋", "高橋"), ("高橋", "髙橋"), ("渡邊", "渡辺"), ("山﨑", "山崎"), ("齋藤", "斉藤")]
)
def test_an_older_shape_of_a_character_is_the_same_name(named: str, typed: str) -> None:
    assert read(typed).fits({**YAMADA, "name": named})


@pytest.mark.parametrize(
    "typed",
    [
        "山田 太郎",
        "山田 5670",
        "様",
        "山本",
        "料金 山本",
        "08012345678",
        "5670",
        "子やま",
        "花子ヤマダ",
        "hanako@example.com x",
    ],
)
def test_every_word_has_to_be_there_and_none_goes_across_two_fields(typed: str) -> None:
    assert not read(typed).fits(YAMADA)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", searching.NOTHING.message),
        (" \u3000\t", searching.NOTHING.message),
        ("--- ・ ー", searching.NOTHING.message),
        ("山田\ufffd", searching.DAMAGED.message),
        ("山" * 255, searching.TOO_LONG.message),
        ("a\u0301" + "\u0301" * 5000, searching.TOO_LONG.message),
    ],
    ids=["nothing", "blanks", "signs", "damaged", "255 characters", "a pile of accents"],
)
def test_what_cannot_be_looked_for_is_said(typed: str, said: str) -> None:
    wanted = searching.read(typed)
    assert isinstance(wanted, Problem)
    assert (wanted.field, wanted.message) == (searching.FIELD, said)


def test_the_longest_address_can_be_looked_for() -> None:
    address = f"{'a' * 64}@{'b' * 62}.{'c' * 62}.{'d' * 60}.jp"
    assert len(address) == searching.LONGEST
    assert read(address).kind == "email"
