"""Violence that is announced is named as the act and as the threat; what was done, or does not count, is no threat."""

import pytest

from desk import signs_files
from desk.rules.conduct import Examination, examine, load

SIGNS = signs_files.read()
BOTH, DONE = ["act.violence", "act.threat"], ["act.violence"]


def examined(text: str) -> Examination:
    return examine({"message": text}, SIGNS)


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("荷物が届かなかったら営業所に火をつけに行くからな。", BOTH),
        ("担当者を殴ってやりたい。", BOTH),
        ("I will burn down your warehouse.", BOTH),
        ("If he says no again I'll break his jaw.", BOTH),
        ("昨日、受付の女を殴りました。反省はしていません。", DONE),
        ("Yesterday I slapped your cashier and I do not regret it.", DONE),
    ],
)
def test_it_is_named_as_both_where_it_lies_ahead(text: str, acts: list[str]) -> None:
    assert list(dict.fromkeys(finding.act for finding in examined(text).findings)) == acts


def test_both_stand_at_the_same_words_under_the_same_sign() -> None:
    first, second, *_ = examined("I will kill your driver.").findings
    assert (first.act, second.act) == ("act.violence", "act.threat")
    assert (first.sign, first.start, first.end, first.text) == (second.sign, second.start, second.end, second.text)


def test_what_the_context_excuses_is_not_told_of_twice() -> None:
    found = examined("掲示板に「お前を殺してやる」と書かれています。")
    assert (found.findings, {one.finding.act for one in found.suppressed}) == ((), {"act.violence"})


def test_a_second_name_makes_nothing_graver() -> None:
    """Signs of two different acts are medium; one that is named twice is not two."""
    own = """language = "en"
    [[sign]]
    id = "own.tickle"
    act = "act.violence"
    strength = "medium"
    any = ["tickle/will"]
    match = ["I will tickle the clerk"]
    [part.tickle]
    words = "tickle"
    """
    found = examine({"message": "I will tickle the clerk"}, load({"own.toml": own}, ("own.toml",)))
    assert ([finding.act for finding in found.findings], found.severity) == (BOTH, "low")


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("担当者を私の家で殺す。", "act.violence"),
        ("私の知り合いに頼んで事務所に火をつける", "act.violence"),
        ("私のナイフで刺しに行く", "act.violence"),
        ("私の手で店長を殺します", "act.violence"),
        ("看護師の腕に、自分の包丁を刺させてもらうわ", "act.violence"),
        ("私の身内が事務所に火をつける", "act.violence"),
        ("わたしの家に来たら刺すからな", "act.violence"),
        ("私の前で死ね。", "act.insult"),
        ("店長は私の家まで来て、玄関で土下座しろ。", "act.apology"),
    ],
)
def test_what_is_the_writers_own_excuses_neither_an_order_nor_violence_to_come(text: str, act: str) -> None:
    found = examined(text)
    assert act in {finding.act for finding in found.findings}
    assert [one for one in found.suppressed if one.reason == "self"] == []


@pytest.mark.parametrize(
    "text",
    [
        "私の頭が悪いのか、操作が分かりません",
        "私の理解が悪いだけなら土下座します",
        "自分の車を壊します",
        "自分の家を燃やします。消防の訓練用に提供したいです",
        "私の母はまだ死ねません。介護の相談をお願いします",
        "私なんて死ねと思ってしまいます",
    ],
)
def test_what_is_said_of_the_writer_alone_stays_excused(text: str) -> None:
    found = examined(text)
    assert found.findings == ()
    assert "self" in {one.reason for one in found.suppressed}
