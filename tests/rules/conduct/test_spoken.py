"""Japanese without its kanji or in Latin letters, and English as typed in a chat, is read like any other."""

import pytest

from desk import signs_files
from desk.rules.conduct import examine

SIGNS = signs_files.read()


@pytest.mark.parametrize(
    ("text", "act", "view"),
    [
        ("ﾄﾞｹﾞｻﾞ ｼﾛ｡ ﾀﾝﾄｳｼｬ ﾉ ﾅﾏｴ ｦ ﾀﾞｾ｡", "act.apology", "kana"),
        ("おまえの いえを もやしてやる", "act.violence", "kana"),
        ("どゲざシロって言ってんだよ", "act.apology", "kana"),
        ("ぶっコろすぞ", "act.violence", "kana"),
        ("どゲザしろと言っている", "act.apology", "kana"),
        ("omae no kaisha no hito wo korosu zo", "act.violence", "romaji"),
        ("im gonna kill u 2nite", "act.violence", "chat"),
        ("go kill urself", "act.insult", "chat"),
        ("k1ll urself", "act.insult", "leet"),
        ("f u c k y o u", "act.insult", "spac"),
        ("F@ck you all", "act.insult", "spelling"),
        ("じさつしろ", "act.insult", "spelling"),
        ("コ○スぞ", "act.violence", "spelling"),
    ],
)
def test_a_word_written_by_ear_is_found_where_it_stands(text: str, act: str, view: str) -> None:
    findings = [finding for finding in examine({"message": text}, SIGNS).findings if finding.act == act]
    assert any(view in finding.view for finding in findings)
    assert all(text[finding.start : finding.end] == finding.text != "" for finding in findings)


@pytest.mark.parametrize(
    "text",
    [
        "ぱすわーどを わすれました。おしえてください",
        "パスワーどがちがイます、とでます",
        "シンプルなデザインにして、ダウンロードしファイルを開いたところでクレームだと言われました",
        "ドメイン ノ コウシン ハ イツ デスカ",
        "domain no koushin wa itsu desu ka, oshiete kudasai",
        "pls tell me how 2 renew my domain, thx",
        "じさつ予防の講演を聞きに行けますか",
        "fack is my surname, please correct it",
    ],
)
def test_an_ordinary_inquiry_written_by_ear_is_not_flagged(text: str) -> None:
    assert not examine({"message": text}, SIGNS).flagged


def test_a_demand_and_its_harm_in_two_sentences_are_read_together() -> None:
    text = "やりとりは全部録音しました。値引きがないなら、わかりますよね。"
    assert "act.sns-exposure" in {finding.act for finding in examine({"message": text}, SIGNS).findings}
