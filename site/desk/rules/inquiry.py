"""What a visitor typed, and what keeps it from being sent: a draft, its problems, its tidy form."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from dataclasses import field as with_default
from typing import Any, Final

from desk.rules.addresses import LONGEST_FOLDED, email_address, likely_typo, phone_number

__all__ = [
    "FIELDS",
    "GENERAL",
    "MOST",
    "TRAP",
    "Draft",
    "Problem",
    "check",
    "check_tidied",
    "length",
    "likely_typo",
    "phone_number",
    "tidy",
]

FIELDS: Final = ("topic", "name", "kana", "company", "email", "phone", "subject", "message", "consent")
"""The names of the form's inputs, in the order of the page."""

TRAP: Final = "website"
"""The name of the input that people do not see and programs fill in."""

GENERAL: Final = "general"
"""The desk of an inquiry whose topic was left as it stood."""

MOST: Final[Mapping[str, int]] = {
    "name": 100,
    "kana": 100,
    "company": 100,
    "phone": 50,
    "subject": 200,
    "message": 5000,
}
"""The most characters a field may have, a line break counted once."""

_ONE_LINE: Final = ("name", "kana", "company", "email", "phone", "subject")
_CONTROLS: Final = re.compile(  # control characters, line and paragraph separators, marks that turn the direction
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_UNDRAWN: Final = re.compile(  # nothing is drawn of them, and nothing that is written needs them
    "[\u00ad\u180e\u200b\u2060-\u2064\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_JOINERS: Final = re.compile("([^\u200c\u200d]?)[\u200c\u200d]+")
# Copied along with what stands in a list of contacts. U+202E is none of them: it turns round what is read.
_ALONG: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202d\u2066-\u206f]")
_IN_NO_NUMBER: Final = re.compile(f"{_ALONG.pattern}|{_UNDRAWN.pattern}|[\u200c\u200d]")
_EDGES: Final = "".join(letter for letter in map(chr, range(0x3001)) if letter.isspace() or _ALONG.match(letter))
_BLANK_LETTERS: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # letters by category, nothing to the eye
_TO_KATAKANA: Final = {code: code + 0x60 for code in (*range(ord("ぁ"), ord("ゖ") + 1), ord("ゝ"), ord("ゞ"))}
_KANA_MARKS: Final = frozenset("ー・ヽヾ =゠,()")
_APART: Final = re.compile("(?<=[ァ-ヺヽｦ-ﾝ])[゛゜]")  # sound marks that a keyboard set behind their letter
_DASHES: Final = re.compile("(?<=[ァ-ヺー-ヾ])[-‐‑‒–—―−─━]+")  # typed where the long vowel mark is meant


@dataclass(frozen=True, slots=True)
class Draft:
    """The form as it was typed; `topic` is the id of a desk or "service:<id>", `trap` what only a program fills in."""

    topic: str = GENERAL
    name: str = ""
    kana: str = ""
    company: str = ""
    email: str = ""
    phone: str = ""
    subject: str = ""
    message: str = ""
    consent: bool = False
    trap: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """What keeps one field from being sent: an English message to be translated, and the values it names."""

    field: str
    message: str
    values: Mapping[str, object] = with_default(default_factory=dict)


_MISSING: Final = {
    problem.field: problem
    for problem in (
        Problem("name", "Enter your name."),
        Problem("email", "Enter your e-mail address."),
        Problem("subject", "Enter a subject."),
        Problem("message", "Enter your inquiry."),
    )
}
_WHO: Final = (_MISSING["name"], _MISSING["email"])
_UNPRINTABLE: Final = {
    problem.field: problem
    for problem in (
        Problem("name", "Enter your name again on one line: it holds a line break or an invisible character."),
        Problem(
            "company", "Enter the company name again on one line: it holds a line break or an invisible character."
        ),
        Problem("subject", "Enter the subject again on one line: it holds a line break or an invisible character."),
    )
}
_TOO_LONG: Final = {
    problem.field: problem
    for problem in (
        Problem("name", "Shorten your name to %(most)s characters or fewer. It now has %(count)s."),
        Problem("kana", "Shorten the reading of your name to %(most)s characters or fewer. It now has %(count)s."),
        Problem("company", "Shorten the company name to %(most)s characters or fewer. It now has %(count)s."),
        Problem("phone", "Shorten the telephone number to %(most)s characters or fewer. It now has %(count)s."),
        Problem("subject", "Shorten the subject to %(most)s characters or fewer. It now has %(count)s."),
        Problem("message", "Shorten your inquiry to %(most)s characters or fewer. It now has %(count)s."),
    )
}
_TOPIC: Final = Problem("topic", "Choose what your inquiry is about.")
_KANA: Final = Problem("kana", "Enter the reading of your name in katakana or hiragana.")
_EMAIL: Final = Problem("email", "Enter one e-mail address, such as name@example.com.")
_PHONE: Final = Problem(
    "phone", "Enter a telephone number, such as 03-1234-5678. Begin a number outside Japan with + and the country code."
)
_CONSENT: Final = Problem("consent", "Tick the box if you agree to the handling of your personal data.")


def check(draft: Draft, topics: frozenset[str], anonymous: frozenset[str] = frozenset()) -> tuple[Problem, ...]:
    """List what must be put right before the draft can be sent: one problem a field at most, in the order of the page.

    `topics` are the ids of the desks and "service:<id>" of the services, `anonymous` those that take an inquiry without
    name and address. Both languages have the same rules; the reading of the name, which the English form does not ask
    for, is checked wherever it was given.
    """
    return check_tidied(tidy(draft), topics, anonymous)


def check_tidied(draft: Draft, topics: frozenset[str], anonymous: frozenset[str] = frozenset()) -> tuple[Problem, ...]:
    """List the same of a draft that `tidy` gave, of this version or the one before it."""
    spared = _WHO if draft.topic in anonymous else ()
    found = [_first_problem(name, draft, topics) for name in FIELDS]
    return tuple([problem for problem in found if problem and problem not in spared])


def tidy(draft: Draft) -> Draft:
    """Fold what is stored folded: the edges of one-line fields, kana to full-width katakana, the width of the e-mail.

    What is not drawn is left out of a line, as a page that it was copied from may have put it there: so are marks of
    direction at its edges, and anywhere in an address or a number, since their writer cannot see what to put right. The
    message stays byte for byte as it was sent, the telephone number as it was typed.

    Before you change it: a draft is tidied once, before it is signed, and is stored as it was tidied then. After an
    upgrade that is for hours what the version before made of it, on several nodes for as long as their versions differ:
    neither `check_tidied` nor the store may rely on a fold that is new here.
    """
    typed = {name: getattr(draft, name) for name in _ONE_LINE}
    lines: dict[str, Any] = {name: "" if _blank(text) else _line(name, text) for name, text in typed.items()}
    lines["kana"] = _katakana(lines["kana"]).strip()
    lines["email"] = email_address(lines["email"]) or lines["email"]
    return replace(draft, topic=draft.topic or GENERAL, **lines)


def length(text: str) -> int:
    """Count the characters of a text as a person does: a line break of two control characters is one."""
    return len(text) - text.count("\r\n")


def _first_problem(name: str, draft: Draft, topics: frozenset[str]) -> Problem | None:
    if name == "topic":
        return None if draft.topic in topics else _TOPIC
    if name == "consent":
        return None if draft.consent else _CONSENT
    text = getattr(draft, name)
    if _blank(text):
        return _MISSING.get(name)
    return _too_long(name, text) or _shape(name, text)


def _shape(name: str, text: str) -> Problem | None:
    if name in _SHAPES:
        fits, problem = _SHAPES[name]
        return None if fits(text) else problem
    return _UNPRINTABLE[name] if name in _UNPRINTABLE and _CONTROLS.search(text) else None


def _too_long(name: str, text: str) -> Problem | None:
    if name not in MOST or length(text) <= MOST[name]:
        return None
    return replace(_TOO_LONG[name], values={"most": f"{MOST[name]:,}", "count": f"{length(text):,}"})


def _blank(text: str) -> bool:
    return all(map(_unseen, text))


def _unseen(letter: str) -> bool:
    return letter in _BLANK_LETTERS or unicodedata.category(letter)[0] in "ZC"


def _line(name: str, text: str) -> str:
    if name == "phone":
        drawn = _IN_NO_NUMBER.sub("", text)
    else:
        drawn = _drawn(_ALONG.sub("", text) if name == "email" else text)
    return drawn.replace("\t", " ").lstrip(_EDGES + "\u200c\u200d").rstrip(_EDGES)


def _drawn(text: str) -> str:
    return _JOINERS.sub(lambda found: found[0 if _joined(found[1]) else 1], _UNDRAWN.sub("", text))


def _joined(before: str) -> bool:
    """Whether what is put behind this letter may join it to the next: emoji, and letters from Hebrew to Myanmar."""
    return "\u0590" <= before < "\u10a0" or (before != "" and unicodedata.category(before) in ("So", "Sk", "Mn"))


def _katakana(text: str) -> str:
    katakana = text.translate(_TO_KATAKANA)
    if len(text) > LONGEST_FOLDED:
        return katakana
    joined = _APART.sub(lambda found: "\u3099" if found[0] == "゛" else "\u309a", katakana)
    folded = unicodedata.normalize("NFKC", joined).translate(_TO_KATAKANA)
    return _DASHES.sub(lambda found: "ー" * len(found[0]), folded)


def _is_kana(text: str) -> bool:
    return all("ァ" <= letter <= "ヺ" or letter in _KANA_MARKS for letter in text)


_SHAPES: Final[Mapping[str, tuple[Callable[[str], object], Problem]]] = {
    "kana": (_is_kana, _KANA),
    "email": (email_address, _EMAIL),
    "phone": (phone_number, _PHONE),
}
