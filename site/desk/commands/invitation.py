"""The one-time link with which a member of staff sets a password and a second factor."""

from datetime import datetime

from desk.settings import Settings
from desk.store import staff
from desk.store.engine import open_store

FIRST = "admin"


def first_administrator(settings: Settings, at: datetime) -> str | None:
    """A fresh link for the first administrator while nobody can sign in as one; earlier links end. None otherwise."""
    store = open_store(settings.database_url, settings.keyring())
    try:
        known = staff.listing(store)
        if any(person.role == "admin" and person.enrolled and not person.disabled for person in known):
            return None
        if any(person.name == FIRST for person in known):
            return address(settings, staff.reset(store, FIRST, at))
        return address(settings, staff.invite(store, FIRST, "admin", "ja", at))
    finally:
        store.close()


def address(settings: Settings, token: str) -> str:
    """Where the link leads."""
    return f"{settings.address}/staff/welcome/{token}"
