"""The log: who read and decided what, newest first; nothing in it can be changed or taken away."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from litestar import Request, Response, get
from litestar.di import NamedDependency

from desk.context import Context
from desk.rules import review
from desk.rules.review import N_
from desk.staff import frame, words
from desk.store import audit, evidence
from desk.store.audit import AuditRow
from desk.store.sealing import SealError
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
        "details": {line.id: detail(desk, me.staff.language, line) for line in lines},
        "lines": lines[:MOST],
        "next": lines[MOST - 1].id if len(lines) > MOST else None,
        "later": after is not None,
        "events": words.EVENTS,
        "reads": review.may(me.staff.role, "read"),
    }
    return frame.page(desk, me, "log.html", context)


def detail(desk: Context, language: str, line: AuditRow) -> str:
    """What a line says beside its event, in the language of the page.

    An outcome, a letter, a desk, a service, a role and what was searched by are there by their names; an account of the
    machine comes last.
    """
    said = _SAID.get(line.what)
    return said(desk, language, line) if said and line.detail else line.detail


def _outcome(desk: Context, language: str, line: AuditRow) -> str:
    outcome = review.known_outcome(line.detail.partition(":")[0])
    return desk.pages.translate(language, review.OUTCOME_NAMES[outcome]) if outcome else line.detail


def _letter(desk: Context, language: str, line: AuditRow) -> str:
    return desk.pages.translate(language, words.LETTERS.get(line.detail, line.detail))


def _whose(desk: Context, language: str, line: AuditRow) -> str:
    if not line.staff_id:  # the command line has its own account there
        return line.detail
    return desk.pages.translate(language, N_("%(name)s had it"), name=line.detail)


def _where(desk: Context, language: str, line: AuditRow) -> str:
    return desk.topic_name(line.detail, language)


def _uncovered(desk: Context, language: str, line: AuditRow) -> str:
    places, letters, *_ = line.detail.split("/")  # the mark behind them tells people nothing
    said = N_("passages: %(places)s, characters: %(letters)s")
    return desk.pages.translate(language, said, places=places, letters=letters)


def _sought(desk: Context, language: str, line: AuditRow) -> str:
    return desk.pages.translate(language, words.SOUGHT.get(line.detail, line.detail))


def _role(desk: Context, language: str, line: AuditRow) -> str:
    found = _WITH_ROLE.fullmatch(line.detail)
    if found is None:
        return line.detail
    name, role, account = found.groups(default="")
    known = desk.pages.translate(language, frame.ROLES[role])
    return desk.pages.translate(language, N_("%(name)s (%(role)s)"), name=name, role=known) + account


def _handed_to(desk: Context, language: str, line: AuditRow) -> str:
    try:
        to = evidence.handed_to(desk.store, line)
    except SealError:
        return desk.pages.translate(language, N_("Cannot be opened: its key is missing"))
    return desk.pages.translate(language, N_("handed to: %(name)s"), name=to)


def _line(text: str) -> int | None:
    """The number of a line; None where it is none that a log could reach."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= LONGEST else None


_SAID: Final[Mapping[str, Callable[[Context, str, AuditRow], str]]] = {
    **dict.fromkeys(("decided", "signed", "sent-back", "withdrawn", "reopened"), _outcome),
    **dict.fromkeys(("added", "invited", "role-changed"), _role),
    "revealed": _uncovered,
    "letter-retried": _letter,
    "handed-over": _whose,
    "sent-on": _where,
    "searched": _sought,
    evidence.ASKED: _handed_to,
}
