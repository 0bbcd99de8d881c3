"""The words that people use towards corporate desks: one module a desk and language, data without logic.

Each module's CUES hold lists by weight: 6 settles it whatever else is said, 3 decides alone, 2 needs a second cue, 1
only supports, 0 takes its words away from the shorter cues inside it. `|` parts the cues. `A…B` is A and soon after it
B, `A&B` both anywhere, `/` the choices for a place, `<name>` the choices that `sets` has under that name, `@` the name
of any service; an English word may go on where it closes with `*`. Width, case, kind of kana, spaces, dots, hyphens and
long vowel marks do not matter.
"""

import re
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import NamedTuple

from desk.rules.languages import LANGUAGES
from desk.rules.own_words import SHIPPED

_SET = re.compile(r"<([a-z ]+)>")
SUPPORT = "@support"  # Not a desk, so it is spelt like none: the words of a customer who asks about a service.
BYSTANDER = "@bystander"  # Not a desk either: the words of somebody who names a service without being its customer.
DESKS = SHIPPED


class Written(NamedTuple):
    """One cue as it is written in the lists."""

    language: str
    desk: str
    weight: int
    text: str


def written() -> Iterator[Written]:
    """Yield every cue of every list, its sets written out."""
    for language in LANGUAGES:
        sets = {name: _joined(lines) for name, lines in _module(language, "sets").SETS.items()}
        for desk in (*DESKS, SUPPORT, BYSTANDER):
            for weight, lines in _module(language, desk.removeprefix("@")).CUES.items():
                for text in _joined(lines).split("|"):
                    yield Written(language, desk, weight, _written_out(text, sets))


def everyday() -> Iterator[str]:
    """Yield the words that stand in letters about anything: whatever they weigh, they carry no desk by themselves."""
    for language in LANGUAGES:
        yield from _joined(_module(language, "everyday").WORDS).split("|")


def faint() -> Iterator[str]:
    """Yield the words that only go with others: beside one that says more they are no reason to be told."""
    for language in LANGUAGES:
        yield from (word.rstrip("*") for word in _joined(_module(language, "faint").WORDS).split("|"))


def _module(language: str, name: str) -> ModuleType:
    return import_module(f"{__name__}.{language}.{name.replace('-', '_')}")


def _joined(lines: str) -> str:
    return "".join(line.strip() for line in lines.splitlines())


def _written_out(text: str, sets: dict[str, str]) -> str:
    for name in _SET.findall(text):
        text = text.replace(f"<{name}>", sets[name])
    return text
