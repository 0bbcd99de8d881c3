"""What the context of Japanese excuses: thanks, finds, pity for oneself, products, people seen and heard."""

import pytest

from desk import signs_files
from desk.rules.conduct import examine

SIGNS = signs_files.read()


def flagged(text: str) -> bool:
    return examine({"message": text}, SIGNS).flagged


@pytest.mark.parametrize(
    ("meant", "excused"),
    [
        ("夜道にはお気をつけくださいね", "昨夜は助かりました。夜道にはお気をつけてお戻りください"),  # thanks
        ("ご連絡ありがとうございます\n\nしね", "死ぬほど助かりました。ありがとうございます"),
        ("大変助かりました。このカス野郎が", "対応が神すぎて怖い、ありがとうございました"),
        ("担当の男を蹴り倒してやった", "別の窓口で、客が係の方を蹴ったのを見ました"),  # seen
        ("窓口で土下座しろ", "隣の男性が係の人に「土下座しろ」と怒鳴っていました"),  # heard
        ("虚偽の噂を流してやる", "虚偽の噂を流している人がいて、近所の者が心配しています"),  # others do it
        ("お前は役立たずだ", "このイヤホン、役立たずです。すぐ切れます"),  # a product
        ("お前のような人間に生きている価値はない", "自分には生きている価値がないと感じます。消えたいです"),  # oneself
        ("この場で土下座しろ", "土下座までは求めていません。経緯だけ伺えれば十分です"),  # not asked for
        ("嘘の話を掲示板に書いてやる", "見知らぬ人に嘘の話を掲示板に書かれました"),  # suffered
        ("人間扱いされなくて当然と自覚させておけ", "窓口で人間扱いされませんでした"),
        ("土下座していらん言い訳をやめろ", "土下座とかいらん。金もいらん。早く屋根直せ"),  # not needed
        ("土下座をいらないとは言わせない。土下座しろ", "土下座まで要りません。早く屋根を直してください"),
        ("担当の家を特定したって投稿を見たくなければ金を払え", "担当の家を特定したって投稿を見つけた"),  # others did it
        ("担当の家を特定したって投稿が上がってもいいのか", "担当の家を特定したって書き込み見かけた"),
        ("家まで来て説明しろ", "足が悪いので、点検の方に家まで来てもらえますか"),  # asked politely
        ("係を辞めさせてほしい", "係の方を辞めさせてほしいのではありません"),
        ("名前を晒すようなことはしたくありませんが、晒します", "名前を書いて晒すようなことはしたくありません"),
        # Quoted side by side, and told of.
        (
            "窓口で「土下座しろ」「金を返せ」って叫び続けるからな",
            "列の男性が窓口で「土下座しろ」「金を返せ」と大声を出していました",
        ),
        (
            "あの店員を「奴隷女」「豚女」と呼んで、写真を並べてあります",
            "ある客が窓口の方に「奴隷女」「豚女」と怒鳴っていました",
        ),
        (
            "「殺すぞ」「土下座しろ」と店員に言いたい",
            "店員が「殺すぞ」「土下座しろ」などと言われる件が増え、対応を考えています",
        ),
        (
            "「くたばれ、無能」と思い知らせたい",
            "「くたばれ、無能」と、思い出すのも恥ずかしい言葉を浴びせてしまいました",
        ),
    ],
)
def test_the_same_words_are_meant_or_excused(meant: str, excused: str) -> None:
    assert (flagged(meant), flagged(excused)) == (True, False)


def test_a_condition_denies_nothing() -> None:
    found = examine({"message": "一年分タダにしろよ。しないならあることないこと書きまくるからな。"}, SIGNS)
    assert "ja.damage.falsehood" in {finding.sign for finding in found.findings}
    assert "denied" not in {one.reason for one in found.suppressed}


def test_cries_for_help_that_somebody_heard_stay_heard() -> None:
    heard = examine({"message": "隣の部屋から女性の「助けて」「殺される」という叫び声が聞こえます"}, SIGNS)
    assert [cue.care for cue in heard.care] == ["danger"]
