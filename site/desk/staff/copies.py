"""The masked copy that a desk gets: harsh words covered for good, but for what its reviewer leaves readable."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import Final

from desk.rules import review
from desk.staff import covers, shown
from desk.staff.shown import Span
from desk.store.reviews import Case

FIELDS: Final = ("name", "company", "subject", "message")
READABLE: Final = "readable-"
"""Begins the name of a passage in the form: readable-FROM-TO, its place in the message."""


def passages(case: Case) -> dict[str, Span]:
    """What is covered in the message, by the name under which the reviewer leaves it readable, in the text's order."""
    spans = shown.apart(covers.spans(case, "message"), len(case.inquiry.message))
    return {f"{READABLE}{start}-{end}": (start, end, number) for start, end, number in spans}


def left_readable(typed: Iterable[str]) -> frozenset[str]:
    """The names of the passages among those of the fields that were sent."""
    return frozenset(name for name in typed if name.startswith(READABLE))


def message(case: Case, readable: AbstractSet[str] = frozenset()) -> str:
    """The message as the desk gets it: every passage covered but these."""
    covered = [(start, end) for name, (start, end, _) in passages(case).items() if name not in readable]
    return review.masked(case.inquiry.message, covered)


def fields(case: Case, written: str | None) -> dict[str, str]:
    """The fields of the letter that brings the copy, with the message as it was `written` for the desk (else anew)."""
    covered = {f"masked_{field}": review.masked(getattr(case.inquiry, field), _spans(case, field)) for field in FIELDS}
    return covered | {"masked_message": message(case) if written is None else written}


def count_readable(case: Case, written: str | None) -> int:
    """How many passages can be read in the message as it was written for the desk."""
    text = case.inquiry.message
    return sum((written or "")[start:end] == text[start:end] for start, end, _ in passages(case).values())


def as_chosen(case: Case, *, revealed: bool) -> Mapping[str, tuple[shown.Piece, ...]]:
    """The words of each passage, by its name, as the reviewer may see them who chooses."""
    text = case.inquiry.message
    return {
        name: shown.pieces(text[start:end], [(0, end - start, number)], revealed=revealed)
        for name, (start, end, number) in passages(case).items()
    }


def _spans(case: Case, field: str) -> list[tuple[int, int]]:
    return [(start, end) for start, end, _ in covers.spans(case, field)]
