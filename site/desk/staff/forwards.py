"""Sending an inquiry on: to another desk, by mail, or its sender to a service, with the way there."""

from typing import Final

from litestar import Response, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from desk.context import Context
from desk.forms import Form
from desk.rules import forwarding
from desk.rules.review import N_, Fault
from desk.staff import filled, inquiry, letters, ways, words
from desk.store import routes
from desk.store.reviews import Case
from desk.store.routes import Forward, Way
from desk.store.sessions import Session

NO_ADDRESS: Final = N_(
    "Choose a desk from the list. The sender gave no e-mail address, so no service can be named to them."
)


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
    then, own = ("", ("to",)) if still_open else ("/staff/inquiries", ("to", *filled.WORDS))
    return await inquiry.done(desk, me, case, _send_on(desk, me, case, form), form=form, own=own, then=then)


async def _send_on(desk: Context, me: Session, case: Case, form: Form) -> Response[bytes] | None:
    forwarding.sent_on(case.state)
    way = await desk.store.run(routes.way, case.inquiry.receipt)
    to = form.fields.get("to", "")
    if faults := _faults(desk, case, way, to):
        return await inquiry.answer(desk, me, case, filled.of(form.fields, faults=faults), status=422)
    forward = Forward(
        receipt=case.inquiry.receipt,
        staff_id=me.staff.id,
        at=desk.now(),
        destination=to,
        behind=form.fields.get("behind", ""),
        mail=letters.sent_on(case, to),
        told=letters.elsewhere(case, ways.had_by(desk.organisation, case, way), to),
    )
    await desk.store.run(routes.send_on, forward)
    return None


def _faults(desk: Context, case: Case, way: Way, to: str) -> tuple[Fault, ...]:
    known = ways.destinations(desk.organisation, case)
    if to not in known and not ways.can_refer(case):
        return (Fault("to", NO_ADDRESS),)
    return forwarding.check(to, known, ways.there(desk.organisation, case, way))
