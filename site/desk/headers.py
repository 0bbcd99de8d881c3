"""The headers that every answer carries, whatever it is and whoever wrote it."""

import re
from collections.abc import Iterable
from typing import Final

Header = tuple[bytes, bytes]

CONTENT_SECURITY_POLICY: Final = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'"
)

# What browsers know and would otherwise allow; a name that a browser does not know only makes it complain.
NOT_NEEDED: Final = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "clipboard-read",
    "compute-pressure",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "identity-credentials-get",
    "idle-detection",
    "keyboard-map",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "otp-credentials",
    "payment",
    "picture-in-picture",
    "publickey-credentials-create",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "speaker-selection",
    "storage-access",
    "sync-xhr",
    "usb",
    "window-management",
    "xr-spatial-tracking",
)

SECURITY: Final[tuple[Header, ...]] = (
    (b"content-security-policy", CONTENT_SECURITY_POLICY.encode()),
    (b"strict-transport-security", b"max-age=63072000; includeSubDomains"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-embedder-policy", b"require-corp"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", ", ".join(f"{name}=()" for name in NOT_NEEDED).encode()),
)

NO_STORE: Final[Header] = (b"cache-control", b"no-store")
NOT_INDEXED: Final[Header] = (b"x-robots-tag", b"noindex, nofollow")
CLOSE: Final[Header] = (b"connection", b"close")
HTML: Final[Header] = (b"content-type", b"text/html; charset=utf-8")

ENDS: Final = re.compile(rb"[\0\r\n]")
OURS: Final = frozenset(name for name, _ in SECURITY) | {b"server"}
"""What nobody behind the guard may set, weaken or add."""


def of_answer(status: int, headers: Iterable[Header]) -> list[Header]:
    """The headers of an answer beside ours: none that are ours to set, and no-store unless it said otherwise.

    Raises ValueError for a header that would end before its value does.
    """
    kept = [(name.lower(), value) for name, value in headers if name.lower() not in OURS]
    if any(ENDS.search(value) for _, value in kept):
        raise ValueError("a header holds a line break")
    caching = next((value for name, value in kept if name == b"cache-control"), None)
    if caching is None:
        kept.append(NO_STORE)
    if (caching is None or b"no-store" in caching) and not 300 <= status < 400:  # noqa: PLR2004 - a redirect is no page
        kept.append(NOT_INDEXED)
    return kept


def block(headers: Iterable[Header]) -> bytes:
    """The headers as the bytes of a response head, without status line and closing line."""
    return b"".join(b"%s: %s\r\n" % header for header in headers)


SECURITY_BLOCK: Final = block(SECURITY)
