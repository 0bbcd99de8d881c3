r"""The notation of words in sign files, turned into anchored patterns that are found by their first letters.

    殺<s>        a verb by its stem and its row (k g s t n b m r w), so that every inflection follows
    kill~        an English verb with its regular inflections
    …            up to eight characters of the same sentence (24 in an English word)
    _            one English word
    $            the end of a sentence
    ( | ) [ ] ?  alternatives, one of these characters, optional; also (?=…) (?!…) (?<=…) (?<!…)
    .  \.         any character, which is none of the first ones; a dot

Nothing repeats without bound, so that every word is matched in constant time. Its first two characters (three in
Latin letters, but two of a word with $) must be fixed, sets or alternatives: by them it is found (`beginnings`).
"""

import re
from functools import cache
from itertools import pairwise

from desk.rules.conduct.beginnings import SET, alternatives, beginnings, closing

ROWS = {
    "k": "かきくけこい",
    "g": "がぎぐげごい",
    "s": "さしすせそ",
    "t": "たちつてとっ",
    "n": "なにぬねのん",
    "b": "ばびぶべぼん",
    "m": "まみむめもん",
    "r": "らりるれろっ",
    "w": "わいうえおっ",
}
GAP = r"[^。!?\n]{0,8}?"
LATIN_GAP = r"[^。.!?\n]{0,24}?"
END = r"(?=[\n。!?]|\Z)"
WORD = r"[a-z'-]{1,16}"
# By how many letters a word is found, most and fewest: the more they are, the less often a text has them by chance.
LATIN_KEYS, KANA_KEYS = (10, 3), (6, 2)
# Most words use no notation at all.
_PLAIN = re.compile(r"[^][()<>\\|?~…_$.^]+")
_NOT_PLAIN = re.compile(rf"\\.|{SET.pattern}")  # an escaped letter, or one of a set of letters
_NOT_AHEAD = re.compile(r"(?:\(\?!(?:[^()]|\([^()]*\))*\))+$")
# The notation has these for itself, wherever they stand.
_NOT_READ = re.compile(r"\\[_~…<>]")
# Groups of other kinds, what is optional and takes as little as it can, and inflections of no verb.
_UNREAD = re.compile(r"\(\?(?![:=!]|<[=!])|\?\?|(?<![a-z])~")
# Two Japanese words that nothing sets apart: as one word they would hardly ever be met.
_UNPARTED = re.compile(r"[ぁ-ヿ一-龥]{2}(?P<between>[、 　])\s?[ぁ-ヿ一-龥]{2}")
# A comma that is a part of what stands around it: one that may be missing, one in a number, and one before what no word
# begins with.
_OWN_COMMA = re.compile(r",\?|(?<=[0-9?#]),(?=[0-9])|,(?=[$…_]|\(\?[=!])")
_DIGIT = re.compile(r"\\d|\[(?:\\d|[0-9]-[0-9]|[0-9])+\]")
_GROUP = re.compile(r"\([^()]*\)")
# What is to be done where an expression cannot be read: how what Python says of it begins, and the remedy.
_REMEDIES = {
    "missing )": r"close each bracket; one that is meant itself is written [(]",
    "unbalanced": r"open each bracket that is closed; one that is meant itself is written [)]",
    "unterminated": r"close each bracket; one that is meant itself is written \[",
    "bad character range": "write its characters one by one",
    "look-behind": "each way to say what stands before is as long as the others, or has brackets of its own",
}


def split(words: str) -> list[str]:
    """The words of a part: set apart by a comma and white space, or by line ends."""
    return [word for word in (piece.strip() for piece in re.split(r",\s|\n", words)) if word and word[0] != "#"]


def pattern(word: str) -> str:
    """The pattern of a word."""
    return _bounded(_expand(word)).replace("\\ ", " ").replace(" ", r"\s")


@cache  # a lead's file is read after the shipped ones, whose words are the same every time
def keys(word: str, *, checked: bool = False) -> frozenset[str]:
    """The letters a word may begin with; ValueError says what is wrong with a word not yet checked."""
    if not checked:
        _check(word)
    plain = _PLAIN.fullmatch(word) is not None
    source = word if plain else _expand(word)
    most, fewest = LATIN_KEYS if _is_latin(source) else KANA_KEYS
    if plain and len(word) >= fewest:
        return frozenset([word[:most]])
    if END in source and _is_latin(source.replace(END, "")):
        most = LATIN_KEYS[0]  # what ends a sentence ends one in either language, and makes no word Japanese
    try:
        return beginnings(source, most, fewest)
    except ValueError as error:
        dot = "; a dot is any character, write \\. for a dot" if "." in _NOT_PLAIN.sub("", word) else ""
        short = (
            "is too short (write it with what stands beside it, each way for itself: 駅員, 駅前) and " if plain else ""
        )
        raise ValueError(f"“{word}” {short}{error}{dot}") from error


def _check(word: str) -> None:
    if unknown := [row for row in re.findall(r"<([a-z])>", word) if row not in ROWS]:
        raise ValueError(f"“{word}” has a verb of no row, <{unknown[0]}>: use {', '.join(f'<{row}>' for row in ROWS)}")
    source = _expand(word)
    if re.search(r"(?<!\\)[*+{]", source.replace(GAP, "").replace(LATIN_GAP, "").replace(WORD, "")):
        raise ValueError(f"“{word}” repeats without bound: write … for a gap, or spell the repetition out")
    try:
        re.compile(pattern(word))
    except re.error as error:  # the place that it names is none of the word's, which is written out first
        raise ValueError(f"“{word}” cannot be read ({error.msg}): {_remedy(error.msg)}") from error
    if spelt := _NOT_READ.search(word):
        raise ValueError(f"“{word}” has a “{spelt.group()}”, which is not read: write [{spelt.group()[1]}]")
    plain = _NOT_PLAIN.sub("犬", word)
    if unread := _UNREAD.search(plain):
        raise ValueError(f"“{word}” has a “{unread.group()}” where it is not read: see the notation in words.py")
    if len(alternatives(plain)) > 1:
        raise ValueError(f"“{word}” has a | outside brackets: put (?:…) around it, or a comma for two words")
    if _PLAIN.fullmatch(word) and (unparted := _UNPARTED.search(word)):
        raise ValueError(
            f"“{word}” has a “{unparted['between']}”, which sets no words apart: write a comma and a blank between two"
            f" words, or a new line; one that is meant itself is written [{unparted['between']}]"
        )
    if comma := commas(word):
        write = f"write “{parted}”" if (parted := _parted(word, comma)) else "leave it out"
        raise ValueError(
            f"“{word}” has a “{word[comma[0]]}” without a blank behind it, which sets no words apart: {write}; one that"
            " is meant itself is written [,]"
        )
    if plain.endswith("."):
        raise ValueError(
            f"“{word}” ends with a dot, which is any character: write \\. for a dot, $ for a sentence's end"
        )


def commas(word: str) -> list[int]:
    """Where a word has a comma that was to set two words apart: outside of brackets, and no part of a number."""
    bare = _NOT_PLAIN.sub(lambda found: ("0" if _DIGIT.match(found.group()) else "x") * len(found.group()), word)
    # Once before the groups are hidden, for what stands before one, and once behind, for numbers that begin with one.
    bare = _OWN_COMMA.sub(lambda found: "x" * len(found.group()), bare)
    while _GROUP.search(bare):
        bare = _GROUP.sub(lambda found: "#" * len(found.group()), bare)
    bare = _OWN_COMMA.sub(lambda found: "x" * len(found.group()), bare)
    return [found.start() for found in re.finditer(r"[,，､]", bare)]


def _parted(word: str, commas: list[int]) -> str:
    """The word as it is to be written: with a comma and a blank instead of each of these, or none at its ends."""
    pieces = (word[start + 1 : end].strip() for start, end in pairwise([-1, *commas, len(word)]))
    return ", ".join(piece for piece in pieces if piece)


def _remedy(fault: str) -> str:
    known = (remedy for begins, remedy in _REMEDIES.items() if fault.startswith(begins))
    return next(known, "see the notation in words.py")


def _expand(word: str) -> str:
    source = re.sub(r"<([a-z])>", lambda m: f"(?=[{ROWS[m.group(1)]}])" if m.group(1) in ROWS else "", word)
    source = re.sub(r"(?<!\\)\$", lambda _: END, source)
    source = re.sub(r"([a-z]+)~", lambda m: _inflections(m.group(1)), source)
    gap = LATIN_GAP if word.isascii() or word.replace("…", "").isascii() else GAP
    return source.replace("…", gap).replace("_", WORD)


def _inflections(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb[:-1]}(?:e|es|ed|ing|en)"
    if re.search(r"[^aeiou]y$", verb):
        return f"{verb[:-1]}(?:y|ies|ied|ying)"
    return f"{verb}(?:|s|es|(?:{verb[-1]})?(?:ed|ing)|in')"


def _bounded(source: str) -> str:
    # A word may not begin or end in the middle of a run of katakana or of Latin letters.
    before = "(?<![a-z])" if re.match(r"[a-z]", source) else "(?<![ァ-ヶー])" if re.match(r"[ァ-ヶ]", source) else ""
    after = "(?![a-z])" if re.search(r"[a-z)?}]$", source) and _is_latin(source) and not _looks_ahead(source) else ""
    if re.search(r"[ァ-ヶー]$", _NOT_AHEAD.sub("", source).removesuffix("?")):
        after = "(?![ァ-ヶー])"
    return f"{before}(?:{source}){after}"


def _looks_ahead(source: str) -> bool:
    opening = source.rfind("(?=")
    return opening >= 0 and source.endswith(")") and closing(source, opening) == len(source) - 1


def _is_latin(source: str) -> bool:
    return source.replace(GAP, "").replace(LATIN_GAP, "").isascii()
