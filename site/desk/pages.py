"""What every page shares: its language, its words, its frame and its addresses."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache, partial
from typing import Any, Final
from urllib.parse import quote
from zoneinfo import ZoneInfo

from babel.dates import format_date, get_timezone_name
from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from litestar import Response
from litestar.types import Receive, Scope, Send

from desk import headers as fixed
from desk import places, words
from desk.rules import languages
from desk.rules.organisation import Organisation

LANGUAGES: Final[Mapping[str, str]] = dict(zip(languages.LANGUAGES, ("日本語", "English"), strict=True))
"""The languages of the site by what each calls itself; the first is the one that governs."""

PATHS: Final[Mapping[str, str]] = {
    "inquiries": "/{language}/inquiries",
    "send": "/{language}/inquiries/send",
    "sent": "/{language}/inquiries/sent/{token}",
    "services": "/{language}/services",
    "service": "/{language}/services/{id}",
    "policy": "/{language}/policy",
    "policy_version": "/{language}/policy/{version}",
}
"""The addresses of the public pages by name."""

HTML: Final = "text/html"  # Litestar adds the charset

_DAY: Final = {"ja": "y年M月d日", "en": "d MMMM y"}


class _Compiled(BytecodeCache):
    """Templates as they were compiled: once for all languages."""

    def __init__(self) -> None:
        self.known: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.known:
            bucket.bytecode_from_string(self.known[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.known[bucket.key] = bucket.bytecode_to_string()


_COMPILED: Final = _Compiled()


@cache
def _shipped(language: str) -> words.Words:
    """The words of a language, read once however many desks are put together."""
    return words.read(places.LOCALES, language)


class Pages:
    """Every template in every language, ready to be filled in."""

    def __init__(self, organisation: Organisation, static_url: Callable[[str], str], origin: str) -> None:
        self.organisation, self.static_url, self.origin = organisation, static_url, origin
        self._words = {language: _shipped(language) for language in LANGUAGES}
        self._environments = {language: self._environment(language) for language in LANGUAGES}

    def render(self, language: str, template: str, **context: Any) -> str:
        """Fill in a template; `language` is "ja" or "en"."""
        return self._environments[language].get_template(template).render(context)

    def reply(
        self,
        language: str,
        template: str,
        *,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        **context: Any,
    ) -> Response[bytes]:
        """Answer a page."""
        body = self.render(language, template, **context).encode()
        return Response(body, status_code=status, headers=dict(headers or {}), media_type=HTML)

    def translate(self, language: str, message: str, **values: object) -> str:
        """Answer a sentence in a language with its values filled in."""
        return self._words[language].gettext(message) % values

    def _environment(self, language: str) -> Environment:
        environment = Environment(
            loader=FileSystemLoader(places.TEMPLATES),
            extensions=["jinja2.ext.i18n"],
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=_COMPILED,
        )
        environment.policies["ext.i18n.trimmed"] = True
        catalogue = self._words[language]
        i18n: Any = environment  # the extension adds a method that types do not know
        i18n.install_gettext_callables(catalogue.gettext, catalogue.ngettext, newstyle=True)
        environment.globals.update(self._globals(language))
        return environment

    def _globals(self, language: str) -> dict[str, Any]:
        return {
            "language": language,
            "languages": LANGUAGES,
            "other_language": other(language),
            "organisation": self.organisation,
            "origin": self.origin,
            "static": self.static_url,
            "url": partial(_url, language),
            "when": partial(when, language, ZoneInfo(self.organisation.timezone)),
            "zone_name": partial(zone_name, language, ZoneInfo(self.organisation.timezone)),
            "day": partial(day, language),
        }


def url(language: str, name: str, **params: str) -> str:
    """Answer the path of a public page; its params are quoted."""
    return PATHS[name].format(language=language, **{key: quote(value, safe="") for key, value in params.items()})


def lead(status: int, address: str, headers: Mapping[str, str] | None = None) -> Response[bytes]:
    """Answer the way to another address."""
    return Response(b"", status_code=status, headers={**(headers or {}), "Location": address}, media_type=HTML)


class Lead:
    """The same as plain ASGI, for what many do at once: a Response is ready for much that no redirect does."""

    __slots__ = ("headers", "status")

    def __init__(self, status: int, address: str) -> None:
        self.status = status
        self.headers = ((b"location", address.encode()), fixed.HTML, (b"content-length", b"0"))

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        """Send it."""
        await send({"type": "http.response.start", "status": self.status, "headers": self.headers})
        await send({"type": "http.response.body", "body": b"", "more_body": False})


def other(language: str) -> str:
    """Answer the other one of the two languages."""
    return next(code for code in LANGUAGES if code != language)


def when(language: str, zone: ZoneInfo, moment: datetime) -> str:
    """Write a moment as people of the language do, in the organisation's own time."""
    date_ = day(language, moment.astimezone(zone).date())
    return f"{date_}{' ' if language == 'ja' else ', '}{clock(moment, zone)}"


def clock(moment: datetime, zone: ZoneInfo) -> str:
    """Write the time of day in a zone, seconds left out."""
    return f"{moment.astimezone(zone):%H:%M}"


def zone_name(language: str, zone: ZoneInfo, moment: datetime) -> str:
    """Name a zone as it is called at that moment: “Japan Standard Time”."""
    return get_timezone_name(moment.astimezone(zone), width="long", locale=language)


def day(language: str, date_: date) -> str:
    """Write a day as people of the language do."""
    return format_date(date_, _DAY[language], locale=language)


def _url(here: str, name: str, language: str | None = None, **params: str) -> str:
    return url(language or here, name, **params)
