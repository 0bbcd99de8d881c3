"""Empties SQLite's write-ahead log: a row that was deleted stands there until it is overwritten."""

import sqlite3
import time
from contextlib import closing
from typing import Any, Final

from sqlalchemy import Engine

from desk.store.writer import StoreUnavailable, translated

TRIES: Final = 20
PATIENCE: Final = 100  # milliseconds of one try, in which nobody can write
BREATH: Final = 0.1  # seconds between two tries, in which everybody can


def scrubbed(engine: Engine) -> bool:
    """Bring everything into the database file and cut its journal to nothing; False where readers never leave it."""
    try:
        with translated(), closing(engine.raw_connection()) as connection:
            done = _emptied(connection.driver_connection)
            connection.invalidate()  # it has another patience than its like
            return done
    except sqlite3.Error as error:
        raise StoreUnavailable(type(error).__name__) from error


def _emptied(connection: Any) -> bool:
    connection.execute(f"PRAGMA busy_timeout = {PATIENCE}")
    for _ in range(TRIES):
        busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if not busy:
            return True
        time.sleep(BREATH)
    return False
