"""What staff are told, inside their own frame, when a page cannot be shown to them."""

from typing import Any, Final

from litestar import Request, Response, get
from litestar.exceptions import HTTPException, NotFoundException, PermissionDeniedException
from litestar.params import FromPath
from litestar.types import ExceptionHandlersMap

from desk import log
from desk.context import Context
from desk.forms import Form
from desk.staff import filled, frame, session
from desk.store.engine import StoreUnavailable
from desk.store.sealing import SealError

UNAVAILABLE = 503
SEALED = 409  # the inquiry is there, and stands in the way of being shown


@get("/{nowhere:path}", opt={"permission": "account"})
async def missing(nowhere: FromPath[str]) -> None:  # noqa: ARG001 - the address matters to nobody
    """Answer that there is no such page to those who are inside; outsiders come to the sign-in, as everywhere."""
    raise NotFoundException


def told(request: Request[Any, Any, Any], error: HTTPException) -> Response[bytes]:
    """Say what may not be shown or is not there; somebody who is not signed in gets the page of everyone."""
    person = session.known(request)
    if person is None:
        everyone: Any = request.app.exception_handlers[HTTPException]
        answer: Response[bytes] = everyone(request, error)
        return answer
    desk: Context = request.app.state.desk
    typed = error.words if isinstance(error, session.StaleForm) else None
    context = {"code": error.status_code, "stale": typed is not None, "typed": typed}
    return frame.page(desk, person, "told.html", context, status=error.status_code)


def sealed(request: Request[Any, Any, Any], error: SealError) -> Response[bytes]:
    """Say that the key of what was asked for is gone, for good or not, and who has to do what."""
    log.fault("sealed", error, status=SEALED)
    desk: Context = request.app.state.desk
    context = {"key_id": error.key_id, "lost": error.lost}
    return frame.page(desk, request.state.session, "sealed.html", context, status=SEALED)


def unavailable(request: Request[Any, Any, Any], error: StoreUnavailable) -> Response[bytes]:
    """Say that the store does not answer, and give back what was sent, ready to be sent again.

    It goes back in the answer to whoever sent it, and nowhere else. Before the sign-in there is nothing to give back.
    """
    log.fault("unavailable", error, status=UNAVAILABLE)
    desk: Context = request.app.state.desk
    posted: Form | None = request.state.get("posted")
    fields = posted.fields if posted else {}
    typed = filled.words(fields)
    context = {"path": request.url.path, "posts": posted is not None, "fields": fields, "typed": typed}
    person, headers = session.known(request), {"Retry-After": "30"}
    if person is None:
        language = frame.language_of(request)
        return frame.outside(desk, language, "unavailable.html", context, status=UNAVAILABLE, headers=headers)
    return frame.page(desk, person, "unavailable.html", context, status=UNAVAILABLE, headers=headers)


HANDLERS: Final[ExceptionHandlersMap] = {
    SealError: sealed,
    StoreUnavailable: unavailable,
    PermissionDeniedException: told,
    NotFoundException: told,
}
"""The exceptions that are answered inside the staff frame."""
