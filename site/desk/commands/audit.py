"""`desk audit verify`: is the log whole?"""

import argparse
from pathlib import Path
from typing import Final

from desk.commands.output import console, opened, refuse
from desk.files import is_full, write_whole
from desk.store import audit, head
from desk.store.audit import Verified
from desk.store.engine import Store
from desk.store.head import Head, UnlistedKeyError

SEEN: Final = "audit-head.json"
"""The file in the data folder in which verifying keeps how far the log was whole."""

PUT_BACK: Final = (
    "Put the line of that key back into the list, below the first one; where none ever had this id, somebody changed it"
)

LOST: Final = "These rows can be read, and not be checked any more"
MOVE: Final = "It cannot be checked any more: move it away"


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("audit", help="check the append-only log of readings and decisions")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    verify = commands.add_parser(
        "verify",
        help="name the first row that was changed or taken away, if any",
        description="Walks the log from its first row to its last, and compares its end with a sealed head in the "
        f"database and with {SEEN} in the data folder, where each run keeps how far it came. Exit code 1 when the log "
        "is broken. Only the lines are looked at: no decision, and no name or receipt that is shown beside them.",
    )
    verify.set_defaults(run=run)


def run(_options: argparse.Namespace) -> int:
    """Walk the chain; exit code 1 when it is broken, 2 when a key is missing or the copy of its head is amiss."""
    with opened() as (settings, store):
        kept = settings.data / SEEN
        try:
            verified = audit.verify(store, _seen(store, kept))
            if verified.broken is None:
                write_whole(kept, head.written(store.seals, verified.head).encode())
        except UnlistedKeyError as error:
            return refuse(f"{kept}: {_closed(store, str(error), MOVE)}")
        except ValueError as error:
            return refuse(f"{kept}: {error}. Bring it back from a backup, or look into who changed it")
        except OSError as error:
            return refuse(f"{kept}: {error.strerror}. {_remedy(error)}")
    return _told(store, verified)


def _closed(store: Store, key_id: str, lost: str) -> str:
    """That no key of the list checks it, with what to do; `lost` is that where the list gives its key up."""
    if key_id in store.seals.keyring.lost:
        return f"it is sealed with the key {key_id}, which was given up as lost. {lost}"
    return f"it is sealed with the key {key_id}, which is not listed. {PUT_BACK}"


def _remedy(error: OSError) -> str:
    return "Make room on the disk" if is_full(error) else "Run this as the account that the data folder belongs to"


def _told(store: Store, verified: Verified) -> int:
    if verified.broken is None:
        console.print(f"The log is whole. Rows: {verified.head.count}.")
        return 0
    row = verified.broken
    if verified.key_id:
        closed = _closed(store, verified.key_id, LOST)
        return refuse(f"the log cannot be checked from row {row} on: {closed}")
    console.print(f"The log is broken at row {row}: this row, or one before it, was changed or taken away.")
    return 1


def _seen(store: Store, kept: Path) -> Head | None:
    return head.read(store.seals, kept.read_text("utf-8")) if kept.exists() else None
