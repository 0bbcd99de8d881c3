"""Undoing disguises: look-alike letters, spaced, stretched and masked words, digits read as letters or kana.

Each disguise is a cheap search that ordinary texts do not meet; what it finds is rewritten and remembered as an edit.
"""

import re
from functools import lru_cache

from desk.rules.normalise.fold import Folded, rewrite
from desk.rules.normalise.spoken import read_kana, read_latin


def undisguise(folded: Folded) -> Folded:
    """The text with every disguise undone, or the same object where there is none."""
    text = folded.text
    # Kana and kanji disguise nothing: of a Japanese text the few other letters are enough.
    letters = frozenset(text if text.isascii() else _KANA_AND_KANJI.sub("", text))
    if not letters.isdisjoint(_ALIENS):
        folded = rewrite(folded, _ALIEN_WORD, "homoglyph", lambda m: m.group().translate(_LOOKALIKES))
    japanese = not text.isascii() and _JAPANESE.search(text) is not None
    if japanese or not letters.isdisjoint(_PICTURES):
        folded = _undo_japanese(folded, letters)
    if not letters.isdisjoint(_APART) and _APART_LETTERS.search(folded.text):
        folded = rewrite(folded, _SPACED_LETTERS, "spaced", _join_letters)
    if stretched := "".join(three[0] for three in _THREE_LETTERS if three in folded.text):
        folded = rewrite(folded, _long_letters(stretched), "stretched", _shorten)
    if not letters.isdisjoint(_LEET_LETTERS) and _LEET_HINT.search(folded.text):
        folded = rewrite(folded, _LEET_WORD, "leet", _read_leet)
    if not letters.isdisjoint(_STARS):
        folded = rewrite(folded, _MASKED_WORD, "mask", _guess_masked)
    return folded if japanese else read_latin(folded)


def alike(folded: str) -> str:
    """A folded name, every letter as the Latin one that it looks like, whichever stand beside it."""
    return folded.translate(_ALIKE)


def _undo_japanese(folded: Folded, letters: frozenset[str]) -> Folded:
    if not letters.isdisjoint(_PICTURES):
        folded = rewrite(folded, _PICTURE, "emoji", lambda m: _PICTURES[m.group()])
    if _APART_KANA.search(folded.text) or _chopped(folded.text):
        folded = rewrite(folded, _SPACED_KANA, "spaced", lambda _: "")
    if _LONG_HINT.search(folded.text):
        folded = rewrite(folded, _LONG_KANA, "stretched", lambda m: m.group(1) or "")
    return read_kana(_undo_japanese_masks(folded, letters))


def _chopped(text: str) -> bool:
    # A full stop or a line end after nearly every letter.
    return text.count("。") + text.count("、") + text.count("\n") > len(text) // 4


def _join_letters(match: re.Match[str]) -> str:
    if not _LETTER_OR_SPACE.search(match.group()):
        return match.group()  # the digits of a version, a day or an address
    return re.sub(r"  +", "\x00", match.group()).translate(_SEPARATORS).replace("\x00", " ")


@lru_cache(256)
def _long_letters(letters: str) -> re.Pattern[str]:
    return re.compile(rf"([{letters}])\1{{2,60}}")


def _shorten(match: re.Match[str]) -> str:
    # "killlll" and "uselesssss" end in a double letter; "stuuupid" has a single one.
    letter, before = match.group(1), match.string[match.start() - 1 : match.start()]
    return letter * 2 if letter in "ls" and before in ("a", "e", "i", "u") else letter


def _read_leet(match: re.Match[str]) -> str:
    word = match.group()
    if not _LETTER.search(word) or not _LEET_LETTER.search(word) or _PLAIN_NUMBERED.fullmatch(word):
        return word
    return re.sub(r"1(?=[ou])", "l", word).translate(_LEET)


def _guess_masked(match: re.Match[str]) -> str:
    return _guess(match.group())


@lru_cache(256)
def _guess(word: str) -> str:
    pattern = "".join("[a-z]" if char in "*#%_○●×•-" else re.escape(char) for char in word)
    open_end = "[a-z]{0,6}" if word[-1] in "*#" else ""
    return next((full for full in _MASKABLE if re.fullmatch(pattern + open_end, full)), word)


def _undo_japanese_masks(folded: Folded, letters: frozenset[str]) -> Folded:
    if not letters.isdisjoint(_MASKS) and _MASK_HINT.search(folded.text):
        for pattern, put in _JAPANESE_MASKS:
            folded = rewrite(folded, pattern, "mask", lambda _, put=put: put)  # type: ignore[misc]
    if _DIGIT_HINT.search(folded.text):
        for pattern, put in _SOUND_ALIKES:
            folded = rewrite(folded, pattern, "homophone", lambda _, put=put: put)  # type: ignore[misc]
    return folded


_PICTURES = {
    "🔪": "包丁",
    "🗡": "刃物",
    "🔫": "拳銃",
    "💣": "爆弾",
    "🧨": "爆弾",
    "🪓": "斧",
    "🔨": "ハンマー",
    "🖕": "くたばれ",
}
_JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龠]")
_KANA_AND_KANJI = re.compile(r"[ぁ-んァ-ヶー一-龠、。]+")
_PICTURE = re.compile(f"[{''.join(_PICTURES)}]")
_ALIENS = frozenset(map(chr, (*range(0x370, 0x400), *range(0x400, 0x460))))
_ALIEN_WORD = re.compile(r"(?:[a-z]|[\u0370-\u03ff\u0400-\u045f]){1,40}")
_LOOKALIKES = str.maketrans(
    "аеорсухіјѕԁһкмтвнгпьӏοαερυικντωχβηγ",
    "aeopcyxijsdhkmtbhrnbloaepuikvtwxbny",
)
_ALIKE = _LOOKALIKES | {ord("ı"): "i"}  # in a whole text this letter is Turkish and no disguise
_J = r"ぁ-んァ-ヶー一-龠々"
_MARK = r"[ \t・･.,_~|/=+:;\-★☆♡♥♪※…'\"\U0001f300-\U0001faff]"
_GAP = rf"{_MARK}{{1,3}}"
_SPACED_KANA = re.compile(
    rf"(?<=[{_J}]){_GAP}(?=[{_J}](?![{_J}]))|(?<=(?<![{_J}])[{_J}]){_GAP}(?=[{_J}])"
    rf"|(?<=(?<![{_J}])[{_J}])[。、\n](?=[{_J}](?![{_J}]))"
)
_APART_KANA = re.compile(rf"{_MARK}(?<=[{_J}].){_MARK}{{0,2}}[{_J}]")
_LONG_HINT = re.compile(r"[〜~]|ーー|[ぁ-ん]ー|([ぁ-んァ-ヶ])\1\1")
_APART = frozenset("._-*|/~,+= ")
_APART_LETTERS = re.compile(r"[ ._\-*|/~,+=][a-z0-9@$][ ._\-*|/~,+=]{1,3}[a-z0-9@$!](?![a-z0-9'])")
_STARS = frozenset("*#%○●×•")
_LONG_KANA = re.compile(
    r"([ぁ-んァ-ヶ])\1{2,}|(?<=[ぁ-ん])[ー〜~]{1,40}|(?<=[ァ-ヶ一-龠ー])[〜~ー]{2,40}|(?<=[ァ-ヶ])[〜~]"
)
_SEPARATORS = {ord(c): None for c in " ._-*|/~,+='"}
_SPACED_LETTERS = re.compile(r"(?<![a-z0-9'])[a-z0-9@$](?:[ ._\-*|/~,+=]{1,3}[a-z0-9@$!](?![a-z0-9'])){2,60}")
_THREE_LETTERS = tuple(letter * 3 for letter in "abcdefghijklmnopqrstuvwxyz")
_LEET_LETTERS = frozenset("013457@$!|")
# Looked for by its first letter that is none: a tenth of the cost where a text has few of them.
_LEET_HINT = re.compile(
    r"[013457@$!|](?:(?<=[a-z].)[013457@$!|]{0,2}[a-z]|(?<=\b[013457@$])[013457@$]?['a-z][a-z]|(?<=[a-z][0347$])\b)"
)
_LEET_WORD = re.compile(r"(?<![\w@$.])(?=[a-z269]*[0134578@$!|])[a-z0-9@$!|]{2,24}(?![\w@$.]\w)")
_LEET = str.maketrans("0134578@$!|", "oieastbasil")
_LETTER = re.compile(r"[a-z]")
_LETTER_OR_SPACE = re.compile(r"[a-z@$ ]")
_LEET_LETTER = re.compile(r"[0134578@$!|]")
_PLAIN_NUMBERED = re.compile(r"[0-9]{1,8}[a-z]{1,3}|[a-z]{1,8}[0-9]{1,8}")
# One letter with one mark behind it is a language (C#) or a footnote, two are a file name (sh*) or a footnote.
_MASKED_WORD = re.compile(
    r"(?<![a-z0-9*#])(?!(?!fu)[a-z]{1,2}[*#%○●×•](?![a-z*#%○●×•]))[a-z]{1,8}[*#%○●×•]{1,6}[a-z]{0,8}(?![a-z0-9*#])"
)
_MASKABLE = (
    *("fuck", "fucking", "fucker", "fucked", "shit", "shitty", "bitch", "bitches", "cunt", "cunts", "kill", "killed"),
    *("murder", "stupid", "idiot", "idiots", "moron", "retard", "retarded", "bastard", "bastards", "asshole", "ass"),
    *(
        "dick",
        "cock",
        "pussy",
        "whore",
        "slut",
        "rape",
        "die",
        "dead",
        "scum",
        "trash",
        "stab",
        "shoot",
        "bomb",
        "hell",
    ),
    *("motherfucker", "bullshit", "nigger", "faggot", "dumb", "dumbass", "burn", "beat", "punch", "hurt", "blood"),
)
# A letter x or an underscore within Latin letters masks nothing: FAXして, test_して.
_M = r"(?:[○●×✕✖*＊■□※]|(?<![a-z0-9_])[x_](?![a-z0-9_]))"
_S = r"[○●×✕✖*＊■□※]"
_K = "(?<![ァ-ヶー])"  # a mark behind a word in katakana belongs to it: ネットワーク×が, サーバ※の
_MASKS = frozenset("○●×✕✖*＊■□※_x")
# What stands beside a mark in one of the patterns below: most marks have nothing of it beside them.
_MASK_HINT = re.compile(
    r"[ぶっ殺死馬バアクカブ無キきチ土下爆レセ][○●×✕✖*＊■□※_x]|[○●×✕✖*＊■□※_x](?:[しすさねカ鹿ソスガが下イッ]| ね)"
)
_JAPANESE_MASKS = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (rf"(?<![選運遊呼学及転結飛喜浮並叫])ぶっ?{_M}(?=[さしすせそ])", "ぶっ殺"),
        (rf"ぶっ?殺{_M}(?=[てた])", "ぶっ殺し"),
        (rf"殺{_M}{{1,2}}(?=[てた])", "殺し"),
        (rf"殺{_M}{{1,2}}(?=れ)", "殺さ"),
        (rf"殺{_M}{{1,2}}", "殺す"),
        # What is marked with a circle is not killed: 希望日に○してもらえますか.
        (rf"(?<!に){_M}(?=し(?:て[やあも]|たろ|たる)|す(?:ぞ|から|ね|よ|$|[。!！])|され[たるん])", "殺"),
        (rf"(?<![ぁ-んァ-ヶ一-龠]){_S}ね(?=[。!！、ー\n ]|よ|や|カス|クソ|$)", "死ね"),
        (r"(?<![^\n、。!！ら])x ?ね(?=[。!！、ー\n ]|よ|や|カス|クソ|$)", "死ね"),
        # "A is ○, B is ×" is said of things; of persons it is a curse.
        (rf"(?:(?<=[ら、。])|(?<=[前社当員者奴]は)|(?<=(?:めえ|んた)は)){_S}ね(?=[。!！ー\n ]|よ|や|$)", "死ね"),
        (rf"(?<![病戦事餓溺圧水焼凍急致頓])死{_M}(?!活)", "死ね"),
        (rf"(?<![群対競但竜])馬{_M}|{_M}鹿(?=野郎|が|か|め)", "馬鹿"),
        (rf"{_K}バ{_M}(?=[がかでのにとめだな野。、!！ ]|ども|じゃ|ばっか|ばかり|しか|$)", "バカ"),
        (rf"(?<![ァ-ヶ]){_M}カ(?=野郎|ども|じゃ)", "バカ"),
        (rf"{_K}ア{_M}(?=[がかめだな。、!！]|ども|じゃ|$)", "アホ"),
        (rf"{_K}ク{_M}(?=[がだ。!！野]|みたい|対応|会社|$)|(?<![ァ-ヶ]){_M}ソ(?=野郎|会社|対応|が|みたい)", "クソ"),
        (rf"{_K}カ{_M}(?=[がだ。!！]|ども|野郎|$)|(?<![ァ-ヶ]){_M}ス(?=ども|野郎)", "カス"),
        (rf"{_K}ブ{_M}(?=[がだ。!！]|女|のくせ|$)", "ブス"),
        (rf"(?<!有)無{_M}(?=な(?:担当|社員|奴|オペ)|社員|担当|が|$)", "無能"),
        (rf"(?:キ|き){_M}(?:ガイ|がい)|キチ{_M}{{1,2}}", "キチガイ"),
        (rf"土{_M}座|土下{_M}|{_M}下座", "土下座"),
        (rf"爆{_M}(?=[しを])", "爆破"),
        (rf"{_K}レ{_M}プ|{_M}イプ", "レイプ"),
        (rf"{_K}セ{_M}{{1,2}}ス|{_M}ックス", "セックス"),
    )
)
_DIGIT_HINT = re.compile(r"[458タ夕氏市詩師シ視バ](?:\s?[ヒねんネ]|6|ろ|93|力|カ)|死ネ")
# The forms of the verb alone (56しかない, 56さえ are numbers), and what is done with gangsters, not with a number.
_KILLS = (
    r"さ(?:れ|せ|な[いけ])|し(?:て[やもおくし]|に|た[いろる]|ち|合)|す(?:ぞ|から|よ|わ|っ|[。!！\n ]|$)"
    r"|せ(?:ば|る|よ|[。!！\n ]|$)|そう?(?:か|[。!！\n ]|$)"
)
_WITH_GANGSTERS = (
    r"に(?:知り合|頼[むみん]|友|コネ|ツテ|追われ|沈め)|[をも](?:呼|連れ|送り込|使)|の(?:知り合|事務所|者|友|兄|組|仲間)"
    r"|と(?:つなが|繋が|付き合)|が(?:来る|行く|つい|黙)|だ(?:ぞ|からな)"
)
_SOUND_ALIKES = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"[タ夕]ヒ(?=[ねネんぬ])", "死"),
        (r"(?<![ぁ-んァ-ヶ一-龠0-9])[4氏市詩師視](?=[ねネ](?:[。!！、ーよや\n ]|カス|クソ|バカ|$))", "死"),
        (r"(?<=[、。はがら前ろ])4(?=[ねネ](?:[。!！よや\n ]|$))", "死"),
        (r"(?<![0-9])4(?=んで(?:くれ|しま|ほし|下さ|くだ|詫))", "死"),
        (rf"(?<![0-9.,:-])56(?={_KILLS})|(?<![0-9.,:-])5ろ(?=[さしすせそ])", "殺"),
        (rf"(?<![0-9a-z.,:-])(?<!番号)(?<!内線)(?<!番)893(?={_WITH_GANGSTERS})", "ヤクザ"),
        (rf"{_K}バ力", "バカ"),
        (r"(?<=死)ネ", "ね"),
    )
)
