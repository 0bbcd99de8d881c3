"""`desk up`, `serve`, `work`, `migrate`: the desk itself."""

import argparse
import signal
import threading
from datetime import UTC, datetime

from desk import app, log, serving
from desk.commands.invitation import first_administrator
from desk.commands.output import console, errors
from desk.delivery import worker
from desk.delivery.carriers import carrier
from desk.settings import Settings, read
from desk.store.migrate import migrate, pending


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
    migrate(settings.database_url)
    _welcome(settings)
    return _serve(settings, working=True)


def serve(_options: argparse.Namespace) -> int:
    """Answer requests; the database must have been migrated."""
    settings = _ready()
    if pending(settings.database_url):
        errors.print("desk: the database is not up to date; run `desk migrate` first.", markup=False)
        return 2
    return _serve(settings, working=False)


def work(_options: argparse.Namespace) -> int:
    """Screen and deliver until SIGTERM or SIGINT."""
    settings = _ready()
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    context = app.assemble(settings)
    worker.run(context, carrier(settings), stop)
    context.store.close()
    return 0


def bring_up_to_date(_options: argparse.Namespace) -> int:
    """Run the migrations that are missing."""
    settings = _ready()
    waiting = pending(settings.database_url)
    migrate(settings.database_url)
    console.print("The database is up to date now." if waiting else "The database was up to date already.")
    return 0


def _ready() -> Settings:
    settings = read()
    settings.prepare_data()
    settings.keyring()
    log.configure(settings.log_level)
    return settings


def _serve(settings: Settings, *, working: bool) -> int:
    """One process answers and works; with more, the worker keeps to the process that watches over the others."""
    if settings.workers == 1:
        return serving.serve(settings, app.create(settings, working=working))
    if not working:
        return serving.serve(settings, "desk.app:create")
    stop = threading.Event()
    context = app.assemble(settings)
    thread = threading.Thread(target=worker.run, args=(context, carrier(settings), stop), name="worker")
    thread.start()
    try:
        return serving.serve(settings, "desk.app:create")
    finally:
        stop.set()
        thread.join(timeout=15)
        context.store.close()


def _welcome(settings: Settings) -> None:
    address = settings.address
    console.print(f"\n  [bold]Inquiry Desk[/bold]  日本語 {address}/ja/inquiries   English {address}/en/inquiries")
    console.print(f"  Staff          {address}/staff/sign-in", highlight=False)
    link = first_administrator(settings, datetime.now(UTC))
    if link:
        console.print("  Nobody can sign in yet. The first administrator sets a password and a second factor here")
        console.print("  (once, within 24 hours):", f"  [bold]{link}[/bold]", sep="\n", soft_wrap=True)
    console.print("  Stop with Ctrl+C.\n")
