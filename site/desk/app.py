"""The one place where everything is put together."""

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import cache, partial

from litestar import Litestar
from litestar.datastructures import State
from litestar.di import Provide
from litestar.types import ASGIApp

from desk import errors, log, places, public, settings, signs_files, staff, texts
from desk.context import Context
from desk.delivery import worker
from desk.delivery.carriers import carrier
from desk.guard import Guard
from desk.pages import Pages
from desk.prepared import PreparedPages
from desk.rules.policy import Policy
from desk.rules.routing import Directory
from desk.settings import Settings
from desk.store.engine import open_store
from desk.tokens import Tokens


def create(chosen: Settings | None = None, *, working: bool = False, stop: threading.Event | None = None) -> ASGIApp:
    """The whole desk as one ASGI application; with `working`, its worker runs beside it, until `stop` is set at latest.

    Raises SettingsError, KeyringError, OrganisationError or PolicyError, and SignError for an operator's own signs.
    With `working` it also reads the shipped signs and models, and raises SignError or ValueError for those.
    """
    known = chosen or settings.read()
    prepared = PreparedPages(places.STATIC)
    context = assemble(known, prepared, screening=working)
    public.prepare(context, prepared)
    page = errors.error_pages(context.pages, context.translation)
    app = Litestar(
        route_handlers=[*public.routers(), staff.router()],
        dependencies={"desk": Provide(lambda: context, sync_to_thread=False)},
        exception_handlers=errors.handlers(page),
        state=State({"desk": context}),
        lifespan=[partial(_living, context, prepared, working, stop or threading.Event())],
        openapi_config=None,
        logging_config=None,
    )
    return Guard(app, origin=known.address, prepared=prepared, error_page=page, trusted_proxies=known.trusted_proxies)


def assemble(known: Settings, prepared: PreparedPages | None = None, *, screening: bool = True) -> Context:
    """The surroundings that handlers, worker and commands share.

    The signs and the model are read now where there is `screening`, so that no inquiry waits for them, and where an
    operator has signs of their own, so that wrong ones stop the start.
    """
    facts = texts.organisation(known.organisation)
    folder = known.locales or places.LOCALES
    policies, notices = texts.policies(folder), texts.notices(folder)
    if known.locales:
        texts.check_mails(known.locales)
    ruleset = cache(partial(signs_files.ruleset, [known.signs] if known.signs else []))
    if screening:
        ruleset()
    elif known.signs:
        signs_files.read([known.signs])
    statics = prepared or PreparedPages(places.STATIC)
    keyring = known.keyring()
    return Context(
        settings=known,
        organisation=facts,
        directory=Directory.of(facts),
        policies=policies,
        notices=notices,
        read_ruleset=ruleset,
        store=open_store(known.database_url, keyring),
        tokens=Tokens(keyring),
        pages=Pages(facts, statics.static_url, known.address),
        now=lambda: datetime.now(UTC),
    )


@asynccontextmanager
async def _living(
    context: Context, prepared: PreparedPages, working: bool, stop: threading.Event, _app: Litestar
) -> AsyncIterator[None]:
    threads = [threading.Thread(target=_follow_the_calendar, args=(context, prepared, stop), daemon=True)]
    if working:
        threads.append(
            threading.Thread(target=worker.run, args=(context, carrier(context.settings, stop), stop), name="worker")
        )
    for thread in threads:
        thread.start()
    yield
    stop.set()
    for thread in threads:
        thread.join(timeout=worker.ENDING)
    context.store.close()


def _follow_the_calendar(context: Context, prepared: PreparedPages, stop: threading.Event) -> None:
    shown = _in_force(context)
    while not stop.wait(60):
        try:
            shown = renew(context, prepared, shown)
        except Exception as error:  # noqa: BLE001 - the pages of yesterday are better than none to follow
            log.fault("pages_not_renewed", error)


def renew(context: Context, prepared: PreparedPages, shown: tuple[Policy, Policy]) -> tuple[Policy, Policy]:
    """Prepare the pages again where another policy or notice has come into force than `shown`; those in force now."""
    now = _in_force(context)
    if now != shown:
        public.prepare(context, prepared)
    return now


def _in_force(context: Context) -> tuple[Policy, Policy]:
    return context.policy("ja"), context.notice("ja")
