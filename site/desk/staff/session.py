"""Who is at the staff door, and the lock on it: deny by default, a declared permission for every handler."""

import re
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Any, Final, TypeGuard
from urllib.parse import urlencode

from litestar import Request, Response
from litestar.connection import ASGIConnection
from litestar.di import NamedDependency
from litestar.exceptions import PermissionDeniedException
from litestar.handlers import BaseRouteHandler

from desk import forms
from desk.context import Context
from desk.forms import Form, FormError
from desk.rules import review
from desk.staff import browsers, frame, kept
from desk.store import sessions
from desk.store.engine import StoreUnavailable
from desk.store.people import Staff
from desk.store.sessions import NoLonger, Session

COOKIE: Final = "__Host-desk"
LONGEST_TOKEN: Final = 128  # characters
LONGEST_PATH: Final = 200  # characters
SIGN_IN: Final = "/staff/sign-in"
WANTED: Final = "to"
"""What the address of the sign-in says of the page that was asked for, and the field that carries it on."""

ENDED: Final = "ended"
"""What the address of the sign-in says to whoever sent a form when their session was over."""

OPEN: Final = "open"
"""What a handler declares in place of a permission when anyone may come: the sign-in and the one-time link."""

_PAGE = re.compile(r"/staff(?:/[A-Za-z0-9_-]+)+")
_USUAL: Final = frozenset({"/staff/queue", SIGN_IN, "/staff/sign-out"})


FirstPage = Callable[[Session], Awaitable[Response[bytes] | None]]
"""Answers the page that somebody comes to when they have signed in; None for the usual one."""


class SignInFirst(Exception):  # noqa: N818 - it reads as the answer it is
    """Somebody who is not signed in asked for a page; `kept` is what they sent, sealed for whose form it was."""

    def __init__(self, kept: str = "") -> None:
        super().__init__()
        self.kept = kept


class StaleForm(PermissionDeniedException):
    """A form that does not carry this session's token: it is older than the session, or another site's.

    `words` is what this person themselves wrote into it in an earlier session.
    """

    def __init__(self, words: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.words = words


async def permitted(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    """Let in who may; the guard of every staff route. Raises SignInFirst and PermissionDeniedException."""
    wanted = handler.opt.get("permission")
    if wanted == OPEN:
        return
    try:
        session = await _session(connection)
    except StoreUnavailable:
        with suppress(FormError):
            connection.state.posted = await forms.read(connection) if _posts(connection) else None
        raise
    if session is None:
        desk: Context = connection.app.state.desk
        raise SignInFirst(await kept.of_request(desk, connection) if isinstance(connection, Request) else "")
    connection.state.session = session
    if wanted is None or not review.may(session.staff.role, wanted):
        raise PermissionDeniedException


def to_sign_in(request: Request[Any, Any, Any], error: SignInFirst) -> Response[bytes]:
    """Show the way in, from which it goes on to the page that was asked for.

    Whoever sent a form is told so. What it held is on the page sealed, and shown to nobody who has not proved that it
    is theirs; of a form that was given to nobody it is not kept.
    """
    if error.kept:
        return sign_in_page(request, {"name": "", "failure": "", "ended": True, "kept": error.kept}, status=403)
    if request.method not in ("GET", "HEAD"):
        return to(f"{SIGN_IN}?{ENDED}=yes")
    wanted = page_of_ours(request.url.path)
    return to(f"{SIGN_IN}?{urlencode({WANTED: wanted}, safe='/')}" if wanted else SIGN_IN)


def page_of_ours(path: str) -> str:
    """A path as a page of this side that the sign-in may lead on to; "" for any other text, and for the usual page."""
    return path if _PAGE.fullmatch(path) and path not in _USUAL and len(path) <= LONGEST_PATH else ""


def sign_in_page(
    request: Request[Any, Any, Any],
    context: Mapping[str, object],
    *,
    language: str = "",
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Response[bytes]:
    """Answer the sign-in."""
    desk: Context = request.app.state.desk
    known = {"ended": False, "kept": "", "wanted": ""}
    wished = language or frame.language_of(request)
    return frame.outside(desk, wished, "sign_in.html", {**known, **context}, status=status, headers=headers)


async def me(request: Request[Any, Any, Any]) -> Session:
    """The session that the guard let in."""
    session: Session = request.state.session
    return session


def known(request: Request[Any, Any, Any]) -> Session | None:
    """The session of a request that may have none."""
    session: Session | None = request.state.get("session")
    return session


async def form(request: Request[Any, Any, Any], me: NamedDependency[Session], desk: NamedDependency[Context]) -> Form:
    """The posted form of this session. Raises StaleForm when its token is missing or another's."""
    posted = await forms.read(request)
    request.state.posted = posted  # given back where the store does not answer
    if not desk.tokens.staff_form_ok(posted.fields.get("token", ""), me.token_hash):
        raise StaleForm(kept.words(desk, posted, me.staff.id))
    return posted


async def begun(
    desk: Context, request: Request[Any, Any, Any], person: Staff, first: FirstPage | None = None, then: str = ""
) -> Response[bytes]:
    """A fresh session for this person, whatever the browser brought along, and the `first` page or the way `then`.

    Raises SignInFirst where what they came in with was taken away meanwhile.
    """
    now = desk.now()
    before = token_of(request)
    if before:
        await desk.store.run(sessions.end_session, before, now)
    try:
        token = await desk.store.run(sessions.start_session, person, now)
    except NoLonger as error:
        raise SignInFirst from error
    me = Session(person, sessions.hashed(token), now)
    answer = (await first(me) if first else None) or to(then or "/staff/")
    answer.headers["Set-Cookie"] = f"{COOKIE}={token}; Path=/; Secure; HttpOnly; SameSite=Strict"
    browsers.remember(desk, answer, person)
    return answer


def ended() -> Response[bytes]:
    """The way back to the sign-in, with the cookie gone."""
    answer = to(SIGN_IN)
    answer.headers["Set-Cookie"] = f"{COOKIE}=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0"
    return answer


def to(path: str) -> Response[bytes]:
    """The way to another page after something was done."""
    return Response(b"", status_code=303, headers={"Location": path}, media_type="text/html")


def token_of(connection: ASGIConnection[Any, Any, Any, Any]) -> str:
    """The token in the cookie; "" where there is none of ours."""
    found = connection.cookies.get(COOKIE, "")
    return found if found.isascii() and len(found) <= LONGEST_TOKEN else ""


async def _session(connection: ASGIConnection[Any, Any, Any, Any]) -> Session | None:
    desk: Context = connection.app.state.desk
    token = token_of(connection)
    return await desk.store.run(sessions.session, token, desk.now()) if token else None


def _posts(connection: ASGIConnection[Any, Any, Any, Any]) -> TypeGuard[Request[Any, Any, Any]]:
    return isinstance(connection, Request) and connection.method == "POST"
