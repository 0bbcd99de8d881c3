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

LONGEST_QUERY = 500  # characters of a search that are read: in Japanese an address that every server takes
LONGEST_SHOWN = 80  # characters of them that the page quotes
LONGEST_SEARCH = 48 * 1024  # bytes of a search that is answered at all: a whole inquiry, nine for a Japanese letter


@get("/services")
async def directory(
    desk: NamedDependency[Context], language: NamedDependency[str], request: Request[Any, Any, Any]
) -> Response[bytes]:
    """Show all services, or those that the words in `?q=` are about; all of them where that is none."""
    query = request.query_params.get("q", "").strip()
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


def directory_words(desk: Context, language: str, typed: str = "") -> dict[str, Any]:
    """Gather what the template of the directory is filled in with; of what is `typed` only the beginning is read."""
    query = typed[:LONGEST_QUERY].strip()
    found = search(desk, query, language) if query else []
    services = found or desk.organisation.services
    say = desk.pages.translate
    return {
        "typed": typed,
        "most": LONGEST_QUERY,
        "query": query if len(query) <= LONGEST_SHOWN else f"{query[:LONGEST_SHOWN]}…",
        "alternate": pages.url(pages.other(language), "services")
        + (f"?{urlencode({'q': typed}, safe='*')}" if query else ""),
        "found": len(found),
        "groups": (
            (say(language, "Our services"), [one for one in services if one.own]),
            (say(language, "Services of other companies of the group"), [one for one in services if not one.own]),
        ),
        **sheets.translation(desk, language),
    }
