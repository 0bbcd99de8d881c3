"""A worker that is told to stop while a mail server drips: it leaves in time, and knows what became of the letter."""

import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta
from typing import BinaryIO

import pytest

from desk.context import Context
from desk.delivery import carriers, worker
from desk.delivery.carriers import STOPPING, carrier
from desk.settings import Settings
from desk.store import engine, outbox

from .conftest import Clock

Send = Callable[..., str]


class Dripping:
    """A mail server that takes one letter, has the worker told to stop, and says a byte now and then from there on.

    Where it has `taken` the letter it says so first: then it drips instead of saying goodbye.
    """

    def __init__(self, listening: socket.socket, stop: threading.Event) -> None:
        self.port: int = listening.getsockname()[1]
        self.taken = False
        self.told: list[str] = []
        self.was_left = False
        self._stop = stop
        self._thread = threading.Thread(target=self._talk, args=(listening,), daemon=True)
        self._thread.start()

    def _talk(self, listening: socket.socket) -> None:
        with listening.accept()[0] as visitor, visitor.makefile("rb") as said:
            visitor.sendall(b"220 hello\r\n")
            while not next(said).upper().startswith(b"DATA"):
                visitor.sendall(b"250 OK\r\n")
            visitor.sendall(b"354 go on\r\n")
            self._read(said)
            visitor.sendall(b"250 taken\r\n" if self.taken else b"2")
            self._stop.set()
            with suppress(OSError):
                for _ in range(50):  # five seconds at most
                    time.sleep(0.1)
                    visitor.sendall(b"2")
                return
            self.was_left = True

    def _read(self, said: BinaryIO) -> None:
        letter = b"".join(iter(said.readline, b".\r\n"))
        self.told += re.findall(r"Message-ID: (\S+)", letter.decode())

    def over(self) -> None:
        """Wait until it has given up too."""
        self._thread.join()


@pytest.fixture
def stop() -> threading.Event:
    return threading.Event()


@pytest.fixture
def server(stop: threading.Event) -> Iterator[Dripping]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield Dripping(listening, stop)


@pytest.fixture
def worked(
    desk: Context, send: Send, server: Dripping, stop: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], None]:
    """Has a worker send a letter until it is told to stop."""

    def work() -> None:
        send("ドメインの更新方法を教えてください。")
        monkeypatch.setattr(carriers, "STOPPING", 0.3)
        by_mail = Settings(smtp_host="127.0.0.1", smtp_port=server.port)
        worker.run(desk, carrier(by_mail, stop), stop)
        server.over()

    return work


def waiting(desk: Context, clock: Clock) -> dict[str, str | None]:
    """What still waits to leave, and why it has not left yet."""
    clock.forward(timedelta(hours=1))
    return {item.message_id: item.why for item in outbox.claim_due(desk.store, desk.now(), 10)}


def test_a_letter_that_was_not_taken_yet_is_left_to_the_next_process(
    desk: Context, clock: Clock, server: Dripping, worked: Callable[[], None]
) -> None:
    worked()
    assert server.was_left
    (letter,) = server.told
    assert waiting(desk, clock)[letter] == "TimeoutError"


def test_a_letter_that_was_taken_has_left_however_the_server_says_goodbye(
    desk: Context, clock: Clock, server: Dripping, worked: Callable[[], None]
) -> None:
    server.taken = True
    worked()
    assert server.was_left
    (letter,) = server.told
    assert letter not in waiting(desk, clock)


def test_a_process_ends_in_time_and_after_what_became_of_its_letter_is_written() -> None:
    assert STOPPING + engine.PATIENCE < worker.ENDING < 25 - 1  # seconds of the promise; one for the other threads
