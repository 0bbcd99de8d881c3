"""Recording that an inquiry was answered, so that its matter is known when it is brought again."""

from typing import Final

from litestar import Response, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from desk.context import Context
from desk.forms import Form
from desk.rules.repetition import answering
from desk.rules.review import N_, Fault, NotAllowed
from desk.staff import filled, inquiry, matters, notices
from desk.store import answers
from desk.store import matters as stored
from desk.store.answers import Answer
from desk.store.reviews import Case
from desk.store.sent import Words
from desk.store.sessions import Session

NOT_REFUSED: Final = N_("Support is not refused in this inquiry, so there is no such notice to record.")
ALREADY_TOLD: Final = N_("It is on record that the customer was told, so nothing was recorded again.")
OTHER_WORDS: Final = N_(
    "The text for the customer is another one now than the page showed when you pressed, so nothing was recorded."
    " Compare it with what you sent. If the customer was told otherwise, send them this text as well; then record it."
)


@post("/inquiries/{receipt:str}/answers", opt={"permission": "decide"}, status_code=303)
async def record(
    desk: NamedDependency[Context],
    me: NamedDependency[Session],
    form: NamedDependency[Form],
    receipt: FromPath[str],
) -> Response[bytes]:
    """Record the day of an answer, or say what is wrong with it."""
    case = await inquiry.opened(desk, me, receipt)
    return await inquiry.done(desk, me, case, _record(desk, me, case, form), form=form, own=("answered_on",))


@post("/inquiries/{receipt:str}/notices", opt={"permission": "decide"}, status_code=303)
async def told(
    desk: NamedDependency[Context],
    me: NamedDependency[Session],
    form: NamedDependency[Form],
    receipt: FromPath[str],
) -> Response[bytes]:
    """Record that the sender was told today that support is refused: an answer like any other, with what they read."""
    case = await inquiry.opened(desk, me, receipt)
    return await inquiry.done(desk, me, case, _told(desk, me, case, form), form=form)


async def _told(desk: Context, me: Session, case: Case, form: Form) -> None:
    if case.state != "refused":
        raise NotAllowed(NOT_REFUSED)
    now = desk.now().astimezone(matters.house(desk))
    behind = form.fields.get("behind", "")
    matter = await desk.store.run(stored.matter, case.inquiry.id)
    notice = notices.owed(desk, case, matter)
    if notice is None:
        raise NotAllowed(ALREADY_TOLD)
    if form.fields.get("notice", "") != notice.mark:
        raise NotAllowed(OTHER_WORDS)  # what is kept is what was sent, and that was copied from the page
    words = Words(notice.language, notice.subject, notice.body)
    given = Answer(case.inquiry.receipt, now, now, me.staff.id, behind=behind, notice=True, words=words)
    await desk.store.run(answers.record, given)


async def _record(desk: Context, me: Session, case: Case, form: Form) -> Response[bytes] | None:
    matter = await desk.store.run(stored.matter, case.inquiry.id)
    answering.answerable(case.state, untold=matters.untold(case, matter))
    zone, typed = matters.house(desk), form.fields.get("answered_on", "")
    now = desk.now().astimezone(zone)
    on = answering.answered_on(typed, received=matters.day_of(case.inquiry.received_at, zone), today=now.date())
    if isinstance(on, Fault):
        return await inquiry.answer(desk, me, case, filled.of(form.fields, faults=(on,)), status=422)
    given, behind = answering.moment(on, now), form.fields.get("behind", "")
    await desk.store.run(answers.record, Answer(case.inquiry.receipt, given, now, me.staff.id, behind=behind))
    return None
