"""The database's shape through time: plain Alembic, the whole upgrade in one transaction."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import inspect, make_url

from desk.keys import Keyring
from desk.store import head
from desk.store.engine import connect
from desk.store.sealing import Seals
from desk.store.tables import AUDIT_HEAD, INQUIRY
from desk.store.writer import StoreUnavailable, translated

if TYPE_CHECKING:
    from alembic.config import Config

_PATIENCE = 60  # seconds that an upgrade waits for another one, or for a busy desk


class NewerDatabaseError(ValueError):
    """The database has a shape that this version does not know; the message says what was seen and the remedy."""

    remedy = "start that version again, or restore the backup from before the upgrade"

    def __init__(self, unknown: set[str]) -> None:
        self.seen = f"the database was written by a newer version (revision {', '.join(sorted(unknown))})"
        super().__init__(f"{self.seen}: {self.remedy}")


def migrate(url: str, keyring: Keyring) -> None:
    """Bring the database at `url` up to this version, making it where there is none.

    The keys are those that the desk runs with: what is new may have to be sealed. Raises StoreUnavailable, and
    KeyringError where the database has other keys.
    """
    from alembic import command  # noqa: PLC0415 (of all processes of a desk one migrates)

    config = _config()
    engine = connect(url, writes=True, patience=_PATIENCE)
    try:
        # The transaction begins with the write lock: of two processes that start together one migrates.
        with translated(), engine.begin() as connection:
            config.attributes["connection"] = connection
            known = inspect(connection)
            headless = not known.has_table(AUDIT_HEAD.name)
            if not headless:
                head.check_keys(connection, Seals(keyring))
            elif known.has_table(INQUIRY.name):
                head.check_sealed(connection, Seals(keyring))
            command.upgrade(config, "head")
            if headless:
                head.begin(connection, Seals(keyring))
    finally:
        engine.dispose()


def pending(url: str) -> bool:
    """Whether `migrate` has something to do. Raises StoreUnavailable, NewerDatabaseError."""
    (known, newest), heads = _revisions(), _heads(url)
    if unknown := heads - known:
        raise NewerDatabaseError(unknown)
    return heads != newest


def untouched(url: str) -> bool:
    """Whether no desk was ever made at `url`; asking makes no file there. Raises StoreUnavailable."""
    place = make_url(url)
    try:
        missing = place.get_backend_name() == "sqlite" and not Path(place.database or "").exists()
    except OSError as error:
        raise StoreUnavailable(f"{place.database}: {error.strerror}") from error
    return missing or not _heads(url)


def place_of(url: str) -> str:
    """The database as people may read it: its file, or its address without the password."""
    place = make_url(url)
    file = Path(place.database or "") if place.get_backend_name() == "sqlite" else None
    return str(file.resolve()) if file else place.set(query={}).render_as_string()


@cache  # reading every one of them takes longer than all else that a small command does
def _revisions() -> tuple[frozenset[str], frozenset[str]]:
    """All revisions that this version knows, and the newest of them."""
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    scripts = ScriptDirectory.from_config(_config())
    return frozenset(script.revision for script in scripts.walk_revisions()), frozenset(scripts.get_heads())


def _heads(url: str) -> set[str]:
    from alembic.runtime.migration import MigrationContext  # noqa: PLC0415

    engine = connect(url, writes=False)
    try:
        with translated(), engine.connect() as connection:
            return set(MigrationContext.configure(connection).get_current_heads())
    finally:
        engine.dispose()


def _config() -> "Config":
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", "desk:store/migrations")
    config.set_main_option("path_separator", "os")
    return config
