"""Keeps no longer than it may: erases what is due once an hour, with its letters and their files."""

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from desk import log
from desk.context import Context
from desk.delivery.carriers import letters_folder, take_back
from desk.rules.organisation import Organisation, Retention
from desk.store import erasing
from desk.store.engine import Store, StoreUnavailable
from desk.store.erasing import Letter, Order

AT_ONCE: Final = 500  # inquiries in one round
FIRST: Final = 60.0  # seconds from the start to the first round; what a crash left undone is done then
PAUSE: Final = 60.0  # seconds before the next round where the database did not answer
ROUND: Final = 3600.0  # seconds between two rounds


@dataclass(frozen=True, slots=True)
class Eraser:
    """Who erases, and where: the store, the folder of the letters' files, the account ("" for the worker)."""

    store: Store
    letters: Path
    account: str = ""

    def erase(self, receipt: str, now: datetime, kept: Retention | None = None, reason: str = "") -> bool:
        """Erase an inquiry whose time by `kept` is over or, without that, whose sender asked; False where it may not.

        The files go first: where that is as far as it comes, the rows still lead to the rest. Raises StoreUnavailable,
        OSError.
        """
        seen = erasing.find(self.store, receipt)
        if seen is None or not erasing.may(seen.standing, kept, now):
            return False
        self._take_back(seen.letters)
        return erasing.erase(self.store, Order(seen, now, kept, reason, self.account))

    def forget(self, facts: Organisation, now: datetime) -> None:
        """Take away letters that have left, and counts, when their own times are over. Raises as `erase` does."""
        before = now - timedelta(days=facts.retention.outbox)
        while letters := erasing.old_letters(self.store, before):
            self._take_back(letters)
            erasing.forget_letters(self.store, [letter.id for letter in letters])
        today = now.astimezone(ZoneInfo(facts.timezone)).date()
        erasing.forget_counts(self.store, today - timedelta(days=facts.retention.counts), now)

    def _take_back(self, letters: Iterable[Letter]) -> None:
        take_back(self.letters, [letter.message_id for letter in letters])


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
    """Erase what is due, AT_ONCE inquiries at most; gives how many that were. Raises StoreUnavailable, OSError."""
    kept, now = context.organisation.retention, context.now()
    eraser = Eraser(context.store, letters_folder(context.settings))
    found = erasing.due(context.store, kept, now, AT_ONCE)
    erased = sum(eraser.erase(one.receipt, now, kept) for one in found)
    eraser.forget(context.organisation, now)
    # Every time, for a round before this may have been cut off right here.
    if not context.store.scrub():
        log.warning("retention_waits", reason="somebody reads the database: its journal still holds what was erased")
    if erased:
        log.info("erased", count=erased)
    return erased
