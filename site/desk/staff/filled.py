"""The forms of a page as they were sent: what stands in one goes along when another's button is pressed."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from desk.forms import Form
from desk.rules import searching
from desk.rules.verdicts import Verdict
from desk.staff import copies, sheet

WORDS: Final = ("reason", "hold_reason", "handed_to", "name", searching.FIELD)
"""The fields in which somebody writes; the others are chosen."""


def of(fields: Mapping[str, str], **shown: Any) -> sheet.Sheet:
    """The page with everything that stood in its forms; `shown` is what else it says."""
    known: dict[str, Any] = {
        "verdict": _verdict(fields),
        "readable": copies.left_readable(fields),
        "agrees": sheet.ANSWERS.get(fields.get("agrees", "")),
        "confirms": fields.get("confirms", ""),
        "reason": fields.get("reason", ""),
        "answered_on": fields.get("answered_on", ""),
        "to": fields.get("to", ""),
        "hold_reason": fields.get("hold_reason", ""),
        "handed_to": fields.get("handed_to", ""),
        "pack_language": fields.get("pack_language", ""),
        "typed": words(fields),
    }
    return sheet.Sheet(**{**known, **shown})


def _verdict(fields: Mapping[str, str]) -> Verdict:
    """What stood in the form of the decision; an outcome that was only proposed gives way to the next proposal."""
    verdict, deciding = sheet.verdict(fields), fields.get("go") == "decide"
    return verdict if deciding or verdict.outcome != fields.get("proposed") else replace(verdict, outcome="")


def words(fields: Mapping[str, str]) -> tuple[str, ...]:
    """What somebody wrote."""
    return tuple(text for name in WORDS if (text := fields.get(name, "")).strip())


def without(fields: Mapping[str, str], own: tuple[str, ...]) -> dict[str, str]:
    """What stood in the other forms, once these fields are on record."""
    return {name: text for name, text in fields.items() if name not in own}


def is_open(form: Form) -> bool:
    """Whether the words were uncovered when the form was sent; then they stay so, which is no other reading."""
    return "revealed" in form.fields
