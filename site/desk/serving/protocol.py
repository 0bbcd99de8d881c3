"""One connection: uvicorn's HTTP/1.1 protocol with deadlines, limits and parting words of our own."""

import asyncio
import socket
import struct
from enum import Enum
from functools import partial
from math import inf
from typing import Any

import httptools
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol, RequestResponseCycle

from desk.guard.passage import READY
from desk.serving import limits
from desk.serving.parting import Parting
from desk.serving.target import as_path


class Part(Enum):
    """What the client is in the middle of sending."""

    NOTHING = 0
    HEAD = 1
    BODY = 2


class DeskProtocol(HttpToolsProtocol):
    """Reads requests, and ends whatever takes too long, too much, or no shape."""

    def __init__(self, *arguments: Any, deadlines: limits.Deadlines, most: int, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.deadlines = deadlines
        self.most = most  # connections
        self.part = Part.NOTHING
        self.heard = 0  # bytes of the part
        self.pieces = self.taken = 0  # of the body: pieces, and bytes
        self.due = self.writing_due = inf
        self.deaf = False  # nothing that comes is read any more
        self.left = False  # our last word is said
        self.watch: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Somebody is there: the first deadline runs."""
        super().connection_made(transport)
        self.raw = transport
        self.transport = Parting(transport, self)  # type: ignore[assignment]
        self._give(self.deadlines.idle)
        self._look()
        if len(self.connections) > self.most:
            self.raw.write(self._refusal(503))
            self._close()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nobody is there any more: what waited for an answer need not wait."""
        if self.watch:
            self.watch.cancel()
        self.left = self.deaf = True
        for cycle, _ in self.pipeline:
            cycle.disconnected = True
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Read a piece; refuse what has no shape or too much of it."""
        if self.deaf:
            return
        self.heard += len(data)
        try:
            self.parser.feed_data(data)
        except httptools.HttpParserUpgrade:  # we stay with HTTP/1.1; what follows the request is not read
            self.deaf = True
            self.cycle.keep_alive = False
        except httptools.HttpParserError as error:
            too_much = isinstance(error.__context__, limits.TooMuch)
            self._refuse(400 if not too_much else 431 if self.part is Part.HEAD else 413)
        else:
            if self.part is Part.HEAD and self.heard > limits.LARGEST_HEAD:
                self._refuse(431)
            elif self.part is Part.BODY and self.heard > limits.LARGEST_BODY:
                self._refuse(413)

    def eof_received(self) -> bool:  # type: ignore[override]
        """Answer whole requests of a client that has nothing more to say; half a request is none."""
        if self.part is not Part.NOTHING and not self.deaf:
            self._refuse(400)
        self.deaf = True
        if self.left or self.cycle is None or self.cycle.response_complete:
            return False
        self.cycle.keep_alive = False
        return True

    def on_message_begin(self) -> None:
        """Notice the first byte of a request."""
        super().on_message_begin()
        self._now_at(Part.HEAD, self.deadlines.head)

    def on_header(self, name: bytes, value: bytes) -> None:
        """Take a header."""
        if len(self.headers) >= limits.MOST_HEADERS:
            raise limits.TooMuch
        if self.part is Part.HEAD:  # behind the body there may be more headers; nobody of ours needs them
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """Start the answer; the body has its own deadline."""
        if len(self.pipeline) >= limits.MOST_PIPELINED:
            raise limits.TooMuch
        self._set_target()
        super().on_headers_complete()
        self.scope["extensions"] = {READY: partial(self._ready, self.cycle)}  # type: ignore[dict-item]
        self._now_at(Part.BODY, self.deadlines.body)

    def on_body(self, body: bytes) -> None:
        """Take a piece of the body; a body in countless pieces costs more than it can hold."""
        self.pieces += 1
        self.taken += len(body)
        self.last_taken = self.loop.time()
        if self.pieces > limits.MOST_PIECES:
            raise limits.TooMuch
        super().on_body(body)

    def on_message_complete(self) -> None:
        """Wait for the answer, or for the next request."""
        super().on_message_complete()
        self._now_at(Part.NOTHING, self.deadlines.idle if self.cycle.response_complete else inf)

    def on_response_complete(self) -> None:
        """Go on with the request that came meanwhile, or wait for one."""
        self.server_state.total_requests += 1
        if self.left:
            return
        self.flow.resume_reading()
        if self.pipeline:
            cycle, app = self.pipeline.pop()
            self._start_asgi_task(cycle, app)
        elif self.part is Part.NOTHING:
            self._give(self.deadlines.idle)

    def pause_writing(self) -> None:
        """Notice that the client does not take what we send."""
        super().pause_writing()
        self.writing_due = self.loop.time() + self.deadlines.reading

    def resume_writing(self) -> None:
        """Notice that it does again."""
        super().resume_writing()
        self.writing_due = inf

    def shutdown(self) -> None:
        """Finish what is being answered, then close; uvicorn calls this when the process is to end."""
        if self.left or self.cycle is None or self.cycle.response_complete:
            self._close()
        else:
            self.cycle.keep_alive = False

    def part_company(self) -> None:
        """Our last word is said: close, but hear the client out for a moment where it is still speaking.

        Closing at once would make the system throw away the answer together with what came in unread.
        """
        if self.left:
            return
        self.left = self.deaf = True
        if self.part is Part.NOTHING or not self.raw.can_write_eof():
            self._close()
            return
        self.raw.write_eof()
        self.flow.resume_reading()
        self._give(self.deadlines.parting)

    def _now_at(self, part: Part, seconds: float) -> None:
        self.part, self.began = part, self.loop.time()
        self.last_taken = self.began
        self.heard = self.pieces = self.taken = 0
        self._give(seconds)

    def _give(self, seconds: float) -> None:
        self.due = self.loop.time() + seconds

    def _set_target(self) -> None:
        """Bring the forms of a target that HTTP has besides a path into that form; the guard judges the outcome."""
        self.url, authority = as_path(self.url)
        if authority is not None:
            self.headers[:] = [(name, authority if name == b"host" else value) for name, value in self.headers]

    def _ready(self, cycle: RequestResponseCycle, status: int, block: bytes, body: bytes) -> bool:
        """Answer in one write; False when the ordinary way has to be taken, because the client is not reading."""
        if self.flow.write_paused or cycle.response_started:
            return False
        if cycle is self.cycle and self.part is Part.BODY:
            cycle.keep_alive = False  # the rest of the body is not waited for
        if not self.left:
            end = b"\r\n" if cycle.keep_alive else b"connection: close\r\n\r\n"
            sent = b"" if cycle.scope["method"] == "HEAD" else body
            self.raw.write(b"".join((STATUS_LINE[status], self._date(), block, end, sent)))
        cycle.response_started = cycle.response_complete = True
        cycle.message_event.set()
        if not cycle.keep_alive:
            self.transport.close()
        cycle.on_response()
        return True

    def _refuse(self, status: int) -> None:
        """Say that this cannot be read, where no answer is under way, and part."""
        self.deaf = True
        cycle, answered = self.cycle, self.part is Part.BODY and self.cycle.response_started
        if cycle is not None and not cycle.response_complete:
            if not cycle.more_body:  # what came whole before this is answered first
                cycle.keep_alive = False
                return
            cycle.disconnected = True
            cycle.message_event.set()
        if not answered and not self.pipeline:
            self.raw.write(self._refusal(status))
        self.part = Part.BODY  # whatever the client is sending, it is in the middle of it
        self.part_company()

    def _refusal(self, status: int) -> bytes:
        raw = getattr(self.app, "raw_refusal", None)
        path = as_path(self.url or b"")[0].partition(b"?")[0]  # as far as it was read; of some requests nothing was
        return STATUS_LINE[status] + self._date() + (raw(status, path) if raw else b"connection: close\r\n\r\n")

    def _date(self) -> bytes:
        return b"".join(b"%s: %s\r\n" % header for header in self.server_state.default_headers)

    def _close(self) -> None:
        self.left = self.deaf = True
        if not self.raw.is_closing():
            self.raw.close()
        self._give(self.deadlines.reading)

    def _drop(self) -> None:
        """Let go at once, and let the system forget what it still has for this client."""
        at_once = struct.pack("ii", 1, 0)
        self.raw.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, at_once)
        self.raw.abort()

    def _look(self) -> None:
        """Close what took too long, with a word to who was sending; what was closed and is still there is dropped."""
        now = self.loop.time()
        if now >= self.writing_due or (now >= self.due and self.left):
            self._drop()
            return
        if now >= self.due and not self.flow.read_paused:  # while we keep it waiting, it is not the client who is slow
            if self.part is not Part.BODY:
                self._close()
            elif not self.deadlines.steady(now - self.began, now - self.last_taken, self.taken):
                self._refuse(408)
        self.watch = self.loop.call_later(self.deadlines.glance, self._look)
