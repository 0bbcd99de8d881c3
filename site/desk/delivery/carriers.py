"""How a letter travels: to a mail server, or as a file into the data folder where no server is named."""

import re
import smtplib
import socket
import ssl
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from email.message import EmailMessage
from functools import partial
from pathlib import Path
from typing import Any

from desk.delivery.deadline import Deadline
from desk.files import make_folder, sync_folder, write_whole
from desk.settings import Settings

PATIENCE = 10.0  # seconds without a byte from the mail server
TALK = 120.0  # seconds for the whole talk about one letter
STOPPING = 18.0  # seconds for what is left of it once the process is told to stop

Carrier = Callable[[EmailMessage], None]
"""Takes one letter away or raises Undelivered; taking the same letter twice is harmless (same Message-ID)."""


class Undelivered(Exception):  # noqa: N818 - it says what happened to the letter
    """The letter was not taken; the message is the reason without anything the visitor typed."""


def carrier(settings: Settings, stop: threading.Event) -> Carrier:
    """The carrier that the settings name; from when `stop` is set, it is done with the letter at hand in STOPPING."""
    if settings.smtp_host:
        return partial(by_smtp, settings, stop=stop)
    return partial(into_folder, letters_folder(settings))


def letters_folder(settings: Settings) -> Path:
    """Where letters become files; there may be some from before a mail server was named."""
    return settings.data / "mail"


def into_folder(folder: Path, letter: EmailMessage) -> None:
    """Write the letter as an .eml file that its owner alone can read; it appears whole or not at all."""
    try:
        make_folder(folder)
        write_whole(folder / f"{_name(str(letter['Message-ID']))}.eml", letter.as_bytes())
    except OSError as error:
        raise Undelivered(f"{type(error).__name__}: {error.strerror}") from error


def take_back(folder: Path, message_ids: Iterable[str]) -> dict[str, OSError]:
    """Delete the files of these letters, half-written ones too, for good; no file is fine.

    Gives the letters whose files could not be deleted, each with the reason: one of them keeps back no other.
    """
    left: dict[str, OSError] = {}
    ids = list(message_ids)
    try:
        if not folder.is_dir():
            return left
        for message_id in ids:
            try:
                for file in files(folder, message_id):
                    file.unlink(missing_ok=True)
            except OSError as error:
                left[message_id] = error
        sync_folder(folder)  # what is gone must not come back with the power
    except OSError as error:
        return dict.fromkeys(ids, error)
    return left


def files(folder: Path, message_id: str) -> list[Path]:
    """Every file that this letter may have become, the whole one first, there or not. Raises OSError."""
    name = _name(message_id)
    return [folder / f"{name}.eml", *folder.glob(f".{name}.*")]


def _name(message_id: str) -> str:
    return re.sub(r"[^a-zA-Z0-9.-]", "", message_id.partition("@")[0])


def by_smtp(settings: Settings, letter: EmailMessage, stop: threading.Event | None = None) -> None:
    """Hand the letter to the mail server. Raises Undelivered with the server's code or the kind of the failure."""
    try:
        with signed_in(settings, stop) as server:
            server.send_message(letter)
    except smtplib.SMTPRecipientsRefused as error:
        codes = ", ".join(str(code) for code, _ in error.recipients.values())
        raise Undelivered(f"recipient refused ({codes})") from error
    except smtplib.SMTPResponseException as error:
        raise Undelivered(f"{type(error).__name__} ({error.smtp_code})") from error
    except OSError as error:
        raise Undelivered(type(error).__name__) from error


@contextmanager
def signed_in(settings: Settings, stop: threading.Event | None = None) -> Iterator[smtplib.SMTP]:
    """The mail server, ready for letters for TALK seconds, or STOPPING from when `stop` is set.

    Raises OSError, of which smtplib's errors are a kind.
    """
    with Deadline(TALK, stop, STOPPING) as deadline:
        try:
            with _connection(settings, deadline) as server:
                if settings.smtp_security == "starttls":
                    server.starttls(context=ssl.create_default_context())
                if settings.smtp_user and settings.smtp_password:
                    server.login(settings.smtp_user, settings.smtp_password.get_secret_value())
                yield server
        except OSError as error:
            if deadline.over:
                raise TimeoutError("the mail server took too long") from error
            raise


def _connection(settings: Settings, deadline: Deadline) -> smtplib.SMTP:
    place = (settings.smtp_host, settings.smtp_port)
    if settings.smtp_security == "tls":
        return _WatchedTLS(*place, timeout=PATIENCE, context=ssl.create_default_context(), deadline=deadline)
    return _Watched(*place, timeout=PATIENCE, deadline=deadline)


class _Watched(smtplib.SMTP):
    """A talk that ends at its deadline, from the greeting on; where that is encrypted, from the handshake on."""

    def __init__(self, *place: Any, deadline: Deadline, **named: Any) -> None:
        self._deadline = deadline
        super().__init__(*place, **named)

    def __exit__(self, *_: object) -> None:
        """Take leave. What the server answers to that, if anything, changes nothing about what it took before."""
        with suppress(OSError):  # smtplib's own errors are a kind of it
            self.quit()
        self.close()

    def _get_socket(self, *place: Any) -> socket.socket:
        connection: socket.socket = super()._get_socket(*place)  # type: ignore[misc]  # the hook that SMTP_SSL uses too
        self._deadline.watch(connection)
        return connection


class _WatchedTLS(smtplib.SMTP_SSL, _Watched):
    def __init__(self, *place: Any, deadline: Deadline, **named: Any) -> None:
        self._deadline = deadline
        super().__init__(*place, **named)
