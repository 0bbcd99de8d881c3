"""The time that a whole talk with a server may take, however steadily the server sends a byte now and then."""

import socket
import threading
from contextlib import suppress
from typing import Self


class Deadline:
    """Within `with`, cuts the connection that it watches off after so many seconds; then `over` is true.

    What waits for the server at that moment raises an OSError, as it does when the server hangs up.
    """

    def __init__(self, seconds: float) -> None:
        self.over = False
        self._watched: socket.socket | None = None
        self._changing = threading.Lock()
        self._timer = threading.Timer(seconds, self._pass)
        self._timer.daemon = True

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
        self._timer.cancel()
        with self._changing:
            if self._watched:
                self._watched.close()
            self._watched = None

    def _pass(self) -> None:
        self.over = True
        self._cut()

    def _cut(self) -> None:
        with self._changing, suppress(OSError):
            if self._watched:
                self._watched.shutdown(socket.SHUT_RDWR)
