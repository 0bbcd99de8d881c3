"""A quotation is believed, but not of whoever calls it their own; and what others said stays theirs."""

import pytest

from desk import signs_files
from desk.rules.conduct import examine

SIGNS = signs_files.read()


@pytest.mark.parametrize(
    "text",
    [
        "「全員殺す」「店に火をつける」という気持ちです",
        "正直に書きます。「お前ら全員殺す」という覚悟でいます",
        "「ぶっ殺す」と窓口に言いに行きます",
        "「必ず後悔させる」というのが私の答えです",
        "「店に火をつける」と誓いました",
        "担当者は最低だ。「お前ら全員殺す」という覚悟でいます",
        "店員の態度に腹が立ちました。「殺してやる」という気持ちです",
        "メールが来ましたが、返金はされませんでした。「全員殺す」という気持ちです",
        "「社員を殴る」と予告しておきます",
        '"I\'ll kill you all" is exactly how I feel',
        'Your manager was rude and she laughed. "I\'ll kill you all" is how I feel.',
        "返金できないと言われて、「殺してやる」という気持ちです",
        "ご質問です。「全員殺す」という気持ちです",
        'You asked how I feel. "I\'ll kill you all" is how I feel.',
        'Your agent said no and "I\'ll kill you all" is how I feel',
        'Your agent said no. "I\'ll kill you all" is how I feel',
        'I got no refund and nobody wrote back. "I\'ll kill you all" is exactly how I feel',
        '"I\'ll burn the shop down" and "I\'ll kill you all" are my feelings on it',
    ],
)
def test_a_quotation_is_its_writers_who_calls_it_a_feeling_a_resolve_or_an_answer(text: str) -> None:
    assert examine({"message": text}, SIGNS).flagged


@pytest.mark.parametrize(
    "text",
    [
        "「殺すぞ」と言われ、逃げたい気持ちです",
        "「ぶっ殺す」と窓口に言いに行く人を止めました",
        "犯人は「必ず後悔させる」というのが私の答えだと書いていました",
        "どの投稿を通報したのかとのお尋ねですが、「殺すぞ」というのが私の答えです",
        "犯人から届いた言葉は「殺してやる」とお伝えします",
        'He said "I\'ll kill you all" and that is how I feel I was treated',
        'My ex-husband wrote "I will kill you". That is my message to you today: please close my account.',
        'You asked what he wrote. "I\'ll kill you" is my answer.',
    ],
)
def test_a_quotation_stays_somebody_elses_who_is_told_of_before_it(text: str) -> None:
    assert not examine({"message": text}, SIGNS).flagged
