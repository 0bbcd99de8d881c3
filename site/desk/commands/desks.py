"""Desks that inquiries stand at and the organisation file does not know: said at the start and by `desk doctor`."""

from contextlib import closing

from desk import texts
from desk.settings import Settings
from desk.store import routes
from desk.store.engine import open_store

GIVE_BACK = (
    "Give them these ids again in the organisation file and have their letters tried again (/staff/letters);"
    " or have a lead send each inquiry on"
)
MEANWHILE = "until then leads and admins alone open their inquiries, and their letters are given up"


def gone(settings: Settings) -> list[str]:
    """The ids of desks that inquiries stand at, or stood at, and the file lacks. Raises StoreUnavailable."""
    facts = texts.organisation(settings.organisation)
    with closing(open_store(settings.database_url, settings.keyring())) as store:
        return sorted(routes.desks(store) - {desk.id for desk in facts.desks})
