"""What a row of `desk screen --report` says of itself: its language, what is to be found in it, its text."""

from collections.abc import Mapping
from typing import Any

from desk.rules.conduct import Examination

Examined = tuple[Mapping[str, Any], Examination]


def should_flag(row: Mapping[str, Any]) -> bool | None:
    """Whether the row says that it is to be flagged; None where it says nothing that can be read."""
    label = row.get("label")
    if isinstance(label, str):
        return {"flag": True, "ok": False, "clean": False}.get(label)
    return label if isinstance(label, bool) else None


def acts(row: Mapping[str, Any]) -> list[str]:
    """The acts that should be named in it, by their whole names."""
    given = row.get("acts") or row.get("act") or []
    return [named(act) for act in ([given] if isinstance(given, str) else given)]


def named(act: str) -> str:
    """An act by its whole name: "insult" is "act.insult"."""
    return act if act.startswith("act.") else f"act.{act}"


def guessed(found: Examination) -> list[str]:
    """The acts that are guessed where it is flagged and no sign names one; "no act" where there is not even a guess."""
    if found.findings or not found.flagged:
        return []
    guesses = (found.opinion.act_guess, found.opinion.second_guess) if found.opinion else ()
    return [guess for guess in guesses if guess] or ["no act"]


def needs(row: Mapping[str, Any]) -> list[str] | None:
    """The needs that should be heard in it: an empty list says that there is none, null or no word of it nothing."""
    given = row.get("care")
    return [given] if isinstance(given, str) else given


def language(row: Mapping[str, Any]) -> str:
    """The language it is counted by."""
    return str(row.get("lang") or "?")


def told(row: Mapping[str, Any]) -> str:
    """The beginning of its texts, on one line."""
    fields = [str(row[field]) for field in ("name", "company", "subject", "text", "message") if row.get(field)]
    return " ".join(" / ".join(fields).split())[:120]


def share(part: int, whole: int) -> str:
    """A part of a whole, which is more than nothing, as both and as a number."""
    return f"{part}/{whole} = {part / whole:.3f}"
