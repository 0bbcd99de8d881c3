"""Japanese names in Latin letters: kana as Latin letters, and the ways to spell them brought to one."""

from typing import Final

_ROWS: Final = (
    *(("アイウエオ", ""), ("カキクケコ", "k"), ("サシスセソ", "s"), ("タチツテト", "t"), ("ナニヌネノ", "n")),
    *(("ハヒフヘホ", "h"), ("マミムメモ", "m"), ("ラリルレロ", "r"), ("ガギグゲゴ", "g"), ("ザジズゼゾ", "z")),
    *(("ダヂヅデド", "d"), ("バビブベボ", "b"), ("パピプペポ", "p")),
)
_OTHERS: Final = (
    *(("ヤ", "ya"), ("ユ", "yu"), ("ヨ", "yo"), ("ャ", "ya"), ("ュ", "yu"), ("ョ", "yo"), ("ワ", "wa"), ("ヲ", "o")),
    *(("ン", "n"), ("ヴ", "v"), ("ー", ""), ("ッ", "")),
)
_LATIN = dict(_OTHERS) | {kana: row + vowel for kanas, row in _ROWS for kana, vowel in zip(kanas, "aiueo", strict=True)}
# What is spelt left counts as what stands right.
_HEPBURN: Final = (
    *(("shi", "si"), ("sh", "sy"), ("chi", "ti"), ("ch", "ty"), ("tsu", "tu"), ("ji", "zi"), ("j", "zy"), ("fu", "hu")),
    *(("iya", "ya"), ("iyu", "yu"), ("iyo", "yo"), ("ou", "o"), ("oo", "o"), ("oh", "o"), ("uu", "u"), ("mb", "nb")),
    *(("mp", "np"), ("di", "zi"), ("du", "zu")),
)


def even(name: str) -> str:
    """A name in katakana or in small Latin letters in one spelling of Latin letters; kanji stay as they are."""
    latin = "".join(_LATIN.get(char, char) for char in name)
    for spelling, plain in _HEPBURN:
        latin = latin.replace(spelling, plain)
    return latin
