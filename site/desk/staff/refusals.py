"""What staff are told, inside their own frame, when a page cannot be shown to them."""

from typing import Any

from litestar import Request, Response

from desk import log
from desk.context import Context
from desk.staff import frame
from desk.store.sealing import SealError

SEALED = 409  # the inquiry is there, and stands in the way of being shown


def sealed(request: Request[Any, Any, Any], error: SealError) -> Response[bytes]:
    """Say that the key of what was asked for is gone, and who has to do what."""
    log.fault("sealed", error, status=SEALED)
    desk: Context = request.app.state.desk
    return frame.page(desk, request.state.session, "sealed.html", {"key_id": error.key_id}, status=SEALED)
