"""The answers of the guard itself: a page for each status and language, finished before anybody needs it.

Only where another policy has come into force meanwhile is a page made anew, within the first refusal.
"""

import re
from collections.abc import Callable, Sequence
from itertools import product, starmap
from typing import Final, NamedTuple

from litestar.types import Send

from desk.guard import language
from desk.headers import CLOSE, HTML, NO_STORE, NOT_INDEXED, SECURITY, Header, block
from desk.rules.languages import LANGUAGES

STATUSES: Final = (400, 403, 404, 405, 408, 413, 414, 415, 421, 422, 429, 431, 500, 503)
EXTRA: Final[dict[int, tuple[Header, ...]]] = {
    405: ((b"allow", b"GET, HEAD, POST"),),
    503: ((b"retry-after", b"30"),),
}
FORM: Final = re.compile(rb"/(ja|en)/inquiries(/.*)?", re.DOTALL)


class Refusal(NamedTuple):
    """Which page is the answer; `form`: an inquiry was sent, and what holds for its text holds for no other."""

    language: str
    status: int
    form: bool = False


ErrorPage = Callable[[Refusal], bytes]
EVERY: Final = tuple(starmap(Refusal, product(LANGUAGES, STATUSES, (False, True))))


def met(status: int, path: bytes, accept_language: bytes = b"") -> Refusal:
    """The refusal of a request to this address."""
    return Refusal(language.of_request(path, accept_language), status, FORM.fullmatch(path) is not None)


class Refusals:
    """The pages of every refusal with their headers."""

    def __init__(self, error_page: ErrorPage) -> None:
        self.page = error_page

    async def answer(self, send: Send, refusal: Refusal, *more: Header) -> None:
        """Send the page of a refusal; `more` headers stand in place of the usual ones of the same name."""
        body, status = self.page(refusal), refusal.status
        await send({"type": "http.response.start", "status": status, "headers": _headers(status, body, more)})
        await send({"type": "http.response.body", "body": body, "more_body": False})

    def raw(self, refusal: Refusal) -> bytes:
        """Headers and page for a request that could not be read, from the line after the status line on."""
        body = self.page(refusal)
        return block(_headers(refusal.status, body, (CLOSE,))) + b"\r\n" + body


def _headers(status: int, body: bytes, more: Sequence[Header]) -> list[Header]:
    said = {name for name, _ in more}
    usual = (NO_STORE, NOT_INDEXED, HTML, (b"content-length", str(len(body)).encode()), *EXTRA.get(status, ()))
    return [*SECURITY, *(header for header in usual if header[0] not in said), *more]


def redirect(to: bytes) -> list[Header]:
    """The headers of a redirect within the site."""
    return [*SECURITY, NO_STORE, (b"location", to), (b"content-length", b"0")]
