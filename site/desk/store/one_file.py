"""The file of an SQLite database while it is open: what is written to one that was moved away nobody finds again."""

import os
from contextlib import suppress
from pathlib import Path

from desk.store.writer import StoreUnavailable

MOVED = "the database file is no longer where it was opened; put it back, or start the desk anew"


class OneFile:
    """The file at a path, from when it was first opened."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._opened: tuple[int, int] | None = None  # its device and its inode

    def make(self) -> None:
        """Make the file for its owner alone, where there is none yet. Raises StoreUnavailable."""
        if self._opened is not None:
            self.check()  # or what opens it next would make another one
            return
        # SQLite gives its journals the rights of the database: it is enough to make that for its owner alone.
        with suppress(OSError):
            os.close(os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))

    def opened(self) -> None:
        """Remember the file, which is open now. Raises StoreUnavailable."""
        if self._opened is None:
            self._opened = self._seen()
        self.check()

    def check(self) -> None:
        """Raise StoreUnavailable where another file, or none, is at the path by now."""
        if self._seen() != self._opened:
            raise StoreUnavailable(MOVED)

    def _seen(self) -> tuple[int, int] | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino
