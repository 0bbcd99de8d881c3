"""What the first letters of the lines say, read downwards: “Stupid” over six lines, くたばれ over four.

Letters meet by chance too, so only words that hurt are looked for, short ones only where the text says how to read it.
"""

import re
from typing import Final

from desk.rules.normalise.fold import Edit, Folded

LEAST_LINES: Final = 2
# What a sign is told it by.
SAID: Final = {"en": "read downwards: ", "ja": "縦に読むと:"}
LONG_LATIN, LONG_KANA = 5, 3  # letters of what is read without being told to


def downwards(folded: Folded) -> Folded | None:
    """The first letters of the lines of a folded text, its harsh words set apart; None where they are none.

    Each letter stands for itself in the original, so a finding spans the lines from its first letter to its last.
    """
    if folded.text.count("\n") < LEAST_LINES:
        return None
    places = [match.start(1) for match in _FIRST.finditer(folded.text)]
    letters = "".join(folded.text[at] for at in places)
    found = list(_WORDS.finditer(letters.translate(_TO_HIRAGANA)))
    if found and _TOLD.search(folded.text) is None:
        found = [match for match in found if _is_long(match)]
    return _set_apart(folded, places, letters, found) if found else None


def _is_long(match: re.Match[str]) -> bool:
    word, beside = match.group(), match.group("beside") is not None
    return beside or len(word) >= (LONG_LATIN if word.isascii() else LONG_KANA) or _KANJI.match(word) is not None


def _set_apart(folded: Folded, places: list[int], letters: str, found: list[re.Match[str]]) -> Folded:
    pieces: list[str] = []
    at: list[int] = []  # for each letter of what is read the number of its line
    for match in found:
        first, last = match.span()
        latin = match.group().isascii()
        said = SAID["en" if latin else "ja"]
        words = [letters[first:last]] if not latin else _LATIN_WORD.findall(match.group())
        pieces.append(said)
        at += [first] * len(said)
        for word in words:
            pieces.append(f"{word} ")
            at += (*range(first, first + len(word)), first + len(word) - 1)
            first += len(word)
        pieces.append("\n")
        at.append(last - 1)
    spans = [folded.span(places[line], places[line] + 1) for line in at]
    starts, ends = tuple(start for start, _ in spans), tuple(end for _, end in spans)
    return Folded("".join(pieces), starts, ends, (*folded.edits, Edit(starts[0], ends[-1], "downwards")))


_FIRST: Final = re.compile(r"(?:^|\n)[^\S\n]*[-–—*•・#>「『（(\[\"'0-9.)]{0,4}[^\S\n]*([^\W\d_])")
_TOLD: Final = re.compile(
    r"first letters?|\binitial letters|\bacrostic|\bread (?:it |this |them )?(?:down|vertically|top to bottom)|"
    r"\breading down|down the (?:left|side|margin)|left (?:side|edge|margin)|"
    r"頭文字|(?:行|文)の(?:頭|先頭|最初|一文字)|縦(?:読み|に|で)|頭だけ|(?:一|1)文字目|最初の(?:一|1)?(?:文字|字)"
)
_HARSH: Final = (
    *("bastards?", "bitch(?:es)?", "bomb", "burn", "cheats?", "cowards?", "cretins?", "cunts?", "dead", "die", "dumb"),
    *("fat", "fools?", "fuck", "hang", "hate", "hurt", "idiots?", "kill", "liars?", "losers?", "morons?", "murder"),
    *("pigs?", "rape", "retards?", "scum", "shoot", "sluts?", "stab", "stupid", "thie(?:f|ves)", "trash", "ugly"),
    *("useless", "whores?", "worthless"),
)
_BESIDE: Final = ("you", "your", "yourself", "all", "will", "in", "hell", "go", "to", "must", "should", "are", "them")
_KANA: Final = (
    *(
        "ころす",
        "ころせ",
        "ころして",
        "しね",
        "しんで",
        "くたばれ",
        "きえろ",
        "きえて",
        "うせろ",
        "ばか",
        "あほ",
        "ぶす",
    ),
    *(
        "でぶ",
        "のろま",
        "くず",
        "かす",
        "ごみ",
        "きもい",
        "うざい",
        "まぬけ",
        "ぐず",
        "はげ",
        "やめろ",
        "つぶす",
        "つぶれろ",
    ),
    *("死ね", "殺す", "殺せ", "殺して", "消えろ", "馬鹿", "失せろ"),
)
_ONE_OF_HARSH: Final = f"(?:{'|'.join(_HARSH)})"
_ONE_BESIDE: Final = f"(?:{'|'.join(sorted(_BESIDE, key=len, reverse=True))})"
_WORDS: Final = re.compile(
    rf"(?P<beside>(?:{_ONE_BESIDE}{_ONE_OF_HARSH}|{_ONE_OF_HARSH}{_ONE_BESIDE}|{_ONE_OF_HARSH}{_ONE_OF_HARSH})"
    rf"(?:{_ONE_OF_HARSH}|{_ONE_BESIDE})*)|{_ONE_OF_HARSH}|{'|'.join(sorted(_KANA, key=len, reverse=True))}"
)
_LATIN_WORD: Final = re.compile(f"{_ONE_OF_HARSH}|{_ONE_BESIDE}")
_KANJI: Final = re.compile("[死殺馬]")
_TO_HIRAGANA: Final = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
