"""One inquiry: read with its harsh words covered, uncovered on request, taken and passed on; opening it is recorded."""

from collections.abc import Awaitable
from typing import Final

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException, PermissionDeniedException
from litestar.params import FromPath

from desk.context import Context
from desk.forms import Form
from desk.rules import review
from desk.staff import deeds, filled, found, matters, notices, recorded, session, sheet, ways, words
from desk.store import audit, measures, reviews, routes, visits
from desk.store import matters as stored
from desk.store.reviews import Case, StateConflict
from desk.store.sessions import Session

DEEDS: Final = (
    "answers",
    "claims",
    "decisions",
    "evidence-packs",
    "forwards",
    "handovers",
    "legal-holds",
    "legal-holds/ends",
    "notices",
    "readings",
    "reopenings",
    "signatures",
    "withdrawals",
)
"""What is sent about an inquiry, each to an address of its own."""
NOT_NOW: Final = (review.NotAllowed, StateConflict)
OVERTAKEN: Final = review.N_("A colleague was faster. This is how the inquiry stands now.")
DONE: Final = review.N_("That is done. What else you had typed is still on this page and not recorded yet.")


@get("/inquiries/{receipt:str}", opt={"permission": "read"})
async def show(desk: NamedDependency[Context], me: NamedDependency[Session], receipt: FromPath[str]) -> Response[bytes]:
    """Show the inquiry covered."""
    return await answer(desk, me, await opened(desk, me, receipt))


@get([f"/inquiries/{{receipt:str}}/{deed}" for deed in DEEDS], opt={"permission": "read"})
async def back(receipt: FromPath[str]) -> Response[bytes]:
    """Lead from the address of a form, which stays where a page answers it, back to its inquiry."""
    return session.to(f"/staff/inquiries/{receipt}")


@post("/inquiries/{receipt:str}/readings", opt={"permission": "reveal"}, status_code=200)
async def reveal(
    desk: NamedDependency[Context],
    me: NamedDependency[Session],
    form: NamedDependency[Form],
    receipt: FromPath[str],
) -> Response[bytes]:
    """Show the words themselves, with whatever had been filled in."""
    case = await opened(desk, me, receipt)
    return await answer(desk, me, case, filled.of(form.fields, revealed=True))


@post("/inquiries/{receipt:str}/claims", opt={"permission": "claim"}, status_code=303)
async def take(
    desk: NamedDependency[Context],
    me: NamedDependency[Session],
    form: NamedDependency[Form],
    receipt: FromPath[str],
) -> Response[bytes]:
    """Take the inquiry, unless a colleague was faster."""
    case = await opened(desk, me, receipt)
    return await done(desk, me, case, _take(desk, me, case, form), form=form)


@post("/inquiries/{receipt:str}/handovers", opt={"permission": "claim"}, status_code=303)
async def hand_over(
    desk: NamedDependency[Context],
    me: NamedDependency[Session],
    form: NamedDependency[Form],
    receipt: FromPath[str],
) -> Response[bytes]:
    """Give the inquiry back to the queue; nobody asks why. Whoever has it may, even where they can open it no more."""
    case = await _found(desk, receipt)
    still_open = await _opens(desk, me, case)
    if not still_open and case.claimed_by != me.staff.id:
        raise PermissionDeniedException
    own = () if still_open else filled.WORDS
    return await done(desk, me, case, _hand_over(desk, me, case), form=form, own=own, then="/staff/queue")


async def _take(desk: Context, me: Session, case: Case, form: Form) -> Response[bytes] | None:
    review.claimed(case.state, holder=case.claimed_by, person=me.staff.id)
    await desk.store.run(reviews.claim, case.inquiry.receipt, me.staff.id, desk.now())
    if not filled.is_open(form):
        return None
    # Whoever has uncovered the words goes on reading them.
    remark = DONE if filled.words(form.fields) else ""
    now = await opened(desk, me, case.inquiry.receipt)
    return await answer(desk, me, now, filled.of(form.fields, revealed=True, remark=remark))


async def _hand_over(desk: Context, me: Session, case: Case) -> None:
    review.handed_over(case.state, holder=case.claimed_by, person=me.staff.id, role=me.staff.role)
    await desk.store.run(reviews.unclaim, case.inquiry.receipt, me.staff.id, desk.now(), case.claimed_by)


async def opened(desk: Context, me: Session, receipt: str) -> Case:
    """The case of a receipt, for somebody who may read it. Raises NotFoundException, PermissionDeniedException."""
    case = await _found(desk, receipt)
    if not await _opens(desk, me, case):
        raise PermissionDeniedException
    return case


async def _found(desk: Context, receipt: str) -> Case:
    case = await desk.store.run(reviews.case, receipt)
    if case is None:
        raise NotFoundException
    return case


async def _opens(desk: Context, me: Session, case: Case) -> bool:
    sent = (await desk.store.run(routes.way, case.inquiry.receipt)).forwards
    stations = {case.inquiry.topic, *(forward.destination for forward in sent)}
    return words.opens(desk.organisation, stations, me.staff.role)


async def done(
    desk: Context,
    me: Session,
    case: Case,
    doing: Awaitable[Response[bytes] | None],
    *,
    form: Form,
    own: tuple[str, ...] = (),
    then: str = "",
) -> Response[bytes]:
    """Do something with an inquiry and lead on, to its own page unless `then` names another.

    What gives an answer itself is answered so. Where the inquiry does not stand as it has to (any more), its page says
    why that was not done. Nothing that was written is lost: what is not in the `own` fields is on the page again.
    """
    try:
        answered = await doing
    except NOT_NOW as reason:
        now = await opened(desk, me, case.inquiry.receipt)
        remark = str(reason) if isinstance(reason, review.NotAllowed) else OVERTAKEN
        return await answer(desk, me, now, filled.of(form.fields, remark=remark), status=409)
    left = filled.without(form.fields, own)
    if answered is None and filled.words(left):
        now = await opened(desk, me, case.inquiry.receipt)
        return await answer(desk, me, now, filled.of(left, remark=DONE))
    return answered or session.to(then or f"/staff/inquiries/{case.inquiry.receipt}")


async def answer(
    desk: Context, me: Session, case: Case, shown: sheet.Sheet = sheet.COVERED, status: int = 200
) -> Response[bytes]:
    """The page of a case. That it was opened, or its words uncovered, is on record before it is shown."""
    await _put_on_record(desk, me, case, shown)
    way = await desk.store.run(routes.way, case.inquiry.receipt)
    known = await desk.store.run(stored.matter, case.inquiry.id, case.assessment.repeats)
    beside: dict[str, object] = {"way": ways.shown(desk, me, case, way, revealed=shown.revealed)}
    beside |= {"matter": matters.shown(desk, me, case, known)}
    taken = await desk.store.run(measures.against, case.inquiry, desk.organisation.restricts)
    beside |= {"measures": matters.measures(desk, case, taken)}
    beside |= {"notice": notices.owed(desk, case, known), "can_write": review.may(me.staff.role, "decide")}
    state = words.state(case.state, case.inquiry.received_at, desk.now())
    beside |= {"state": state, "late": state == words.WAITS}
    just = shown is sheet.COVERED or shown.remark == DONE
    beside |= {"recorded": await recorded.said(desk, me, case, way) if just else ""}
    doing = await deeds.about(desk, me, case, way, revealed=shown.revealed)
    return sheet.page(desk, me, case, shown, status, doing=doing, **beside)


async def _put_on_record(desk: Context, me: Session, case: Case, shown: sheet.Sheet) -> None:
    """That somebody is about to read; a page that they have open and did something on is not opened once more.

    Nor is one that they have open uncovered uncovered once more, unless other words are covered now. Where none are,
    there is nothing to uncover.
    """
    at, receipt, inquiry_id = desk.now(), case.inquiry.receipt, case.inquiry.id
    much = found.uncovered(case) if shown.revealed else ""
    if not much:
        answered = shown is not sheet.COVERED
        if not await desk.store.run(visits.goes_on, me, inquiry_id, at, answered=answered):
            await desk.store.run(audit.reading, me.staff.id, receipt, "opened", at)
    elif not await desk.store.run(visits.stays_uncovered, me, inquiry_id, at, much):
        await desk.store.run(audit.reading, me.staff.id, receipt, "revealed", at, detail=much)
