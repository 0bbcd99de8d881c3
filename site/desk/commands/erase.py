"""`desk erase`: what is due, as the worker does by itself, or one inquiry because its sender asked (APPI)."""

import argparse
import sys
from datetime import UTC, datetime
from typing import Final
from zoneinfo import ZoneInfo

from desk import texts
from desk.commands.output import account, as_json, console, local, opened, refuse, say, table
from desk.delivery.carriers import letters_folder
from desk.delivery.retention import REMEDY, STOPPED, Done, Eraser, coming, in_the_way
from desk.rules import retention, review
from desk.rules.retention import Obstacle
from desk.settings import Settings
from desk.store import erasing, notices, rounds
from desk.store.engine import Store
from desk.store.erasing import Kept

COLUMNS: Final = ("receipt", "state", "received_at", "closed_at")
OBSTACLES: Final[dict[Obstacle | None, str]] = {
    "open": "nobody has decided on it yet: it has to be reviewed first",
    "waiting": "a letter about it is still on its way: wait until it has left",
    "hold": "it is in legal hold: lift that first, with `desk hold RECEIPT --lift`",
    None: "it changed meanwhile: try again",
}
UNTOLD: Final = (
    "support is refused, and its sender is not told yet. Tell them with the text on its page and record it there; or"
    " leave out --yes, and answer the question"
)
STILL_READ: Final = "somebody reads the database, so its journal still holds it; the worker empties that within an hour"


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "erase",
        help="erase the words of inquiries: of one, or of all whose time is over",
        description="Erases what a sender wrote, the letters about it and whatever quotes it. Receipt, times, acts, "
        "decisions and the log stay. What is sealed with a key that is given up (id:lost) may be erased unreviewed, "
        "for nobody can read it. With --due, what has been kept for as long as the organisation file says: the "
        "worker does the same once an hour. Exit code 1 where an inquiry may not be erased.",
    )
    parser.add_argument("receipt", nargs="?", metavar="RECEIPT", help="the inquiry that its sender asked to be erased")
    parser.add_argument(
        "--reason",
        metavar="TEXT",
        help="why, as it is kept with the receipt: who asked, and when; or which key was lost",
    )
    parser.add_argument("--yes", action="store_true", help="do not ask whether this is meant")
    parser.add_argument("--due", action="store_true", help="everything whose time is over")
    parser.add_argument(
        "--dry-run", action="store_true", help="with --due: say what would be erased, and erase nothing"
    )
    parser.add_argument(
        "--clock-is-right",
        action="store_true",
        help="with --due: erase it though the clock has jumped ahead, or more than half of all is due",
    )
    parser.add_argument("--json", action="store_true", help="with --due: print JSON")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Erase one inquiry or what is due; 2 where the words do not say which."""
    if options.due == bool(options.receipt):
        return refuse("name one receipt, with --reason, or else say --due (--dry-run goes with that)")
    if options.due:
        return _due(options)
    if options.dry_run or options.json or options.clock_is_right:
        return refuse("--dry-run, --json and --clock-is-right go with --due")
    if not (options.reason or "").strip():
        return refuse("--reason is missing: say who asked, and when")
    return _asked(options)


def _due(options: argparse.Namespace) -> int:
    now = datetime.now(UTC)
    with opened() as (settings, store):
        facts = texts.organisation(settings.organisation)
        zone = ZoneInfo(facts.timezone)
        brake = coming(store, facts, now).brake
        stopped = f"{STOPPED[brake]}. {REMEDY}" if brake else ""
        found = erasing.due(store, facts.retention, now)
        if options.dry_run:
            if stopped:
                say(f"desk: nothing of this is erased by itself: {stopped}")
            return _told(options, Done(found, []), zone)
        if stopped and not options.clock_is_right:
            return refuse(f"nothing was erased: {stopped}", 1)
        rounds.begin(store, now, account=account() if stopped else None)
        done = Eraser(store, letters_folder(settings), account()).erase_all(found, facts, now)
        if not store.scrub():
            say(f"desk: {STILL_READ}")
        return _told(options, done, zone)


def _told(options: argparse.Namespace, done: Done, zone: ZoneInfo) -> int:
    rows = [(one.receipt, one.standing.state, one.received_at, one.standing.closed_at) for one in done.erased]
    if options.json:
        named = [dict(zip(COLUMNS, row, strict=True)) for row in rows]
        as_json({"dry_run": options.dry_run, "inquiries": named})
    else:
        if rows:
            table(COLUMNS, local(rows, zone))
        console.print(f"Inquiries that {'are due' if options.dry_run else 'were erased'}: {len(rows)}.")
    for receipt, error in done.left:
        refuse(f"{receipt or 'an old letter'} is not erased: {in_the_way(error)}")
    return 1 if done.left else 0


def _asked(options: argparse.Namespace) -> int:
    with opened() as (settings, store):
        found = erasing.find(store, options.receipt)
        if found is None:
            return refuse("there is no inquiry with this receipt number", 1)
        obstacle = retention.obstacle(found.standing)
        if obstacle == "erased":
            return _gone(store, f"{found.receipt} was erased before.")
        if obstacle:
            return refuse(f"{found.receipt} is not erased: {OBSTACLES[obstacle]}", 1)
        if unsaid := _unconfirmed(store, found, yes=options.yes):
            return refuse(*unsaid)
        if left := _erase(settings, store, found, options.reason.strip()):
            return refuse(f"{found.receipt} is not erased: {left}", 1)
        return _gone(store, f"{found.receipt} is erased.")


def _unconfirmed(store: Store, found: Kept, *, yes: bool) -> tuple[str, int] | None:
    """What to say, with the exit code, where nobody who knows what was decided says that it is meant."""
    outcome, untold = notices.refused_as(store, found.id), bool(notices.unsent_of(store, [found.id]))
    asked = not yes and sys.stdin.isatty()
    if untold and not asked and not found.standing.lost:  # nor can anybody tell them of what no page opens
        return f"{found.receipt} is not erased: {UNTOLD}", 1
    if yes or (asked and _meant(found.receipt, outcome, untold=untold)):
        return None
    return "nothing was erased. Say --yes where nobody can be asked", 2


def _erase(settings: Settings, store: Store, found: Kept, reason: str) -> str | None:
    """Erase it; why it was not, where it was not."""
    eraser = Eraser(store, letters_folder(settings), account())
    try:
        erased = eraser.erase(found.receipt, datetime.now(UTC), reason=reason)
    except OSError as error:
        return in_the_way(error)
    return None if erased else OBSTACLES[None]


def _gone(store: Store, told: str) -> int:
    """The journal is emptied every time: an erasing before this may have been cut off right there."""
    if not store.scrub():
        return refuse(f"{told} But {STILL_READ}", 1)
    console.print(told)
    return 0


def _meant(receipt: str, outcome: str | None, *, untold: bool) -> bool:
    known = review.known_outcome(outcome or "")
    decided = f"It was decided: {review.OUTCOME_NAMES[known]}. " if known else ""
    decided += "Its sender is not told yet. " if untold else ""
    asked = f"{decided}Erase what was written in {receipt}, for good? [y/N] "
    return console.input(asked, markup=False).strip().lower() == "y"
