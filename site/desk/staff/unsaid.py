"""What an evidence pack leaves unsaid: whether its sender seemed to be ill, in distress or in need.

What they wrote themselves is in it whole. What the program or somebody of ours made of it is no business of those who
are asked about an act, and more than the signs of need themselves would tell them: how urgent the inquiry was taken to
be, an act that somebody speaks of against themselves, and the outcomes by which an inquiry is let through, one of which
is care. These are all told alike, so that what is unsaid says nothing either. That the staff on call were told is in
it where an act alone was reason for that; then the act is named as the reason, and not how urgent it was.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from desk.context import Context
from desk.rules import review
from desk.rules.conduct import URGENT
from desk.rules.conduct.doubt import ANOTHER
from desk.rules.conduct.shapes import CARES
from desk.staff import deeds, log, words
from desk.staff.groups import Group
from desk.store.audit import AuditRow
from desk.store.evidence import ASKED
from desk.store.kinds import EMERGENCY
from desk.store.reviews import Case, Decided
from desk.store.screening import Assessment
from desk.store.sent import Letter

THROUGH: Final = words.STATES["released"]
FOR_ANOTHER: Final = review.N_("an earlier pack; whom it was handed to is not told here")
"""What stands beside a line about another pack."""
ON_CALL: Final = review.N_("Notice of an act that may endanger somebody, to the staff on call")
"""What the letter of an emergency is called here: how urgent an inquiry was taken to be is told of none."""

_TO_DESK: Final[Mapping[str, str]] = {
    review.LETTERS[one]: "desk" for one in review.OUTCOMES if one not in review.HARASSMENT
}
"""The letters that bring an inquiry to its desk, without saying how it is to be answered."""
_OF_DECISIONS: Final = ("decided", "signed", "sent-back", "withdrawn", "reopened")


def case(stored: Case) -> Case:
    """The case, without how and why an inquiry was let through before it came to this."""
    kept = (replace(one, reason="", masked_message=None) if _lets_through(one) else one for one in stored.decisions)
    return replace(stored, decisions=tuple(kept))


def called(stored: Case) -> dict[str, str]:
    """What each decision is called, as a msgid, by its id."""
    through = {one.id: THROUGH for one in stored.decisions if _lets_through(one)}
    return deeds.called(stored.decisions) | through


def told(groups: Iterable[Group]) -> list[Group]:
    """Those of what was found that are acts against somebody else."""
    return [group for group in groups if group.act not in CARES and group.reason != "self"]


def letters(desk: Context, stored: Case, sent: Iterable[Letter]) -> list[Letter]:
    """The letters, those to a desk as such; the one to the staff on call only where an act was reason enough for it."""
    kept = sent if _endangers(desk, stored.assessment) else (one for one in sent if one.kind != EMERGENCY)
    return [replace(one, kind=_TO_DESK.get(one.kind, one.kind)) for one in kept]


def detail(desk: Context, language: str, line: AuditRow) -> str:
    """What a line of the log says beside its event."""
    if line.what in _OF_DECISIONS and line.detail.partition(":")[0] not in review.HARASSMENT:
        return desk.pages.translate(language, THROUGH)
    if line.what == "letter-retried" and line.detail in (EMERGENCY, *_TO_DESK):
        return ""  # not which: the one to the staff on call may not be told of, and would be missing
    if line.what == ASKED and not line.detail:
        return desk.pages.translate(language, FOR_ANOTHER)
    return log.detail(desk, language, line)


def _lets_through(decision: Decided) -> bool:
    return not decision.confirms and decision.outcome not in review.HARASSMENT


def _endangers(desk: Context, found: Assessment) -> bool:
    """Whether an act alone made an emergency: no need was heard, or the sign of an act is one by itself.

    A sign that was read as another act's presses no less, so it counts.
    """
    if not any(cue["care"] in URGENT for cue in found.care):
        return True
    severities = desk.ruleset.signs.severities
    seen = [*found.findings, *(one["finding"] for one in found.suppressed if one["reason"] == ANOTHER)]
    return any(severities.get(finding["sign"]) == "emergency" for finding in seen)
