"""Door 1, for anyone: the inquiry, the services, the policy. No cookie, no session, no script needed."""

from litestar import Router
from litestar.di import Provide

from desk import pages
from desk.context import Context
from desk.prepared import PreparedPages
from desk.public import inquiries, policy, services, sheets, wellknown

MAX_AGE = 300  # seconds a public page may be kept by a browser or a proxy


def routers() -> list[Router]:
    """Answer the routes of the public side: one router for each language from the same handlers, and the well-known."""
    return [_router("/ja", _japanese), _router("/en", _english), _wellknown()]


def prepare(desk: Context, prepared: PreparedPages) -> None:
    """Render once what is the same for everyone. Done at start, and again whenever another version comes into force."""
    for language in pages.LANGUAGES:
        _put(desk, prepared, language, "inquiries", "inquiry", sheets.form_words(desk, language, sheets.Sheet()))
        _put(desk, prepared, language, "services", "services", services.directory_words(desk, language))
        now = policy.policy_words(desk, language, desk.policy(language))
        _put(desk, prepared, language, "policy", "policy", now)
        for version in desk.policies[language]:
            words = policy.policy_words(desk, language, version, permanent=True)
            address = pages.url(language, "policy_version", version=version.version)
            prepared.put(address, desk.pages.render(language, "public/policy.html", **words).encode(), max_age=MAX_AGE)


def _put(
    desk: Context, prepared: PreparedPages, language: str, name: str, template: str, words: dict[str, object]
) -> None:
    body = desk.pages.render(language, f"public/{template}.html", **words).encode()
    prepared.put(pages.url(language, name), body, max_age=MAX_AGE, posts=name == "inquiries")


def _router(path: str, language: object) -> Router:
    return Router(
        path,
        route_handlers=[
            wellknown.language_door,
            *(inquiries.show, inquiries.check, inquiries.send, inquiries.sent),
            *(services.directory, services.service),
            *(policy.in_force, policy.version),
        ],
        dependencies={"language": Provide(language, sync_to_thread=False)},
    )


def _wellknown() -> Router:
    names = ("door", "healthz", "readyz", "security", "robots", "sitemap")
    return Router("/", route_handlers=[getattr(wellknown, name) for name in names])


def _japanese() -> str:
    return "ja"


def _english() -> str:
    return "en"
