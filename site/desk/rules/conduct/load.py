"""Reading sign files: parts made of words, signs made of parts, each with examples; a bad file is refused by line.

    language = "ja"                     or "en"; Japanese where it is not said
    [part.weapon]                       words a comma and a blank, or a line, apart; see `words`
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
file adds words to a part of the same name, and a sign with the id of a shipped one replaces that.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import Any, cast

from ahocorasick_rs import AhoCorasick

from desk.rules.conduct import doubt, lone_line, sign_keys
from desk.rules.conduct.gates import Gates, Word
from desk.rules.conduct.shapes import Item, Pattern, Sign, SignError, Signs, Strength
from desk.rules.conduct.sign_file import tables
from desk.rules.conduct.sign_lines import Place
from desk.rules.conduct.sign_remedies import meant
from desk.rules.conduct.sign_words import SPELLING, Known, words

NEAR = {"ja": 30, "en": 60}
# What TOML takes as a key without quotation marks.
BARE = re.compile(r"[A-Za-z0-9_-]+")
MEASURE = re.compile(r"[a-z]+=")
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
    found = [one for file, data in parsed.items() for one in words(file, texts[file], data, checked=file in checked)]
    parts = {word.part for word, _ in found if not word.part.startswith(SPELLING)}
    signs: dict[str, Sign] = {}
    own: dict[str, Sign] = {}
    ever: set[str] = set()  # what an earlier file has put to rest already may be put to rest again
    for file, data in parsed.items():
        for sign in _signs(file, texts[file], data, parts, ever):
            if file not in checked:
                _once(sign, own)
            ever.add(sign.id)
            signs[sign.id] = sign if file in checked else replace(sign, despite=sign.despite | doubt.REASONS)
        _rest(data, signs)
    return _arrange(found, signs)


def _once(sign: Sign, own: dict[str, Sign]) -> None:
    """Remember a sign of an operator's; which of two by one id were to count, nobody but they could tell."""
    if (twin := own.setdefault(sign.id, sign)) is not sign:
        fault = f"{twin.file}, line {twin.place.line()}, has a sign of this id already"
        remedy = "choose another id, or leave one of the two out; to try a changed copy, unset DESK_SIGNS meanwhile"
        raise SignError(sign.file, sign.place.line(), sign.id, f"{fault}: {remedy}")


def _arrange(known: list[Known], signs: dict[str, Sign]) -> Signs:
    patterns = [(sign, pattern) for sign in signs.values() for pattern in sign.patterns]
    begun: dict[str, list[Word]] = defaultdict(list)
    # What only a lone line is asked for is looked for in no other text: much of it is in every one.
    alone = lone_line.ONLY_HERE - {part for _, one in patterns for item in one.items for part in item.parts}
    lone: dict[str, list[str]] = {part: [] for part in lone_line.PARTS}
    for word, letters in known:
        if word.part in lone:
            lone[word.part].append(word.word)
        for beginning in letters if word.part not in alone else ():
            begun[beginning].append(word)
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
        {word.part: word.part.removeprefix(SPELLING) for word, _ in known if word.part.startswith(SPELLING)},
        {part: tuple(found) for part, found in anchored.items()},
        tuple(patterns),
        {part: tuple(found) for part, found in holding.items()},
        tuple(signs.values()),
        {sign.id: sign.severity for sign in signs.values() if sign.severity},
        lone,
    )


def _signs(file: str, text: str, data: dict[str, Any], parts: set[str], known: Collection[str]) -> Iterator[Sign]:
    seen: dict[str, Place] = {}
    language = data.get("language")
    for number, entry in enumerate(data.get("sign", ())):
        name, place = str(entry.get("id", "")), Place(text, number)
        before = seen[name].line() if name in seen else 0
        if wrong := sign_keys.wrong(entry, before=before, language=language):
            raise SignError(file, place.line(wrong.key, wrong.value), name, wrong.remedy)
        seen[name] = place
        if not sign_keys.only_rests(entry):
            yield _sign(entry, language or "ja", parts, file, place)
        elif name not in known:
            raise SignError(file, place.line(), name, f"no sign of this id is there to be rested{meant(name, known)}")


def _rest(data: dict[str, Any], signs: dict[str, Sign]) -> None:
    for entry in data.get("sign", ()):
        if entry.get("rest") is True:
            signs.pop(entry["id"], None)


def _sign(entry: Mapping[str, Any], language: str, parts: set[str], file: str, place: Place) -> Sign:
    patterns = []
    for source in entry["any"]:
        try:
            patterns.append(_pattern(source, parts, NEAR[language]))
        except ValueError as error:
            raise SignError(file, place.line("any", source), entry["id"], str(error)) from error
    return Sign(
        entry["id"],
        entry.get("act", ""),
        entry.get("care", ""),
        cast("Strength", entry.get("strength", "strong")),
        language,
        tuple(patterns),
        frozenset(entry.get("despite", ())),
        tuple(entry["match"]),
        tuple(entry.get("clear", ())),
        entry.get("severity", ""),
        bool(entry.get("trial", False)),
        file,
        place,
    )


def _pattern(source: str, parts: set[str], near: int) -> Pattern:
    items = []
    wide = False
    for piece in source.split():
        if piece.startswith(("near=", "wide=")):
            if not re.fullmatch(r"[1-9][0-9]{0,3}", piece[5:]):
                raise ValueError(f"“{piece}” needs a number of characters, 1 to 9999, as in {piece[:5]}40")
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
        raise ValueError(_remedy(piece, unknown[0], parts))
    if unknown := sorted((item.needs | item.bars) - FEATURES):
        known = ", ".join(sorted(FEATURES))
        raise ValueError(f"“{unknown[0]}” in “{piece}” is not a feature: use {known}{meant(unknown[0], FEATURES)}")
    return item


def _remedy(piece: str, unknown: str, parts: set[str]) -> str:
    if not unknown:
        return f"“{piece}” lacks the name of a part: write part, one|other or part/feature, without blanks"
    if MEASURE.match(unknown):
        return f"“{piece}” is nothing that is read: use near=40 or wide=90, or the name of a part"
    near = get_close_matches(unknown, parts, 1)
    named = f"write “{near[0]}”" if near else "correct its name"
    words = f", or give it words under [part.{unknown}]" if BARE.fullmatch(unknown) else ""
    return f"no words are given for the part “{unknown}”: {named}{words}"
