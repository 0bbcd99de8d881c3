"""`desk show` and `desk list`: inquiries on the terminal; both are recorded as readings."""

import argparse
import getpass
from dataclasses import asdict
from datetime import UTC, datetime

from desk.commands.output import as_json, errors, fields, opened, table
from desk.store import audit, reviews
from desk.store.engine import Store
from desk.store.reviews import Case

MOST = 1_000  # inquiries that one call lists


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands to the command line."""
    show = subparsers.add_parser("show", help="show one inquiry whole; recorded as a reading")
    show.add_argument("receipt", metavar="RECEIPT", help="the receipt number; case, spaces and hyphens do not matter")
    show.add_argument("--json", action="store_true", help="print JSON")
    show.set_defaults(run=show_one)
    listing = subparsers.add_parser("list", help="list receipts and states, newest first; recorded as a reading")
    listing.add_argument("--json", action="store_true", help="print JSON")
    listing.add_argument("--most", type=int, default=MOST, metavar="N", help=f"how many at most ({MOST})")
    listing.set_defaults(run=list_all)


def show_one(options: argparse.Namespace) -> int:
    """Print one inquiry; exit code 1 when there is none with that receipt."""
    with opened() as (_, store):
        case = reviews.case(store, options.receipt)
        if case is None:
            errors.print("desk: there is no inquiry with this receipt number.", markup=False)
            return 1
        _record(store, case.inquiry.receipt)
    shown = _shown(case)
    if options.json:
        as_json(shown)
    else:
        fields(shown)
    return 0


def list_all(options: argparse.Namespace) -> int:
    """Print receipts and states; nothing that a sender typed."""
    with opened() as (_, store):
        rows = reviews.listing(store, None, options.most)
        _record(store, None)
    if options.json:
        as_json([{"receipt": row.receipt, "state": row.state, "language": row.language, "severity": row.severity,
                  "received_at": row.received_at.isoformat()} for row in rows])  # fmt: skip
    else:
        table(("receipt", "state", "severity", "received (UTC)"),
              ((row.receipt, row.state, row.severity, f"{row.received_at:%Y-%m-%d %H:%M}") for row in rows))  # fmt: skip
    return 0


def _shown(case: Case) -> dict[str, object]:
    inquiry = {name: value for name, value in asdict(case.inquiry).items() if name != "id"}
    return {**inquiry, "state": case.state, "severity": case.assessment.severity, "findings": case.assessment.findings,
            "care": case.assessment.care, "decisions": [asdict(decision) for decision in case.decisions]}  # fmt: skip


def _record(store: Store, receipt: str | None) -> None:
    """The log names the account of this machine that read."""
    audit.command_reading(store, getpass.getuser(), receipt, datetime.now(UTC))
