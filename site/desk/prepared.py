"""Pages and files that are the same for everybody: made once, answered as bytes before any routing."""

import gzip
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from desk.headers import SECURITY, Header, block

MEDIA_TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".txt": "text/plain; charset=utf-8",
}
A_YEAR: Final = 31_536_000  # seconds
GZIP: Final = (b"gzip", b"x-gzip", b"*")


@dataclass(frozen=True, slots=True)
class Answer:
    """One finished answer: its headers, and the same as the bytes of a response head without status line and date."""

    etag: bytes
    headers: Sequence[Header]
    block: bytes
    body: bytes
    unchanged: Sequence[Header]
    unchanged_block: bytes


@dataclass(frozen=True, slots=True)
class Prepared:
    """A page in the forms it may be asked for: full or unchanged, plain or compressed."""

    plain: Answer
    packed: Answer
    posts: bool
    queries: int


class PreparedPages:
    """What is answered before Litestar, by the raw path of the request."""

    def __init__(self, static: Path | None = None) -> None:
        self.pages: dict[bytes, Prepared] = {}
        self._static: dict[str, str] = {}
        if static:
            self._put_static(static)

    def put(
        self,
        path: str,
        body: bytes,
        media_type: str = "text/html; charset=utf-8",
        *,
        max_age: int = 0,
        immutable: bool = False,
        compress: bool = True,
        posts: bool = False,
        queries: int = 0,
    ) -> None:
        """Prepare `body` for GET and HEAD of `path`; `max_age` in seconds. Putting again replaces it.

        `posts` says that Litestar takes POST at the same path, which else is answered 405; `queries` that it answers
        GET with a query there, of so many bytes at most, which else changes nothing.
        """
        caching = f"public, max-age={max_age}{', immutable' if immutable else ''}"
        plain = _answer(body, media_type, caching, packed=False)
        smaller = _packed(body) if compress else body
        packed = _answer(smaller, media_type, caching, packed=True) if len(smaller) < len(body) else plain
        self.pages[path.encode("ascii")] = Prepared(plain, packed, posts, queries)

    def static_url(self, name: str) -> str:
        """The address of a static file with the hash of its content: `desk.css` → `/static/desk.<hash>.css`.

        Raises KeyError for a file that is not there.
        """
        return self._static[name]

    def _put_static(self, folder: Path) -> None:
        for path in sorted(path for path in folder.rglob("*") if path.suffix in MEDIA_TYPES):
            body, name = path.read_bytes(), path.relative_to(folder)
            address = f"/static/{name.with_suffix('').as_posix()}.{_digest(body)}{name.suffix}"
            self._static[name.as_posix()] = address
            self.put(address, body, MEDIA_TYPES[path.suffix], max_age=A_YEAR, immutable=True)


def choose(page: Prepared, accept_encoding: bytes | None) -> Answer:
    """The compressed form for whoever takes it."""
    return page.packed if accept_encoding is not None and takes_gzip(accept_encoding[:128]) else page.plain


@lru_cache(maxsize=256)
def takes_gzip(accept_encoding: bytes) -> bool:
    """Whether an Accept-Encoding field (RFC 9110, 12.5.3) takes gzip; what names it outweighs `*`."""
    weights: dict[bytes, bool] = {}
    for part in accept_encoding.lower().split(b","):
        name, _, parameter = part.strip().partition(b";")
        weights[name.strip()] = parameter.replace(b" ", b"").rstrip(b"0.") not in (b"q=", b"q")
    return next((weights[name] for name in GZIP if name in weights), False)


def is_unchanged(etag: bytes, if_none_match: bytes) -> bool:
    """Whether If-None-Match (RFC 9110, 13.1.2) names this version of the page, or any."""
    if if_none_match == etag:
        return True
    tags = [tag.strip().removeprefix(b"W/") for tag in if_none_match.split(b",")]
    return etag in tags or tags == [b"*"]


def _answer(body: bytes, media_type: str, caching: str, *, packed: bool) -> Answer:
    etag = f'"{_digest(body)}"'.encode()
    unchanged: tuple[Header, ...] = (
        *SECURITY,
        (b"etag", etag),
        (b"cache-control", caching.encode()),
        (b"vary", b"accept-encoding"),
    )
    encoding: tuple[Header, ...] = ((b"content-encoding", b"gzip"),) if packed else ()
    content = ((b"content-type", media_type.encode()), (b"content-length", str(len(body)).encode()))
    headers = (*unchanged, *encoding, *content)
    return Answer(etag, headers, block(headers), body, unchanged, block(unchanged))


def _packed(body: bytes) -> bytes:
    return gzip.compress(body, compresslevel=9, mtime=0)


def _digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()[:16]
