"""`desk audit verify`: is the log whole?"""

import argparse

from desk.commands.output import console, opened
from desk.store import audit


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("audit", help="check the append-only log of readings and decisions")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    commands.add_parser("verify", help="name the first row that was changed, if any").set_defaults(run=run)


def run(_options: argparse.Namespace) -> int:
    """Walk the chain; exit code 1 when it is broken."""
    with opened() as (_, store):
        broken = audit.verify(store)
    if broken is None:
        console.print("The log is whole.")
        return 0
    console.print(f"The log is broken at row {broken}: this row, or one before it, was changed or taken away.")
    return 1
