"""A data folder whose database is up to date, without migrating it anew for each test that needs one."""

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


@cache
def _migrated() -> Path:
    folder = tempfile.TemporaryDirectory(prefix="desk-migrated-")
    atexit.register(folder.cleanup)
    settings = Settings(_env_file=None, data=Path(folder.name) / "data", origin="https://desk.example.com")
    _make(settings)
    return settings.data


def _make(settings: Settings) -> None:
    settings.prepare_data()
    migrate(settings.database_url, settings.keyring())
