"""Sending an inquiry on: to another desk, by mail, or its sender to a service, with the way there."""

from litestar import Response, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from desk.context import Context
from desk.forms import Form
from desk.rules import forwarding
from desk.staff import inquiry, letters, sheet, ways, words
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
    # Whoever sends an inquiry on to a restricted desk may not be one of its readers.
    still_open = words.opens(desk.organisation, {form.fields.get("to", "")}, me.staff.role)
    return await inquiry.done(
        desk, me, case, _send_on(desk, me, case, form), then="" if still_open else "/staff/inquiries"
    )


async def _send_on(desk: Context, me: Session, case: Case, form: Form) -> Response[bytes] | None:
    forwarding.sent_on(case.state)
    way = await desk.store.run(routes.way, case.inquiry.receipt)
    to, facts = form.fields.get("to", ""), desk.organisation
    faults = forwarding.check(to, ways.destinations(facts), ways.standing(facts, case, way))
    if faults:
        return await inquiry.answer(desk, me, case, sheet.Sheet(faults=faults), status=422)
    forward = Forward(
        receipt=case.inquiry.receipt,
        staff_id=me.staff.id,
        at=desk.now(),
        destination=to,
        behind=form.fields.get("behind", ""),
        mail=letters.sent_on(case, to),
    )
    await desk.store.run(routes.send_on, forward)
    return None
