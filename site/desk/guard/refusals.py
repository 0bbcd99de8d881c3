"""The answers of the guard itself: one finished page for each status and language, ready before the first request."""

from collections.abc import Callable, Sequence
from typing import Final

from litestar.types import Send

from desk.headers import CLOSE, HTML, NO_STORE, NOT_INDEXED, SECURITY, Header, block
from desk.rules.languages import LANGUAGES

ErrorPage = Callable[[str, int], bytes]
STATUSES: Final = (400, 403, 404, 405, 408, 413, 414, 415, 421, 422, 429, 431, 500, 503)
EXTRA: Final[dict[int, tuple[Header, ...]]] = {
    405: ((b"allow", b"GET, HEAD, POST"),),
    503: ((b"retry-after", b"30"),),
}


class Refusals:
    """The pages of every refusal with their headers."""

    def __init__(self, error_page: ErrorPage) -> None:
        self.bodies = {
            (language, status): error_page(language, status) for language in LANGUAGES for status in STATUSES
        }

    async def answer(self, send: Send, language: str, status: int, *more: Header) -> None:
        """Send the page of a refusal; `more` headers stand in place of the usual ones of the same name."""
        body = self.bodies[language, status]
        await send({"type": "http.response.start", "status": status, "headers": _headers(status, body, more)})
        await send({"type": "http.response.body", "body": body, "more_body": False})

    def raw(self, language: str, status: int) -> bytes:
        """Headers and page for a request that could not be read, from the line after the status line on."""
        body = self.bodies[language, status]
        return block(_headers(status, body, (CLOSE,))) + b"\r\n" + body


def _headers(status: int, body: bytes, more: Sequence[Header]) -> list[Header]:
    said = {name for name, _ in more}
    usual = (NO_STORE, NOT_INDEXED, HTML, (b"content-length", str(len(body)).encode()), *EXTRA.get(status, ()))
    return [*SECURITY, *(header for header in usual if header[0] not in said), *more]


def redirect(to: bytes) -> list[Header]:
    """The headers of a redirect within the site."""
    return [*SECURITY, NO_STORE, (b"location", to), (b"content-length", b"0")]
