"""Reading sign files: parts made of words, signs made of parts, each with examples; a bad file is refused by line.

    language = "ja"                     or "en"; Japanese where it is not said
    [part.weapon]                       words a comma or a line apart; see `words` for their notation
    words = "包丁, ナイフ, 刃物"
    [spelling]                          what is written left is read as what is written right
    "ころ<s>" = "殺"
    [[sign]]
    id = "ja.violence.weapon"           act = one of the 14 ids, or care = self-harm, danger, disability, distress
    act = "act.violence"                strength = strong, medium, weak; severity = high or emergency where it is graver
    strength = "strong"                 despite = contexts that do not excuse it; rest = true switches it off;
    any = ["weapon go/will|done"]       trial = true only reports it
    match = ["…"]                       texts that must and must not be found
    clear = ["…"]

A pattern is a row of items in one sentence: `part`, `one|other`, `part/will|want` (one of these features),
`part/will!neg` (and none of those), `>part` (behind the item before it), `!part` (not there), `near=20` (characters
from the first item), `wide=90` (the same, in neighbouring sentences too). The first item should be the rarest. A later
file adds words to a part of the same name, and a sign of the same id replaces the earlier one.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import Any, cast

from ahocorasick_rs import AhoCorasick

from desk.rules.conduct import doubt, sign_keys
from desk.rules.conduct.gates import Gates, Word
from desk.rules.conduct.shapes import Item, Pattern, Sign, SignError, Signs, Strength
from desk.rules.conduct.sign_file import line_of, line_of_part, line_of_sign, tables
from desk.rules.conduct.words import keys, split

# A spelling is kept as a part of its own: what it is to be read as, behind this sign. No other part is named so.
SPELLING = "="
NEAR = {"ja": 30, "en": 60}
# What TOML takes as a key without quotation marks.
BARE = re.compile(r"[A-Za-z0-9_-]+")
FEATURES = frozenset(
    [
        "will",
        "done",
        "ongoing",
        "imp",
        "ask",
        "want",
        "neg",
        "unneeded",
        "pass",
        "cause",
        "cond",
        "how",
        "third",
        "first",
        "you",
        "end",
        "noun",
        "past",
        "passive",
        "fierce",
        "denied",
    ]
)


def load(texts: Mapping[str, str], checked: Collection[str] = ()) -> Signs:
    """The signs of these files (name → TOML text) in the order given; SignError where one cannot be used.

    The words of files that were `checked` before (the shipped ones, by their tests) are not tried again. The signs of
    all others, an operator's, count wherever they are seen: the second opinion doubts none of them.
    """
    parsed = {file: tables(file, text) for file, text in texts.items()}
    words = [word for file, data in parsed.items() for word in _words(file, texts[file], data, file in checked)]
    parts = {word.part for word, _ in words if not word.part.startswith(SPELLING)}
    signs: dict[str, Sign] = {}
    ever: set[str] = set()  # what an earlier file has put to rest already may be put to rest again
    for file, data in parsed.items():
        for sign in _signs(file, texts[file], data, parts, ever):
            ever.add(sign.id)
            signs[sign.id] = sign if file in checked else replace(sign, despite=sign.despite | doubt.REASONS)
        _rest(data, signs)
    return _arrange(words, signs)


def _arrange(words: list[tuple[Word, frozenset[str]]], signs: dict[str, Sign]) -> Signs:
    begun: dict[str, list[Word]] = defaultdict(list)
    for word, letters in words:
        for beginning in letters:
            begun[beginning].append(word)
    patterns = [(sign, pattern) for sign in signs.values() for pattern in sign.patterns]
    anchored: dict[str, list[tuple[Sign, Pattern]]] = defaultdict(list)
    holding: dict[str, list[int]] = defaultdict(list)
    for number, (sign, pattern) in enumerate(patterns):
        for part in pattern.items[0].parts:
            anchored[part].append((sign, pattern))
        for part in dict.fromkeys(part for item in pattern.items if not item.absent for part in item.parts):
            holding[part].append(number)
    return Signs(
        Gates(begun),
        AhoCorasick(list(begun), store_patterns=False),
        {word.part: word.part.removeprefix(SPELLING) for word, _ in words if word.part.startswith(SPELLING)},
        {part: tuple(found) for part, found in anchored.items()},
        tuple(patterns),
        {part: tuple(found) for part, found in holding.items()},
        tuple(signs.values()),
        {sign.id: sign.severity for sign in signs.values() if sign.severity},
    )


def _words(file: str, text: str, data: dict[str, Any], checked: bool) -> Iterator[tuple[Word, frozenset[str]]]:
    pairs = [(f"{SPELLING}{put}", word) for word, put in data.get("spelling", {}).items()]
    for part, entry in data.get("part", {}).items():
        if part.startswith(SPELLING):
            remedy = f"the name of a part cannot begin with “{SPELLING}”: choose another, or write it as a [spelling]"
            raise SignError(file, line_of_part(text, part), part, remedy)
        if not isinstance(entry, dict) or entry.keys() != {"words"} or not isinstance(entry["words"], str):
            raise SignError(file, line_of_part(text, part), part, 'a part needs words = "…" and takes nothing else')
        pairs += [(part, word) for word in split(entry["words"])]
    for part, word in pairs:
        try:
            yield Word(part, word), keys(word, checked=checked)
        except ValueError as error:
            name = "spelling" if part.startswith(SPELLING) else f"part {part}"
            raise SignError(file, line_of(text, word.split("\\")[0] or word), name, str(error)) from error


def _signs(file: str, text: str, data: dict[str, Any], parts: set[str], known: Collection[str]) -> Iterator[Sign]:
    seen: set[str] = set()
    for number, entry in enumerate(data.get("sign", ())):
        name = str(entry.get("id", ""))
        line = line_of_sign(text, number)
        if wrong := sign_keys.wrong(entry, again=name in seen, language=data.get("language")):
            raise SignError(file, line, name, wrong)
        seen.add(name)
        if not sign_keys.only_rests(entry):
            yield _sign(entry, data, parts, file, line)
        elif name not in known:
            raise SignError(file, line, name, "no sign of this id is there to be rested")


def _rest(data: dict[str, Any], signs: dict[str, Sign]) -> None:
    for entry in data.get("sign", ()):
        if entry.get("rest") is True:
            signs.pop(entry["id"], None)


def _sign(entry: Mapping[str, Any], data: Mapping[str, Any], parts: set[str], file: str, line: int) -> Sign:
    language = str(data.get("language", "ja"))
    try:
        patterns = tuple(_pattern(source, parts, NEAR[language]) for source in entry["any"])
    except ValueError as error:
        raise SignError(file, line, entry["id"], str(error)) from error
    return Sign(
        entry["id"],
        entry.get("act", ""),
        entry.get("care", ""),
        cast("Strength", entry.get("strength", "strong")),
        language,
        patterns,
        frozenset(entry.get("despite", ())),
        tuple(entry["match"]),
        tuple(entry.get("clear", ())),
        entry.get("severity", ""),
        bool(entry.get("trial", False)),
        file,
        line,
    )


def _pattern(source: str, parts: set[str], near: int) -> Pattern:
    items = []
    wide = False
    for piece in str(source).split():
        if piece.startswith(("near=", "wide=")):
            if not re.fullmatch(r"[1-9][0-9]{0,3}", piece[5:]):
                raise ValueError(f"“{piece}” needs a number of characters, as in {piece[:5]}40")
            wide = wide or piece.startswith("wide=")
            near = int(piece[5:])
        else:
            items.append(_item(piece, parts))
    if not items or items[0].absent:
        raise ValueError(f"the pattern “{source}” must begin with a part that is there")
    return Pattern(tuple(items), near, wide, tuple(item.parts for item in items[1:] if not item.absent))


def _item(piece: str, parts: set[str]) -> Item:
    absent, after = piece.startswith("!"), piece.startswith(">")
    names, _, rest = piece.lstrip("!>").partition("/")
    needs, *bars = rest.split("!")
    item = Item(tuple(names.split("|")), frozenset(filter(None, needs.split("|"))), frozenset(bars), after, absent)
    if unknown := sorted(set(item.parts) - parts):
        raise ValueError(f"no words are given for the part “{unknown[0]}”: {_remedy(unknown[0], parts)}")
    if unknown := sorted((item.needs | item.bars) - FEATURES):
        raise ValueError(f"“{unknown[0]}” is not a feature: use {', '.join(sorted(FEATURES))}")
    return item


def _remedy(unknown: str, parts: set[str]) -> str:
    near = get_close_matches(unknown, parts, 1)
    named = f"write “{near[0]}”" if near else "correct its name"
    return f"{named}, or give it words under [part.{unknown}]" if BARE.fullmatch(unknown) else named
