"""Letters through a real mail server on this machine, and through one that fails in every way it can."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path
from typing import Any, Literal

import pytest
from aiosmtpd.controller import Controller
from ports import free_port

from desk.delivery import carriers
from desk.delivery.carriers import Undelivered, by_smtp
from desk.delivery.letters import compose
from desk.settings import Settings


class Server:
    """A mail server that keeps letters, or answers with what it was told."""

    def __init__(self) -> None:
        self.received: list[bytes] = []
        self.answers: dict[str, str] = {}

    async def handle_RCPT(self, _s: Any, _session: Any, envelope: Any, address: str, _options: Any) -> str:  # noqa: N802
        if "RCPT" not in self.answers:
            envelope.rcpt_tos.append(address)
        return self.answers.get("RCPT", "250 OK")

    async def handle_QUIT(self, _server: Any, _session: Any, _envelope: Any) -> str:  # noqa: N802
        return self.answers.get("QUIT", "221 Bye")

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        if "DATA" not in self.answers:
            self.received.append(envelope.content)
        return self.answers.get("DATA", "250 OK")


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def settings(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    monkeypatch.chdir(tmp_path)
    controller = Controller(server, hostname="127.0.0.1", port=free_port())
    controller.start()
    yield Settings(smtp_host="127.0.0.1", smtp_port=controller.port)
    controller.stop()


def letter(**changes: Any) -> EmailMessage:
    values: dict[str, Any] = {
        "sender": Address("株式会社サンプル", addr_spec="no-reply@desk.example.jp"),
        "recipient": "hanako@example.jp",
        "reply_to": "",
        "message_id": "<1@desk.example.jp>",
        "at": datetime(2026, 11, 24, tzinfo=UTC),
    }
    return compose("Subject: 受け付けました\n\n本文です。\n", **{**values, **changes})


def test_a_letter_reaches_the_mail_server_whole(settings: Settings, server: Server) -> None:
    by_smtp(settings, letter())

    (received,) = server.received
    assert b"Message-ID: <1@desk.example.jp>" in received
    assert b"To: hanako@example.jp" in received


@pytest.mark.parametrize("leave", ["250 OK", "421 too busy", "500 what?", "nonsense"])
def test_a_letter_that_was_taken_stays_so_whatever_the_server_says_to_goodbye(
    settings: Settings, server: Server, leave: str
) -> None:
    server.answers["QUIT"] = leave
    by_smtp(settings, letter())
    assert len(server.received) == 1


@pytest.mark.parametrize(
    ("stage", "answer", "expected"),
    [
        ("RCPT", "550 no such user hanako@example.jp", "recipient refused (550)"),
        ("RCPT", "451 try again", "recipient refused (451)"),
        ("DATA", "554 looks like spam: 本文", "SMTPDataError (554)"),
    ],
)
def test_a_refusal_is_told_by_its_code_and_without_any_of_its_words(
    settings: Settings, server: Server, stage: str, answer: str, expected: str
) -> None:
    server.answers[stage] = answer

    with pytest.raises(Undelivered) as undelivered:
        by_smtp(settings, letter())

    assert str(undelivered.value) == expected


def test_a_server_that_is_not_there_is_told_as_such() -> None:
    with pytest.raises(Undelivered, match="ConnectionRefusedError"):
        by_smtp(Settings(smtp_host="127.0.0.1", smtp_port=free_port()), letter())


def test_a_server_that_hangs_up_is_told_as_such() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def hang_up() -> None:
            listening.accept()[0].close()

        hanging_up = threading.Thread(target=hang_up)
        hanging_up.start()

        with pytest.raises(Undelivered):
            by_smtp(Settings(smtp_host="127.0.0.1", smtp_port=listening.getsockname()[1]), letter())

        hanging_up.join()


def drip(listening: socket.socket, first: bytes) -> None:
    """Take one visitor in and send them a byte now and then, for five seconds at most, until they are gone."""
    with suppress(OSError), listening.accept()[0] as visitor:
        visitor.sendall(first)
        for _ in range(50):
            time.sleep(0.1)
            visitor.sendall(b"2")


@pytest.mark.parametrize(("security", "first"), [("none", b"2"), ("tls", b"\x16\x03\x03\x40\x00\x02")])
def test_a_server_that_drips_is_left_when_the_time_for_the_letter_is_over(
    monkeypatch: pytest.MonkeyPatch, security: Literal["none", "tls"], first: bytes
) -> None:
    monkeypatch.setattr(carriers, "TALK", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        dripping = threading.Thread(target=drip, args=(listening, first))
        dripping.start()
        port = listening.getsockname()[1]

        with pytest.raises(Undelivered, match="TimeoutError"):
            by_smtp(Settings(smtp_host="127.0.0.1", smtp_port=port, smtp_security=security), letter())

        dripping.join()


@pytest.mark.parametrize("address", [".a@docomo.ne.jp", "a.@ezweb.ne.jp", "a..b.@docomo.ne.jp"])
def test_an_address_with_the_dots_of_an_old_carrier_is_written_to_and_replied_to(
    settings: Settings, server: Server, address: str
) -> None:
    by_smtp(settings, letter(recipient=address, reply_to=address))

    (received,) = server.received
    quoted = '"{}"@{}'.format(*address.split("@")).encode()
    assert b"To: " + quoted in received
    assert b"Reply-To: " + quoted in received


@pytest.mark.parametrize(
    "address",
    ["a@example.jp, b@example.jp", "a@example.jp\r\nBcc: b@example.jp", "no address", "", 'a".."b@docomo.ne.jp'],
)
def test_what_is_not_one_address_becomes_no_recipient(address: str) -> None:
    with pytest.raises(ValueError, match="not a bare e-mail address"):
        letter(recipient=address)


def test_a_subject_of_many_lines_stays_one_header() -> None:
    composed = compose("Subject: 一\r\n\n本文", sender=Address("x", addr_spec="x@example.jp"), recipient="y@example.jp",
                       reply_to="", message_id="<2@x>", at=datetime(2026, 11, 24, tzinfo=UTC))  # fmt: skip

    assert composed["Subject"] == "一"
