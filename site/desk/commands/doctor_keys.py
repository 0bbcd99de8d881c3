"""What `desk doctor` says of the key list, of what it opens, and of the files that secrets come from."""

import shlex
import stat
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from desk.commands.looks import Look, listed, look
from desk.settings import SECRETS, Settings, surroundings
from desk.store import closed
from desk.store.engine import StoreUnavailable, open_store
from desk.store.migrate import untouched


def listed_keys(known: Settings) -> Iterator[Look]:
    """Look at the key list. Raises KeyringError."""
    if known.keys is None and not known.keys_file.exists():
        try:
            new = untouched(known.database_url)
        except StoreUnavailable:
            return  # whether any should be there only the database knows, of which the next look speaks
        if new:
            yield Look("keys", False, "none yet", "Start the desk once, or set DESK_KEYS_FILE")
            return
    keyring = known.keyring()
    lost = f"; given up as lost: {', '.join(sorted(keyring.lost))}" if keyring.lost else ""
    yield Look("keys", True, f"{len(keyring.keys)}, the current one is {keyring.current.id}{lost}")


def in_use(known: Settings) -> Iterator[Look]:
    """Look whether every key that sealed something is listed and opens it. Raises StoreUnavailable."""
    with closing(open_store(known.database_url, known.keyring())) as store:
        found = closed.closed(store)
    for one in found:
        remedy = one.remedy
        yield Look("keys in use", False, str(one), remedy[0].upper() + remedy[1:])
    if not found:
        yield Look("keys in use", True, "all that sealed something are listed and open it")


def secret_files(known: Settings) -> Iterator[Look]:
    """Look whether any account of the machine may read a file of secrets; of the data folder another look speaks.

    A group may: a file that root owns is often given to the group of the account that the desk runs as.
    """
    said = surroundings()
    named = [Path(path) for name in SECRETS if (path := said.get(f"DESK_{name.upper()}_FILE"))]
    outside = [path for path in named if not path.resolve().is_relative_to(known.data.resolve())]
    loose = []
    for file in outside:
        with suppress(OSError):
            if stat.S_IMODE(file.stat().st_mode) & 0o007:
                loose.append(str(file))
    if outside:
        yield look("secrets", listed("open to every account of this machine", loose), "closed", _close(loose))


def _close(loose: list[str]) -> str:
    return f"chmod o= {shlex.join(loose)}"
