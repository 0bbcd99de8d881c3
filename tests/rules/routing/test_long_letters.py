"""A long letter holds words of many desks; one is said where much speaks for it, and by words that are there."""

import json
from pathlib import Path
from typing import Any

import pytest

from desk.rules.routing import Recognition, recognise
from desk.rules.routing.figures import Expected, is_right
from desk.rules.routing.squash import squash

from .looked import DIRECTORY, desk

ROWS = [json.loads(line) for line in (Path(__file__).parent / "long.jsonl").read_text("utf-8").splitlines()]
OF_A_BILL = (
    "先月の二十日に宛名が前の社名のままだと電話でお伝えしました。担当の方はすぐに直すとおっしゃいましたが、今月届いたものも同じです。"
    "待つのは構いません。ただ、誰がいつまでに直すのか、それだけを知らせていただきたいのです。来週の水曜日までに返事をお願いいたします。"
    "電話は仕事のあいだは出られませんので、夕方の六時を過ぎてからかけていただけると助かります。家の者が出ることもあります。"
)
OF_AN_INTERVIEW = (
    "先月の二十五日に本社でお会いいただいた高橋と申します。面接のときは、結果は二週間ほどでわかると伺っておりましたが、三週間が過ぎた今も届いて"
    "おりません。迷惑メールの箱も確かめました。ほかの会社への返事の期限が今週末に迫っておりますので、いつごろになるかだけでも教えていただけない"
    "でしょうか。"
)


def read(row: dict[str, Any]) -> Recognition:
    return recognise(row["subject"], row["message"], row["lang"], DIRECTORY)


def composed(text: str) -> set[str]:
    """The desks for which words that have to stand together speak in a long letter."""
    squashed = squash(text)
    found = DIRECTORY.phrasebook.find(squashed.text, DIRECTORY.lexicon.scan(squashed), [], long=True)
    return {phrase.desk for phrase, _ in found}


@pytest.mark.parametrize("row", [row for row in ROWS if "missed" not in row], ids=lambda row: str(row["id"]))
def test_a_long_letter_is_for_the_desk_that_it_is_for_or_for_none(row: dict[str, Any]) -> None:
    expected = Expected(frozenset(row["expect"]["services"]), row["expect"]["desk"])
    assert is_right(expected, read(row), DIRECTORY)


@pytest.mark.parametrize("row", [row for row in ROWS if "missed" in row], ids=lambda row: str(row["id"]))
def test_where_too_little_speaks_for_a_desk_none_is_said_instead_of_another(row: dict[str, Any]) -> None:
    assert read(row).desk is None
    assert row["expect"]["desk"]


@pytest.mark.parametrize(
    ("subject", "message", "said"),
    [
        ("面接の結果", OF_AN_INTERVIEW, "recruiting"),
        ("お問い合わせ", OF_AN_INTERVIEW, None),
        ("取材のお願い", OF_A_BILL, None),
        ("請求書の誤り", OF_A_BILL, None),
    ],
    ids=["of it", "of nothing", "of something else", "of no desk"],
)
def test_a_subject_that_says_its_desk_by_itself_counts_where_the_letter_is_about_it(
    subject: str, message: str, said: str | None
) -> None:
    assert desk(message, subject) == said
    assert desk("先日はありがとうございました。", "取材のお願い") == "press"


@pytest.mark.parametrize(
    "hint", ["取材させてください。", "御社に商品の取り扱いをご提案します。", "脆弱性を見つけました。"]
)
def test_a_hint_that_says_its_desk_in_a_line_says_nothing_in_a_long_letter(hint: str) -> None:
    assert desk(hint)
    assert desk(OF_A_BILL + hint) is None


def test_many_hints_say_it_there_too() -> None:
    said = "新聞社の記者です。記事のために取材をお願いします。掲載は来月号です。プレスリリースもいただけますか。"
    assert desk(OF_A_BILL + said) == "press"


def test_a_line_that_is_said_again_and_again_is_no_long_letter() -> None:
    assert desk("脆弱性を見つけました。" * 40) == "vulnerability-report"


def test_words_that_say_something_only_together_stand_near_each_other_in_a_long_letter() -> None:
    seen, stop = "写真がありました。", "使うのをやめてください。"
    assert "personal-data" in composed(OF_A_BILL + seen + stop)
    assert "personal-data" in composed(seen + OF_A_BILL + seen + stop)
    assert "personal-data" not in composed(seen + OF_A_BILL + stop)


@pytest.mark.parametrize("message", ["先週からあるビルに入りました。", "直してくださいと言われ見にくいです。"])
def test_a_foreign_word_is_not_read_across_two_others(message: str) -> None:
    assert desk(message) is None


@pytest.mark.parametrize("site", ["サイトが見にくいです。", "ｻｲﾄが見にくいです。", "御社のサイトの誤字です。"])
def test_it_is_read_where_it_stands(site: str) -> None:
    assert desk(site) == "accessibility"
