"""The words that people use towards corporate desks: one module a desk and language, data without logic.

Each module's CUES hold lists by weight: 3 decides alone, 2 needs a second cue, 1 only supports, 0 takes its words
away from the shorter cues inside it. `|` parts the cues. `A…B` is A and soon after it B, `A&B` both anywhere, `/`
the choices for a place; an English word may go on where it closes with `*`. Width, case, kind of kana, spaces, dots,
hyphens and long vowel marks do not matter.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import NamedTuple

LANGUAGES = ("ja", "en")
SUPPORT = "support"  # Not a desk: the words of a customer who asks about a service.
DESKS = (
    "ir",
    "press",
    "recruiting",
    "partnership",
    "accessibility",
    "spam-abuse-report",
    "vulnerability-report",
    "rights-infringement",
    "personal-data",
    "law-enforcement",
    "whistleblowing",
    "policy",
    "general",
)


class Written(NamedTuple):
    """One cue as it is written in the lists."""

    language: str
    desk: str
    weight: int
    text: str


def written() -> Iterator[Written]:
    """Yield every cue of every list."""
    for language in LANGUAGES:
        for desk in (*DESKS, SUPPORT):
            module = import_module(f"{__name__}.{language}.{desk.replace('-', '_')}")
            for weight, lines in module.CUES.items():
                for text in "".join(line.strip() for line in lines.splitlines()).split("|"):
                    yield Written(language, desk, weight, text)
