"""The head of a request: what it says, and whether that may pass."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote, urlsplit

from litestar.types import HTTPScope

from desk import forms
from desk.prepared import Prepared

LARGEST_HEAD: Final = 32 * 1024  # bytes of names, values and separators
LONGEST_TARGET: Final = 2048  # bytes of the path, and of the query where its page does not say how many it answers
PLAIN_PATH: Final = re.compile(rb"(?:/[A-Za-z0-9._~-]+)*/?")
HOST: Final = re.compile(rb"[A-Za-z0-9._-]+(?::[0-9]{1,5})?|\[[0-9A-Fa-f:.]+\](?::[0-9]{1,5})?")
WANTED: Final = frozenset(
    b"""host content-length transfer-encoding content-type content-encoding sec-fetch-site origin
    if-none-match accept-encoding accept-language x-forwarded-for""".split()
)
LISTS: Final = frozenset((b"if-none-match", b"accept-encoding", b"accept-language", b"x-forwarded-for"))

LOOPBACK: Final = {"localhost": "localhost", "127.0.0.1": "127.0.0.1", "::1": "[::1]"}
"""What this machine is called by itself, and how Host writes it."""

Found = Mapping[bytes, bytes]


@dataclass(frozen=True, slots=True)
class Address:
    """The one public address: what Host and Origin may say."""

    origin: str
    hosts: frozenset[bytes]

    @classmethod
    def of(cls, origin: str) -> "Address":
        """Read `https://host[:port]`; the port that goes without saying may be said."""
        parts = urlsplit(origin)
        usual = {"http": 80, "https": 443}[parts.scheme]
        bare = parts.netloc.removesuffix(f":{usual}").lower()
        port_said = bare if (parts.port or usual) != usual else f"{bare}:{usual}"
        return cls(f"{parts.scheme}://{bare}", frozenset((bare.encode(), port_said.encode())))


def names_here(origin: str) -> frozenset[bytes]:
    """Every Host that leads to an address on this machine itself; of any other address, none."""
    parts = urlsplit(origin)
    if parts.scheme != "http" or parts.hostname not in LOOPBACK:
        return frozenset()
    port = parts.port or 80
    return frozenset().union(*(Address.of(f"http://{name}:{port}").hosts for name in LOOPBACK.values()))


def read(scope: HTTPScope) -> tuple[Found, int]:
    """The headers the guard looks at, and the status to refuse with: 431 too large, 400 one said twice, else 0."""
    found: dict[bytes, bytes] = {}
    size = doubled = 0
    for name, value in scope["headers"]:
        size += len(name) + len(value) + 4
        if name in WANTED:
            if name not in found:
                found[name] = value
            elif name in LISTS:
                found[name] += b", " + value
            else:
                doubled = 400
    return found, 431 if size > LARGEST_HEAD else doubled


def refusal(scope: HTTPScope, found: Found, address: Address) -> int:
    """The status the request is refused with before anything is looked up, or 0."""
    if not HOST.fullmatch(found.get(b"host", b"")) or scope["http_version"] not in ("1.1", "1.0"):
        return 400
    if found[b"host"].lower() not in address.hosts:
        return 421  # RFC 9110, 15.5.20: its page names the address that is ours, and never the one that was asked for
    encoding = found.get(b"transfer-encoding")
    if encoding is not None and (
        encoding.lower() != b"chunked" or b"content-length" in found or scope["http_version"] == "1.0"
    ):
        return 400
    return 0


def misplaced(scope: HTTPScope, page: Prepared | None = None) -> int:
    """The status for an address that cannot be one of ours, or 0. Ours need no escape and no empty segment.

    `page` is what is prepared there: it may answer longer queries than others.
    """
    path, longest = scope["raw_path"], (page.queries if page else 0) or LONGEST_TARGET
    if len(path) > LONGEST_TARGET or len(scope["query_string"]) > longest:
        return 414
    if not PLAIN_PATH.fullmatch(path) or b"/../" in path + b"/" or b"/./" in path + b"/":
        return 404
    return 404 if path.endswith(b"/") and path.count(b"/") > 2 else 0  # noqa: PLR2004 - /ja/ is a page, /ja/policy/ is none


def bad_post(found: Found, address: Address) -> int:
    """The status a POST is refused with before its body is read, or 0."""
    if foreign(found, address):
        return 403
    if found.get(b"content-encoding", b"identity").lower() != b"identity":
        return 415
    if not forms.urlencoded(found.get(b"content-type", b"")):
        return 415
    length = found.get(b"content-length", b"0").strip()
    if not length.isdigit():
        return 400
    return 413 if len(length) > 9 or int(length) > forms.LARGEST else 0  # noqa: PLR2004 - no need to read such a number


def foreign(found: Found, address: Address) -> bool:
    """Whether a POST comes from another site's page. Without either header it comes from no browser's page at all.

    Our answers say no-referrer, for which alone a form would be posted with "Origin: null"; the pages ask for
    same-origin instead. From a browser that says Sec-Fetch-Site, null is taken all the same.
    """
    site, origin = found.get(b"sec-fetch-site"), found.get(b"origin")
    ours = (None, address.origin.encode()) if site is None else (None, address.origin.encode(), b"null")
    return site not in (None, b"same-origin", b"none") or origin not in ours


def readable_query(query: bytes) -> bytes:
    """The query as it came, or nothing when it holds what no text can: a damaged query is as good as none."""
    try:
        return b"" if "\0" in unquote(query.decode("ascii"), errors="strict") else query
    except UnicodeDecodeError:
        return b""
