"""Serving until told to stop: one process, or several that share one socket."""

import errno
import socket
import time
from collections.abc import Callable
from typing import Final

from litestar.types import ASGIApp

from desk.serving.limits import Deadlines
from desk.serving.server import BACKLOG, run
from desk.serving.workers import supervise
from desk.settings import Settings, SettingsError

TRYING: Final = 3.0  # seconds to wait for a socket that a process before us is about to let go


def serve(
    settings: Settings,
    app: ASGIApp | str,
    *,
    deadlines: Deadlines | None = None,
    ready: Callable[[], None] | None = None,
    ending: Callable[[], None] | None = None,
) -> int:
    """Answer on settings.host and port until SIGTERM or SIGINT; the exit code.

    `app` is the application itself, or "module:factory", which each process calls for its own; more than one worker
    needs the latter. `ready` is called when requests are answered, `ending` as soon as the end is asked for: what is
    being answered is waited for after that. Raises SettingsError when the port is taken.
    """
    listening = listen(settings.host, settings.port)
    timing = deadlines or Deadlines()
    if settings.workers == 1:
        run(app, listening, timing, ready, ending=ending)
        return 0
    if not isinstance(app, str):
        raise TypeError("more than one worker needs the application as module:factory")
    return supervise(app, listening, timing, settings, ready=ready, ending=ending)


def listen(host: str, port: int) -> socket.socket:
    """A socket that is bound to the address. Raises SettingsError."""
    latest = time.monotonic() + TRYING
    while True:
        try:
            family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
            return socket.create_server((str(address[0]), port), family=family, backlog=BACKLOG)
        except OSError as error:
            if error.errno != errno.EADDRINUSE or time.monotonic() > latest:
                raise SettingsError(
                    f"DESK_HOST, DESK_PORT: {host} port {port} cannot be listened on ({error.strerror}). "
                    "Stop what uses it, or set another address or port"
                ) from error
        time.sleep(0.1)
