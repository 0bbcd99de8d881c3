"""What of an inquiry is covered, before a reader and for good in a masked copy: the same words in both."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from desk.rules import review
from desk.staff.shown import Span
from desk.store.screening import Assessment

NO_FINDING = 0
"""The number of a span that no finding stands for: words that the second opinion calls unusual."""


def spans(assessment: Assessment, field: str) -> Iterator[Span]:
    """Every covered span of a field: what was found, and the words of an unusual wording."""
    yield from found(assessment, field)
    for stretch in opinion(assessment).get("words", ()):
        if stretch["field"] == field:
            yield stretch["start"], stretch["end"], NO_FINDING


def found(assessment: Assessment, field: str) -> Iterator[Span]:
    """Every finding in a field, and of what does not count that whose words are harsh all the same."""
    for number, finding in enumerate(assessment.findings, 1):
        if finding["field"] == field:
            yield finding["start"], finding["end"], number
    for number, one in enumerate(assessment.suppressed, len(assessment.findings) + 1):
        if one["reason"] in review.SPARED and one["finding"]["field"] == field:
            yield one["finding"]["start"], one["finding"]["end"], number


def repeated(assessment: Assessment, text: str) -> Iterator[Span]:
    """Where somebody of ours quotes the harsh words that were found, as a reason for a decision does."""
    spared = (one["finding"] for one in assessment.suppressed if one["reason"] in review.SPARED)
    for number, finding in enumerate((*assessment.findings, *spared), 1):
        for place in re.finditer(re.escape(finding["text"]), text):
            yield place.start(), place.end(), number


def opinion(assessment: Assessment) -> Mapping[str, Any]:
    """The second opinion where it calls the wording unusual, else nothing."""
    given = assessment.opinion or {}
    return given if given.get("unusual") else {}


def any_of(assessment: Assessment, fields: tuple[str, ...]) -> bool:
    """Whether any word of these fields is covered."""
    return any(True for field in fields for _ in spans(assessment, field))
