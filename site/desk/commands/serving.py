"""`desk up`, `serve`, `work`, `migrate`: the desk itself."""

import argparse
import signal
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext, suppress
from datetime import UTC, datetime
from functools import partial

from desk import app, log, serving, signs_files, texts
from desk.commands import desks
from desk.commands.beginning import brought_up_to_date
from desk.commands.invitation import first_administrator
from desk.commands.looks import listed
from desk.commands.output import console, refuse_unmigrated, say
from desk.delivery import worker
from desk.delivery.carriers import carrier
from desk.settings import Settings, misspelt, read, surroundings
from desk.store import closed
from desk.store.engine import StoreUnavailable, open_store
from desk.store.staff import NameTaken


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands to the command line."""
    for name, run, what in (
        ("up", up, "migrate, serve and work, in one process"),
        ("serve", serve, "answer requests; `desk work` has to run beside it"),
        ("work", work, "screen what came in and deliver letters, until stopped"),
        ("migrate", bring_up_to_date, "bring the database up to date; safe while the desk is serving"),
    ):
        subparsers.add_parser(name, help=what, description=what).set_defaults(run=run)


def up(_options: argparse.Namespace) -> int:
    """Serve from nothing: data folder, keys, database, then the pages and the worker."""
    settings = _ready()
    brought_up_to_date(settings)
    _tell_what_own_signs_set_aside(settings)
    _look_at_what_is_stored(settings)
    return _serve(settings, working=True)


def serve(_options: argparse.Namespace) -> int:
    """Answer requests; the database must have been migrated."""
    settings = _migrated()
    _look_at_what_is_stored(settings)
    return _serve(settings, working=False)


def work(_options: argparse.Namespace) -> int:
    """Screen and deliver until SIGTERM or SIGINT; the database must have been migrated."""
    settings = _migrated()
    _look_at_what_is_stored(settings)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    context = app.assemble(settings)
    letters = carrier(settings, stop)
    _tell_what_own_signs_set_aside(settings)
    say("desk: screening what comes in and delivering letters. Stop it with Ctrl+C.")
    with closing(context.store):
        worker.run(context, letters, stop)
    return 0


def bring_up_to_date(_options: argparse.Namespace) -> int:
    """Run the migrations that are missing."""
    waiting = brought_up_to_date(_ready())
    console.print("The database is up to date now." if waiting else "The database was up to date already.")
    return 0


def _ready() -> Settings:
    settings = read()
    _warn_of_misspelt_settings()
    log.configure(settings.log_level)
    return settings


def _migrated() -> Settings:
    """The settings of a desk whose database is up to date already."""
    settings = _ready()
    refuse_unmigrated(settings)
    settings.prepare_data()
    return settings


def _warn_of_misspelt_settings() -> None:
    """A misspelt variable silently does nothing, so each is named on a line before the start."""
    for sentence in misspelt(surroundings()):
        say(f"desk: {sentence}")


def _serve(settings: Settings, *, working: bool) -> int:
    """One process answers and works; with more, the worker keeps to the process that watches over the others."""
    welcome, stop = partial(_welcome, settings, working=working), threading.Event()
    if settings.workers == 1:
        whole = app.create(settings, working=working, stop=stop)
        return serving.serve(settings, whole, ready=welcome, ending=stop.set)
    with _worker(settings, stop) if working else nullcontext():
        return serving.serve(settings, "desk.app:create", ready=welcome, ending=stop.set)


@contextmanager
def _worker(settings: Settings, stop: threading.Event) -> Iterator[None]:
    context = app.assemble(settings)
    thread = threading.Thread(target=worker.run, args=(context, carrier(settings, stop), stop), name="worker")
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(timeout=worker.ENDING)
        context.store.close()


def _welcome(settings: Settings, *, working: bool) -> None:
    _warn_of_no_postal_address(settings)
    address = settings.address
    lines = [
        "[bold]Inquiry Desk[/bold] is open. Stop it with Ctrl+C.",
        "",
        f"  日本語   {address}/ja/inquiries",
        f"  English  {address}/en/inquiries",
        f"  Staff    {address}/staff/sign-in",
    ]
    if not working:
        lines += ["", "This process only answers. Run `desk work` as well: it screens inquiries and sends letters."]
    steps = _first_steps(settings)
    # A terminal that is gone or full is no reason not to answer; rich would end the process.
    with suppress(OSError, ValueError, SystemExit):
        console.print(*lines, *steps, "", sep="\n", soft_wrap=True)


def _warn_of_no_postal_address(settings: Settings) -> None:
    """Who cannot be told where to write is asked for an outline by the form instead: nobody may have meant that."""
    facts = texts.organisation(settings.organisation)
    unaddressed = [desk.id for desk in facts.desks if desk.post_only and not facts.takes_by_post(desk)]
    if unaddressed:
        say(
            f"desk: by post only: {', '.join(unaddressed)}; but the organisation file gives no postal `address`."
            " Until it does, the form asks for an outline, and whoever answers it says where to write."
        )


def _tell_what_own_signs_set_aside(settings: Settings) -> None:
    """A sign with a shipped id takes the shipped one's place, meant or not; whoever screens says so."""
    if settings.signs and (aside := str(signs_files.set_aside([settings.signs]))):
        say(f"desk: signs of your own set shipped ones aside: {aside}.")


def _look_at_what_is_stored(settings: Settings) -> None:
    """Refuse a key list that lacks an older key, and warn of a desk that has lost its id; both may be a mistake.

    A database that does not answer now is no reason not to start. Raises KeyringError.
    """
    with suppress(StoreUnavailable), closing(open_store(settings.database_url, settings.keyring())) as store:
        closed.check(store)
    with suppress(StoreUnavailable):
        if missing := listed("desks that inquiries stand at are not in the organisation file", desks.gone(settings)):
            say(f"desk: {missing}; {desks.MEANWHILE}. {desks.GIVE_BACK}.")


def _first_steps(settings: Settings) -> list[str]:
    """How the first administrator gets in; a database that cannot be written now is no reason to stop answering."""
    try:
        link = first_administrator(settings, datetime.now(UTC))
    except StoreUnavailable:
        return ["", "The database cannot be written just now. The desk answers all the same; `desk doctor` says more."]
    except NameTaken as taken:  # of two nodes that start for the first time one is the faster
        return ["", f"Another process of this desk has just invited {taken}, and has printed the link that is theirs."]
    if link is None:
        return []
    return [
        "",
        "There is no administrator yet. Set the first one's password and second factor, once, within 24 hours:",
        "",
        f"  [bold]{link}[/bold]",
    ]
