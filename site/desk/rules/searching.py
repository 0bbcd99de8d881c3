"""What a colleague looks for an inquiry by: its receipt, an e-mail address, a telephone number, or words of few fields.

The message is not among them: whoever looks for somebody needs none of its words, and would be led to harsh ones.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

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
_BETWEEN: Final = "|"  # stands between two fields where they are pressed together, so that no word goes across


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for. `receipt` and `email` are found by themselves, else the number or all of the words are."""

    receipt: str | None
    email: str | None
    number: str | None
    words: tuple[str, ...]

    @property
    def kind(self) -> Literal["receipt", "email", "phone", "words"]:
        """What the log says of it."""
        if self.receipt or self.email:
            return "receipt" if self.receipt else "email"
        return "phone" if self.number else "words"

    def fits(self, texts: Mapping[str, str]) -> bool:
        """Whether these texts, those of WORDED and PHONE by their fields, hold the number or all of the words."""
        if self.number and self.number in texts[PHONE]:
            return True
        said = _evened(_BETWEEN.join(texts[field] for field in WORDED))
        return all(word in said for word in self.words)


def read(text: str) -> Wanted | Problem:
    """What is meant by what was typed, or what keeps it from being looked for."""
    if len(text) > LONGEST:
        return Problem(FIELD, TOO_LONG.message, {"most": LONGEST, "count": f"{len(text):,}"})
    if MARK in text:
        return DAMAGED
    words = tuple(filter(None, map(_evened, text.split())))
    if not words:
        return NOTHING
    named = (email_address(word.strip("<>,;、")) for word in text.split())  # also as a mail has it: Emma <emma@…>
    return Wanted(receipts.find(text), next(filter(None, named), None), _number(text), words)


def _number(text: str) -> str | None:
    """The telephone number, or its last digits."""
    digits = _evened(text)
    last = digits.lstrip("0") if digits.isdecimal() and len(digits) >= _LEAST_DIGITS else ""
    return phone_number(text) or last or None


def _evened(text: str) -> str:
    """A text as it is compared: no width, case, kind of kana, accent, old shape of a character, space or hyphen."""
    return pressed(plain(text))


NOTHING: Final = Problem(
    FIELD, "Enter what you look for, such as a receipt number, an e-mail address, a name or a telephone number."
)
DAMAGED: Final = Problem(
    FIELD,
    "Some characters could not be read and now show as %(mark)s. Correct them, then search again.",
    {"mark": MARK},
)
TOO_LONG: Final = Problem(FIELD, "Shorten what you look for to %(most)s characters or fewer. It now has %(count)s.")
