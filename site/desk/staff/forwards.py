"""Sending an inquiry on: to another desk, by mail, or its sender to a service, with the way there."""

from litestar import Response, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from desk.context import Context
from desk.forms import Form
from desk.rules import forwarding
from desk.staff import inquiry, letters, session, sheet, ways, words
from desk.store import routes
from desk.store.reviews import Case
from desk.store.routes import Forward
from desk.store.sessions import Session


@post("/inquiries/{receipt:str}/forwards", opt={"permission": "decide"}, status_code=303)
async def send_on(
    desk: NamedDependency[Context],
    me: NamedDependency[Session],
    form: NamedDependency[Form],
    receipt: FromPath[str],
) -> Response[bytes]:
    """Send the inquiry on, or say what is missing, or that it went elsewhere meanwhile."""
    case = await inquiry.opened(desk, me, receipt)
    way = await desk.store.run(routes.way, case.inquiry.receipt)
    to = form.fields.get("to", "")
    try:
        forwarding.sent_on(case.state)
        faults = forwarding.check(to, ways.destinations(desk.organisation), ways.standing(desk.organisation, case, way))
        if faults:
            return await inquiry.answer(desk, me, case, sheet.Sheet(faults=faults), status=422)
        await desk.store.run(routes.send_on, _forward(desk, me, case, to, form.fields.get("behind", "")))
    except inquiry.NOT_NOW as reason:
        return await inquiry.refused(desk, me, receipt, reason)
    # Whoever sends an inquiry on to a restricted desk may not be one of its readers.
    still_open = words.opens(desk.organisation, {to}, me.staff.role)
    return session.to(f"/staff/inquiries/{case.inquiry.receipt}" if still_open else "/staff/inquiries")


def _forward(desk: Context, me: Session, case: Case, to: str, behind: str) -> Forward:
    return Forward(
        receipt=case.inquiry.receipt,
        staff_id=me.staff.id,
        at=desk.now(),
        destination=to,
        behind=behind,
        mail=letters.sent_on(case, to),
    )
