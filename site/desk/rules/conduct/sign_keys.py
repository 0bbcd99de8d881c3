"""What a [[sign]] may say, each key with its kind, and what is wrong with an entry before anything is read of it."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from desk.rules.conduct import doubt
from desk.rules.conduct.context import REASONS
from desk.rules.conduct.shapes import ACTS, CARES

TEXT, TEXTS, CHOICE = 'a text: "…"', 'a list of texts: ["…"]', "true or false, without quotes"
KINDS: Final = {
    **dict.fromkeys(("id", "act", "care", "strength", "severity", "note"), TEXT),
    **dict.fromkeys(("any", "match", "clear", "despite"), TEXTS),
    **dict.fromkeys(("rest", "trial"), CHOICE),
}
STRENGTHS: Final = ("strong", "medium", "weak")
SEVERITIES: Final = ("low", "medium", "high", "emergency")
CONTEXTS: Final = REASONS | doubt.REASONS


def wrong(entry: Mapping[str, Any], *, again: bool, language: str | None) -> str:
    """What to do about an entry that cannot be used, or nothing.

    `again`: its id is used before in the file. `language` is that of the file, where one is said.
    """
    return next((remedy for remedy, holds in _faults(entry, again, language) if holds), "")


def only_rests(entry: Mapping[str, Any]) -> bool:
    """Whether the entry switches a sign off, and says nothing else."""
    return set(entry) <= {"id", "rest", "note"} and entry.get("rest") is True


def _faults(entry: Mapping[str, Any], again: bool, language: str | None) -> Iterator[tuple[str, bool]]:
    unknown = sorted(set(entry) - set(KINDS))
    yield f"“{', '.join(unknown)}” is not a key of a sign: use {', '.join(sorted(KINDS))}", bool(unknown)
    for key, value in entry.items():
        yield f"{key} is {KINDS[key]}", not _is(KINDS[key], value)
    yield "every sign needs an id", not entry.get("id")
    yield "this id is used twice in the file: choose another", again
    if only_rests(entry):
        return
    yield "give either act or care", ("act" in entry) == ("care" in entry)
    for key, known in (("act", ACTS), ("care", CARES), ("strength", STRENGTHS), ("severity", SEVERITIES)):
        yield f"{key} must be one of {', '.join(known)}", entry.get(key, known[0]) not in known
    yield f"despite takes {', '.join(sorted(CONTEXTS))}", bool(set(entry.get("despite", ())) - CONTEXTS)
    complete = entry.get("any") and entry.get("match")
    yield "a sign needs any = [patterns] and match = [examples that must be found]", not complete
    latin = language is None and all(text.isascii() for text in entry.get("match", ()))
    yield 'its examples are in Latin letters: write language = "en" (or "ja") at the head of the file', latin


def _is(kind: str, value: object) -> bool:
    if kind == CHOICE:
        return isinstance(value, bool)
    if kind == TEXT:
        return isinstance(value, str)
    return isinstance(value, list) and all(isinstance(text, str) and text for text in value)
