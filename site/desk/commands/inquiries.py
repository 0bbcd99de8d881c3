"""`desk list`: receipts and states on the terminal; recorded as a reading."""

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice

from desk.commands.output import account, as_json, house_zone, local, opened, readable, table
from desk.store import audit, reviews
from desk.store.engine import Store
from desk.store.reviews import ListRow

COLUMNS = ("receipt", "state", "severity", "language", "received_at")
PAGE = 1_000  # rows that are read at a time


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    listing = subparsers.add_parser("list", help="list receipts and states, newest first; recorded as a reading")
    listing.add_argument("--json", action="store_true", help="print JSON")
    listing.add_argument("--most", type=_number, metavar="N", help="how many at most; all unless given")
    listing.set_defaults(run=list_all)


def list_all(options: argparse.Namespace) -> int:
    """Print receipts and states; nothing that a sender typed."""
    with opened() as (settings, store):
        audit.command_reading(store, account(), None, datetime.now(UTC))
        rows = list(islice(_rows(store), options.most))
    listed = [_listed(row) for row in rows]
    if options.json:
        as_json(listed)
    else:
        zone = house_zone(settings)
        table(COLUMNS, ([readable(local(value, zone)) for value in row.values()] for row in listed))
    return 0


def _listed(row: ListRow) -> dict[str, object]:
    return {name: getattr(row, name) for name in COLUMNS} | {"severity": _severity(row.state, row.severity)}


def _severity(state: str, severity: str) -> str | None:
    """What was not screened yet has none, not even the lowest."""
    return None if state == "received" else severity


def _rows(store: Store) -> Iterator[ListRow]:
    """Every inquiry, newest first, a page at a time."""
    after = None
    while page := reviews.listing(store, after, PAGE):
        yield from page
        after = page[-1].cursor


def _number(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("write a whole number from 1 on, or leave it out to list all")
    return int(text)
