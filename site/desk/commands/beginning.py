"""The database of a desk, made or brought up to date; where none was yet, with the keys that it will be sealed with."""

from desk.settings import Settings
from desk.store.migrate import migrate, pending, place_of, untouched


def brought_up_to_date(settings: Settings) -> bool:
    """Whether there was something to do. Raises SettingsError, KeyringError, StoreUnavailable, NewerDatabaseError.

    A key is made for a new desk alone: beside a database whose keys are elsewhere it would seal what they never open.
    """
    settings.prepare_data()
    if untouched(settings.database_url):
        settings.make_keys()
    keyring = settings.keyring()
    waiting = pending(settings.database_url)
    migrate(settings.database_url, keyring)
    return waiting


def no_desk(settings: Settings) -> tuple[str, str]:
    """Where no desk is, and what to do about it."""
    variable = "DESK_DATABASE" if settings.database else "DESK_DATA"
    remedy = f"correct {variable}, or make one: `desk up` or `desk migrate`"
    return f"there is no desk at {place_of(settings.database_url)}", remedy
