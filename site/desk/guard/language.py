"""Which of the two languages a visitor is answered in, before anything else is known about the request."""

import re
from functools import lru_cache
from typing import Final

from desk.rules.languages import LANGUAGES

DEFAULT: Final = "ja"
WEIGHT: Final = re.compile(r"[01](\.[0-9]{0,3})?")
LONGEST: Final = 256  # bytes of Accept-Language that are looked at


def of_request(raw_path: bytes, accept_language: bytes) -> str:
    """The language of the address where it names one, else the visitor's own preference."""
    if raw_path[:4] in (b"/ja/", b"/ja"):
        return "ja"
    if raw_path[:4] in (b"/en/", b"/en"):
        return "en"
    return preferred(accept_language[:LONGEST].decode("latin-1"))


@lru_cache(maxsize=256)
def preferred(accept_language: str) -> str:
    """Whichever of our languages an Accept-Language field (RFC 9110, 12.5.4) likes better; else Japanese."""
    best, weight = DEFAULT, 0.0
    for part in accept_language.lower().split(",")[:20]:
        tag, _, rest = part.partition(";")
        language, likes = tag.strip().partition("-")[0], _weight(rest)
        if language in LANGUAGES and likes > weight:
            best, weight = language, likes
    return best


def _weight(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    return float(value) if WEIGHT.fullmatch(value.strip()) else 0.0
