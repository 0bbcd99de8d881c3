"""What the first letters of the lines say, read downwards: “Stupid” over six lines, くたばれ over four.

Letters meet by chance too, in lists of guests and of goods, so only words that hurt are looked for, and all but the
longest only where the text says how to read it.
"""

import re
from collections.abc import Iterator
from typing import Final

from desk.rules.normalise.fold import Edit, Folded

LEAST_LINE_ENDS: Final = 2
# What a sign is told it by.
SAID: Final = {"en": "read downwards: ", "ja": "縦に読むと:"}
LONG_LATIN, LONG_KANA = 6, 4  # letters of what is read without being told to


def downwards(folded: Folded) -> Folded | None:
    """The first letters of the lines of a folded text, its harsh words set apart; None where they are none.

    Each letter stands for itself in the original, so a finding spans the lines from its first letter to its last.
    """
    text = folded.text
    if text.count("\n") < LEAST_LINE_ENDS:
        return None
    places = [match.end() - 2 for match in _FIRST.finditer(f"\n{text}")]
    letters = "".join(text[at] for at in places).translate(_TO_HIRAGANA)
    if _WORDS.search(letters) is None:
        return None
    told = [match.start() for match in _TOLD.finditer(text)]
    found = {match.span() for match in _WORDS.finditer(letters) if _is_long(match.group(), told=bool(told))}
    if told:
        found |= {block for block in _blocks(text, places, told) if _WORDS.fullmatch(letters[slice(*block)])}
    return _set_apart(folded, places, letters, sorted(found)) if found else None


def _is_long(word: str, *, told: bool) -> bool:
    return len(word) >= (LONG_LATIN if word.isascii() else LONG_KANA) - told


def _blocks(text: str, places: list[int], told: list[int]) -> Iterator[tuple[int, int]]:
    """Which letters stand together, [first, last), with the lines that say how to read them and without."""
    lines = {text.rfind("\n", 0, at) for at in told}
    tells = [text.rfind("\n", 0, at) in lines for at in places]
    first = 0
    for last in range(1, len(places) + 1):
        if last < len(places) and "\n\n" not in text[places[last - 1] : places[last]]:
            continue
        yield first, last
        inner = [at for at in range(first, last) if not tells[at]]
        if inner and inner[-1] - inner[0] + 1 == len(inner):
            yield inner[0], inner[-1] + 1
        first = last


def _set_apart(folded: Folded, places: list[int], letters: str, found: list[tuple[int, int]]) -> Folded:
    pieces: list[str] = []
    at: list[int] = []  # for each letter of what is read the number of its line
    for first, last in found:
        read = letters[first:last]
        words = _LATIN_WORD.findall(read) if read.isascii() else [read]
        pieces.append(SAID["en" if read.isascii() else "ja"])
        at += [first] * len(pieces[-1])
        line = first
        for word in words:
            pieces.append(f"{word} ")
            at += (*range(line, line + len(word)), line + len(word) - 1)
            line += len(word)
        pieces.append("\n")
        at.append(last - 1)
    spans = [folded.span(places[line], places[line] + 1) for line in at]
    starts, ends = tuple(start for start, _ in spans), tuple(end for _, end in spans)
    return Folded("".join(pieces), starts, ends, (*folded.edits, Edit(min(starts), max(ends), "downwards")))


# Of a line that begins behind a line end: where a letter stands first in an expression, it is looked for at once. So is
# the line's, which most often begins it.
_FIRST: Final = re.compile(r"\n(?:|[^\S\n]*+(?:[^\w\s]|\d){0,4}[^\S\n]*+)[^\W\d_]")
_TOLD: Final = re.compile(
    r"(?:read|look at|take|try|see|join|mind|just|only) (?:\w+ ){0,3}first letters|"
    r"first letters(?: (?:only|of (?:each|every|the) lines?))?(?: spell\b|\s*[,:!.])|\bacrostic|"
    r"\bread(?:ing)? (?:it |this |them )?(?:vertically|top to bottom|downwards?\b|down the )|"
    r"\bread (?:it|this|them) down\b|\bread down(?=[.!)])|"
    r"(?<![一-龠])行の(?:頭|先頭|最初|一文字)|(?:縦|たて)に *[読よ]|縦読み(?=[\s。!:)]|[でし]|$)|"
    r"頭文字(?=だけ|を[つ並拾読見]|[。:!])|(?<![一-龠])頭(?:だけ|の(?:一|1)?文?字)|(?:一|1)文字目(?=だけ|を[つ並拾読見])"
)
_HARSH: Final = (
    *(
        "assholes?",
        "arseholes?",
        "bastards?",
        "bitch(?:es)?",
        "bomb",
        "burn",
        "burninhell",
        "cheats?",
        "cowards?",
        "cretins?",
        "cunts?",
    ),
    *(
        "dead",
        "die",
        "dropdead",
        "dumb",
        "fat",
        "fools?",
        "fuck",
        "godie",
        "gotohell",
        "hang",
        "hate",
        "hurt",
        "idiots?",
    ),
    *("kill", "liars?", "losers?", "morons?", "murder", "pigs?", "rape", "retards?", "rotinhell", "scum", "shoot"),
    *("sluts?", "stab", "stupid", "thie(?:f|ves)", "trash", "ugly", "useless", "wankers?", "whores?", "worthless"),
)
_BESIDE: Final = ("yourself", "your", "you", "all", "are", "will", "must", "should", "them")
_KANA: Final = (
    "(?:ころ|つぶ|もや)し(?:てやる|に(?:いく|くる))",
    *(
        "ばかやろう",
        "ころして",
        "つぶれろ",
        "くたばれ",
        "ころす",
        "ころせ",
        "しねよ",
        "しんで",
        "きえろ",
        "きえて",
        "うせろ",
    ),
    *(
        "のろま",
        "きもい",
        "うざい",
        "まぬけ",
        "やめろ",
        "つぶす",
        "だまれ",
        "しね",
        "ばか",
        "あほ",
        "ぶす",
        "でぶ",
        "ぶた",
    ),
    *("くず", "かす", "ごみ", "ぐず", "はげ", "くそ", "殺して", "死ね", "殺す", "殺せ", "消えろ", "馬鹿", "失せろ"),
)
_LATIN: Final = f"(?:{'|'.join(sorted((*_HARSH, *_BESIDE), key=len, reverse=True))})"
_ONE_HARSH: Final = f"(?:{'|'.join(sorted(_HARSH, key=len, reverse=True))})"
_WORDS: Final = re.compile(
    rf"(?:{'|'.join(sorted(_BESIDE, key=len, reverse=True))}){{0,3}}{_ONE_HARSH}{_LATIN}{{0,4}}|(?:{'|'.join(_KANA)})+"
)
# Cut so that nothing is left over: “you retard” is no “your” and “etard”.
_LATIN_WORD: Final = re.compile(rf"{_LATIN}(?={_LATIN}*$)")
_TO_HIRAGANA: Final = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
