"""`desk signs`: how often each sign was seen in the inquiries that are kept, and how often people confirmed it."""

import argparse

from desk.commands.output import as_json, opened, table
from desk.rules.conduct.ledger import Fared, fared
from desk.store import ledger

COLUMNS = ("sign", "suggests", "trial", "inquiries", "confirmed", "other act", "no act", "share", "set aside", "amiss")


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "signs",
        help="say how often people confirmed what each sign suggests",
        description="For each sign that was seen: in how many inquiries it counted (or, on trial, was seen), and what "
        "those who decided on them named: the act that the sign suggests, only another act, or none. Then in how many "
        "it was set aside, and how many of these were amiss, for its act was named.",
    )
    parser.add_argument("--json", action="store_true", help="for scripts")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print every sign, those with no act named most often first."""
    with opened() as (_, store):
        rows = fared(ledger.seen(store))
    if options.json:
        as_json([_named(row) for row in rows])
        return 0
    table(COLUMNS, (_cells(row) for row in rows))
    return 0


def _named(row: Fared) -> dict[str, object]:
    known = {name: getattr(row, name) for name in Fared.__dataclass_fields__}
    return known | {"act": row.act or None, "share": row.share}


def _cells(row: Fared) -> tuple[object, ...]:
    share = "–" if row.share is None else f"{row.share:.3f}"
    named = (row.sign, row.act or "–", "yes" if row.trial else "", row.counted, row.confirmed, row.other_act)
    return (*named, row.no_act, share, row.set_aside, row.amiss)
