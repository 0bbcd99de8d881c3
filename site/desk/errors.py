"""The pages for everything that went wrong, in both languages, and how Litestar's own errors become them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, Final, Protocol

from litestar import Request, Response
from litestar.exceptions import HTTPException

from desk import log
from desk.guard.refusals import EVERY, STATUSES, ErrorPage, Refusal, met
from desk.rules.languages import LANGUAGES
from desk.store.writer import StoreUnavailable

Handler = Callable[[Request[Any, Any, Any], Exception], Response[bytes]]
UNAVAILABLE: Final = 503
WRONG: Final = 500


class Pages(Protocol):
    """What the error pages need of the pages."""

    def render(self, language: str, template: str, **context: object) -> str:
        """Fill in a template."""

    def translate(self, language: str, message: str) -> str:
        """Answer a sentence in a language."""


@dataclass(frozen=True, slots=True)
class Words:
    """What an error page says in one language."""

    language: str
    title: str
    what: str
    remedy: str


def _(message: str) -> str:
    """Mark a sentence for the catalogue."""
    return message


_BACK = _("Go back in your browser: what you typed should still be there.")

SENTENCES: Final[Mapping[int, tuple[str, str, str]]] = {
    400: (
        _("This request could not be read"),
        _("Something in the address or in what was sent is not as it should be."),
        _("Go back and try again, or open this site by its own address below."),
    ),
    403: (
        _("This was not sent from our pages"),
        _("For your protection we accept forms only when they are sent from this site itself."),
        _("Please open the form on this site and send it from there."),
    ),
    404: (
        _("There is no such page"),
        _("The address may be mistyped, or the page may no longer exist."),
        _("Please check the address, or start from the inquiry form."),
    ),
    405: (
        _("This page cannot be used that way"),
        _("The page exists, but it does not answer this kind of request."),
        _("Please open the inquiry form and start from there."),
    ),
    408: (
        _("It took too long to arrive"),
        _("What you sent came so slowly that we stopped waiting. The connection may be weak."),
        _("Go back in your browser: what you typed should still be there. Please send it from a better connection."),
    ),
    413: (
        _("What you sent is too large"),
        _("This site cannot take so much text at once."),
        _("Go back in your browser: what you typed should still be there. Please shorten it and send it again."),
    ),
    414: (
        _("The address is too long"),
        _("This site has no address that long."),
        _("Please check the address, or start from the inquiry form."),
    ),
    415: (
        _("This kind of content is not accepted"),
        _("This site reads only what its own forms send. Files cannot be attached."),
        _("Please open the form on this site and send it from there."),
    ),
    421: (
        _("This site is not at this address"),
        _("The address you opened is not the one at which this site answers."),
        _("Please open this site by its own address below."),
    ),
    422: (
        _("Something in the form needs to be corrected"),
        _("One of the fields contains something we cannot accept."),
        _BACK,
    ),
    429: (
        _("Too many requests at the moment"),
        _("More has been sent from your network than we take within a short time."),
        _("Go back in your browser: what you typed should still be there. Please wait ten minutes and send it again."),
    ),
    431: (
        _("This request could not be read"),
        _("Your browser sent more details with the request than this site reads."),
        _("Please open this site by its own address below, in a new window."),
    ),
    500: (
        _("Something went wrong on our side"),
        _("We are sorry. The fault has been recorded and we will look into it."),
        _("Go back in your browser: what you typed should still be there. Please try again in a few minutes."),
    ),
    503: (
        _("We cannot accept this right now"),
        _("We are sorry. This site is out of service for a short while."),
        _("Go back in your browser: what you typed should still be there. Please try again in a few minutes."),
    ),
}

AT_THE_FORM: Final[Mapping[int, tuple[str, str, str]]] = {
    413: (
        *SENTENCES[413][:2],
        _(
            "Go back in your browser: what you typed should still be there. Please shorten it, to 5,000 characters at"
            " most, and send it again."
        ),
    ),
}
"""What is said otherwise of an inquiry: other forms have other limits."""


def error_pages(pages: Pages, translation: Callable[[str], str]) -> ErrorPage:
    """The page of a refusal: in its language first, in the other one below. All are made here and now.

    `translation` says what stands at the foot of the pages of a language. Where another policy has come into force it
    may say something else: only then is a page made anew.
    """
    made = cache(partial(_page, pages))

    def page(refusal: Refusal) -> bytes:
        return made(refusal._replace(status=closest(refusal.status)), translation(refusal.language))

    for refusal in EVERY:
        page(refusal)
    return page


def closest(status: int) -> int:
    """The status among those that have a page which says most nearly the same."""
    if status in STATUSES:
        return status
    return {401: 403}.get(status, 400 if status < WRONG else WRONG)


def _page(pages: Pages, refusal: Refusal, translation: str) -> bytes:
    language, status, form = refusal
    order = sorted(LANGUAGES, key=lambda other: other != language)
    sentences = AT_THE_FORM.get(status, SENTENCES[status]) if form else SENTENCES[status]
    words = [Words(each, *(pages.translate(each, sentence) for sentence in sentences)) for each in order]
    said = {"status": status, "words": words, "translation": translation}
    return pages.render(language, "errors/error.html", **said).encode()


def handlers(error_page: ErrorPage) -> dict[int | type[Exception], Handler]:
    """The exception handlers of the Litestar application."""
    return {
        HTTPException: partial(_http, error_page),
        StoreUnavailable: partial(_unavailable, error_page),
        Exception: partial(_unexpected, error_page),
    }


def _http(error_page: ErrorPage, request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    status = closest(error.status_code) if isinstance(error, HTTPException) else WRONG
    if status == WRONG:
        log.fault("failed", error, status=status)
    headers = {name.lower(): value for name, value in (getattr(error, "headers", None) or {}).items()}
    kept = {name: value for name, value in headers.items() if name == "retry-after"}
    if "allow" in headers:
        kept["allow"] = _allow(headers["allow"])
    return _response(error_page, request, status, kept)


def _allow(methods: str) -> str:
    """What a page takes, as the guard lets it through: HEAD wherever GET is, and never OPTIONS."""
    known = {method.strip() for method in methods.split(",")}
    return ", ".join([*(("GET", "HEAD") if "GET" in known else ()), *(("POST",) if "POST" in known else ())])


def _unavailable(error_page: ErrorPage, request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    log.fault("unavailable", error, status=UNAVAILABLE)
    return _response(error_page, request, UNAVAILABLE, {"retry-after": "30"})


def _unexpected(error_page: ErrorPage, request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    log.fault("failed", error, status=WRONG)
    return _response(error_page, request, WRONG, {})


def _response(
    error_page: ErrorPage, request: Request[Any, Any, Any], status: int, headers: dict[str, str]
) -> Response[bytes]:
    accepted = request.headers.get("accept-language", "").encode("latin-1", "replace")
    body = error_page(met(status, request.scope["raw_path"], accepted))
    return Response(body, status_code=status, headers=headers, media_type="text/html")
