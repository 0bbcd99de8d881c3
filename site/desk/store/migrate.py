"""The database's shape through time: plain Alembic, the whole upgrade in one transaction."""

from typing import TYPE_CHECKING

from sqlalchemy import inspect

from desk.keys import Keyring
from desk.store import head
from desk.store.engine import connect
from desk.store.sealing import Seals
from desk.store.tables import AUDIT_HEAD
from desk.store.writer import translated

if TYPE_CHECKING:
    from alembic.config import Config

_PATIENCE = 60  # seconds that an upgrade waits for another one, or for a busy desk


def migrate(url: str, keyring: Keyring) -> None:
    """Bring the database at `url` up to this version, making it where there is none. Raises StoreUnavailable.

    The keys are those that the desk runs with: what is new may have to be sealed.
    """
    from alembic import command  # noqa: PLC0415 (of all processes of a desk one migrates)

    config = _config()
    engine = connect(url, writes=True, patience=_PATIENCE)
    try:
        # The transaction begins with the write lock: of two processes that start together one migrates.
        with translated(), engine.begin() as connection:
            config.attributes["connection"] = connection
            headless = not inspect(connection).has_table(AUDIT_HEAD.name)
            command.upgrade(config, "head")
            if headless:
                head.begin(connection, Seals(keyring))
    finally:
        engine.dispose()


def pending(url: str) -> bool:
    """Whether `migrate` has something to do. Raises StoreUnavailable."""
    from alembic.runtime.migration import MigrationContext  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    engine = connect(url, writes=False)
    try:
        with translated(), engine.connect() as connection:
            heads = MigrationContext.configure(connection).get_current_heads()
        return set(heads) != set(ScriptDirectory.from_config(_config()).get_heads())
    finally:
        engine.dispose()


def _config() -> "Config":
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", "desk:store/migrations")
    config.set_main_option("path_separator", "os")
    return config
