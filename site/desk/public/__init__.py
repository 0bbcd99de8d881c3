"""Door 1, for anyone: the inquiry, the services, the policy. No cookie, no session, no script needed."""

from collections.abc import Iterator
from typing import Any

from litestar import Router
from litestar.di import NamedDependency, Provide

from desk import pages
from desk.context import Context
from desk.guard.head import LONGEST_TARGET
from desk.prepared import PreparedPages
from desk.public import inquiries, policy, services, sheets, wellknown

MAX_AGE = 300  # seconds a public page may be kept by a browser or a proxy


def routers() -> list[Router]:
    """Answer the routes of the public side: one router for each language from the same handlers, and the well-known."""
    return [*map(_router, pages.LANGUAGES), _wellknown()]


def prepare(desk: Context, prepared: PreparedPages) -> None:
    """Render once what is the same for everyone. Done at start, and again whenever another version comes into force."""
    for language in pages.LANGUAGES:
        form, directory = pages.url(language, "inquiries"), pages.url(language, "services")
        for address, template, words in _same_for_everyone(desk, language):
            body = desk.pages.render(language, template, **words).encode()
            asked = {form: LONGEST_TARGET, directory: services.LONGEST_SEARCH}.get(address, 0)  # bytes of a query
            prepared.put(address, body, max_age=MAX_AGE, posts=address == form, queries=asked)


def _same_for_everyone(desk: Context, language: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Each such page: its address, its template and what that is filled in with."""
    now = policy.policy_words(desk, language, desk.policy(language))
    yield pages.url(language, "inquiries"), "public/inquiry.html", sheets.form_words(desk, language, sheets.Sheet())
    yield pages.url(language, "services"), "public/services.html", services.directory_words(desk, language)
    yield pages.url(language, "policy"), "public/policy.html", now
    for version in desk.policies[language]:
        address = pages.url(language, "policy_version", version=version.version)
        yield address, "public/policy.html", policy.policy_words(desk, language, version, permanent=True)


def _router(language: str) -> Router:
    # It asks for the desk: of two that ask for nothing Litestar makes two tasks, a quarter of what a POST costs.
    def chosen(desk: NamedDependency[Context]) -> str:  # noqa: ARG001
        return language

    return Router(
        f"/{language}",
        route_handlers=[
            wellknown.language_door,
            *(inquiries.show, inquiries.check, inquiries.send, inquiries.sent),
            *(services.directory, services.service),
            *(policy.in_force, policy.version),
        ],
        dependencies={"language": Provide(chosen, sync_to_thread=False)},
        opt={"language": language},
    )


def _wellknown() -> Router:
    names = ("door", "healthz", "readyz", "security", "robots", "sitemap")
    return Router("/", route_handlers=[getattr(wellknown, name) for name in names])
