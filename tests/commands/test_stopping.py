"""A desk that is told to stop while a mail server takes its time: the letter under way is the last, and leaves once."""

import asyncio
import os
import signal
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from ports import free_port

from desk.commands import main
from desk.store import outbox
from desk.store.engine import Store

from .test_running import ended, running, until

TAKES = 5.0  # seconds, more than a process waits for anything else when it is told to stop


class SlowServer:
    """A mail server that says long after it was told a letter that it has taken it."""

    def __init__(self) -> None:
        self.told: list[str] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        self.told.append(message_from_bytes(envelope.content)["Message-ID"])
        await asyncio.sleep(TAKES)
        return "250 OK"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowServer]:
    slow = SlowServer()
    controller = Controller(slow, hostname="127.0.0.1", port=free_port())
    controller.start()
    monkeypatch.setenv("DESK_SMTP_HOST", "127.0.0.1")
    monkeypatch.setenv("DESK_SMTP_PORT", str(controller.port))
    yield slow
    controller.stop()


@pytest.fixture(autouse=True)
def _two_letters(send: Callable[..., str]) -> None:
    send("ドメインの更新方法を教えてください。")
    send("領収書の発行方法を教えてください。")


@pytest.fixture
def _told_to_stop(server: SlowServer) -> Iterator[None]:
    """This very process is told to stop once a letter is under way: a start that fails hears it too, and lives on."""
    before = {number: signal.signal(number, lambda *_: None) for number in (signal.SIGTERM, signal.SIGINT)}
    over = threading.Event()

    def stop() -> None:
        while not server.told and not over.wait(0.05):
            pass
        os.kill(os.getpid(), signal.SIGTERM)

    stopping = threading.Thread(target=stop)
    stopping.start()
    yield
    over.set()
    stopping.join()
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("_told_to_stop")
@pytest.mark.parametrize("command", ["work", "up"])
def test_the_letter_under_way_leaves_once_and_none_is_begun_after_it(
    command: str, store: Store, server: SlowServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESK_PORT", str(free_port()))
    assert main([command]) == 0
    one_left_once(store, server)


@pytest.mark.slow("test_the_letter_under_way_leaves_once_and_none_is_begun_after_it")
@pytest.mark.parametrize(("command", "workers"), [("work", "1"), ("up", "1"), ("up", "2")])
def test_in_processes_of_its_own_as_well(
    command: str, workers: str, tmp_path: Path, store: Store, server: SlowServer
) -> None:
    log = tmp_path / "log"
    with running(command, log=log, DESK_PORT=str(free_port()), DESK_WORKERS=workers) as process:
        until(lambda: bool(server.told), log)
        assert ended(process, signal.SIGTERM) == 0
    one_left_once(store, server)


def one_left_once(store: Store, server: SlowServer) -> None:
    assert len(server.told) == 1
    later = datetime.now(UTC) + 2 * outbox.LEASE
    assert not {mail.message_id for mail in outbox.claim_due(store, later, 10)} & set(server.told)
