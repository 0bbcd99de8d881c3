"""The public addresses are a list that only grows: whoever has a link must find what it led to."""

from litestar import Litestar
from litestar.di import Provide

from desk import pages, public

ADDRESSES = {
    "/",
    "/.well-known/security.txt",
    "/healthz",
    "/readyz",
    "/robots.txt",
    "/sitemap.xml",
    *(
        f"/{language}{path}"
        for language in ("ja", "en")
        for path in (
            "",
            "/inquiries",
            "/inquiries/send",
            "/inquiries/sent/{token}",
            "/policy",
            "/policy/{version}",
            "/services",
            "/services/{service_id}",
        )
    ),
}


def test_every_public_address_is_on_the_list() -> None:
    surroundings = {"desk": Provide(lambda: None, sync_to_thread=False)}
    app = Litestar(route_handlers=public.routers(), dependencies=surroundings, openapi_config=None)
    assert {route.path_format for route in app.routes} == ADDRESSES


def test_pages_link_to_addresses_on_the_list() -> None:
    shapes = {address.replace("{service_id}", "{id}") for address in ADDRESSES}
    names = {"language": "ja", "token": "{token}", "id": "{id}", "version": "{version}"}
    assert {path.format(**names) for path in pages.PATHS.values()} <= shapes
