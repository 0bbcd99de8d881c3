"""The page of one inquiry: the text as a reader is shown it, what was found in it, and the form of the decision."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from litestar import Response

from desk.context import Context
from desk.rules import review
from desk.rules.policy import ACTS, OTHER_ACT
from desk.rules.review import Fault, Outcome, Verdict
from desk.staff import copies, covers, frame, groups, matters, shown, words
from desk.staff.groups import Group
from desk.staff.stretches import Stretch
from desk.store.reviews import Case
from desk.store.sessions import Session

READ: Final = ("subject", "message", "name", "kana", "company")
"""The fields that are screened, in the order in which they are read."""

NOTHING: Final = Verdict(None, None, (), "", "")
ANSWERS: Final = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the page shows beside the case: the words uncovered, a remark, and the forms as they were sent.

    `readable` names the passages that the masked copy is not to cover. `typed` is what was written and not recorded:
    where no form is there to hold it any more, it is shown by itself.
    """

    revealed: bool = False
    remark: str = ""
    verdict: Verdict = NOTHING
    readable: frozenset[str] = frozenset()
    faults: tuple[Fault, ...] = ()
    proposing: bool = False
    agrees: bool | None = None
    reason: str = ""
    answered_on: str = ""
    to: str = ""
    hold_reason: str = ""
    typed: tuple[str, ...] = ()


COVERED: Final = Sheet()


@dataclass(frozen=True, slots=True)
class Entry:
    """What was found of one act in one field, as it is listed: its number in the text, its signs, its words."""

    number: int
    act: str
    signs: Mapping[str, str]
    field: str
    disguised: bool
    reason: str
    words: tuple[tuple[shown.Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """The second opinion on an unusual wording: how unusual (0 to 1), a guess at the act, the words that weigh most."""

    score: float
    guess: str | None
    words: Mapping[str, Sequence[tuple[shown.Piece, ...]]]  # by field, in the order of the page


def verdict(typed: Mapping[str, str]) -> Verdict:
    """What has been filled in of the decision so far."""
    return Verdict(
        request_reasonable=ANSWERS.get(typed.get("request_reasonable", "")),
        manner_acceptable=ANSWERS.get(typed.get("manner_acceptable", "")),
        acts=tuple(act for act in (*ACTS, OTHER_ACT) if act in typed),
        outcome=typed.get("outcome", ""),
        reason=typed.get("reason", ""),
    )


def page(desk: Context, me: Session, case: Case, sheet: Sheet, status: int, **beside: object) -> Response[bytes]:
    """Answer the page of a case; `beside` is what stands there beside its text and its decision."""
    language = me.staff.language
    policy = desk.policy_of(language, case.inquiry.policy_version)
    doing, proposal = _doing(me, case), _proposal(case, sheet.verdict)
    context = {
        "case": case,
        "sheet": sheet,
        "texts": _texts(case, revealed=sheet.revealed),
        "grounds": {one.id: _grounds(case, one.reason, revealed=sheet.revealed) for one in case.decisions},
        "findings": [_entry(case, one, revealed=sheet.revealed) for one in groups.counted(case.assessment)],
        "suppressed": [_entry(case, one, revealed=sheet.revealed) for one in groups.uncounted(case.assessment)],
        "doubt": _doubt(case, covers.opinion(case.assessment), revealed=sheet.revealed),
        "covered": covers.any_of(case, READ),
        "cares": _cares(case),
        "policy": policy,
        "acts": words.acts(policy, desk.pages.translate(language, "Another act")),
        "about": words.topic(desk.organisation, case.inquiry.topic, language),
        "proposal": proposal,
        "ask_lead": proposal is not None and review.calls_for_lead(sheet.verdict, proposal),
        "typed": [text for text in sheet.typed if text not in _in_forms(sheet, doing, proposal=proposal)],
        "visible": shown.visible,
        "erased_on": matters.day_of(case.erased.at, matters.house(desk)) if case.erased else None,
        "held_for": _grounds(case, case.hold.reason, revealed=sheet.revealed) if case.hold else None,
        **_copy(case, sheet),
        **doing,
        **_names(),
        **beside,
    }
    return frame.page(desk, me, "erased.html" if case.erased else "inquiry.html", context, status=status)


def _copy(case: Case, sheet: Sheet) -> dict[str, object]:
    """What a masked copy can leave readable, and what earlier ones left so."""
    return {
        "most_passages": copies.MOST,
        "passages": copies.passages(case, revealed=sheet.revealed),
        "hardly_readable": copies.hardly_readable(case, sheet.readable),
        "left": {
            one.id: copies.passages_left(case, one.masked_message, revealed=sheet.revealed) for one in case.decisions
        },
    }


def _doing(me: Session, case: Case) -> dict[str, bool]:
    """What this person can do with the inquiry now."""
    mine = case.claimed_by == me.staff.id
    second = review.may(me.staff.role, "second")
    first = case.decisions[-1].staff_id if case.decisions else None
    return {
        "can_take": case.state == "held" and review.may(me.staff.role, "claim"),
        "can_pass_on": case.state == "claimed" and (mine or second),
        "mine": mine,
        "can_decide": case.state == "claimed" and mine,
        "can_hold": review.may(me.staff.role, "hold") and not case.erased,
        "can_sign": case.state == "escalated" and second and first != me.staff.id,
    }


def _in_forms(sheet: Sheet, doing: Mapping[str, bool], *, proposal: Outcome | None) -> set[str]:
    """What was written and still stands in a form of the page."""
    deciding = {sheet.verdict.reason} if doing["can_decide"] and proposal else set()
    signing = {sheet.reason} if doing["can_sign"] else set()
    return deciding | signing | ({sheet.hold_reason} if doing["can_hold"] else set())


def _names() -> dict[str, object]:
    """What codes are called."""
    return {
        "states": words.STATES,
        "severities": words.SEVERITIES,
        "fields": words.FIELDS,
        "strengths": words.STRENGTHS,
        "reasons": words.REASONS,
        "care_names": words.CARES,
        "marks": words.MARKS,
        "outcomes": review.OUTCOME_NAMES,
        "explained": words.OUTCOMES_EXPLAINED,
        "grave": review.GRAVE,
        "helpline": words.HELPLINE,
    }


def _proposal(case: Case, verdict: Verdict) -> Outcome | None:
    reasonable, acceptable = verdict.request_reasonable, verdict.manner_acceptable
    if reasonable is None or acceptable is None:
        return None
    care = bool(case.assessment.care)
    return review.propose(request_reasonable=reasonable, manner_acceptable=acceptable, care=care)


def _texts(case: Case, *, revealed: bool) -> dict[str, tuple[shown.Piece, ...]]:
    return {
        field: shown.pieces(getattr(case.inquiry, field), covers.spans(case, field), revealed=revealed)
        for field in READ
    }


def _grounds(case: Case, reason: str, *, revealed: bool) -> tuple[shown.Piece, ...] | None:
    """A reason as it is shown; None as long as it is covered whole: it may repeat harsh words in any spelling."""
    if not revealed and covers.any_of(case, READ):
        return None
    return shown.pieces(reason, covers.repeated(case.assessment, reason), revealed=True)


def _doubt(case: Case, opinion: Mapping[str, Any], *, revealed: bool) -> Doubt | None:
    if not opinion:
        return None
    said = {
        field: [_quoted(case, field, stretch, covers.NO_FINDING, revealed=revealed) for stretch in found]
        for field in READ
        if (found := covers.unusual(case, field))
    }
    return Doubt(opinion["score"], opinion["act_guess"], said)


def _entry(case: Case, group: Group, *, revealed: bool) -> Entry:
    open_ = revealed or not group.harsh
    stretches = group.stretches()
    return Entry(
        number=group.number,
        act=group.act,
        signs=group.signs(),
        field=group.field,
        disguised=group.field != "kana" and any(finding["view"] != "plain" for finding in group.findings),
        reason=group.reason,
        words=tuple(_quoted(case, group.field, one, group.number, revealed=open_) for one in stretches),
    )


def _quoted(case: Case, field: str, stretch: Stretch, number: int, *, revealed: bool) -> tuple[shown.Piece, ...]:
    start, end = stretch
    words = getattr(case.inquiry, field)[start:end]
    return shown.pieces(words, [(0, len(words), number)], revealed=revealed)


def _cares(case: Case) -> list[dict[str, object]]:
    """Each kind of cue once, with its words, which are covered nowhere, and what to do."""
    cues = case.assessment.care
    return [
        {
            "name": words.CARES[kind],
            "guidance": words.GUIDANCE[kind],
            "words": [cue["text"] for cue in cues if cue["care"] == kind],
        }
        for kind in dict.fromkeys(cue["care"] for cue in cues)
    ]
