"""`desk show` and `desk list`: inquiries on the terminal; both are recorded as readings."""

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import UTC, datetime, tzinfo
from itertools import islice
from typing import Any, Final

from desk.commands.output import account, as_json, clock, house_zone, local, opened, readable, refuse, sheet, table
from desk.store import audit, matters, reviews
from desk.store.engine import Store
from desk.store.erasures import Erased, Why
from desk.store.matters import Matter
from desk.store.reviews import Case, ListRow

COLUMNS = ("receipt", "state", "severity", "language", "received_at")
WHY: Final[dict[Why, str]] = {
    "due": "its time was over",
    "asked": "its sender asked",
    "lost": "its key was given up as lost",
}
PAGE = 1_000  # rows that are read at a time


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands to the command line."""
    show = subparsers.add_parser("show", help="show one inquiry whole; recorded as a reading")
    show.add_argument("receipt", metavar="RECEIPT", help="the receipt number; case, spaces and hyphens do not matter")
    show.add_argument("--json", action="store_true", help="print JSON")
    show.set_defaults(run=show_one)
    listing = subparsers.add_parser("list", help="list receipts and states, newest first; recorded as a reading")
    listing.add_argument("--json", action="store_true", help="print JSON")
    listing.add_argument("--most", type=_number, metavar="N", help="how many at most; all unless given")
    listing.set_defaults(run=list_all)


def show_one(options: argparse.Namespace) -> int:
    """Print one inquiry; exit code 1 when there is none with that receipt."""
    with opened() as (settings, store):
        case = reviews.case(store, options.receipt)
        if case is None:
            return refuse("there is no inquiry with this receipt number", 1)
        _record(store, case.inquiry.receipt)
        matter = matters.matter(store, case.inquiry.id, case.assessment.repeats)
    shown = _shown(case, matter)
    if options.json:
        as_json(shown)
    else:
        zone = house_zone(settings)
        sheet(local(shown if case.erased is None else {**_gone(case.erased, zone), **_left(shown)}, zone))
    return 0


def list_all(options: argparse.Namespace) -> int:
    """Print receipts and states; nothing that a sender typed."""
    with opened() as (settings, store):
        _record(store, None)
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


def _shown(case: Case, matter: Matter) -> dict[str, object]:
    inquiry = {name: value for name, value in asdict(case.inquiry).items() if name != "id"}
    return {
        **inquiry,
        "state": case.state,
        "erased": asdict(case.erased) if case.erased else None,
        "legal_hold": asdict(case.hold) if case.hold else None,
        "severity": _severity(case.state, case.assessment.severity),
        "findings": case.assessment.findings,
        "suppressed": case.assessment.suppressed,
        "care": case.assessment.care,
        "second_opinion": _opinion(case.assessment.opinion),
        "decisions": [asdict(decision) for decision in case.decisions],
        "answers": [asdict(answer) for answer in matter.answers],
        "same_matter_before": [{"receipt": one.receipt, "received_at": one.received_at} for one in matter.earlier],
    }


def _opinion(opinion: Mapping[str, Any] | None) -> dict[str, object] | None:
    """Why an inquiry is held that no sign is found in: what reads unusual, and which act it might be."""
    if opinion is None:
        return None
    words = [word["text"] for word in opinion["words"]] if opinion["unusual"] else []
    second = opinion.get("second_guess") if opinion["unusual"] else None
    told: dict[str, object] = {
        "score": opinion["score"],
        "unusual": opinion["unusual"],
        "only_mixed": opinion.get("only_mixed", False),
        "guess": opinion["act_guess"] if opinion["unusual"] else None,
        "words": words,
    }
    return told | ({"second_guess": second} if second else {})


def _gone(erased: Erased, zone: tzinfo) -> dict[str, object]:
    """The first line of an inquiry that was erased: when and why there is no text."""
    said = f"{clock(erased.at.astimezone(zone))}, because {WHY[erased.why]}"
    return {"erased": f"{said}: {erased.reason}" if erased.reason else said, "state_before": erased.state}


def _left(shown: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in shown.items() if name != "erased" and value not in ("", [], (), None)}


def _record(store: Store, receipt: str | None) -> None:
    """The log names the account of this machine that read."""
    audit.command_reading(store, account(), receipt, datetime.now(UTC))


def _number(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("write a whole number from 1 on, or leave it out to list all")
    return int(text)
