"""What of an inquiry is covered, before a reader and for good in a masked copy, which covers them as whole words.

A sign that somebody may need help is not covered: whoever reads it, here or at the desk, has to see it. What tells of
danger, illness or distress within a threat or an insult ("there's a bomb in your lobby") is no need of the sender and
stays covered; despair never is. In the sentence of despair or of danger ("tonight I take all my pills") nothing is
covered but what counts as violence, a threat or an insult: how near it is may stand in any word of it. What no sign
names and only the wording tells of is an estimate: where anything seems to be violence, a threat or an insult, it
uncovers nothing, for a threat can be misheard; but its desk is told all the same that care comes first.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from desk.rules.conduct import shapes
from desk.staff import groups, stretches
from desk.staff.shown import Span
from desk.staff.stretches import Stretch
from desk.store.reviews import Case
from desk.store.screening import Assessment, Finding

AGAINST_PERSONS: Final = frozenset({"act.violence", "act.threat", "act.insult", "act.dignity"})
CARES: Final = frozenset(shapes.CARES)
DESPAIR: Final = frozenset({"self-harm"})
NO_FINDING = 0
"""The number of a span that no finding stands for: unusual words, and all that is not screened yet."""


def spans(case: Case, field: str) -> Iterator[Span]:
    """Every covered span of a field: what was found, and the words of an unusual wording.

    Before an inquiry has been screened all of it is: nobody has looked for harsh words, and any may be one.
    """
    if case.state == "received":
        yield 0, len(getattr(case.inquiry, field)), NO_FINDING
        return
    yield from found(case.assessment, field, getattr(case.inquiry, field))
    for start, end in unusual(case, field):
        yield start, end, NO_FINDING


def found(assessment: Assessment, field: str, text: str) -> Iterator[Span]:
    """Spans of all findings in a field, also of those that do not count but whose words are harsh."""
    urgent_ones = _urgent_sentences(assessment, field, text)
    for group in groups.harsh(assessment):
        if group.field == field:
            cares = DESPAIR if group.act in AGAINST_PERSONS else CARES
            counts = group.act in AGAINST_PERSONS and not group.reason
            stands = stretches.joined([*group.stretches(), *_beyond(group, text)])
            left = stands if counts else _without(stands, urgent_ones)
            for start, end in _but_care(assessment, field, left, cares):
                yield start, end, group.number


def _beyond(group: groups.Group, text: str) -> Iterator[Stretch]:
    """Where the words of a sign stand again that was found as often as it counts: it is not looked for behind that."""
    found_of = Counter(finding["sign"] for finding in group.findings)
    often = [finding["text"] for finding in group.findings if found_of[finding["sign"]] >= shapes.MOST_FINDINGS]
    for words in {*often} - {""}:
        yield from (place.span() for place in re.finditer(re.escape(words), text))


def unusual(case: Case, field: str) -> list[Stretch]:
    """The words of a field that the second opinion calls unusual: it weighs scraps, a reader is shown whole words."""
    text = getattr(case.inquiry, field)
    scraps = (scrap for scrap in opinion(case.assessment).get("words", ()) if scrap["field"] == field)
    words = stretches.in_words(text, ((scrap["start"], scrap["end"]) for scrap in scraps))
    return _but_care(case.assessment, field, _without(words, _urgent_sentences(case.assessment, field, text)), CARES)


def urgent(assessment: Assessment) -> bool:
    """Whether somebody who may be in despair or in danger needs help: not where they threaten somebody with it."""
    return any(cue["care"] in DESPAIR for cue in assessment.care) or bool(_in_need(assessment, assessment.care))


def cues(assessment: Assessment) -> list[Finding]:
    """The signs of care whose words everybody reads: an estimate's only where nothing seems to be against anyone."""
    if not assessment.care:  # as of most; a page asks for each of its texts
        return []
    said = opinion(assessment)
    against = {group.act for group in groups.harsh(assessment)} | {said.get("act_guess"), *said.get("acts", ())}
    estimates = AGAINST_PERSONS.isdisjoint(against)
    return [cue for cue in assessment.care if estimates or cue["sign"] != shapes.BY_WORDING]


def _in_need(assessment: Assessment, heard: Iterable[Finding]) -> list[Finding]:
    """Those of the signs of despair or danger that stand in nothing that counts as violence, a threat or an insult."""
    needs = [cue for cue in heard if cue["care"] in shapes.URGENT]
    if not needs:
        return []
    against = [group for group in groups.counted(assessment) if group.act in AGAINST_PERSONS]
    taken = {(one.field, place) for one in against for stretch in one.stretches() for place in range(*stretch)}
    return [cue for cue in needs if taken.isdisjoint((cue["field"], at) for at in range(cue["start"], cue["end"]))]


def _urgent_sentences(assessment: Assessment, field: str, text: str) -> list[Stretch]:
    """The sentences of despair or danger, which are read whole."""
    places = [(cue["start"], cue["end"]) for cue in _in_need(assessment, cues(assessment)) if cue["field"] == field]
    return stretches.sentences(text, places)


def spared(case: Case, field: str) -> list[Stretch]:
    """Where somebody's need can be read: for the sake of words beside it nothing more of it is covered."""
    places = [(cue["start"], cue["end"]) for cue in cues(case.assessment) if cue["field"] == field]
    return [*places, *_urgent_sentences(case.assessment, field, getattr(case.inquiry, field))]


def _but_care(assessment: Assessment, field: str, covered: list[Stretch], cares: frozenset[str]) -> list[Stretch]:
    seen = (cue for cue in cues(assessment) if cue["field"] == field and cue["care"] in cares)
    return _without(covered, [(cue["start"], cue["end"]) for cue in seen])


def _without(covered: list[Stretch], spared: list[Stretch]) -> list[Stretch]:
    return stretches.without(covered, spared) if spared else covered


def repeated(assessment: Assessment, text: str) -> Iterator[Span]:
    """Where somebody of ours quotes the harsh words that were found, as a reason for a decision does."""
    for group in groups.harsh(assessment):
        for words in {finding["text"] for finding in group.findings} - {""}:
            for place in re.finditer(re.escape(words), text):
                yield place.start(), place.end(), group.number


def opinion(assessment: Assessment) -> Mapping[str, Any]:
    """The second opinion where it calls the wording unusual, else nothing."""
    given = assessment.opinion or {}
    return given if given.get("unusual") else {}


def any_of(case: Case, fields: tuple[str, ...]) -> bool:
    """Whether any word of these fields is covered."""
    return any(start < end for field in fields for start, end, _ in spans(case, field))
