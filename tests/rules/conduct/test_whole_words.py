"""What the second opinion shows of a text begins and ends with its words."""

import re
from collections.abc import Sequence

import pytest
from inquiry_readers import NothingMisspelt, reader

from desk import signs_files
from desk.rules.conduct.opinion import read_model, score
from desk.rules.conduct.opinion_features import whole
from desk.rules.conduct.opinion_model import Read
from desk.rules.conduct.phrases import begins
from desk.rules.conduct.shares import shares


@pytest.mark.parametrize(
    ("text", "cut", "shown"),
    [
        ("今夜ロビーに撒く", "ビーに", "ロビーに"),
        ("受付のカウンター前", "受付のカ", "受付のカウンター"),
        ("店頭に行くからな", "頭に行く", "店頭に行く"),
        ("お前らは人間のくず", "らは人間", "らは人間"),
        ("you brain-dead lot", "rain-de", "brain-dead"),
        ("it isn't yours", "n't your", "isn't yours"),
        ("ロビー", "ビ", "ロビー"),
    ],
)
def test_words_that_weigh_are_shown_whole(text: str, cut: str, shown: str) -> None:
    first = text.index(cut)
    start, end = whole(text, first, first + len(cut))
    assert text[start:end] == shown


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("担当の女の顔写真と電話番号をネットに貼るからな", "担当の|女の|顔写真と|電話番号を|ネットに|貼るからな"),
        ("社員の顔写真をsnsに晒します", "社員の|顔写真を|snsに|晒します"),
        ("お客様へのご返金を振り込み済みだ", "お客様への|ご返金を|振り込み済みだ"),
        ("引っ越しの日に全員ぶっ殺してやるから覚悟しとけ", "引っ越しの|日に|全員ぶっ殺してやるから|覚悟しとけ"),
        ("店長、金を返せ", "店長、|金を|返せ"),
        ("金返せ 家に行くからな もう限界", "金返せ |家に|行くからな |もう|限界"),
        ("電話しろ snsに書くぞ", "電話しろ |snsに|書くぞ"),
        ("pay £500 at the café éclair", "pay £500 |at |the café éclair"),
        ("「死ね」「消えろ」と店員に", "「死ね」|「消えろ」|と|店員に"),
        ("お前らを●すぞ 料金は3,000〜5,000円", "お前らを|●すぞ |料金は|3,000〜5,000円"),
        ("カスタマー・サービスの人", "カスタマー・サービスの|人"),
        ("give it back or i will come to your office", "give |it back |or |i will come |to |your office"),
        ("refund me today it's your last chance", "refund me today |it's |your last chance"),
        ("the clerk's mother, i'm told", "the clerk's mother, |i'm told"),
        ("pay me $5,000 by 5.30 on 03/04", "pay me $5,000 |by 5.30 |on 03/04"),
        ('f***ing idiots and i said "no way"', 'f***ing idiots |and |i said |"no way"'),
        ("a state-of-the-art van (the white one)", "a state-of-the-art van |(the white one)"),
        ("5,000 now", "5,000 now"),
    ],
)
def test_a_phrase_begins_where_one_is_introduced_or_after_an_ending(text: str, phrases: str) -> None:
    places = [at for at in range(len(text)) if begins(text, at)]
    cut = [text[start:end] for start, end in zip(places, [*places[1:], len(text)], strict=True)]
    assert "|".join(cut) == phrases


@pytest.mark.parametrize(
    ("language", "text", "phrases"),
    [
        (
            "ja",
            "請求書の件で何度も電話したのに誰も出ない 明日の朝一番で社員を刺しに行く 必ず返事しろ",
            "請求書の|件で何度も|電話したのに|誰も出ない|明日の朝一番で|社員を刺しに行く|必ず返事しろ",
        ),
        (
            "ja",
            "三年間無料にしないなら担当の女の顔写真と電話番号をネットに貼って3,000円で売るからな",
            "三年間無料にしないなら|担当の女の|顔写真と|電話番号をネットに|貼って3,000円で|売るからな",
        ),
        (
            "en",
            "you simply can't understand that i wouldn't wait for another week because of your clerk's mistakes",
            "you simply can't understand|that i wouldn't wait|for another week|because of your clerk's mistakes",
        ),
        (
            "en",
            "pay me $5,000 or i will come to your office tomorrow and break the arms of whoever opens the door",
            "pay me $5,000|or i will come|to your office tomorrow|and break the arms|of whoever opens|the door",
        ),
    ],
)
def test_of_a_long_clause_phrases_are_left_out_in_turn(language: str, text: str, phrases: str) -> None:
    """No word is cut, none goes on behind a line end, and an amount stays together."""

    def without(_: str, spans: Sequence[tuple[int, int]]) -> list[float]:
        return [1.0, *(0.0 for _ in spans)]

    found = shares(text, reader(language).first.spelling.read(text)[0], without)
    assert "|".join(text[start:end] for start, end, _ in found) == phrases


class FindsAllAlike(NothingMisspelt):
    """A reader to whom every clause weighs alike."""

    def read(self, texts: Sequence[str], **_: bool) -> list[Read]:
        return [Read(9.0, {"act.threat": 1.0}) for _ in texts]

    def shares(self, text: str, *_: object) -> list[tuple[int, int, float]]:
        return [(*clause.span(), 2.0) for clause in re.finditer("[^。、!]+", text)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("泥棒ども。家に行くぞ", ["泥棒ども", "家に行くぞ"]),
        ("泥棒どもめ、家に行くぞ", ["泥棒どもめ、家に行くぞ"]),
        ("泥棒どもめ!家に行くぞ", ["泥棒どもめ", "家に行くぞ"]),
    ],
)
def test_what_weighs_in_two_sentences_is_shown_apart(text: str, shown: list[str]) -> None:
    model = read_model(signs_files.MODEL.read_text("utf-8"), dict.fromkeys(("ja", "en"), FindsAllAlike()))
    assert [word.text for word in score({"message": text}, model).words] == shown
