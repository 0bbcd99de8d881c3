"""The page that somebody was on when their session ended, with what they had typed; nothing of it is recorded yet."""

import re
from typing import Final

from litestar import Response
from litestar.exceptions import NotFoundException, PermissionDeniedException

from desk.context import Context
from desk.rules import review, searching
from desk.rules.review import N_
from desk.staff import filled, inquiry, kept, people, queue, searches
from desk.store.sealing import SealError
from desk.store.sessions import Session

BACK: Final = N_("You are signed in again. What you had typed is on this page; none of it is recorded yet.")

_INQUIRY = re.compile(r"/staff/inquiries/([^/]+)/[a-z/-]+")


async def page(desk: Context, me: Session, text: str) -> Response[bytes] | None:
    """Answer that page; None where nothing was kept for this person, or its page is not for them (any more)."""
    found = kept.opened(desk, text, me.staff.id) if text else None
    if found is None:
        return None
    try:
        return await _page(desk, me, found)
    except (NotFoundException, PermissionDeniedException, SealError):
        return None


async def _page(desk: Context, me: Session, found: kept.Kept) -> Response[bytes] | None:
    of_inquiry = _INQUIRY.fullmatch(found.path)
    if of_inquiry and review.may(me.staff.role, "read"):
        case = await inquiry.opened(desk, me, of_inquiry[1])
        return await inquiry.answer(desk, me, case, filled.of(found.fields, remark=BACK))
    if found.path == queue.PATH and review.may(me.staff.role, "all"):
        return await searches.begun(desk, me, found.fields.get(searching.FIELD, ""))
    if found.path == "/staff/people" and review.may(me.staff.role, "people"):
        return await people.page(desk, me, typed=found.fields, remark=BACK)
    return None
