"""The page of one inquiry: the text as a reader is shown it, what was found in it, and the form of the decision."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from litestar import Response

from desk.context import Context
from desk.rules import retention, review, verdicts
from desk.rules.conduct.shapes import BY_WORDING
from desk.rules.policy import ACTS, OTHER_ACT
from desk.rules.review import Fault, Outcome
from desk.rules.verdicts import Circumstances, Verdict
from desk.staff import copies, covers, deeds, found, frame, groups, matters, promises, shown, telling, words
from desk.staff.found import READ
from desk.staff.shown import Joined
from desk.store.reviews import Case
from desk.store.sessions import Session

NOTHING: Final = Verdict(None, None, (), "", "")
ANSWERS: Final = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the page shows beside the case: the words uncovered, a remark, and the forms as they were sent.

    `readable` names the passages that the masked copy is not to cover. `confirms` is the decision that `agrees` is
    about: the answer counts for no other. `typed` is what was written and not recorded:
    where no form is there to hold it any more, it is shown by itself.
    """

    revealed: bool = False
    remark: str = ""
    verdict: Verdict = NOTHING
    readable: frozenset[str] = frozenset()
    faults: tuple[Fault, ...] = ()
    proposing: bool = False
    agrees: bool | None = None
    confirms: str = ""
    reason: str = ""
    answered_on: str = ""
    to: str = ""
    hold_reason: str = ""
    handed_to: str = ""
    pack_language: str = ""
    typed: tuple[str, ...] = ()


COVERED: Final = Sheet()


def verdict(typed: Mapping[str, str]) -> Verdict:
    """What has been filled in of the decision so far."""
    return Verdict(
        request_reasonable=ANSWERS.get(typed.get("request_reasonable", "")),
        manner_acceptable=ANSWERS.get(typed.get("manner_acceptable", "")),
        acts=tuple(act for act in (*ACTS, OTHER_ACT) if act in typed),
        outcome=typed.get("outcome", ""),
        reason=typed.get("reason", ""),
    )


def page(
    desk: Context, me: Session, case: Case, sheet: Sheet, status: int, *, doing: Mapping[str, Any], **beside: object
) -> Response[bytes]:
    """Answer the page of a case; `beside` is what stands there beside its text and its decision.

    `doing` is what this person can do with it (see deeds).
    """
    language = me.staff.language
    policy = desk.policy_of(language, case.inquiry.policy_version)
    known: Circumstances = doing["known"]
    proposal = _proposal(sheet.verdict, known)
    covered = {} if sheet.revealed else found.covered_in(case)
    context = {
        "case": case,
        "sheet": sheet,
        "texts": _texts(case, revealed=sheet.revealed),
        "grounds": {one.id: _grounds(case, one.reason, revealed=sheet.revealed) for one in case.decisions},
        **_found(case, covered, desk.now()),
        "covered": covers.any_of(case, READ),
        "policy": policy,
        "acts": words.acts(policy, desk.pages.translate(language, "Another act")),
        "about": desk.topic_name(case.inquiry.topic, language),
        "offered": verdicts.offered(restricted=known.restricted),
        "called": deeds.called(case.decisions),
        "released_all_the_same": deeds.released_all_the_same(case.decisions),
        "care_first": covers.urgent(case.assessment),
        "typed": [text for text in sheet.typed if text not in _in_forms(sheet, doing, proposal=proposal)],
        "elsewhere": lambda text: _elsewhere(case, text, revealed=sheet.revealed),
        **_days(desk, case),
        "held_for": _held_for(desk, language, case, revealed=sheet.revealed),
        **_proposed(sheet.verdict, known, proposal),
        **_copy(case, sheet),
        **doing,
        **_names(),
        **beside,
    }
    return frame.page(desk, me, "erased.html" if case.erased else "inquiry.html", context, status=status)


def _found(case: Case, covered: Mapping[str, list[Joined]], now: datetime) -> dict[str, object]:
    """What the screening found, and what it says where that is nothing."""
    doubt = found.doubt(case, covered)
    return {
        "findings": [found.entry(case, one, covered) for one in groups.counted(case.assessment)],
        "suppressed": [found.entry(case, one, covered) for one in groups.uncounted(case.assessment)],
        "doubt": doubt,
        "nothing": telling.nothing(case, doubt, now),
        "cares": found.cares(case, covered),
    }


def _days(desk: Context, case: Case) -> dict[str, object]:
    """Until when an answer was promised, and since when the text is gone."""
    erased_on = matters.day_of(case.erased.at, matters.house(desk)) if case.erased else None
    promise = promises.of(desk, case.inquiry.received_at, case.state, owed=case.owed)
    return {"promise": promise, "erased_on": erased_on}


def _copy(case: Case, sheet: Sheet) -> dict[str, object]:
    """What a masked copy can leave readable, and what earlier ones left so."""
    copy = copies.Copy(case)
    return {
        "passages": copy.offered(revealed=sheet.revealed),
        "more_passages": copy.more(),
        "hardly_readable": copy.hardly_readable(sheet.readable),
        "left": {one.id: copy.left(one.masked_message, revealed=sheet.revealed) for one in case.decisions},
    }


def _in_forms(sheet: Sheet, doing: Mapping[str, Any], *, proposal: Outcome | None) -> set[str]:
    """What was written and still stands in a form of the page."""
    deciding = {sheet.verdict.reason} if doing["can_decide"] and proposal else set()
    signing = {sheet.reason} if doing["can_sign"] or doing["can_reopen"] else set()
    handing = {sheet.handed_to} if doing["can_take_evidence"] else set()
    return deciding | signing | handing | ({sheet.hold_reason} if doing["can_hold"] else set())


def _names() -> dict[str, object]:
    """What codes are called."""
    return {
        "states": words.STATES,
        "severities": words.SEVERITIES,
        "fields": words.FIELDS,
        "strengths": words.STRENGTHS,
        "spellings": words.SPELLINGS,
        "reasons": words.REASONS,
        "care_names": words.CARES,
        "guidance": words.GUIDANCE,
        "whys": words.WHYS,
        "telling": telling,
        "marks": words.MARKS,
        "outcomes": review.OUTCOME_NAMES,
        "explained": words.OUTCOMES_EXPLAINED,
        "grave": review.GRAVE,
        "one_hand_why": review.ONE_HAND,
        "harassment": review.HARASSMENT,
        "helpline": words.HELPLINE,
        "by_wording": BY_WORDING,
        "visible": shown.visible,
    }


def _proposal(verdict: Verdict, known: Circumstances) -> Outcome | None:
    reasonable, acceptable = verdict.request_reasonable, verdict.manner_acceptable
    if reasonable is None or acceptable is None:
        return None
    return verdicts.propose(request_reasonable=reasonable, manner_acceptable=acceptable, known=known)


def _proposed(verdict: Verdict, known: Circumstances, proposal: Outcome | None) -> dict[str, object]:
    """The proposal, whether what was filled in denies it, and whether a lead should be asked before it."""
    return {
        "proposal": proposal,
        "denied": bool(verdicts.check_proposal(verdict, known)),
        "ask_lead": proposal is not None and verdicts.calls_for_lead(verdict, proposal),
    }


def _texts(case: Case, *, revealed: bool) -> dict[str, shown.Pieces]:
    return {
        field: shown.pieces(getattr(case.inquiry, field), covers.spans(case, field), revealed=revealed)
        for field in READ
    }


def _grounds(case: Case, reason: str, *, revealed: bool) -> shown.Pieces | None:
    """A reason as it is shown; None as long as it is covered whole: it may repeat harsh words in any spelling."""
    if not revealed and covers.any_of(case, READ):
        return None
    return shown.pieces(reason, covers.repeated(case.assessment, reason), revealed=True)


def _elsewhere(case: Case, text: str, *, revealed: bool) -> shown.Pieces:
    """What stands in another inquiry, with the harsh words of this one covered there too."""
    return shown.pieces(text, covers.repeated(case.assessment, text), revealed=revealed)


def _held_for(desk: Context, language: str, case: Case, *, revealed: bool) -> shown.Pieces | None:
    """Why an inquiry is in legal hold; what the desk itself wrote there quotes nobody."""
    if case.hold and case.hold.reason == retention.EVIDENCE:
        return shown.pieces(desk.pages.translate(language, retention.EVIDENCE), (), revealed=True)
    return _grounds(case, case.hold.reason, revealed=revealed) if case.hold else None
