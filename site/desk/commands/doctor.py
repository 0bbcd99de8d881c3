"""`desk doctor`: looks at settings, keys, files, database, mail and texts, and says what to do."""

import argparse
import socket
import stat
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, datetime

from desk import settings, texts
from desk.commands import desks, doctor_address, doctor_files, doctor_keys
from desk.commands.beginning import no_desk
from desk.commands.looks import Look, listed, look, told
from desk.commands.output import as_json, console
from desk.delivery import retention
from desk.delivery.carriers import letters_folder, signed_in
from desk.keys import KeyringError
from desk.rules.conduct import SignError
from desk.rules.organisation_reading import OrganisationError
from desk.rules.policy import PolicyError
from desk.settings import Settings, SettingsError
from desk.store import outbox, screening, staff
from desk.store.engine import Store, StoreUnavailable, open_store
from desk.store.migrate import NewerDatabaseError, pending, untouched

NAME_THE_SERVER = "Set DESK_SMTP_HOST, or take away what goes with it"
OURS = "Set DESK_HOST to an address of this machine: 127.0.0.1 behind a proxy on it, 0.0.0.0 for all that it has"
SPACE = "Look whether the disk is full or another program holds the database"
NOT_SENT = "Start the desk, which sends them; where it runs, its log says why they stay"
UNREAD = "Start the desk, which screens them (`desk work` beside `desk serve`); if it runs, its log may say why"
INVITE = "Nobody can let others in: desk staff role NAME admin, or desk staff add NAME --role admin"
RESET = "`desk staff reset NAME` gives each of them a link to a new one"
OVERDUE = "`desk erase --due` erases it, or says which file cannot be deleted and what to do"


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    what = "look at settings, keys, files, database, mail and texts"
    parser = subparsers.add_parser(
        "doctor", help=what, description=f"{what}; exit code 1 when something needs attention"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Look at everything and say what was seen."""
    looks = list(examine())
    if options.json:
        as_json([asdict(one) for one in looks])
    else:
        for one in looks:
            console.print(f"{'[green]ok[/green]     ' if one.well else '[red]problem[/red]'} {one.what}: ", end="")
            console.print(f"{one.seen}{'. ' + one.remedy if one.remedy else ''}", markup=False, soft_wrap=True)
    return 0 if all(one.well for one in looks) else 1


def examine() -> Iterator[Look]:
    """Look at one thing after the other; what cannot be read any further ends the round."""
    try:
        known = settings.read()
    except SettingsError as error:
        yield Look("settings", False, str(error))
        return
    misspelt = "; ".join(settings.misspelt(settings.surroundings()))
    yield look("settings", misspelt, "all known", "Correct the spelling or take it away")
    faults: set[str] = set()
    for what, check in CHECKS.items():
        for one in _answered(what, check, known):
            # One file is at fault for several of them; what is to be done about it is said once.
            if one.well or one.seen not in faults:
                yield one
            faults.add("" if one.well else one.seen)


def _answered(what: str, check: Callable[[Settings], Iterator[Look]], known: Settings) -> Iterator[Look]:
    try:
        yield from check(known)
    except NewerDatabaseError as error:
        yield Look(what, False, error.seen, error.remedy.capitalize())
    except (KeyringError, OrganisationError, PolicyError, SignError, ValueError) as error:
        yield Look(what, False, str(error))  # each of these says in its last sentence what to do
    except (OSError, StoreUnavailable) as error:
        yield Look(what, False, f"cannot be reached ({error})", "Look whether it is there and may be used")


def _data(known: Settings) -> Iterator[Look]:
    if known.data.exists() and not known.data.is_dir():
        yield Look("data folder", False, f"{known.data.resolve()} is no folder", "Name a folder: DESK_DATA")
        return
    if not known.data.is_dir():
        yield Look("data folder", False, f"{known.data.resolve()} is not there yet", "Start the desk once: desk up")
        return
    loose = [path.name for path in known.data.iterdir() if stat.S_IMODE(path.stat().st_mode) & 0o077]
    place = known.data.resolve()
    yield look("data folder", listed("open to others", loose), f"{place}, closed to others", f"chmod -R go= {place}")


def _address(known: Settings) -> Iterator[Look]:
    """Whether the address can be listened on; at any port, for at its own the desk may be answering just now."""
    reason = ""
    try:
        family, _, _, _, address = socket.getaddrinfo(known.host, 0, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, socket.SOCK_STREAM) as tried:
            tried.bind(address)
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or "it is no name of a host"
    amiss = f"DESK_HOST: {known.host} cannot be listened on ({reason})" if reason else ""
    yield look("address", amiss, f"{known.host} can be listened on", OURS)


def _database(known: Settings) -> Iterator[Look]:
    if untouched(known.database_url):
        missing, remedy = no_desk(known)
        yield Look("database", False, missing, remedy[0].upper() + remedy[1:])
        return
    if pending(known.database_url):
        yield Look("database", False, "not up to date", "desk migrate")
        return
    with closing(open_store(known.database_url, known.keyring())) as store:
        yield look(
            "database", "" if store.ready(tried=True) else "cannot be written", "answers and can be written", SPACE
        )
        yield _staff(store)
        yield _screening(known, store)
        yield _outbox(known, store)


def _staff(store: Store) -> Look:
    """Whether somebody can sign in who lets others in; whose second factor opens with no key cannot."""
    shut, people = staff.shut_out(store), [one for one in staff.listing(store) if one.enrolled and not one.disabled]
    enrolled = [person for person in people if person.name not in shut]
    admins = [person for person in enrolled if person.role == "admin"]
    seen = f"{len(enrolled)} can sign in, {len(admins)} of them as admin"
    if lost := [person.name for person in people if shut.get(person.name)]:
        return Look("staff", False, f"{seen}; {listed('with a second factor whose key is lost', lost)}", RESET)
    return look("staff", "" if admins else seen, seen, INVITE if people else "Start the desk: it prints a link")


def _is_behind(known: Settings) -> bool:
    """Whether there is no database of this version, which is told once."""
    return untouched(known.database_url) or pending(known.database_url)


def _screening(known: Settings, store: Store) -> Look:
    """Whether what came in is screened: until then nobody is told of it, whatever it says."""
    found = screening.waiting(store)
    if found is None:
        return Look("screening", True, "no inquiry waits for it")
    seen = f"{found.number} unscreened, the first since {told(found.since, known)}"
    late = found.is_late(datetime.now(UTC))
    return look("screening", f"inquiries wait too long: {seen}" if late else "", seen, UNREAD)


def _outbox(known: Settings, store: Store) -> Look:
    """Whether letters leave: what was given up, else the oldest that waits."""
    if stuck := outbox.given_up(store):
        where = f"Why of each: {known.address}/staff/letters"
        return Look("outbox", False, f"letters that were given up: {stuck}", where)
    oldest = outbox.oldest_waiting(store)
    if oldest is None:
        return Look("outbox", True, "no letter was given up")
    seen = f"the oldest letter that waits is about {oldest.receipt}, of {told(oldest.created_at, known)}"
    if oldest.is_late(datetime.now(UTC)):
        return Look("outbox", False, f"letters do not leave: {seen}", NOT_SENT)
    return Look("outbox", True, f"no letter was given up; {seen}")


def _keys_in_use(known: Settings) -> Iterator[Look]:
    """Whether all that is stored opens; before there is a database nothing is."""
    if not _is_behind(known):
        yield from doctor_keys.in_use(known)


def _erasing(known: Settings) -> Iterator[Look]:
    """Whether what is due goes; before there is a database there is nothing to erase."""
    if _is_behind(known):
        return
    facts, now = texts.organisation(known.organisation), datetime.now(UTC)
    with closing(open_store(known.database_url, known.keyring())) as store:
        if brake := retention.coming(store, facts, now).brake:
            yield Look("erasing", False, f"stands still: {retention.STOPPED[brake]}", retention.REMEDY)
            return
        late = retention.late(store, letters_folder(known), facts, now)
    yield look("erasing", listed("overdue", late), "nothing is overdue", OVERDUE)


def _desks(known: Settings) -> Iterator[Look]:
    """Whether the organisation file knows every desk that an inquiry stands at."""
    if not _is_behind(known):
        amiss = listed("not in the organisation file", desks.gone(known))
        amiss = f"{amiss}; {desks.MEANWHILE}" if amiss else ""
        yield look("desks", amiss, "all that inquiries stand at are known", desks.GIVE_BACK)


def _mail(known: Settings) -> Iterator[Look]:
    if not known.smtp_host:
        written = f"written to {(known.data / 'mail').resolve()} as files; set DESK_SMTP_HOST to send it"
        idle = [f"DESK_{name.upper()}" for name in ("smtp_user", "smtp_password") if getattr(known, name)]
        yield look("mail", listed("no DESK_SMTP_HOST to go with", idle), written, NAME_THE_SERVER)
        return
    with signed_in(known) as server:
        code, _ = server.noop()
    yield Look("mail", code == 250, f"{known.smtp_host}:{known.smtp_port} answered {code}")  # noqa: PLR2004 - SMTP's "ok"


def _clock(known: Settings) -> Iterator[Look]:
    now = datetime.now(UTC)
    yield Look("clock", now.year >= 2026, told(now, known))  # noqa: PLR2004 - second factors need the right time


CHECKS: dict[str, Callable[[Settings], Iterator[Look]]] = {
    "address": _address,
    "data folder": _data,
    "keys": doctor_keys.listed_keys,
    "secrets": doctor_keys.secret_files,
    "public address": doctor_address.origin,
    "proxies": doctor_address.proxies,
    "organisation": doctor_files.organisation,
    "texts": doctor_files.own_texts,
    "signs": doctor_files.signs,
    "learnt": doctor_files.learnt,
    "in force": doctor_files.in_force,
    "database": _database,
    "keys in use": _keys_in_use,
    "erasing": _erasing,
    "desks": _desks,
    "mail": _mail,
    "clock": _clock,
}
