"""`desk hold`: keep an inquiry beyond its time, for a dispute or a court, and let its time run again."""

import argparse
from datetime import UTC, datetime

from desk.commands.output import account, console, opened, refuse
from desk.store import erasing, holds
from desk.store.decisions import StateConflict
from desk.store.holding import Change


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "hold",
        help="put an inquiry in legal hold, or lift that",
        description="An inquiry in legal hold is not erased, whatever its time. The log names the account of this "
        "machine. Exit code 1 where it is held already or, with --lift, is not.",
    )
    parser.add_argument("receipt", metavar="RECEIPT", help="the receipt number; case, spaces and hyphens do not matter")
    parser.add_argument("--reason", default="", metavar="TEXT", help="why; --lift does without")
    parser.add_argument("--lift", action="store_true", help="lift it: the time of the inquiry runs again")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Place or lift it; 1 when there is no such inquiry or it does not stand so, 2 without a reason."""
    reason = options.reason.strip()
    if not options.lift and not reason:
        return refuse("--reason is missing: say why it has to be kept")
    with opened() as (_, store):
        found = erasing.find(store, options.receipt)
        if found is None:
            return refuse("there is no inquiry with this receipt number", 1)
        change = Change(found.receipt, datetime.now(UTC), reason, account=account())
        try:
            (holds.lift if options.lift else holds.place)(store, change)
        except StateConflict as conflict:
            return refuse(str(conflict), 1)
    console.print(f"{found.receipt} is {'no longer' if options.lift else 'now'} in legal hold.")
    return 0
