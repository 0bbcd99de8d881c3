"""The directory of services and the way to each of them."""

from typing import Any
from urllib.parse import urlencode

from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

from desk import pages
from desk.context import Context
from desk.public import sheets
from desk.public.suggestions import search
from desk.store import counts

LONGEST_QUERY = 1000  # characters of a search that are read


@get("/services")
async def directory(
    desk: NamedDependency[Context], language: NamedDependency[str], request: Request[Any, Any, Any]
) -> Response[bytes]:
    """Show all services, or those that the words in `?q=` are about; all of them where that is none."""
    query = request.query_params.get("q", "").strip()[:LONGEST_QUERY]
    return desk.pages.reply(language, "public/services.html", **directory_words(desk, language, query))


@get("/services/{service_id:str}")
async def service(
    desk: NamedDependency[Context], language: NamedDependency[str], service_id: FromPath[str]
) -> Response[bytes]:
    """Send the visitor on to the service's own contact address, which stands in the organisation's file."""
    try:
        found = desk.organisation.service(service_id)
    except KeyError:
        raise NotFoundException from None
    counts.redirected(desk.store, found.id, language, desk.day())
    return pages.lead(303, found.contact)


def directory_words(desk: Context, language: str, query: str = "") -> dict[str, Any]:
    """Gather what the template of the directory is filled in with."""
    found = search(desk, query, language) if query else []
    services = found or desk.organisation.services
    say = desk.pages.translate
    return {
        "query": query,
        "alternate": pages.url(pages.other(language), "services") + (f"?{urlencode({'q': query})}" if query else ""),
        "found": len(found),
        "groups": (
            (say(language, "Our services"), [one for one in services if one.own]),
            (say(language, "Services of other companies of the group"), [one for one in services if not one.own]),
        ),
        **sheets.translation(desk, language),
    }
