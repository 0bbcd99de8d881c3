"""What machines ask for by a name of their own: health, robots, sitemap, security contact; and the way in at /."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException

from desk import pages
from desk.context import Context
from desk.guard.language import preferred

SECURITY_TEXT_HOLDS = timedelta(days=180)  # RFC 9116 advises less than a year
PUBLIC = {"Cache-Control": "public, max-age=3600"}
REPORTS = "vulnerability-report"  # the desk that takes them, where the organisation has one of this id
FOR_REPORTS = f"?topic={REPORTS}"
LISTED = ("inquiries", "services", "policy")  # the pages that search engines may list

TEXT = "text/plain"
XML = "application/xml"


@get("/")
async def door(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Send a visitor to the form in the language their browser prefers."""
    language = preferred(request.headers.get("accept-language", ""))
    return _to_form(language, {"Vary": "Accept-Language"})


@get("/")
async def language_door(language: NamedDependency[str]) -> Response[bytes]:
    """Send a visitor of /ja/ to the form."""
    return _to_form(language, {})


@get("/healthz")
async def healthz() -> Response[bytes]:
    """Say that the process answers."""
    return Response(b"ok\n", media_type=TEXT)


@get("/readyz")
async def readyz(desk: NamedDependency[Context]) -> Response[bytes]:
    """Say whether inquiries can be stored."""
    if await asyncio.to_thread(desk.store.ready):
        return Response(b"ready\n", media_type=TEXT)
    return Response(b"not ready: the database does not answer\n", status_code=503, media_type=TEXT)


@get("/.well-known/security.txt")
async def security(desk: NamedDependency[Context]) -> Response[bytes]:
    """Say where to report a vulnerability (RFC 9116); nothing where nobody can be named as the standard wants it."""
    text = security_text(desk, desk.now())
    if not text:
        raise NotFoundException
    return Response(text.encode(), headers=PUBLIC, media_type=TEXT)


@get("/robots.txt")
async def robots(desk: NamedDependency[Context]) -> Response[bytes]:
    """Say what is not for search engines."""
    return Response(robots_text(desk.pages.origin).encode(), headers=PUBLIC, media_type=TEXT)


@get("/sitemap.xml")
async def sitemap(desk: NamedDependency[Context]) -> Response[bytes]:
    """List the pages in both languages."""
    return Response(sitemap_text(desk.pages.origin, listed(desk)).encode(), headers=PUBLIC, media_type=XML)


def _to_form(language: str, headers: dict[str, str]) -> Response[bytes]:
    return pages.lead(302, pages.url(language, "inquiries"), headers)


def security_text(desk: Context, now: datetime) -> str:
    """The security contact with a date until which it holds; "" without a contact.

    Web addresses in it begin with https:// (RFC 9116, 2.5): a desk tried on a laptop has none of its own to name.
    """
    own, ours = desk.organisation.security_contact, desk.pages.origin
    form = f"{ours}{pages.url('en', 'inquiries')}{FOR_REPORTS if REPORTS in desk.topics else ''}"
    contacts = [address for address in (own, form) if address and address.startswith(("mailto:", "https://"))]
    if not contacts:
        return ""
    expires = (now + SECURITY_TEXT_HOLDS).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = (
        *(f"Contact: {address}" for address in contacts),
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: ja, en",
        *([f"Canonical: {ours}/.well-known/security.txt"] if ours.startswith("https://") else []),
    )
    return "\n".join(lines) + "\n"


def robots_text(origin: str) -> str:
    """What search engines are asked to leave out, and where the list of pages is."""
    hidden = ("/staff/", *(f"/{language}/inquiries/s" for language in pages.LANGUAGES))
    lines = ("User-agent: *", *(f"Disallow: {path}" for path in hidden), "", f"Sitemap: {origin}/sitemap.xml")
    return "\n".join(lines) + "\n"


def listed(desk: Context) -> tuple[str, ...]:
    """The pages that search engines may list; a directory of no services is none of them."""
    return LISTED if desk.organisation.services else tuple(name for name in LISTED if name != "services")


def sitemap_text(origin: str, names: tuple[str, ...] = LISTED) -> str:
    """The listed pages, each with its address in every language (the sitemap protocol with hreflang alternates)."""
    pairs = [(language, name) for name in names for language in pages.LANGUAGES]
    entries = "".join(_sitemap_entry(origin, language, name) for language, name in pairs)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        f' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n{entries}</urlset>\n'
    )


def _sitemap_entry(origin: str, language: str, name: str) -> str:
    alternates = {**{code: code for code in pages.LANGUAGES}, "x-default": "ja"}
    links = "".join(
        f'  <xhtml:link rel="alternate" hreflang="{mark}" href="{origin}{pages.url(code, name)}"/>\n'
        for mark, code in alternates.items()
    )
    return f" <url>\n  <loc>{origin}{pages.url(language, name)}</loc>\n{links} </url>\n"
