"""What goes through the guard to a handler and back: no more of a body than a form may have, no header too few."""

import asyncio
from collections.abc import Callable
from typing import Any, Final

from litestar.types import HTTPScope, Message, Receive, Send

from desk import forms
from desk.headers import SECURITY, SECURITY_BLOCK, Header, block, of_answer

READY: Final = "inquiry-desk.ready"
"""The ASGI extension of our own server: takes status, headers as bytes, and body, and is done; or says False."""

Ready = Callable[[int, bytes, bytes], bool]


def server_extension(scope: HTTPScope) -> Ready | None:
    """The short way out, where the server has one."""
    found: Any = (scope.get("extensions") or {}).get(READY)
    return found  # type: ignore[no-any-return]


class Incoming:
    """The body on its way in."""

    __slots__ = ("limit", "patience", "receive", "size")

    def __init__(self, receive: Receive, limit: asyncio.Timeout, patience: float) -> None:
        self.receive = receive
        self.limit, self.patience = limit, patience
        self.size = 0

    async def __call__(self) -> Any:
        """The next piece. Raises FormError(413) once too much has come."""
        message = await self.receive()
        if message["type"] == "http.request":
            self.size += len(message["body"])
            if self.size > forms.LARGEST:
                raise forms.FormError(status_code=413)
            if message.get("more_body") and not self.limit.expired():  # how long a body may take is the server's matter
                self.limit.reschedule(asyncio.get_running_loop().time() + self.patience)
        return message


class Outgoing:
    """The answer on its way out. Its head waits for its body: a fault between them can still become a page."""

    __slots__ = ("headers", "ready", "send", "started", "status")

    def __init__(self, send: Send, ready: Ready | None) -> None:
        self.send = send
        self.ready = ready
        self.started = False
        self.status = 0
        self.headers: list[Header] = []

    async def __call__(self, message: Message) -> None:
        """Pass a message of the answer on."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = of_answer(self.status, message["headers"])
        elif message["type"] == "http.response.body" and not self.started:
            self.started = True
            await self._begin(message.get("body", b""), more=message.get("more_body", False))
        else:
            await self.send(message)

    async def _begin(self, body: bytes, *, more: bool) -> None:
        if self.ready and not more and self.ready(self.status, SECURITY_BLOCK + block(self.headers), body):
            return
        await self.send({"type": "http.response.start", "status": self.status, "headers": [*SECURITY, *self.headers]})
        await self.send({"type": "http.response.body", "body": body, "more_body": more})
