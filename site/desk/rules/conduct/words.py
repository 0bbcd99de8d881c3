r"""The notation of words in sign files, turned into anchored patterns that are found by their first letters.

    殺<s>        a verb by its stem and its row (k g s t n b m r w), so that every inflection follows
    kill~        an English verb with its regular inflections
    …            up to eight characters of the same sentence (24 in an English word)
    _            one English word
    $            the end of a sentence
    ( | ) [ ] ?  alternatives, one of these characters, optional; also (?=…) (?!…) (?<=…) (?<!…)
    .  \.         any character, which is none of the first ones; a dot

Nothing repeats without bound, so that every word is matched in constant time. Its first two characters (three in
Latin letters) must be fixed, sets or alternatives: they are the key under which it is found.
"""

import re
from functools import cache

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
STOP = "\0"
# What an escaped letter stands for, where that is not the character itself: one of many is not known.
_ESCAPED = {"d": "0123456789", "b": ("",), "w": STOP, "s": STOP}
# A word is found by its first letters, by as many of them as it may begin with in few ways: the more they are, the less
# often a text has them by chance.
LATIN_KEYS, KANA_KEYS = (10, 3), (6, 2)  # most and fewest letters
FEW, KEYS_AT_MOST = 300, 1200  # ways, and those with the fewest letters
# Most words use no notation at all, and most brackets hold nothing but a few plain alternatives.
_PLAIN = re.compile(r"[^][()<>\\|?~…_$.]+")
_RUN = re.compile(r"(?:[^][()\\|?.](?!\?))+")
_SET = re.compile(r"\[(?:\\.|[^\]])*\]")
_NOT_PLAIN = re.compile(rf"\\.|{_SET.pattern}")  # an escaped letter, or one of a set of letters
_NOT_AHEAD = re.compile(r"(?:\(\?!(?:[^()]|\([^()]*\))*\))+$")
_SIMPLE_GROUP = re.compile(r"\(\?:([^][()\\?]*)\)")


def split(words: str) -> list[str]:
    """The words of a part: set apart by a comma and white space, or by line ends."""
    return [word for word in (piece.strip() for piece in re.split(r",\s|\n", words)) if word and word[0] != "#"]


def pattern(word: str) -> str:
    """The pattern of a word."""
    return _bounded(_expand(word)).replace(" ", r"\s")


@cache  # a lead's file is read after the shipped ones, whose words are the same every time
def keys(word: str, *, checked: bool = False) -> frozenset[str]:
    """The letters a word may begin with; ValueError says what is wrong with a word not yet checked."""
    if not checked:
        _check(word)
    found, least = _keys(word)
    if not found:
        remedy = f"{least} known characters at its beginning, and at most {KEYS_AT_MOST} ways to begin"
        dot = "; a dot is any character, write \\. for a dot" if "." in _NOT_PLAIN.sub("", word) else ""
        raise ValueError(f"“{word}” needs {remedy}{dot}")
    return found


def _keys(word: str) -> tuple[frozenset[str], int]:
    """The letters a word may begin with, none where too few are known, and how many have to be."""
    if _PLAIN.fullmatch(word):
        most, fewest = LATIN_KEYS if word.isascii() else KANA_KEYS
        return frozenset([word[:most]] if len(word) >= fewest else []), fewest
    source = _expand(word)
    most, _ = LATIN_KEYS if _is_latin(source.replace(END, "")) else KANA_KEYS
    _, fewest = LATIN_KEYS if _is_latin(source) else KANA_KEYS
    known = {text.removesuffix(STOP) for text in _few_beginnings(source, most, fewest)}
    if min(map(len, known), default=0) < fewest:
        return frozenset(), fewest
    # Where fewer letters are enough, more of them need not be looked for.
    least = (one for one in known if not any(one[:length] in known for length in range(fewest, len(one))))
    return frozenset(least), fewest


def _check(word: str) -> None:
    if unknown := [row for row in re.findall(r"<([a-z])>", word) if row not in ROWS]:
        raise ValueError(f"“{word}” has a verb of no row, <{unknown[0]}>: use {', '.join(f'<{row}>' for row in ROWS)}")
    source = _expand(word)
    if re.search(r"(?<!\\)[*+{]", source.replace(GAP, "").replace(LATIN_GAP, "").replace(WORD, "")):
        raise ValueError(f"“{word}” repeats without bound: write … for a gap, or spell the repetition out")
    try:
        re.compile(_bounded(source))
    except re.error as error:
        raise ValueError(f"“{word}” cannot be read: {error}") from error
    plain = _NOT_PLAIN.sub("x", word)
    if len(_alternatives(plain)) > 1:
        raise ValueError(f"“{word}” has a | outside brackets: put (?:…) around it, or a comma for two words")


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
    return opening >= 0 and source.endswith(")") and _closing(source, opening) == len(source) - 1


def _is_latin(source: str) -> bool:
    return source.replace(GAP, "").replace(LATIN_GAP, "").isascii()


def _few_beginnings(source: str, most: int, fewest: int) -> set[str]:
    for length in range(most, fewest, -1):
        if found := _beginnings(source, length, FEW):
            return found
    return _beginnings(source, fewest, KEYS_AT_MOST)


def _beginnings(source: str, length: int, at_most: int) -> set[str]:
    """Every text that may stand at the beginning of a match, cut to `length`; none where they are too many."""
    known: set[str] = set()
    found = {""}
    position = 0
    while found and position < len(source):
        options, position = _atom(source, position, length)
        if not options:
            return set()
        longer = {(text + option)[:length] for text in found for option in options}
        found = {text for text in longer if len(text) < length and text[-1:] != STOP}
        known |= longer - found
        if len(known) + len(found) > at_most:
            return set()
    return known | found


def _atom(source: str, position: int, length: int) -> tuple[set[str], int]:
    if run := _RUN.match(source, position):
        return {run.group()}, run.end()
    if source.startswith((GAP, LATIN_GAP, WORD), position):
        return {STOP}, len(source)
    if source.startswith(END, position):
        return {""}, position + len(END)
    char = source[position]
    if char == "[" and (of := _SET.match(source, position)):
        options, position = _members(of.group()[1:-1]), of.end()
    elif char == "(":
        options, position = _group(source, position, length)
    elif char == "\\":
        options, position = set(_ESCAPED.get(source[position + 1], source[position + 1])), position + 2
    else:
        options, position = {STOP if char == "." else char}, position + 1
    if source[position : position + 1] == "?":
        options, position = {*options, ""}, position + 1
    return options, position


def _group(source: str, position: int, length: int) -> tuple[set[str], int]:
    if simple := _SIMPLE_GROUP.match(source, position):
        return set(simple.group(1).split("|")), simple.end()
    end = _closing(source, position)
    inner = source[position + 1 : end]
    if inner.startswith(("?!", "?<!", "?<=")):
        return {""}, end + 1
    # What is only looked at is read again by what follows, so that nothing is known beyond it.
    stop = STOP if inner.startswith("?=") else ""
    inner = inner.removeprefix("?:").removeprefix("?=")
    options = [_beginnings(option, length, KEYS_AT_MOST) for option in _alternatives(inner)]
    if not all(options):  # one has too many
        return ({stop} if stop else set()), end + 1
    return {text if text[-1:] == STOP else text + stop for found in options for text in found}, end + 1


def _closing(source: str, position: int) -> int:
    depth = 0
    for index in range(position, len(source)):
        depth += (source[index] == "(") - (source[index] == ")")
        if depth == 0:
            return index
    raise ValueError(f"“{source}” has an open bracket")


def _alternatives(inner: str) -> list[str]:
    options, depth = [""], 0
    for char in inner:
        depth += (char in "([") - (char in ")]")
        if char == "|" and depth == 0:
            options.append("")
        else:
            options[-1] += char
    return options


def _members(inner: str) -> set[str]:
    inner = inner.replace(r"\d", "0-9")
    if inner.startswith("^") or re.search(r"\\[a-z]", inner):  # any but these, or one of many
        return {STOP}
    spelt = re.sub(r"(.)-(.)", lambda m: "".join(map(chr, range(ord(m.group(1)), ord(m.group(2)) + 1))), inner)
    return set(spelt.replace("\\", ""))
