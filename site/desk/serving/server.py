"""One process that serves: uvicorn as we set it up."""

import gc
import os
import resource
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib.util import find_spec
from typing import Final

from litestar.types import ASGIApp
from uvicorn import Config, Server

from desk.serving.limits import Deadlines
from desk.serving.protocol import DeskProtocol

FINISHING: Final = 18  # seconds for what is being answered when the process is told to stop
BACKLOG: Final = 2048  # connections the system keeps waiting for us
MOST_CONNECTIONS: Final = 10_000
OTHER_FILES: Final = 128  # open files that are no connections


def run(
    app: ASGIApp | str,
    listening: socket.socket,
    deadlines: Deadlines,
    ready: Callable[[], None] | None,
    *,
    parent: int | None = None,
    ending: Callable[[], None] | None = None,
) -> None:
    """Serve in this process until told to stop, or until `parent` is no longer its parent."""
    config = Config(
        app if isinstance(app, str) else partial(_itself, app),
        factory=True,
        interface="asgi3",
        http=partial(DeskProtocol, deadlines=deadlines, most=_room()),  # type: ignore[arg-type]
        loop="uvloop" if find_spec("uvloop") else "asyncio",
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        backlog=BACKLOG,
        timeout_graceful_shutdown=FINISHING,
    )
    DeskServer(config, ready, parent, ending).run(sockets=[listening])


def _itself(app: ASGIApp) -> ASGIApp:
    return app


def _room() -> int:
    """How many connections fit: as many files as the system lets us open, within reason."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_CONNECTIONS + OTHER_FILES
    if soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(hard, wanted)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return min(MOST_CONNECTIONS, max(soft - OTHER_FILES, soft // 2))


class DeskServer(Server):
    """uvicorn's server, which ends with 0 when it was told to end, and ends with its parent."""

    def __init__(
        self,
        config: Config,
        ready: Callable[[], None] | None,
        parent: int | None,
        ending: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(config)
        self.ready = ready
        self.parent = parent
        self.ending = ending

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start to answer, and say so."""
        await super().startup(sockets)
        gc.enable()  # one of several workers began without it
        gc.collect()
        gc.freeze()  # what is there now stays; looking through it again and again would only make pauses
        if self.started and self.ready:
            self.ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Say that the end has come, and then wait for what is being answered."""
        if self.ending:
            self.ending()
        await super().shutdown(sockets)

    async def on_tick(self, counter: int) -> bool:
        """Look around ten times a second: is it time to end?"""
        if self.parent is not None and os.getppid() != self.parent:
            self.should_exit = True
        return await super().on_tick(counter)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """End when told to, with 0."""
        with super().capture_signals():
            try:
                yield
            finally:
                self._captured_signals.clear()  # uvicorn would raise them again and end with their numbers
