"""Undoing disguises: look-alike letters, spaced, stretched and masked words, digits read as letters or kana.

Each disguise is a cheap search that ordinary texts do not meet; what it finds is rewritten and remembered as an edit.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from desk.rules.normalise.fold import Folded, put, rewrite
from desk.rules.normalise.marks import unmask
from desk.rules.normalise.spoken import read_kana, read_latin

# Of a text whose letters all stand apart nearly half are blanks between them; of one with short words fewer.
BLANKS = 1 / 3


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
        folded = put(folded, _leet_words(folded.text), "leet", _read_leet)
    if not letters.isdisjoint(_STARS):
        folded = rewrite(folded, _MASKED_WORD, "mask", _guess_masked)
    return folded if japanese else read_latin(folded)


def stood_apart(plain: Folded, bare: Folded) -> bool:
    """Whether blanks stood between most letters of a text, before its disguises were undone.

    Who spaces a whole text may want it read easily, or paste it from a file; who spaces one word of it, or puts full
    stops between the letters, hides something.
    """
    return plain.text.count(" ") - bare.text.count(" ") >= len(plain.text) * BLANKS > 0


def alike(folded: str) -> str:
    """A folded name, every letter as the Latin one that it looks like, whichever stand beside it."""
    return folded.translate(_ALIKE)


def _undo_japanese(folded: Folded, letters: frozenset[str]) -> Folded:
    if not letters.isdisjoint(_PICTURES):
        folded = rewrite(folded, _PICTURE, "emoji", lambda m: _PICTURES[m.group()])
    if _APART_KANA.search(folded.text) or _chopped(folded.text):
        folded = rewrite(folded, _SPACED_KANA, "spaced", lambda _: "")
    if _THREE_KANA.search(folded.text):
        folded = rewrite(folded, _THREE_KANA, "stretched", lambda m: m.group(1))
    if _LONG_HINT.search(folded.text):
        folded = rewrite(folded, _LONG_SOUND, "stretched", lambda _: "")
    return read_kana(unmask(folded, letters))


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


def _leet_words(text: str) -> Iterator[re.Match[str]]:
    """Every word with a letter that may be leet; in plain letters, which most texts are, the others are passed over."""
    if not text.isascii():
        yield from _LEET_WORD.finditer(text)
        return
    shape = text.translate(_LEET_SHAPE) + " "
    end, at = 0, shape.find("0")
    while at >= 0:
        start = max(end, shape.rfind(" ", 0, at) + 1)
        end = shape.find(" ", at)
        # Two letters more are looked at behind a word.
        yield from _LEET_WORD.finditer(text, start, end + 2)
        at = shape.find("0", end)


def _read_leet(match: re.Match[str]) -> str:
    word = match.group()
    if not _LETTER.search(word) or not _LEET_LETTER.search(word) or _PLAIN_LEET.fullmatch(word):
        return word
    return re.sub(r"1(?=[ou])", "l", word).translate(_LEET)


def _guess_masked(match: re.Match[str]) -> str:
    return _guess(match.group())


@lru_cache(256)
def _guess(word: str) -> str:
    pattern = "".join("[a-z]" if char in "*#%_○●×•-" else re.escape(char) for char in word)
    open_end = "[a-z]{0,6}" if word[-1] in "*#" else ""
    return next((full for full in _MASKABLE if re.fullmatch(pattern + open_end, full)), word)


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
_ALIENS = frozenset(map(chr, range(0x370, 0x530)))
_ALIEN_WORD = re.compile(r"(?:[a-z]|[\u0370-\u052f]){1,40}")
_LOOKALIKES = str.maketrans(
    "аеорсухіјѕԁһкмтвнгпьӏοαερυικντωχβηγ",
    "aeopcyxijsdhkmtbhrnbloaepuikvtwxbny",
)
# Small and capital Cyrillic letters that look like Latin ones.
LOOK_LATIN = "".join(chr(code) for code in _LOOKALIKES if code >= ord("\u0400")) + "АЕОРСУХІЈЅКМТВНӀ"
_ALIKE = _LOOKALIKES | {ord("ı"): "i"}  # in a whole text this letter is Turkish and no disguise
_J = r"ぁ-んァ-ヶー一-龠々"
_MARK = r"[ \t・･.,_~|/=+:;\-★☆♡♥♪※…'\"\U0001f300-\U0001faff]"
# What stands between is looked for first, and what stands before it only there: letters are many, marks are few.
_SPACED_KANA = re.compile(
    rf"{_MARK[:-1]}。、\n](?:(?<=[{_J}]{_MARK}){_MARK}{{0,2}}(?=[{_J}](?![{_J}]))"
    rf"|(?<=(?<![{_J}])[{_J}]{_MARK}){_MARK}{{0,2}}(?=[{_J}])"
    rf"|(?<=(?<![{_J}])[{_J}][。、\n])(?=[{_J}](?![{_J}])))"
)
_APART_KANA = re.compile(rf"{_MARK}(?<=[{_J}].){_MARK}{{0,2}}[{_J}]")
# Two searches, since by its first letter, which few are, the first takes a seventh of the time of both in one.
_LONG_HINT = re.compile(r"[〜~ー](?:(?<=[〜~])|(?<=[ぁ-ん]ー)|ー)")
_THREE_KANA = re.compile(r"([ぁ-んァ-ヶ])\1{2,}")
_APART = frozenset("._-*|/~,+= ")
_APART_LETTERS = re.compile(r"[ ._\-*|/~,+=][a-z0-9@$][ ._\-*|/~,+=]{1,3}[a-z0-9@$!](?![a-z0-9'])")
_STARS = frozenset("*#%○●×•")
_LONG_SOUND = re.compile(r"[ー〜~](?:(?<=[ぁ-ん].)[ー〜~]{0,39}|(?<=[ァ-ヶ一-龠ー].)[〜~ー]{1,39}|(?<=[ァ-ヶ][〜~]))")
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
_LEET_SHAPE = {
    code: "0" if _LEET_LETTER.match(chr(code)) else "a" if chr(code).isalnum() else " " for code in range(128)
}
# A word with a number before or behind it, and one that is called out: no word ends in the letter that a ! stands for.
_PLAIN_LEET = re.compile(r"[0-9]{1,8}[a-z]{1,3}|[a-z]{1,8}[0-9]{1,8}|[a-z]{1,24}!{1,8}")
# One letter with one mark behind it is a language (C#) or a footnote, two are a file name (sh*) or a footnote.
_NO_MASK = r"(?!fu|[fa][*#] (?:you|yourself|off|it|holes?)\b)[a-z]{1,2}[*#%○●×•](?![a-z*#%○●×•])"
_MASKED_WORD = re.compile(rf"(?<![a-z0-9*#])(?!{_NO_MASK})[a-z]{{1,8}}[*#%○●×•]{{1,6}}[a-z]{{0,8}}(?![a-z0-9*#])")
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
