"""The guard itself: every request passes here first, every answer passes here last."""

import asyncio
from collections.abc import Sequence
from typing import Any, Final

from litestar.types import ASGIApp, HTTPScope, Receive, Scope, Send

from desk import log
from desk.guard import head, proxies
from desk.guard.passage import Incoming, Outgoing, server_extension
from desk.guard.refusals import ErrorPage, Refusals, met, redirect
from desk.headers import CLOSE, Header
from desk.prepared import Answer, Prepared, PreparedPages, choose, is_unchanged

PATIENCE: Final = 16.0  # seconds for the answer, from the last of a body on; any write takes less, a shutdown more
HANDLED: Final = {"GET": "GET", "HEAD": "GET", "POST": "POST"}
"""The methods of our pages, by how handlers see them."""

NOT_HANDLED: Final = "PUT"  # how handlers see every other one: none of them takes it
NOBODY: Final = ("0.0.0.0", 0)  # noqa: S104 - not listened on: a visitor who left before the address was read


class Guard:
    """An ASGI application around another one.

    `origin` is the public address, `https://host[:port]`. `error_page` gives the page of a refusal; it is
    asked once for each at the start. Behind `trusted_proxies`, scope["client"] is who X-Forwarded-For says.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        origin: str,
        prepared: PreparedPages,
        error_page: ErrorPage,
        trusted_proxies: Sequence[proxies.Network] = (),
        patience: float = PATIENCE,
    ) -> None:
        self.app = app
        self.address, self.names_here = head.Address.of(origin), head.names_here(origin)
        self.pages = prepared.pages
        self.refusals = Refusals(error_page)
        self.trusted_proxies = trusted_proxies
        self.patience = patience

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, answer from what is prepared, or pass on."""
        kind: str = scope["type"]
        if kind == "http":
            await self._answer(scope, receive, send)  # type: ignore[arg-type]
        elif kind == "lifespan":
            await self.app(scope, receive, send)

    async def _answer(self, scope: HTTPScope, receive: Receive, send: Send) -> None:
        found, status = head.read(scope)
        status = status or head.refusal(scope, found, self.address)
        page = None if status else self.pages.get(scope["raw_path"])
        if page is None or (page.posts and scope["method"] == "POST") or (page.queries and scope["query_string"]):
            await self._other(scope, receive, send, found, status)
        else:
            await self._prepared(scope, send, page, found)

    def raw_refusal(self, status: int, path: bytes) -> bytes:
        """What the server sends after the status line of a request that it could not read beyond this path."""
        return self.refusals.raw(met(status, path))

    async def _prepared(self, scope: HTTPScope, send: Send, page: Prepared, found: head.Found) -> None:
        if scope["method"] not in ("GET", "HEAD"):
            allowed = b"GET, HEAD, POST" if page.posts else b"GET, HEAD"
            await self._refuse(scope, send, found, 405, (b"allow", allowed))
            return
        answer = choose(page, found.get(b"accept-encoding"))
        tags = found.get(b"if-none-match")
        if tags is not None and is_unchanged(answer.etag, tags):
            await _send(scope, send, 304, answer)
        else:
            await _send(scope, send, 200, answer)

    async def _other(self, scope: HTTPScope, receive: Receive, send: Send, found: head.Found, status: int) -> None:
        if status == 421 and self._is_here(scope, found):  # noqa: PLR2004
            query = b"?" + scope["query_string"] if scope["query_string"] else b""
            await _redirect(send, 307, self.address.origin.encode() + scope["raw_path"] + query)
            return
        status = status or head.misplaced(scope, self.pages.get(scope["raw_path"]))
        if status == 404 and scope["method"] not in HANDLED:  # noqa: PLR2004
            status = 405
        if status == 404 and scope["method"] in ("GET", "HEAD") and self.pages.get(scope["raw_path"][:-1]):  # noqa: PLR2004
            await _redirect(send, 308, scope["raw_path"][:-1])
            return
        if not status and scope["method"] == "POST":
            status = head.bad_post(found, self.address)
        if status:
            await self._refuse(scope, send, found, status)
        else:
            await self._pass_on(scope, receive, send, found)

    def _is_here(self, scope: HTTPScope, found: head.Found) -> bool:
        """Whether a page of ours is asked for by another name of this machine, as when localhost is typed."""
        pages = scope["method"] in ("GET", "HEAD") and not head.misplaced(scope, self.pages.get(scope["raw_path"]))
        return pages and found[b"host"].lower() in self.names_here

    async def _refuse(self, scope: HTTPScope, send: Send, found: head.Found, status: int, *more: Header) -> None:
        """Answer with a page; a body that was announced is not waited for, so the connection ends with it."""
        refusal = met(status, scope["raw_path"], found.get(b"accept-language", b""))
        if CLOSE not in more and (b"content-length" in found or b"transfer-encoding" in found):
            more = (*more, CLOSE)
        await self.refusals.answer(send, refusal, *more)

    async def _pass_on(self, scope: HTTPScope, receive: Receive, send: Send, found: head.Found) -> None:
        """Let Litestar answer, in time, and answer in its place when it does not."""
        outgoing = Outgoing(send, server_extension(scope))
        try:
            async with asyncio.timeout(self.patience) as limit:
                await self.app(self._scope(scope, found), Incoming(receive, limit, self.patience), outgoing)
        except TimeoutError:
            await self._give_up(scope, outgoing, found, 503)
        except asyncio.CancelledError:  # the process ends before the answer did: say so instead of falling silent
            await self._give_up(scope, outgoing, found, 503)
        except Exception as error:  # noqa: BLE001 - this is the last place where a fault can become a page
            log.fault("unanswered", error)
            await self._give_up(scope, outgoing, found, 500)

    async def _give_up(self, scope: HTTPScope, outgoing: Outgoing, found: head.Found, status: int) -> None:
        if not outgoing.started:
            await self._refuse(scope, outgoing.send, found, status, CLOSE)

    def _scope(self, scope: HTTPScope, found: head.Found) -> HTTPScope:
        """The request as handlers see it: a method that pages have, the visitor's address, a query that can be read."""
        peer = scope["client"] or NOBODY
        if self.trusted_proxies:
            chain = found.get(b"x-forwarded-for", b"").decode("latin-1")
            peer = (proxies.client_address(peer[0], chain, self.trusted_proxies), peer[1])
        seen: Any = dict(scope)
        method = HANDLED.get(scope["method"], NOT_HANDLED)
        seen.update(client=peer, method=method, query_string=head.readable_query(scope["query_string"]))
        return seen  # type: ignore[no-any-return]


async def _redirect(send: Send, status: int, to: bytes) -> None:
    await send({"type": "http.response.start", "status": status, "headers": redirect(to)})
    await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _send(scope: HTTPScope, send: Send, status: int, answer: Answer) -> None:
    whole = status == 200  # noqa: PLR2004
    ready = server_extension(scope)
    if ready and ready(status, answer.block if whole else answer.unchanged_block, answer.body if whole else b""):
        return
    headers = answer.headers if whole else answer.unchanged
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": answer.body if whole else b"", "more_body": False})
