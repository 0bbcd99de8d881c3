"""`desk answered`: record from a script that an inquiry was answered."""

import argparse
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from desk import texts
from desk.commands.output import account, console, opened, refuse
from desk.rules.repetition import answering
from desk.rules.review import Fault
from desk.store import answers, inquiries
from desk.store.answers import Answer
from desk.store.decisions import StateConflict

_REFUSED = {
    "erased": "nothing can be recorded of it any more",
    "refused": "its sender has to be told so first; record that on its page, with “I have told the customer”",
}


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "answered",
        help="record that an inquiry was answered",
        description="Records that an inquiry was answered, so that the same demand after it is recognised; "
        "the log names the account of this machine. An answer of the same day is recorded once, so that a script may "
        "run again. Exit code 1 where it has not reached a desk yet, or is refused and its sender has not been told.",
    )
    parser.add_argument("receipt", metavar="RECEIPT", help="the receipt number; case, spaces and hyphens do not matter")
    parser.add_argument(
        "--at", metavar="DATE", help="the day of the answer, as 2026-11-25, where the organisation is; now unless given"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Record it; exit code 1 when there is no such inquiry or it is with no desk, 2 when the day is none."""
    with opened() as (settings, store):
        inquiry = inquiries.find(store, options.receipt)
        if inquiry is None:
            return refuse("there is no inquiry with this receipt number", 1)
        now = datetime.now(UTC).astimezone(ZoneInfo(texts.organisation(settings.organisation).timezone))
        received = inquiry.received_at.astimezone(now.tzinfo).date()
        on = answering.answered_on(options.at or now.date().isoformat(), received=received, today=now.date())
        if isinstance(on, Fault):
            return refuse(f"--at: {on.message}")
        try:
            answer = Answer(inquiry.receipt, answering.moment(on, now), now, account=account())
            kept = answers.record(store, answer)
        except StateConflict as conflict:
            later = "it has to reach a desk before an answer can be recorded"
            then = _REFUSED.get(conflict.state or "", later)
            return refuse(f"{conflict}: {then}", 1)
    console.print(f"{'Recorded' if kept else 'Already recorded'}: {inquiry.receipt} was answered on {on}.")
    return 0
