"""The time that a whole talk with a server may take, however steadily the server sends a byte now and then."""

import socket
import threading
import time
from contextlib import suppress
from typing import Self

LOOK = 0.25  # seconds between two looks whether the process is told to stop


class Deadline:
    """Within `with`, cuts the connection that it watches off after so many seconds; then `over` is true.

    From when `stop` is set, if one is given, `stopping` seconds are left at most. What waits for the server at the
    moment of the cut raises an OSError, as it does when the server hangs up.
    """

    def __init__(self, seconds: float, stop: threading.Event | None = None, stopping: float = 0.0) -> None:
        self.over = False
        self._seconds, self._stop, self._stopping = seconds, stop, stopping
        self._watched: socket.socket | None = None
        self._changing = threading.Lock()
        self._left = threading.Event()
        self._timer = threading.Thread(target=self._count, name="deadline", daemon=True)

    def watch(self, connection: socket.socket) -> None:
        """Take this connection, before anything is said or encrypted: it is cut off by a second hold on it."""
        with self._changing:
            self._watched = connection.dup()
        if self.over:
            self._cut()

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._left.set()
        with self._changing:
            if self._watched:
                self._watched.close()
            self._watched = None

    def _count(self) -> None:
        stop, latest = self._stop, time.monotonic() + self._seconds
        while (remaining := latest - time.monotonic()) > 0:
            if self._left.wait(min(remaining, LOOK) if stop else remaining):
                return
            if stop and stop.is_set():
                stop, latest = None, min(latest, time.monotonic() + self._stopping)
        self.over = True
        self._cut()

    def _cut(self) -> None:
        with self._changing, suppress(OSError):
            if self._watched:
                self._watched.shutdown(socket.SHUT_RDWR)
