"""What a [[sign]] may say, each key with its kind, and what is wrong with an entry before anything is read of it."""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any, Final, NamedTuple

from desk.rules.conduct import doubt
from desk.rules.conduct.context import REASONS
from desk.rules.conduct.shapes import ACTS, CARES
from desk.rules.conduct.sign_file import AT_THE_HEAD
from desk.rules.conduct.sign_remedies import meant, quoted

TEXT, TEXTS, CHOICE = 'a text: "…"', 'a list of texts, none of them empty: ["…"]', "true or false, without quotes"
KINDS: Final = {
    **dict.fromkeys(("id", "act", "care", "strength", "severity", "note"), TEXT),
    **dict.fromkeys(("any", "match", "clear", "despite"), TEXTS),
    **dict.fromkeys(("rest", "trial"), CHOICE),
}
STRENGTHS: Final = ("strong", "medium", "weak")
SEVERITIES: Final = ("low", "medium", "high", "emergency")
CONTEXTS: Final = REASONS | doubt.REASONS
CHOICES: Final = {"act": ACTS, "care": CARES, "strength": STRENGTHS, "severity": SEVERITIES}
NEEDED: Final = {"any": "[patterns]", "match": "[examples that must be found]"}


class Fault(NamedTuple):
    """What to do about an entry, and where: at a key, or at one of the texts in its list."""

    remedy: str
    key: str = "id"
    value: str = ""


def wrong(entry: Mapping[str, Any], *, before: int, language: str | None) -> Fault | None:
    """What is first to be done about an entry that cannot be used, or nothing.

    `before`: the line where the file uses its id already, or 0. `language` is that of the file, where one is said.
    """
    faults = chain(_keys(entry), _kinds(entry), _name(entry, before))
    if not only_rests(entry):
        faults = chain(faults, _subject(entry), _choices(entry), _complete(entry, language))
    return next(faults, None)


def only_rests(entry: Mapping[str, Any]) -> bool:
    """Whether the entry switches a sign off, and says nothing else."""
    return set(entry) <= {"id", "rest", "note"} and entry.get("rest") is True


def _keys(entry: Mapping[str, Any]) -> Iterator[Fault]:
    for key in entry:
        if key in AT_THE_HEAD:
            yield Fault(f"“{key}” is not a key of a sign: {AT_THE_HEAD[key]}", key)
        elif key not in KINDS:
            known = ", ".join(sorted(KINDS))
            yield Fault(f"“{key}” is not a key of a sign: use {known}{meant(key, KINDS)}", key)


def _kinds(entry: Mapping[str, Any]) -> Iterator[Fault]:
    for key, value in entry.items():
        kind = KINDS[key]
        each = value if kind == TEXTS and isinstance(value, list) else [value]
        if kind == TEXTS and each is not value:
            yield Fault(f"{key} is {kind}, not {quoted(value)}", key)
        for one in each:
            if not (isinstance(one, bool) if kind == CHOICE else isinstance(one, str) and (one or kind == TEXT)):
                yield Fault(f"{key} is {kind}, not {quoted(one)}", key)


def _name(entry: Mapping[str, Any], before: int) -> Iterator[Fault]:
    if not entry.get("id"):
        yield Fault('every sign needs an id: write id = "own.name"')
    if before:
        yield Fault(f"this id is used twice in the file, in line {before} already: choose another")


def _subject(entry: Mapping[str, Any]) -> Iterator[Fault]:
    if "act" in entry and "care" in entry:
        yield Fault(f"give either act or care, not both: {quoted(entry['care'])} goes into a sign of its own", "care")
    elif "act" not in entry and "care" not in entry:
        known = f"act = one of {', '.join(ACTS)}, or care = one of {', '.join(CARES)}"
        rests = "; a sign that is switched off has id and rest = true alone" if "rest" in entry else ""
        yield Fault(f"give either act or care: {known}{rests}")


def _choices(entry: Mapping[str, Any]) -> Iterator[Fault]:
    for key, known in CHOICES.items():
        if (value := entry.get(key, known[0])) not in known:
            yield Fault(f"{key} must be one of {', '.join(known)}, not {quoted(value)}{meant(value, known)}", key)
    contexts = sorted(CONTEXTS)
    for reason in entry.get("despite", ()):
        if reason not in CONTEXTS:
            remedy = f"despite takes {', '.join(contexts)}, not {quoted(reason)}{meant(reason, contexts)}"
            yield Fault(remedy, "despite", reason)


def _complete(entry: Mapping[str, Any], language: str | None) -> Iterator[Fault]:
    for key, what in NEEDED.items():
        if not entry.get(key):
            given = f"{key} is empty: " if key in entry else ""
            yield Fault(f"{given}a sign needs {key} = {what}", key)
    if language is None and all(text.isascii() for text in entry["match"]):
        remedy = 'its examples are in Latin letters: write language = "en" (or "ja") at the head of the file'
        yield Fault(remedy, "match", entry["match"][0])
