"""Japanese words with a mark or a digit in place of a letter: 死○, ぶっ×す, 4ね, 56す.

Most marks and numbers stand for themselves: 希望日に○してください, FAXして, 在庫は56しかない.
"""

import re

from desk.rules.normalise.fold import Folded, rewrite


def unmask(folded: Folded, letters: frozenset[str]) -> Folded:
    """The text with such words in full; `letters`: those of it that are neither kana nor kanji."""
    if not letters.isdisjoint(_MASKS) and _MASK_HINT.search(folded.text):
        for pattern, put in _JAPANESE_MASKS:
            folded = rewrite(folded, pattern, "mask", lambda _, put=put: put)  # type: ignore[misc]
    if _DIGIT_HINT.search(folded.text):
        for pattern, put in _SOUND_ALIKES:
            folded = rewrite(folded, pattern, "homophone", lambda _, put=put: put)  # type: ignore[misc]
    return folded


# Each pattern names the letters it begins with first, and only there looks at what stands before them: one that looks
# back at every letter of a text takes three times as long and more.
# A letter x or an underscore within Latin letters masks nothing: FAXして, test_して.
_M = r"(?:[○●×✕✖*＊■□※x_](?:(?<![x_])|(?<![a-z0-9_].)(?![a-z0-9_])))"
_S = r"[○●×✕✖*＊■□※]"
_K = "(?<![ァ-ヶー].)"  # a mark behind a word in katakana belongs to it: ネットワーク×が, サーバ※の
_WHO = (
    *(
        "前",
        "様",
        "店長",
        "社長",
        "部長",
        "課長",
        "所長",
        "上司",
        "担当",
        "主任",
        "社員",
        "従業員",
        "奴",
        "やつ",
        "いつ",
    ),
    *("ちら", "あんた", "めえ", "無能", "全員", "医者", "記者", "責任者"),
)
_SAID_OF = "|".join(f"(?<={who}[はが].)" for who in _WHO)
_SURELY = "|".join(f"(?<={how}に.)" for how in ("絶対", "本当", "ほんと", "マジ", "必ず", "今日中", "すぐ", "確実"))
_MASKS = frozenset("○●×✕✖*＊■□※_x")
# What stands beside a mark in one of the patterns below: most marks have nothing of it beside them.
_MASK_HINT = re.compile(
    r"[ぶっ殺死馬バアクカブ無キきチ土下爆レセ][○●×✕✖*＊■□※_x]|[○●×✕✖*＊■□※_x](?:[しすさねカ鹿ソスガが下イッ]| ね)"
)
_JAPANESE_MASKS = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (rf"ぶ(?<![選運遊呼学及転結飛喜浮並叫].)っ?{_M}(?=[さしすせそ])", "ぶっ殺"),
        (rf"ぶっ?殺{_M}(?=[てた])", "ぶっ殺し"),
        (rf"殺{_M}{{1,2}}(?=[てた])", "殺し"),
        (rf"殺{_M}{{1,2}}(?=れ)", "殺さ"),
        (rf"殺{_M}{{1,2}}", "殺す"),
        # What is marked with a circle is not killed: 希望日に○してもらえますか, 番号を○してもらいました.
        (rf"{_M}(?<!に.)(?=し(?:て(?:や(?!り直)|も(?!ら|よ|い))|たろ|たる)|す(?:ぞ|から|ね|よ|$|[。!！]))", "殺"),
        (rf"{_M}(?<!に.)(?=され(?:[たん]|る(?!こと|場合|とき|方)))", "殺"),
        (
            rf"{_M}(?=して(?:やる|やり(?!直)|やれ|やろ|やっ)|したろ|したる|すぞ|すから(?:な|待|覚)|すよ(?:[。!！\n]|$))",
            "殺",
        ),
        (rf"{_M}(?:{_SURELY})(?=す(?:[。!！\n]|$))", "殺"),
        (rf"{_S}(?<![ぁ-んァ-ヶ一-龠].)ね(?=[。!！、ー\n ]|よ|や|カス|クソ|$)", "死ね"),
        (r"x(?<![^\n、。!！ら].) ?ね(?=[。!！、ー\n ]|よ|や|カス|クソ|$)", "死ね"),
        # "A is ○, B is ×" is said of things; of persons it is a curse.
        (rf"{_S}(?:(?<=ら.)|{_SAID_OF})ね(?![^\n]*[○×]ね)(?=[。!！ー\n ]|よ|や|$)", "死ね"),
        (rf"{_S}(?<=[、。].)ね(?=[。!！ー\n ]|よ|や|$)", "死ね"),
        (rf"死(?<![病戦事餓溺圧水焼凍急致頓].){_M}(?!活)", "死ね"),
        (rf"馬(?<![群対競但竜].){_M}", "馬鹿"),
        (rf"{_M}鹿(?=野郎|が|か|め)", "馬鹿"),
        (rf"バ{_K}{_M}(?=[がかでのにとめだな野。、!！ ]|ども|じゃ|ばっか|ばかり|しか|$)", "バカ"),
        (rf"{_M}(?<![ァ-ヶ].)カ(?=野郎|ども|じゃ)", "バカ"),
        (rf"ア{_K}{_M}(?=[がかめだな。、!！]|ども|じゃ|$)", "アホ"),
        (rf"ク{_K}{_M}(?=[がだ。!！野]|みたい|対応|会社|$)", "クソ"),
        (rf"{_M}(?<![ァ-ヶ].)ソ(?=野郎|会社|対応|が|みたい)", "クソ"),
        (rf"カ{_K}{_M}(?=[がだ。!！]|ども|野郎|$)", "カス"),
        (rf"{_M}(?<![ァ-ヶ].)ス(?=ども|野郎)", "カス"),
        (rf"ブ{_K}{_M}(?=[がだ。!！]|女|のくせ|$)", "ブス"),
        (
            rf"無(?:(?<!有.){_M}(?=な(?:担当|社員|奴|オペ)|社員|担当|$)|(?:(?<=担当.)|(?<=社員.)|(?<=この.)){_M}(?=が))",
            "無能",
        ),
        (rf"(?:キ|き){_M}(?:ガイ|がい)|キチ{_M}{{1,2}}", "キチガイ"),
        (rf"土(?:{_M}座|下{_M})", "土下座"),
        (rf"{_M}下座", "土下座"),
        (rf"爆{_M}(?=[しを])", "爆破"),
        (rf"レ{_K}{_M}プ", "レイプ"),
        (rf"{_M}イプ", "レイプ"),
        (rf"セ{_K}{_M}{{1,2}}ス", "セックス"),
        (rf"{_M}ックス", "セックス"),
    )
)
_DIGIT_HINT = re.compile(r"[458タ夕氏市詩師シ視バ](?:\s?[ヒねんネ]|6|ろ|93|力|カ)|死ネ")
# Numbers: 56しかない, 56さえ, 56冊 in kana. Elsewhere it is the verb, in whatever form.
_COUNTED = (
    r"しか(?!ね)|さえ|さい|すべ|せば|され(?![るたて])|しお|さん|さつ|せき|せん|そく|しゅ|しゃ|さら|せい"
    r"|そろ|すう|すじ|それ|その|すぐ(?!らい)|すみ(?:ま|や)"
)
# Within a longer figure it is no word, but behind a colon that no figure stands before it may be: 10:56, 件:56す.
_NO_FIGURE = r"(?<![0-9].)(?<![0-9][.,:-].)"
# What is done with gangsters, not with a number.
_WITH_GANGSTERS = (
    r"に(?:知り合|頼[むみん]|友|コネ|ツテ|追われ|沈め|言[っうい]|話|任せ|電話|売|渡す)|[をも](?:呼|連れ|送り|使|雇|差し向|動かし|黙)"
    r"|の(?:知り合|事務所|者が|友達が(?:い|黙)|兄貴|組(?:長|員|に|の者)|仲間|親分|先輩|若い)"
    r"|と(?:知り合|つなが|繋が|付き合|一緒に行|仲|飲)|が(?:来る|行く|つい|黙|動)|だ(?:ぞ|から|よ?俺)|から(?:挨拶|電話が行)"
)
_NO_GANGSTER = "".join(f"(?<!{word}...)" for word in ("番号は", "号は", "番は", "札は", "番号が", "室は"))
_SOUND_ALIKES = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"[タ夕]ヒ(?=[ねネんぬ])", "死"),
        (r"[4氏市詩師視](?<![ぁ-んァ-ヶ一-龠0-9].)(?=[ねネ](?:[。!！、ーよや\n ]|カス|クソ|バカ|$))", "死"),
        (r"4(?<=[、。はがら前ろ].)(?=[ねネ](?:[。!！よや\n ]|$))", "死"),
        (r"4(?<![0-9].)(?=んで(?:くれ|しま|ほし|下さ|くだ|詫))", "死"),
        (rf"5{_NO_FIGURE}(?:6(?=[さしすせそ])(?!{_COUNTED})|ろ(?=[さしすせそ]))", "殺"),
        (
            rf"893(?:(?<![0-9a-z一-龠.,:-]...){_NO_GANGSTER}(?={_WITH_GANGSTERS})|(?<=俺は...)(?=[。!！だ\n]|$))",
            "ヤクザ",
        ),
        (rf"バ{_K}力", "バカ"),
        (r"ネ(?<=死.)", "ね"),
    )
)
