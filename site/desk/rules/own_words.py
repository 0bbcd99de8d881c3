"""The words by which an organisation itself says what belongs at a desk, beside or instead of the shipped ones."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desk.rules.normalise.plain import plain
from desk.rules.organisation_reading import Table

# The signs with which the shipped lists compose cues. Here they would only be letters that nobody types; what people
# write with one of them (M&A, 24/7) has Latin letters or digits on both of its sides.
_SIGNS = re.compile(r"[|｜…@＠<>＜＞]|(?<![A-Za-z0-9])[&/＆／]|[&/＆／](?![A-Za-z0-9])")
_OPEN = re.compile(r"[A-Za-z]\*$")
# Kana or Latin letters stand alone in almost every inquiry; a kanji may be a word.
_ENOUGH = re.compile(r"[一-龯々〆ヶ]|[^\W_][\W_]*[^\W_]")
_LETTERS = re.compile(r"[^\W_]")
_REMEDY = "write it with a kanji, or with two letters or more: it would stand in almost every inquiry"


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What people write when they mean a desk.

    terms say it alone, words only beside another of its words, neither inside one of `traps`; an English one may go on
    where it closes with `*`.
    """

    terms: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    traps: tuple[str, ...] = ()

    @property
    def say(self) -> bool:
        """Whether they can say the desk without a shipped word."""
        return bool(self.terms) or len(self.words) > 1


SETTINGS = tuple(OwnWords.__dataclass_fields__)


def read(table: Table) -> OwnWords:
    """The words of one [[desk]]. Raises OrganisationError."""
    given = {setting: table.words(setting) for setting in SETTINGS}
    for setting, words in given.items():
        for word in words:
            if fault := _fault(word):
                raise table.fault(setting, f'"{word}": {fault}')
    for setting, word in _said_again(given):
        raise table.fault(setting, f'"{word}" is said twice at this desk; write it once')
    return OwnWords(**given)


def said_alone_once(settings: tuple[str, ...], rows: Iterable[tuple[Table, str, object]]) -> None:
    """Refuse a word that says two things alone; rows of (table, id, its cues). Raises OrganisationError."""
    owners: dict[str, str] = {}
    for table, owner, cues in rows:
        for setting in settings:
            for word in getattr(cues, setting):
                if (first := owners.setdefault(alike(word) or word, owner)) != owner:
                    raise table.fault(setting, f'"{word}" says "{first}" already; leave it to one of the two')


def alike(word: str) -> str:
    """What is left of a word where width, case, kind of kana, blanks, dots and hyphens do not matter."""
    return "".join(_LETTERS.findall(plain(word)))


def _fault(word: str) -> str:
    if sign := _SIGNS.search(word):
        return f"{sign[0]} does nothing here; write each word by itself: two of `words` in one inquiry say the desk"
    if "*" in (word[:-1] if _OPEN.search(word) else word):
        return "a * stands only behind an English word that may go on"
    return "" if _ENOUGH.search(word) else _REMEDY


def _said_again(given: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Each word that an earlier list, or this one, has already, with the setting it stands in."""
    seen: Counter[str] = Counter()
    for setting, words in given.items():
        for word in words:
            seen[alike(word)] += 1
            if seen[alike(word)] > 1:
                yield setting, word
