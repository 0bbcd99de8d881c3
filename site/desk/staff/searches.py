"""Finding the inquiry that somebody asks about, by whatever of it they know.

What is searched for stands in no address, log or table: it travels in a cookie, sealed for this session and this search
alone. So the way back from an inquiry leads to what was found, and another window's search is never taken for this one.
"""

import secrets
from collections.abc import Callable, Collection
from functools import partial
from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from desk.context import Context
from desk.forms import Form
from desk.rules import searching
from desk.rules.inquiry import Problem
from desk.rules.searching import UNKNOWN, Wanted
from desk.staff import queue, session, words
from desk.store import audit, reviews
from desk.store.reviews import ListRow
from desk.store.sealing import SealError
from desk.store.searching import Looked, look
from desk.store.sessions import Session

FARTHEST: Final = 10_000
"""Inquiries that are looked at for one page of what is found, in half a second; whoever wants older ones goes on."""

COOKIE: Final = "__Host-desk-search"
GONE: Final = 410


@post("/inquiries", opt={"permission": "all"}, status_code=303)
async def begin(
    desk: NamedDependency[Context], me: NamedDependency[Session], form: NamedDependency[Form]
) -> Response[bytes]:
    """Lead to what is found, or to the one inquiry of a receipt."""
    return await begun(desk, me, form.fields.get(searching.FIELD, ""))


@get("/inquiries/found/{mark:str}", opt={"permission": "all"})
async def found(
    desk: NamedDependency[Context],
    me: NamedDependency[Session],
    request: Request[Any, Any, Any],
    mark: FromPath[str],
) -> Response[bytes]:
    """Show what is found, the newest first; or say that this search is over."""
    sought = _opened(desk, me, mark, request.cookies.get(COOKIE, ""))
    wanted = searching.read(sought)
    if isinstance(wanted, Problem):
        return await queue.listed(desk, me, await _everything(desk), status=GONE, over=True)
    after = request.query_params.get("after")
    looked = await _look_through(desk, me, wanted, after)
    here = f"{queue.PATH}/found/{mark}"
    return await queue.listed(desk, me, looked.rows, found=here, sought=sought, looked=looked, later=bool(after))


async def begun(desk: Context, me: Session, sought: str) -> Response[bytes]:
    """The way to what is found, with what is searched for kept in the browser; or what is wrong with that.

    That somebody searches, and by what kind of thing, is put on record here; never for what.
    """
    wanted = searching.read(sought)
    if isinstance(wanted, Problem):
        return await _wrong(desk, me, sought, wanted)
    await desk.store.run(audit.note, "searched", desk.now(), staff_id=me.staff.id, detail=wanted.kind)
    if wanted.receipt:
        there = await desk.store.run(reviews.case, wanted.receipt) is not None
        return session.to(f"{queue.PATH}/{wanted.receipt}") if there else await _wrong(desk, me, sought, UNKNOWN)
    mark = secrets.token_hex(4)
    answer = session.to(f"{queue.PATH}/found/{mark}")
    sealed = desk.store.seals.seal(sought, _place(me, mark)) or b""
    answer.set_cookie(COOKIE, sealed.hex(), path="/", secure=True, httponly=True, samesite="strict")
    return answer


async def _wrong(desk: Context, me: Session, sought: str, problem: Problem) -> Response[bytes]:
    return await queue.listed(desk, me, await _everything(desk), status=422, sought=sought, problems=(problem,))


async def _look_through(desk: Context, me: Session, wanted: Wanted, after: str | None) -> Looked:
    """A page of what fits, and one more where there is one; bit by bit, so that nobody else waits for long."""
    opens: Callable[[Collection[str]], bool] = partial(words.opens, desk.organisation, role=me.staff.role)
    rows: list[ListRow] = []
    seen = 0
    while True:
        async with desk.store.turn:
            part = await desk.store.run(look, wanted, opens, after)
        rows, seen, after = [*rows, *part.rows], seen + part.seen, part.last
        if after is None or len(rows) > queue.MOST or seen >= FARTHEST:
            return Looked(rows, seen, after, part.back_to)


async def _everything(desk: Context) -> list[ListRow]:
    return await desk.store.run(reviews.listing, None, queue.MOST + 1)


def _opened(desk: Context, me: Session, mark: str, cookie: str) -> str:
    """What is searched for; "" where the cookie is another session's, another search's, or none of ours."""
    try:
        return desk.store.seals.open(bytes.fromhex(cookie), _place(me, mark))
    except (SealError, ValueError):
        return ""


def _place(me: Session, mark: str) -> str:
    return f"staff:search:{me.token_hash}:{mark}"
