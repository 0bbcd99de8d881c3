"""What a colleague looks for an inquiry by: its receipt, an e-mail address, a telephone number, or words of few fields.

The message is not among them: whoever looks for somebody needs none of its words, and would be led to harsh ones.
"""

import re
from collections.abc import Iterable, Mapping
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
_AROUND: Final = "<>()（）[]「」,;、。."  # as mails and sentences have it around what is meant
# What stands around a name or a number when somebody notes it down, and not in every inquiry of theirs.
_BESIDE: Final = re.compile(
    r"^(?:mailto|mr|mrs|ms|miss|dr|tel|phone|電話|電話番号|携帯|下4桁|下四桁)\.?$|(?:様|さま|さん|殿|氏|御中|[(（]携帯[)）]|(?<=\d)番)$|"
    r"株式会社|有限会社|合同会社|[(（][株有][)）]|[㈱㈲]",
    re.IGNORECASE,
)


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
    typed = re.split(r"[\s:：]+", text)
    bare = [word.strip(_AROUND) for word in typed]
    words = _words(_BESIDE.sub("", word).strip(_AROUND) for word in typed) or _words(bare)
    if not words:
        return NOTHING
    named = map(email_address, bare)  # also as a mail has it: Emma <emma@…>
    return Wanted(receipts.find(text), next(filter(None, named), None), _digits(text), words)


def _words(typed: Iterable[str]) -> tuple[Word, ...]:
    return tuple(word for each in typed if (word := Word(_evened(each), _digits(each))).text)


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
