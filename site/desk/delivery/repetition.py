"""Whether an inquiry is its sender's same demand again after an answer, judged from what they sent before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final, cast

from desk import log
from desk.context import Context
from desk.rules.conduct.severity import graver
from desk.rules.conduct.shapes import Severity
from desk.rules.repetition import MAILBOX, Repetition, Sent, assess_answered, bond, marks
from desk.rules.repetition.answering import last_answer
from desk.store import matters
from desk.store.inquiries import email_folded
from desk.store.matters import NOTHING, Before, Earlier, Sender
from desk.store.records import StoredInquiry
from desk.store.screening import Assessment

MOST: Final = 100  # earlier inquiries that are looked at, the newest: 500 long ones took a second from the pages
SIGN: Final = "repetition"
HEARD: Final = "repetition.heard"
DIALOGUE: Final = "dialogue"
LEAST: Final = "medium"
LEAST_HEARD: Final = "low"
"""The severity of a repetition, and of one that the readers alone see; whatever else was found may make it graver."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What is kept beside the assessment, and the finding where the inquiry is a repetition, or would be by the rule.

    `reason` says why the finding does not count, and is empty where it does; `failed`: the kind of fault that kept the
    readers, or all, from judging.
    """

    before: Before
    finding: dict[str, Any] | None = None
    reason: str = ""
    failed: str = ""


def judged(context: Context, inquiry: StoredInquiry) -> Judged:
    """Judge an inquiry by the earlier ones of its sender. Raises StoreUnavailable.

    What goes to a restricted desk, as a whistleblower's report does, is bound to nothing: neither it to other
    inquiries nor others to it, for who may read them is not the same. Neither is what came without an address.
    """
    if context.organisation.restricts(inquiry.topic) or not inquiry.email:
        return Judged(NOTHING)
    theirs = marks(inquiry.email, inquiry.name)
    before = matters.earlier(context.store, inquiry.id, Sender(email_folded(inquiry.email), theirs), MOST)
    known = [one for one in before if not any(map(context.organisation.restricts, one.stations))]
    if not known:
        return Judged(Before(theirs))
    now = Sent(inquiry.received_at, inquiry.email, inquiry.name, inquiry.message)
    found, failed = _assessed(context, [*map(_sent, known), now])
    same = [known[place] for place in found.same_as]
    kept = Before(theirs, tuple(one.id for one in same))
    answered = last_answer(map(_sent, same), inquiry.received_at)
    if not answered or not (found.repetition or found.doubted):
        return Judged(kept, failed=failed)
    sure = not found.heard and last_answer(map(_sent, _from_the_mailbox(inquiry, same)), inquiry.received_at)
    finding = _finding(same, answered, heard=found.heard, sure=bool(sure))
    return Judged(kept, finding, DIALOGUE if found.doubted else "", failed)


def _assessed(context: Context, sent: Sequence[Sent]) -> tuple[Repetition, str]:
    """The judgement; by the rule alone, with the kind of fault, where a reader fails."""
    try:
        return assess_answered(sent, context.ruleset.hearer), ""
    except Exception as error:  # noqa: BLE001 - whatever it is, the rule can do without
        log.fault("dialogue_unheard", error)
        return assess_answered(sent), type(error).__name__


def with_repetition(assessment: Assessment, judged: Judged) -> Assessment:
    """The assessment with the finding of a repetition, if there is one, among those that count or that do not."""
    if judged.finding is None:
        return assessment
    if judged.reason:
        seen = {"finding": judged.finding, "reason": judged.reason}
        return replace(assessment, suppressed=[*assessment.suppressed, seen])
    least: Severity = LEAST_HEARD if judged.finding["sign"] == HEARD else LEAST
    severity = graver(cast("Severity", assessment.severity), least)
    return replace(assessment, flagged=True, severity=severity, findings=[*assessment.findings, judged.finding])


def _from_the_mailbox(inquiry: StoredInquiry, same: Sequence[Earlier]) -> list[Earlier]:
    return [one for one in same if bond(inquiry.email, inquiry.name, one.email, one.name) in MAILBOX]


def _sent(earlier: Earlier) -> Sent:
    times = tuple(answer.answered_at for answer in earlier.answers)
    return Sent(earlier.received_at, earlier.email, earlier.name, earlier.message, times)


def _finding(same: Sequence[Earlier], answered: datetime, *, heard: bool, sure: bool) -> dict[str, Any]:
    """It stands nowhere in the text, for no words of it are harsh; what it repeats explains it.

    One that no sign of the rule but the readers alone see is a weaker sign, and is named so. One that is not `sure`
    is weaker too: no answer went to the mailbox that it came from, and two people may bear one name.
    """
    place = {"field": "message", "start": 0, "end": 0, "text": "", "view": "plain"}
    explained = {"repeats": [one.receipt for one in same], "answered": answered.isoformat()}
    sign, strength = HEARD if heard else SIGN, "strong" if sure else "medium"
    return {"act": "act.repetition", "sign": sign, "strength": strength, **place, **explained}
