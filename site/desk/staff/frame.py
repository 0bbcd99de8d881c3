"""What every staff page carries: the person, the doors open to them, the token of their forms."""

from collections.abc import Mapping
from typing import Any, Final

from litestar import Request, Response

from desk.context import Context
from desk.guard.language import preferred
from desk.pages import LANGUAGES
from desk.rules import review
from desk.rules.review import N_, Permission
from desk.store.sessions import Session

DOORS: Final[tuple[tuple[str, str, Permission], ...]] = (
    ("/staff/queue", N_("Review queue"), "queue"),
    ("/staff/inquiries", N_("All inquiries"), "all"),
    ("/staff/letters", N_("Undelivered letters"), "letters"),
    ("/staff/routing", N_("Routing"), "routing"),
    ("/staff/signs", N_("Signs"), "signs"),
    ("/staff/exposure", N_("Reading load"), "second"),
    ("/staff/log", N_("Log"), "log"),
    ("/staff/people", N_("People"), "people"),
    ("/staff/account", N_("Your account"), "account"),
)
ROLES: Final = {
    "reviewer": N_("Reviewer"),
    "lead": N_("Lead"),
    "admin": N_("Administrator"),
    "auditor": N_("Auditor"),
}


def page(
    desk: Context,
    me: Session,
    template: str,
    context: Mapping[str, object],
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Response[bytes]:
    """Answer a page to somebody who is signed in, in the language of their account."""
    person = me.staff
    return desk.pages.reply(
        person.language,
        f"staff/{template}",
        status=status,
        headers=headers,
        me=person,
        role_name=ROLES[person.role],
        doors=[(path, label) for path, label, permission in DOORS if review.may(person.role, permission)],
        token=desk.tokens.staff_form(me.token_hash, person.id),
        **context,
    )


def outside(
    desk: Context,
    language: str,
    template: str,
    context: Mapping[str, object],
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Response[bytes]:
    """Answer a page to somebody who is not signed in yet."""
    known: dict[str, object] = {"me": None, "doors": [], "token": "", "role_name": ""}
    return desk.pages.reply(language, f"staff/{template}", status=status, headers=headers, **known, **context)


def language_of(request: Request[Any, Any, Any], wish: str = "") -> str:
    """The language of a page before the sign-in: the one wished for, else the browser's own preference."""
    wished = wish or request.query_params.get("language", "")
    return wished if wished in LANGUAGES else preferred(request.headers.get("accept-language", ""))
