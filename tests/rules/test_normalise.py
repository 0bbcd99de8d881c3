"""Folding keeps every character's place in the original, and disguises come off."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.rules.normalise import alike, fold, undisguise


@pytest.mark.parametrize(
    ("original", "folded"),
    [
        ("ＡＢＣ！", "abc!"),
        ("ﾊﾞｶﾔﾛｳ", "バカヤロウ"),
        ("mu\u200brd\u200ber", "murder"),
        ("①㍻", "1平成"),
        ("ｶﾞｶﾞ\u200dｶﾞ", "ガガガ"),
        ("ふつうの文です。", "ふつうの文です。"),
    ],
)
def test_a_text_is_folded(original: str, folded: str) -> None:
    assert folded == fold(original).text


@pytest.mark.parametrize(
    ("original", "bare"),
    [
        ("I will k i l l you", "i will kill you"),
        ("s.t.u.p.i.d", "stupid"),
        ("pay 9 0 0 0 dollars", "pay 9000 dollars"),
        ("you аre аn idiоt", "you are an idiot"),
        ("3xp0se y0u", "expose you"),
        ("hello!! 3xp0se y0u, so!", "hello!! expose you, so!"),
        ("f**k this", "fuck this"),
        ("stuuuuupid", "stupid"),
        ("killllll", "kill"),
        ("死・ね", "死ね"),
        ("お前を殺 す", "お前を殺す"),
        ("ぶっ○してやる", "ぶっ殺してやる"),
        ("バ○が", "バカが"),
        ("お前は4ね", "お前は死ね"),
        ("56してやる", "殺してやる"),
        ("タヒね", "死ね"),
        ("お・ま・え", "お前"),
        ("バーーーーカ", "バカ"),
        ("plz call me b4 ten", "please call me before ten"),
        ("ur fiber went from 2 GB to 4 GB 4 me", "your fiber went from 2 gb to 4 gb for me"),
        ("i come 2 kill u", "i come to kill you"),
        ("kaisha made iku zo", "会社まで行くぞ"),
        ("🔪を持って", "包丁を持って"),
        ("お前らxね。", "お前ら死ね。"),
        ("担当は○ね", "担当は死ね"),
        ("56しに行く", "殺しに行く"),
        ("893に知り合いがいる", "ヤクザに知り合いがいる"),
        ("fu* you", "fuck you"),
        ("go f* yourself", "go fuck yourself"),
        ("本当に○すぞ", "本当に殺すぞ"),
        ("絶対に○す。", "絶対に殺す。"),
        ("お前を最後に×すからな", "お前を最後に殺すからな"),
        ("お前が×ね", "お前が死ね"),
        ("56すつもりだ", "殺すつもりだ"),
        ("893が動くぞ", "ヤクザが動くぞ"),
        ("今日の件:56すぞ", "今日の件:殺すぞ"),
        ("返事は:5ろすぞ", "返事は:殺すぞ"),
        ("ひところしてやる", "ひと殺してやる"),
        ("I'm goin' to kick yer door in, yous", "i'm going to kick your door in, you"),
        ("im killin your boss, hopin it hurts", "im killing your boss, hoping it hurts"),
        ("she is bein held here evry day", "she is being held here every day"),
    ],
)
def test_a_disguise_comes_off(original: str, bare: str) -> None:
    assert bare == undisguise(fold(original)).text


@pytest.mark.parametrize(
    "text",
    [
        "mp3 and ipv6 on port 8080",
        "version 6.1.0 of 1/2/3 at 8.8.8.8",
        "山田氏ねぎらいの会",
        "サーバーが落ちました",
        "grass, call, ill",
        "担当の方にFAXしてもらえますか。",
        "担当者を決めてFIXしてあります。",
        "FAXされる場合はこちらの番号へ",
        "使っているのはMac OS Xね。",
        "Twitterの新しい名前はXね。",
        "test_してもらえますか。",
        "希望日に○してもらえますか。",
        "出席は○ね、欠席は×ね。",
        "ネットワーク×が表示され、サーバ※の値が読めません",
        "在庫が56しかありません。56さえあればよいのですが",
        "10:56すぎに着きました。残り1,56すべて、数量:56すぐに届きますか。数量:56すみません",
        "番号を○してもらい、不要な項目は×してやり直しました。希望者は○されること",
        "受付番号は893。893の兄が受け取ります。教室893の友人に渡してください",
        "注文番号893の件です。内線893に電話しました",
        "do you have a c# sdk?",
        "terms* apply to your b* plan, see sh* and di* in the log",
        "こころさびしいです。おいそがしいところすみません。",
        "かんじがよめません。うさぎのほうそうはいつですか。",
        "Mr Killin and Ms Rapin of Evry Town Hall",
        "beIN Sports and my Hopin account",
    ],
)
def test_an_ordinary_text_has_nothing_to_undo(text: str) -> None:
    assert fold(text).text == undisguise(fold(text)).text


@pytest.mark.parametrize(("name", "seen"), [("mıka", "mika"), ("аоі", "aoi"), ("νοra", "vora"), ("山田 é", "山田 é")])
def test_letters_of_a_name_are_taken_for_those_they_look_like(name: str, seen: str) -> None:
    assert seen == alike(name)


@given(st.text(max_size=80))
def test_every_folded_character_stands_for_a_stretch_of_the_original(text: str) -> None:
    folded = undisguise(fold(text))
    spans = [folded.span(i, i + 1) for i in range(len(folded.text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)


def test_marks_beyond_thirty_on_one_letter_are_left_out_and_said_to_be_there() -> None:
    letter = "か" + "\u3099" * 30
    assert [(edit.start, edit.kind) for edit in fold(letter + "\u3099").edits] == [(31, "invisible")]
    assert fold(letter).edits == ()


def test_a_span_is_exact_in_the_original() -> None:
    text = "やあ、ﾊﾞ\u200bｶﾔﾛｳ。"
    folded = fold(text)
    start = folded.text.index("バカヤロウ")
    assert text[slice(*folded.span(start, start + 5))] == "ﾊﾞ\u200bｶﾔﾛｳ"


@pytest.mark.parametrize("unlike", ["ｶﾞ", "e\u0301", "\u200b", "ﷺ", "Ⓚ", "İ"])
def test_a_letter_is_folded_alike_whichever_others_stand_in_the_text(unlike: str) -> None:
    plain = "待って… №３は 20℃、Ａ‥Ｂ"
    both = fold(f"{plain}。{unlike}。{plain}")
    assert both.text.startswith(fold(plain).text + "。")
    assert both.text.endswith("。" + fold(plain).text)
    assert both.span(len(both.text) - 1, len(both.text)) == (
        len(plain) * 2 + len(unlike) + 1,
        len(plain) * 2 + len(unlike) + 2,
    )
