"""Asking an address whether it answers: over https only, a few seconds long, and never led to another host."""

import ssl
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, HTTPSHandler, OpenerDirector, Request, build_opener

from desk import __version__

PATIENCE = 10  # seconds that an address has to answer
HOPS = 5  # redirects on the same host that are followed
GET_INSTEAD = frozenset({400, 403, 404, 405, 501})  # answers of servers that know no HEAD


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answered, in a few words, and whether that is fine."""

    said: str
    fine: bool


class _Stay(HTTPRedirectHandler):
    """Takes every redirect as the answer, so that this module decides whether to follow it."""

    def redirect_request(self, *_: Any) -> None:
        """Nothing to ask next."""


def ask(url: str) -> Answer:
    """What the address answers; one that is not https is not asked, and a redirect to another host is not followed."""
    if urlsplit(url).scheme != "https":
        return Answer("not a web address", fine=True)
    try:
        return _followed(_opener(), url)
    except (URLError, HTTPException, OSError, ValueError) as error:
        reason = error.reason if isinstance(error, URLError) else error
        return Answer(f"no answer ({type(reason).__name__ if isinstance(reason, Exception) else reason})", fine=False)


def _followed(opener: OpenerDirector, url: str) -> Answer:
    for _ in range(HOPS):
        status, location = _status(opener, url)
        if not location:
            return Answer(str(status), fine=status < 400)  # noqa: PLR2004 - from here on HTTP means that something is amiss
        target = urljoin(url, location)
        if (urlsplit(target).scheme, urlsplit(target).netloc) != ("https", urlsplit(url).netloc):
            return Answer(f"{status}, leads to {target}", fine=False)
        url = target
    return Answer(f"redirects more than {HOPS} times", fine=False)


def _status(opener: OpenerDirector, url: str) -> tuple[int, str]:
    """The status of an address and where it redirects to; "" where it does not."""
    status, location = _asked(opener, url, "HEAD")
    return _asked(opener, url, "GET") if status in GET_INSTEAD else (status, location)


def _asked(opener: OpenerDirector, url: str, method: str) -> tuple[int, str]:
    request = Request(url, method=method, headers={"User-Agent": f"inquiry-desk/{__version__}"})  # noqa: S310 - https, see ask
    try:
        with opener.open(request, timeout=PATIENCE) as answer:
            return answer.status, ""
    except HTTPError as answer:
        with answer:
            return answer.code, answer.headers.get("Location") or "" if 300 <= answer.code < 400 else ""  # noqa: PLR2004 - redirects


def _opener() -> OpenerDirector:
    return build_opener(_Stay, HTTPSHandler(context=ssl.create_default_context()))
