"""Keeps no longer than it may: erases what is due once an hour, with its letters and their files."""

import os
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from desk import log
from desk.context import Context
from desk.delivery.carriers import files, letters_folder, take_back
from desk.rules import retention
from desk.rules.organisation import Organisation, Retention
from desk.rules.retention import Brake
from desk.store import erasing, erasures, forgetting, rounds
from desk.store.engine import Store, StoreUnavailable
from desk.store.erasing import Kept, Order
from desk.store.forgetting import Letter

AT_ONCE: Final = 500  # inquiries in one round
FIRST: Final = 60.0  # seconds from the start to the first round; what a crash left undone is done then
PAUSE: Final = 60.0  # seconds before the next round where the database did not answer
LATE: Final = timedelta(days=1)  # after which what should be gone and is not stands in somebody's way
NAMED: Final = 10  # of these that are named at once
ROUND: Final = 3600.0  # seconds between two rounds

STOPPED: Final[dict[Brake, str]] = {
    "clock": "the clock is more than 30 days ahead of the round before: it is wrong, or the desk was off",
    "many": "more than half of all inquiries are due at once: the clock is ahead, or [retention] is too short",
}
REMEDY: Final = (
    "Look at the clock of this machine and at [retention] in the organisation file. `desk erase --due --dry-run` "
    "names what would be erased; where that is right: `desk erase --due --clock-is-right`"
)


@dataclass(frozen=True, slots=True)
class Round:
    """What is due, the oldest first, whether old letters are, and whether it all waits for somebody to see the clock.

    Where it waits, there may be more of it than is named.
    """

    due: list[Kept]
    letters: bool
    brake: Brake | None


@dataclass(frozen=True, slots=True)
class Done:
    """What was erased; and the receipt of what was not ("" for an old letter), with the file that stood in the way."""

    erased: list[Kept]
    left: list[tuple[str, OSError]]


@dataclass(frozen=True, slots=True)
class Eraser:
    """Who erases, and where: the store, the folder of the letters' files, the account ("" for the worker)."""

    store: Store
    letters: Path
    account: str = ""

    def erase(self, receipt: str, now: datetime, kept: Retention | None = None, reason: str = "") -> bool:
        """Erase an inquiry whose time by `kept` is over or, without that, whose sender asked; False where it may not.

        First it is marked, then the files go, then the words: where that is as far as it comes, the rows still lead to
        the rest, and a legal hold comes before or not at all. Where it fails, the mark is taken away, so that it stands
        in nobody's way. Raises StoreUnavailable, and OSError where a file cannot be deleted.
        """
        seen = erasing.find(self.store, receipt)
        if seen is None:
            return False
        order = Order(seen, now, kept, erasures.sealed(self.store, seen.id, reason), self.account)
        if not erasing.begin(self.store, order):
            return False
        erased = False
        try:
            for error in self._take_back(seen.letters).values():
                raise error
            erased = erasing.erase(self.store, order)
        finally:
            if not erased:
                forgetting.give_back(self.store, [letter.id for letter in seen.letters])
        return erased

    def erase_all(self, due: Iterable[Kept], facts: Organisation, now: datetime) -> Done:
        """Erase these where their time is over, then whatever goes by a time of its own; one keeps back no other.

        Raises StoreUnavailable.
        """
        done = Done([], [])
        for one in due:
            try:
                if self.erase(one.receipt, now, facts.retention):
                    done.erased.append(one)
            except OSError as error:
                done.left.append((one.receipt, error))
        done.left.extend(("", error) for error in self._forget(facts, now))
        return done

    def _forget(self, facts: Organisation, now: datetime) -> list[OSError]:
        """Take away letters that have left, and counts, when their own times are over; gives what stood in the way."""
        before, after = now - timedelta(days=facts.retention.outbox), ""
        faults = self._take_away(forgetting.taken(self.store))
        while letters := forgetting.old_letters(self.store, before, after):
            faults += self._take_away(forgetting.take(self.store, letters))
            after = letters[-1].id
        today = now.astimezone(ZoneInfo(facts.timezone)).date()
        forgetting.forget_counts(self.store, today - timedelta(days=facts.retention.counts), now)
        return faults

    def _take_away(self, letters: list[Letter]) -> list[OSError]:
        """Delete letters that were marked, files first; what stood in the way of those that stay."""
        left = self._take_back(letters)
        forgetting.forget_letters(self.store, [one.id for one in letters if one.message_id not in left])
        forgetting.give_back(self.store, [one.id for one in letters if one.message_id in left])
        return list(left.values())

    def _take_back(self, letters: Iterable[Letter]) -> dict[str, OSError]:
        return take_back(self.letters, [letter.message_id for letter in letters])


def coming(store: Store, facts: Organisation, now: datetime) -> Round:
    """What the next round would erase, and whether it waits. Raises StoreUnavailable."""
    before = rounds.before(store)
    due = erasing.due(store, facts.retention, now, retention.at_once(before.kept) + 1)
    letters = bool(forgetting.old_letters(store, now - timedelta(days=facts.retention.outbox)))
    return Round(due, letters, retention.brake(now, before.at, due=len(due), kept=before.kept, letters=letters))


def late(store: Store, folder: Path, facts: Organisation, now: datetime) -> list[str]:
    """What should have gone a day ago, NAMED of it at most: receipts, old letters, and which of their files are there.

    Raises StoreUnavailable.
    """
    then = now - LATE
    due = erasing.due(store, facts.retention, then, NAMED)
    seen = [(one.receipt, found.letters if (found := erasing.find(store, one.receipt)) else ()) for one in due]
    old = forgetting.old_letters(store, then - timedelta(days=facts.retention.outbox))
    seen += [("an old letter", (one,)) for one in old]
    return [" ".join((what, *map(str, _there(folder, letters)))) for what, letters in seen[:NAMED]]


def _there(folder: Path, letters: Iterable[Letter]) -> list[Path]:
    return [file for one in letters for file in files(folder, one.message_id) if os.path.lexists(file)]


def keep(context: Context, stop: threading.Event) -> None:
    """Erase what is due, a minute after the start and then once an hour, until told to stop."""
    pause = FIRST
    while not stop.wait(pause):
        pause = ROUND
        try:
            erase_due(context)
        except StoreUnavailable as error:
            log.warning("retention_waits", reason=str(error))
            pause = PAUSE
        except Exception as error:  # noqa: BLE001 - the worker outlives whatever one round brings
            log.fault("retention_failed", error)


def erase_due(context: Context) -> int:
    """Erase what is due, AT_ONCE inquiries at most; gives how many that were. Raises StoreUnavailable."""
    facts, now, store = context.organisation, context.now(), context.store
    found = coming(store, facts, now)
    if found.brake:
        log.error("nothing_is_erased", reason=f"{STOPPED[found.brake]}. {REMEDY}")
        return 0
    rounds.begin(store, now, takes=bool(found.due or found.letters))
    done = Eraser(store, letters_folder(context.settings)).erase_all(found.due[:AT_ONCE], facts, now)
    for receipt, error in done.left:
        log.error("letter_not_deleted", receipt=receipt or None, error=type(error).__name__, reason=in_the_way(error))
    # Every time, for a round before this may have been cut off right here.
    if not store.scrub():
        log.warning("retention_waits", reason="somebody reads the database: its journal still holds what was erased")
    if done.erased:
        log.info("erased", count=len(done.erased))
    return len(done.erased)


def in_the_way(error: OSError) -> str:
    """Which file could not be deleted and why, and what to do; its name holds nothing that a sender wrote."""
    place = error.filename or "the folder of the letters"
    return f"{place}: {error.strerror}. Delete it by hand, or let the account that runs the desk delete it"
