"""What staff are told, inside their own frame, when a page cannot be shown to them."""

from typing import Any, Final

from litestar import Request, Response, get
from litestar.exceptions import HTTPException, NotFoundException, PermissionDeniedException
from litestar.params import FromPath
from litestar.types import ExceptionHandlersMap

from desk import log
from desk.context import Context
from desk.staff import frame, session
from desk.store.sealing import SealError

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
    """Say that the key of what was asked for is gone, and who has to do what."""
    log.fault("sealed", error, status=SEALED)
    desk: Context = request.app.state.desk
    return frame.page(desk, request.state.session, "sealed.html", {"key_id": error.key_id}, status=SEALED)


HANDLERS: Final[ExceptionHandlersMap] = {
    SealError: sealed,
    PermissionDeniedException: told,
    NotFoundException: told,
}
"""The exceptions that are answered inside the staff frame."""
