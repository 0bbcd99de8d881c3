"""The log: who read and decided what, newest first; nothing in it can be changed or taken away."""

from typing import Any

from litestar import Request, Response, get
from litestar.di import NamedDependency

from desk.context import Context
from desk.rules import review
from desk.staff import frame, words
from desk.store import audit
from desk.store.sessions import Session

MOST = 50  # lines on a page
LONGEST = 15  # digits of a line's number


@get("/log", opt={"permission": "log"})
async def show(
    desk: NamedDependency[Context], me: NamedDependency[Session], request: Request[Any, Any, Any]
) -> Response[bytes]:
    """Show the newest lines, or those before a line."""
    after = _line(request.query_params.get("after", ""))
    lines = await desk.store.run(audit.recent, after, MOST + 1)
    context = {
        "lines": lines[:MOST],
        "next": lines[MOST - 1].id if len(lines) > MOST else None,
        "later": after is not None,
        "events": words.EVENTS,
        "outcomes": review.OUTCOME_NAMES,
        "kinds": words.LETTERS,
        "reads": review.may(me.staff.role, "read"),
    }
    return frame.page(desk, me, "log.html", context)


def _line(text: str) -> int | None:
    """The number of a line; None where it is none that a log could reach."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= LONGEST else None
