"""Legal hold: a lead keeps an inquiry beyond its time, for a dispute or a court, or lets its time run again."""

from collections.abc import Callable
from typing import Final

from litestar import Response, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from desk.context import Context
from desk.forms import Form
from desk.rules import retention
from desk.staff import filled, inquiry
from desk.store import holds
from desk.store.engine import Store
from desk.store.holding import Change
from desk.store.reviews import Case
from desk.store.sessions import Session

OWN: Final = ("hold_reason",)


@post("/inquiries/{receipt:str}/legal-holds", opt={"permission": "hold"}, status_code=303)
async def place(
    desk: NamedDependency[Context],
    me: NamedDependency[Session],
    form: NamedDependency[Form],
    receipt: FromPath[str],
) -> Response[bytes]:
    """Put the inquiry in legal hold, or say that the reason is missing."""
    case = await inquiry.opened(desk, me, receipt)
    return await inquiry.done(desk, me, case, _change(desk, me, case, form, holds.place), form=form, own=OWN)


@post("/inquiries/{receipt:str}/legal-holds/ends", opt={"permission": "hold"}, status_code=303)
async def lift(
    desk: NamedDependency[Context],
    me: NamedDependency[Session],
    form: NamedDependency[Form],
    receipt: FromPath[str],
) -> Response[bytes]:
    """Lift the legal hold, or say that the reason is missing."""
    case = await inquiry.opened(desk, me, receipt)
    return await inquiry.done(desk, me, case, _change(desk, me, case, form, holds.lift), form=form, own=OWN)


async def _change(
    desk: Context, me: Session, case: Case, form: Form, verb: Callable[[Store, Change], None]
) -> Response[bytes] | None:
    reason = form.fields.get("hold_reason", "")
    if faults := retention.check_reason(reason):
        shown = filled.of(form.fields, revealed=filled.is_open(form), faults=faults)
        return await inquiry.answer(desk, me, case, shown, status=422)
    await desk.store.run(verb, Change(case.inquiry.receipt, desk.now(), reason.strip(), me.staff.id))
    return None
