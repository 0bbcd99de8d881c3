"""Unmistakable harm in polite Japanese is kept, everyday words are left, and others' threats may be one's own."""

import pytest

from desk import signs_files
from desk.rules.conduct import examine

SIGNS = signs_files.read()
MODEL = signs_files.model()
PEOPLE = ("橋本さん", "担当の方", "受付の女性", "店長")
WISHES = ("殺したいです", "刺したいのですが、どこに行けば会えますか", "殴りたいので、出勤の時間を教えてください")


def flagged(text: str, **fields: str) -> bool:
    """Whether the signs alone hold it."""
    return examine({"message": text, **fields}, SIGNS).flagged


@pytest.mark.parametrize("wish", WISHES)
def test_a_polite_wish_to_harm_somebody_is_an_emergency_however_it_reads(wish: str) -> None:
    found = [examine({"message": f"お世話になっております。{one}を{wish}。"}, SIGNS, MODEL) for one in PEOPLE]
    assert {one.severity for one in found} == {"emergency"}


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("お店に火をつけてもよろしいでしょうか。返金がまだです。", "emergency"),
        ("いつもありがとうございます。早く死んでください。", "high"),
        # Despair is heard in these words as well, wrongly: a harsh word too many first is better than a cry unheard.
        ("いつもありがとうございます。どうか早く死んでください。", "emergency"),
        ("橋本さんには病気で死んでほしいと思っております。ご検討ください。", "high"),
    ],
)
def test_a_polite_question_or_wish_is_kept_beside_thanks(text: str, severity: str) -> None:
    found = examine({"message": text}, SIGNS, MODEL)
    assert (found.flagged, found.severity) == (True, severity)


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("店員の態度が悪く、死ねばいいのにと思うことはあります。", "high"),
        ("店長が死んだらいいのにと思うことはあります。", "high"),
        # Where despair is heard in it too, it stays: of no wish is it sure whom it is about.
        ("御社の対応は最悪です。死ねばいいのにと思うことはあります。", "emergency"),
        ("死ねばいいのにと思うことはあります", "emergency"),
    ],
)
def test_a_wish_that_staff_die_is_kept_however_ordinary_it_reads(text: str, severity: str) -> None:
    found = examine({"message": text}, SIGNS, MODEL)
    assert (found.flagged, found.severity) == (True, severity)
    assert {one.act for one in found.findings} == {"act.insult"}


@pytest.mark.parametrize(
    "text",
    [
        "夫が死んだらいいのにと思っていた頃、御社のサービスに救われました。",
        "このボスが死ねばいいのにと思います。サポートの方、攻略法を教えてください。",
        "担当者に死ねばいいのにと言われました。説明をお願いします。",
    ],
)
def test_of_others_or_told_of_it_is_not(text: str) -> None:
    assert not examine({"message": text}, SIGNS, MODEL).flagged


@pytest.mark.parametrize(
    "text",
    [
        "庭の虫を殺したいのですが、子どもがいても使える薬を教えてください。",
        "刺しゅうを担当の方にお願いしたいです。",
        "出刃包丁を買いに伺います。取り置きをお願いします。",
        "囲炉裏に火をつけてもらえますか、店員さん。",
        "小麦粉は何カップ必要ですか。",
        "一晩いくらで泊まれますか。",
        "唇が荒れたので口紅を返品したいです。",
        "ご担当者様のお電話番号をお知らせください。",
        "現場でお会いする工事の担当の方の携帯番号を教えてください。",
        "送料がただで済むのはいくらからですか。",
        "町内会の組長を務めております。",
    ],
)
def test_everyday_words_are_left_alone_by_the_signs(text: str) -> None:
    assert not flagged(text)


@pytest.mark.parametrize(
    "text",
    [
        "橋本さんの携帯番号を教えてください。",
        "担当の方の個人の携帯番号を教えてください。",
        "さっき電話に出た女の子のシフトを教えて。",
        "担当の電話番号をよこせ。",
        "ただじゃおかない。",
        "生きて帰さないぞ。",
        "殺し屋を雇いました。",
        "しばくで。",
        "ddosしてやる。",
        "店長の番号は090-1111-2222だ。かけまくれ。",
    ],
)
def test_what_is_blunt_is_found_by_the_signs(text: str) -> None:
    assert flagged(text)


@pytest.mark.parametrize(
    ("meant", "told"),
    [
        ("「殺すぞ」と言われたくなければ今日中に電話しろ。", "「殺すぞ」と言われて困っています。"),
        ("「殺すぞ」。これは私からの伝言だ。", "「殺すぞ」。これは客の言葉です。"),
        ("友人が「店員を刺す」と言う。俺も同じ気持ちだ。", "友人が「店員を刺す」と言う。止めてほしい。"),
        ("夫が包丁を持ってそちらへ。返金しないからです。", "夫が包丁を持ってそちらへ。逃げてください。"),
    ],
)
def test_who_makes_a_threat_of_others_his_own_is_not_excused(meant: str, told: str) -> None:
    assert (flagged(meant), flagged(told)) == (True, False)


def test_a_threat_is_no_name() -> None:
    assert flagged("回線の件です。", name="コロス ゾ")
    assert not flagged("回線の件です。", name="コロス ケン")
