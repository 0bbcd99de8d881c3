"""Deciding: the two-point test with its proposal, the second signature under grave outcomes, and taking back."""

from dataclasses import replace
from typing import Final

from litestar import Response, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from desk.context import Context
from desk.forms import Form
from desk.rules import review, verdicts
from desk.rules.review import State
from desk.rules.verdicts import Verdict
from desk.staff import copies, deeds, filled, inquiry, letters, sheet, ways
from desk.store import reviews, routes
from desk.store.reviews import Case, Decision
from desk.store.sessions import Session

OWN: Final = ("reason",)


@post("/inquiries/{receipt:str}/decisions", opt={"permission": "decide"}, status_code=303)
async def decide(
    desk: NamedDependency[Context],
    me: NamedDependency[Session],
    form: NamedDependency[Form],
    receipt: FromPath[str],
) -> Response[bytes]:
    """Work out the proposal, or record the decision."""
    case = await inquiry.opened(desk, me, receipt)
    return await inquiry.done(desk, me, case, _decide(desk, me, case, form), form=form, own=OWN)


@post("/inquiries/{receipt:str}/signatures", opt={"permission": "second"}, status_code=303)
async def sign(
    desk: NamedDependency[Context],
    me: NamedDependency[Session],
    form: NamedDependency[Form],
    receipt: FromPath[str],
) -> Response[bytes]:
    """Agree with a colleague's grave decision, or send it back."""
    case = await inquiry.opened(desk, me, receipt)
    return await inquiry.done(desk, me, case, _sign(desk, me, case, form), form=form, own=OWN)


@post("/inquiries/{receipt:str}/withdrawals", opt={"permission": "decide"}, status_code=303)
async def withdraw(
    desk: NamedDependency[Context],
    me: NamedDependency[Session],
    form: NamedDependency[Form],
    receipt: FromPath[str],
) -> Response[bytes]:
    """Take back one's own grave decision, as long as nobody has signed it."""
    case = await inquiry.opened(desk, me, receipt)
    return await inquiry.done(desk, me, case, _withdraw(desk, me, case), form=form)


@post("/inquiries/{receipt:str}/reopenings", opt={"permission": "second"}, status_code=303)
async def reopen(
    desk: NamedDependency[Context],
    me: NamedDependency[Session],
    form: NamedDependency[Form],
    receipt: FromPath[str],
) -> Response[bytes]:
    """Have an inquiry that was released or refused decided anew."""
    case = await inquiry.opened(desk, me, receipt)
    return await inquiry.done(desk, me, case, _reopen(desk, me, case, form), form=form, own=OWN)


async def _decide(desk: Context, me: Session, case: Case, form: Form) -> Response[bytes] | None:
    # Where it is not theirs to decide any more, its page has no form that could show what is missing.
    verdict = sheet.verdict(form.fields)
    after = review.decided(case.state, verdict.outcome, holder=case.claimed_by, person=me.staff.id)
    way = await desk.store.run(routes.way, case.inquiry.receipt)
    shown = _shown(form, verdict, deeds.circumstances(desk, case, way))
    if shown.faults or shown.proposing:
        return await inquiry.answer(desk, me, case, shown, status=422 if shown.faults else 200)
    covers = review.is_masked(verdict.outcome, manner_acceptable=verdict.manner_acceptable)
    masked = copies.Copy(case).written(copies.left_readable(form.fields)) if covers else None
    await _record(desk, me, case, verdict, after, masked=masked)
    return None


def _shown(form: Form, verdict: Verdict, known: verdicts.Circumstances) -> sheet.Sheet:
    """The form as it goes back to the reviewer: what is missing from it or, where that was asked for, the proposal."""
    shown = filled.of(form.fields, revealed=filled.is_open(form))
    if form.fields.get("go") != "propose":
        return replace(shown, faults=verdicts.check(verdict, known))
    faults = verdicts.check_proposal(shown.verdict, known)
    return replace(shown, faults=faults, proposing=not faults)


async def _sign(desk: Context, me: Session, case: Case, form: Form) -> Response[bytes] | None:
    """The second signature is a decision of its own, on the points, acts and outcome of the first that was shown."""
    agrees, reason = sheet.ANSWERS.get(form.fields.get("agrees", "")), form.fields.get("reason", "")
    after = review.countersigned(
        case.state,
        agrees=agrees is not False,  # whoever has not chosen may still want to agree
        first=deeds.last_signer(case),
        person=me.staff.id,
        role=me.staff.role,
        one_hand=await deeds.one_hand(desk, me, case),
    )
    if faults := verdicts.check_signature(agrees, reason):
        shown = filled.of(form.fields, revealed=filled.is_open(form), faults=faults)
        return await inquiry.answer(desk, me, case, shown, status=422)
    same = deeds.last_verdict(case, reason)
    known = deeds.circumstances(desk, case, await desk.store.run(routes.way, case.inquiry.receipt))
    if agrees and (why := verdicts.contradicted(same, restricted=known.restricted)):
        raise review.NotAllowed(why)
    await _record(desk, me, case, same, after, confirms=form.fields.get("confirms", ""))
    return None


async def _withdraw(desk: Context, me: Session, case: Case) -> None:
    after = review.withdrawn(case.state, first=deeds.last_signer(case), person=me.staff.id)
    await _record(desk, me, case, deeds.last_verdict(case), after, confirms=case.decisions[-1].id)


async def _reopen(desk: Context, me: Session, case: Case, form: Form) -> Response[bytes] | None:
    after, reason = review.reopened(case.state, role=me.staff.role), form.fields.get("reason", "")
    if faults := verdicts.check_reopening(reason):
        shown = filled.of(form.fields, revealed=filled.is_open(form), faults=faults)
        return await inquiry.answer(desk, me, case, shown, status=422)
    await _record(desk, me, case, deeds.last_verdict(case, reason), after, confirms=case.decisions[-1].id)
    return None


async def _record(
    desk: Context,
    me: Session,
    case: Case,
    verdict: Verdict,
    after: State,
    *,
    masked: str | None = None,
    confirms: str | None = None,
) -> None:
    decision = Decision(
        receipt=case.inquiry.receipt,
        staff_id=me.staff.id,
        at=desk.now(),
        request_reasonable=verdict.request_reasonable,
        manner_acceptable=verdict.manner_acceptable,
        acts=verdict.acts,
        outcome=verdict.outcome,
        reason=verdict.reason.strip(),
        masked_message=masked,
        confirms=confirms,
    )
    way = await desk.store.run(routes.way, case.inquiry.receipt)
    to = ways.answering(desk.organisation, case, way)
    mails = letters.of(to, case, verdict, after, masked)
    await desk.store.run(reviews.decide, decision, case.state, after, mails)
