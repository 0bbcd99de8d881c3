"""What a colleague looks for an inquiry by: its receipt, an e-mail address, a telephone number, or words of few fields.

The message is not among them: whoever looks for somebody needs none of its words, and would be led to harsh ones.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from desk.rules import receipts
from desk.rules.addresses import LONGEST_EMAIL, email_address, phone_number
from desk.rules.damage import MARK
from desk.rules.inquiry import Problem
from desk.rules.normalise.plain import plain
from desk.rules.routing.squash import pressed

FIELD: Final = "sought"
"""The name of the input."""

LONGEST: Final = LONGEST_EMAIL
"""Characters of what is looked for: no other field that is searched holds more."""

WORDED: Final = ("name", "kana", "company", "subject")
"""The fields of an inquiry in which words are looked for."""

PHONE: Final = "phone_e164"
"""The field in which a telephone number is looked for."""

_LEAST_DIGITS: Final = 4  # the last ones, as people tell them
_BETWEEN: Final = "\0"  # stands between two fields, so that no word goes across; nobody can type it
# What stands around a name or a number when somebody notes it down, and not in every inquiry of theirs.
_LABELS: Final = re.compile(
    r"(?:お名前|名前|氏名|会社名|件名|mailto)[:：]|株式会社|有限会社|合同会社|[(（][株有][)）]|[㈱㈲]"
)
_BETWEEN_WORDS: Final = re.compile(r"[\s:：、，,;()（）<>\[\]「」]+")
_POLITE: Final = re.compile(r"(?:様|さま|さん|殿|氏|御中|(?<=\d)番)?[。.]*$")
_TITLES: Final = frozenset(("mr", "mrs", "ms", "miss", "dr", "herr", "frau"))
_OF_A_NUMBER: Final = frozenset(("tel", "phone", "電話", "電話番号", "携帯", "下4桁", "下四桁"))
_NUMERIC: Final = re.compile(r"[+＋]?[\d‐-―−ー－-]+")


class Word(NamedTuple):
    """One word as it is compared, and the digits that a telephone number would hold for it, if it is one."""

    text: str
    digits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: a receipt or an address by itself, else a number, or all of the words."""

    receipt: str | None
    email: str | None
    number: tuple[str, ...]
    words: tuple[Word, ...]

    @property
    def kind(self) -> Literal["receipt", "email", "phone", "words"]:
        """What the log says of it."""
        if self.receipt or self.email:
            return "receipt" if self.receipt else "email"
        return "phone" if self.number else "words"

    def fits(self, texts: Mapping[str, str]) -> bool:
        """Whether these texts, those of WORDED and PHONE by their fields, hold the number or all of the words."""
        phone = texts[PHONE]
        if any(digits in phone for digits in self.number):
            return True
        said = _BETWEEN.join(_evened(texts[field]) for field in WORDED)
        return all(word.text in said or any(digits in phone for digits in word.digits) for word in self.words)


def read(text: str) -> Wanted | Problem:
    """What is meant by what was typed, or what keeps it from being looked for."""
    if len(text) > LONGEST:
        return Problem(FIELD, TOO_LONG.message, {"most": LONGEST, "count": f"{len(text):,}"})
    if MARK in text:
        return DAMAGED
    words = tuple(word for piece in _pieces(text) if (word := Word(_evened(piece), _digits(piece))).text)
    if not words:
        return NOTHING
    addresses = (email_address(piece.rstrip("。.")) for piece in _BETWEEN_WORDS.split(text))
    whole = _digits(text) or (words[0].digits if len(words) == 1 else ())
    return Wanted(receipts.find(text), next(filter(None, addresses), None), whole, words)


def _pieces(text: str) -> list[str]:
    """The words of what was typed, without what stands around them; all of it where that is all there is."""
    typed = [piece for piece in _BETWEEN_WORDS.split(_LABELS.sub(" ", text)) if piece]
    bare: list[str] = []
    for piece in (_POLITE.sub("", piece) for piece in typed):
        if bare and piece and _NUMERIC.fullmatch(bare[-1]) and _NUMERIC.fullmatch(piece):
            bare[-1] += piece  # 090 1234 5678
        else:
            bare.append(piece)
    beside = _TITLES | _OF_A_NUMBER if any(map(_NUMERIC.fullmatch, bare)) else _TITLES
    kept = [piece for piece in bare if piece and piece.casefold() not in beside]
    return kept or typed or _BETWEEN_WORDS.split(text)


def _digits(text: str) -> tuple[str, ...]:
    """What of a telephone number is meant: all of it or some digits, with and without the 0 of its own country."""
    digits = _evened(text)
    found = [phone_number(text)]
    if digits.isdecimal() and len(digits) >= _LEAST_DIGITS:
        abroad = digits.removeprefix("0")
        found += [
            digits,
            f"+81{abroad}" if abroad != digits else None,
            abroad if len(abroad) >= _LEAST_DIGITS else None,
        ]
    return tuple(dict.fromkeys(filter(None, found)))


def _evened(text: str) -> str:
    """A text as it is compared: no width, case, kind of kana, accent, old shape of a character, space or hyphen."""
    return pressed(plain(text))


NOTHING: Final = Problem(
    FIELD, "Enter what you look for, such as a receipt number, an e-mail address, a name or a telephone number."
)
UNKNOWN: Final = Problem(FIELD, "No inquiry has this receipt number. Check the letters and digits.")
DAMAGED: Final = Problem(
    FIELD,
    "Some characters could not be read and now show as %(mark)s. Correct them, then search again.",
    {"mark": MARK},
)
TOO_LONG: Final = Problem(FIELD, "Shorten what you look for to %(most)s characters or fewer. It now has %(count)s.")
