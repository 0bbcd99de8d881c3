"""A data folder whose database is up to date, without migrating it anew for each test that needs one.

All desks of a process that are made so have the same keys.
"""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from desk.settings import Settings
from desk.store.migrate import migrate


def make_ready(settings: Settings) -> None:
    """Make the data folder of a desk with its keys and its database: a copy, where it has neither yet."""
    new = not settings.data.exists() or not any(settings.data.iterdir())
    if new and settings.keys is None and settings.database is None:
        shutil.copytree(_migrated(), settings.data, dirs_exist_ok=True)
    else:
        _make(settings)


def make_ready_at(data: Path) -> None:
    """Make this folder that of a desk with the usual settings."""
    make_ready(Settings(_env_file=None, data=data, origin="https://desk.example.com"))


@cache
def _migrated() -> Path:
    folder = tempfile.TemporaryDirectory(prefix="desk-migrated-")
    atexit.register(folder.cleanup)
    settings = Settings(_env_file=None, data=Path(folder.name) / "data", origin="https://desk.example.com")
    _make(settings)
    return settings.data


def _make(settings: Settings) -> None:
    settings.prepare_data()
    settings.make_keys()
    migrate(settings.database_url, settings.keyring())
