"""The log: who read and decided what, newest first; nothing in it can be changed or taken away."""

import re
from typing import Any

from litestar import Request, Response, get
from litestar.di import NamedDependency

from desk.context import Context
from desk.rules import review
from desk.rules.review import N_
from desk.staff import frame, words
from desk.store import audit
from desk.store.audit import AuditRow
from desk.store.sessions import Session

MOST = 50  # lines on a page
LONGEST = 15  # digits of a line's number
_WITH_ROLE = re.compile(r"(.+) \(?(reviewer|lead|admin|auditor)\)?( · .+)?", re.DOTALL)


@get("/log", opt={"permission": "log"})
async def show(
    desk: NamedDependency[Context], me: NamedDependency[Session], request: Request[Any, Any, Any]
) -> Response[bytes]:
    """Show the newest lines, or those before a line."""
    after = _line(request.query_params.get("after", ""))
    lines = await desk.store.run(audit.recent, after, MOST + 1)
    context = {
        "details": {line.id: _detail(desk, me.staff.language, line) for line in lines},
        "lines": lines[:MOST],
        "next": lines[MOST - 1].id if len(lines) > MOST else None,
        "later": after is not None,
        "events": words.EVENTS,
        "outcomes": review.OUTCOME_NAMES,
        "kinds": words.LETTERS,
        "reads": review.may(me.staff.role, "read"),
    }
    return frame.page(desk, me, "log.html", context)


def _detail(desk: Context, language: str, line: AuditRow) -> str:
    """What a line says beside its event, in the language of the page.

    A desk, a service, a role and what was searched by are there by their names; an account of the machine comes last.
    """
    if line.what == "handed-over" and line.staff_id and line.detail:  # the command line has its own account there
        return desk.pages.translate(language, N_("%(name)s had it"), name=line.detail)
    if line.what == "sent-on":
        return words.topic(desk, line.detail, language)
    if line.what == "searched":
        return desk.pages.translate(language, words.SOUGHT.get(line.detail, line.detail))
    found = _WITH_ROLE.fullmatch(line.detail) if line.what in ("added", "invited", "role-changed") else None
    if found is None:
        return line.detail
    name, role, account = found.groups(default="")
    known = desk.pages.translate(language, frame.ROLES[role])
    return desk.pages.translate(language, N_("%(name)s (%(role)s)"), name=name, role=known) + account


def _line(text: str) -> int | None:
    """The number of a line; None where it is none that a log could reach."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= LONGEST else None
