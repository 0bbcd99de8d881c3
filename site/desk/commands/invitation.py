"""The one-time link with which a member of staff sets a password and a second factor."""

from datetime import datetime
from itertools import chain, count

from desk.commands.output import account
from desk.settings import Settings
from desk.store import staff
from desk.store.engine import open_store

FIRST = "admin"
HOLDS = f"The link works once, within {staff.HOURS} hours."


def first_administrator(settings: Settings, at: datetime) -> str | None:
    """A fresh link for the first administrator while nobody can sign in as one; earlier links end. None otherwise."""
    store = open_store(settings.database_url, settings.keyring())
    try:
        people = staff.listing(store)
        admins = [person for person in people if person.role == "admin" and not person.disabled]
        if any(person.enrolled for person in admins):
            return None
        name = _free_name({staff.seen(person.name) for person in people if person not in admins})
        theirs = next((person.name for person in admins if staff.seen(person.name) == staff.seen(name)), None)
        if theirs is not None:
            return address(settings, staff.reset(store, theirs, at, account=account()))
        return address(settings, staff.invite(store, name, "admin", "ja", at, account=account()))
    finally:
        store.close()


def _free_name(taken: set[str]) -> str:
    """The usual name, or, where it belongs to somebody with another role or was shut out, the next: admin-2."""
    names = chain((FIRST,), (f"{FIRST}-{number}" for number in count(2)))
    return next(name for name in names if staff.seen(name) not in taken)


def address(settings: Settings, token: str) -> str:
    """Where the link leads."""
    return f"{settings.address}/staff/welcome/{token}"
