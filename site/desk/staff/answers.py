"""Recording that an inquiry was answered, so that its matter is known when it is brought again."""

from litestar import Response, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from desk.context import Context
from desk.forms import Form
from desk.rules.repetition import answering
from desk.rules.review import Fault
from desk.staff import inquiry, matters, sheet
from desk.store import answers
from desk.store.answers import Answer
from desk.store.reviews import Case
from desk.store.sessions import Session


@post("/inquiries/{receipt:str}/answers", opt={"permission": "decide"}, status_code=303)
async def record(
    desk: NamedDependency[Context],
    me: NamedDependency[Session],
    form: NamedDependency[Form],
    receipt: FromPath[str],
) -> Response[bytes]:
    """Record the day of an answer, or say what is wrong with it."""
    case = await inquiry.opened(desk, me, receipt)
    return await inquiry.done(desk, me, case, _record(desk, me, case, form))


async def _record(desk: Context, me: Session, case: Case, form: Form) -> Response[bytes] | None:
    answering.answerable(case.state)
    zone, typed = matters.house(desk), form.fields.get("answered_on", "")
    now = desk.now().astimezone(zone)
    on = answering.answered_on(typed, received=matters.day_of(case.inquiry.received_at, zone), today=now.date())
    if isinstance(on, Fault):
        return await inquiry.answer(desk, me, case, sheet.Sheet(faults=(on,), answered_on=typed), status=422)
    given, behind = answering.moment(on, now), form.fields.get("behind", "")
    await desk.store.run(answers.record, Answer(case.inquiry.receipt, given, now, me.staff.id, behind=behind))
    return None
