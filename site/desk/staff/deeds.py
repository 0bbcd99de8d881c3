"""What a person can do with an inquiry now, and what they are told before a decision or a signature."""

from datetime import timedelta
from typing import Final

from desk.context import Context
from desk.rules import accounts, review, verdicts
from desk.rules.conduct import URGENT
from desk.rules.verdicts import Circumstances, Verdict
from desk.staff import covers, log, words
from desk.staff.found import READ
from desk.store import audit, evidence, makers, staff
from desk.store.audit import AuditRow
from desk.store.reviews import Case, Decided
from desk.store.routes import Way
from desk.store.sessions import Session


async def about(desk: Context, me: Session, case: Case, way: Way, *, revealed: bool) -> dict[str, object]:
    """What this person can do with the inquiry, by the names that its page has for it.

    `seen`: they have uncovered its words, now or before (None: none are covered). `one_hand`: another has to sign, as
    this account and that of the first may be one person's. `nobody_signs`: no other account could sign a grave outcome.
    """
    mine, second = case.claimed_by == me.staff.id, review.may(me.staff.role, "second")
    deciding, waits = case.state == "claimed" and mine, case.state == "escalated"
    others = waits and second and last_signer(case) != me.staff.id
    evident = review.may(me.staff.role, "evidence") and is_evidence(case)
    alike, known = others and await one_hand(desk, me, case), circumstances(desk, case, way)
    return {
        "can_take": case.state == "held" and review.may(me.staff.role, "claim"),
        "can_pass_on": case.state == "claimed" and (mine or second),
        "mine": mine,
        "can_decide": deciding,
        "can_hold": review.may(me.staff.role, "hold") and not case.erased,
        "can_take_evidence": evident,
        "evidence_taken": await _evidence_taken(desk, me, case) if evident else (),
        "can_sign": others and not alike,
        "can_withdraw": waits and last_signer(case) == me.staff.id,
        "can_reopen": second and case.state in review.CLOSED,
        "one_hand": alike,
        "seen": await _seen(desk, me, case, revealed=revealed) if deciding or others else None,
        "nobody_signs": (deciding or waits) and await _nobody_signs(desk, me, case),
        "known": known,
        "contradicted": verdicts.contradicted(last_verdict(case), restricted=known.restricted) if others else "",
    }


def circumstances(desk: Context, case: Case, way: Way) -> Circumstances:
    """What a verdict about this inquiry has to reckon with."""
    found = case.assessment
    stations = {case.inquiry.topic, *(forward.destination for forward in way.forwards)}
    urgent = any(cue["care"] in URGENT for cue in covers.cues(found))
    return Circumstances(
        care=bool(found.care),
        grave=verdicts.is_grave(found.severity, found.acts, urgent=urgent),
        restricted=words.restricts(desk.organisation, stations),
    )


def is_evidence(case: Case) -> bool:
    """Whether it is on record that the police or counsel are consulted about the inquiry, and its words are there."""
    return not case.erased and review.consulted((one.outcome, one.state_after) for one in case.decisions)


async def one_hand(desk: Context, me: Session, case: Case) -> bool:
    """Whether this account and that of whoever decided last may be in the same hands."""
    known = await _makers(desk)
    return accounts.one_hand(last_signer(case) or me.staff.id, me.staff.id, known)


def last_signer(case: Case) -> str | None:
    """Whose decision is the last one."""
    return case.decisions[-1].staff_id if case.decisions else None


def last_verdict(case: Case, reason: str = "") -> Verdict:
    """What was decided last, once more: whoever signs, takes back or reopens it has a reason of their own."""
    last = case.decisions[-1]
    return Verdict(last.request_reasonable, last.manner_acceptable, last.acts, last.outcome, reason)


def called(decisions: tuple[Decided, ...]) -> dict[str, str]:
    """What each decision is called in the history, as a msgid, by its id."""
    by = {one.id: one.staff_id for one in decisions}
    return {one.id: _called(one, taken_back=by.get(one.confirms or "") == one.staff_id) for one in decisions}


def released_all_the_same(decisions: tuple[Decided, ...]) -> frozenset[str]:
    """The ids of the decisions by which an inquiry was released as it is although an act was named."""
    return frozenset(one.id for one in decisions if one.outcome == "release" and one.acts)


def _called(decision: Decided, *, taken_back: bool) -> str:
    if decision.confirms is None:
        outcome = review.known_outcome(decision.outcome)
        return review.OUTCOME_NAMES[outcome] if outcome else decision.outcome
    if decision.state_before in review.CLOSED:
        return REOPENED
    if decision.state_after == "refused":
        return SIGNED
    return WITHDRAWN if taken_back else SENT_BACK


async def _seen(desk: Context, me: Session, case: Case, *, revealed: bool) -> bool | None:
    if not covers.any_of(case, READ):
        return None
    return revealed or await desk.store.run(audit.has_uncovered, me.staff.id, case.inquiry.id)


async def _nobody_signs(desk: Context, me: Session, case: Case) -> bool:
    """Whether no other account that is in use may sign what waits for it, or what this person would decide."""
    first = (last_signer(case) if case.state == "escalated" else None) or me.staff.id
    known = await _makers(desk)
    signers = (
        one.id
        for one in await desk.store.run(staff.listing)
        if one.enrolled and not one.disabled and review.may(one.role, "second") and one.id != first
    )
    return all(accounts.one_hand(first, one, known) for one in signers)


async def _evidence_taken(desk: Context, me: Session, case: Case) -> list[tuple[AuditRow, str]]:
    """Each line of the log that says that its evidence was taken, with whom that was for."""
    lines = await desk.store.run(evidence.takings, case.inquiry.id)
    return [(line, log.detail(desk, me.staff.language, line)) for line in lines]


async def _makers(desk: Context) -> dict[str, str]:
    return await desk.store.run(makers.since, desk.now() - timedelta(days=accounts.DAYS))


SIGNED: Final = review.N_("Signed as the second person")
SENT_BACK: Final = review.N_("Sent back")
WITHDRAWN: Final = review.N_("Withdrawn")
REOPENED: Final = review.N_("Reopened, to be decided anew")
