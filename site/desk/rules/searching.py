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
_AROUND: Final = "<>()（）[]「」,;、。"  # as mails and sentences have it around what is meant
_POLITE: Final = re.compile(r"(?<=.)(?:様|さま|さん|殿|氏)$")  # behind a name, as who calls is noted


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
    bare = [word.strip(_AROUND) for word in text.split()]
    words = tuple(word for word in map(_word, bare) if word.text)
    if not words:
        return NOTHING
    named = (email_address(word.removeprefix("mailto:")) for word in bare)  # also as a mail has it: Emma <emma@…>
    return Wanted(receipts.find(text), next(filter(None, named), None), _digits(text), words)


def _word(typed: str) -> Word:
    return Word(_evened(_POLITE.sub("", typed)), _digits(typed))


def _digits(text: str) -> tuple[str, ...]:
    """What of a telephone number is meant: all of it or some digits, with and without the 0 of its own country."""
    digits = _evened(text)
    if not digits.isdecimal() or len(digits) < _LEAST_DIGITS:
        return tuple(filter(None, (phone_number(text),)))
    abroad = digits.removeprefix("0")
    shorter = (abroad,) if len(abroad) >= _LEAST_DIGITS else ()
    return tuple(dict.fromkeys(filter(None, (phone_number(text), digits, *shorter))))


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
