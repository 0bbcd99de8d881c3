"""The worker: screens what came in within a second, empties the outbox, erases; never on a visitor's time."""

import gc
import threading
from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage
from typing import Any

from desk import log
from desk.context import Context
from desk.delivery import retention, screening
from desk.delivery.carriers import STOPPING, Carrier, Undelivered
from desk.delivery.post import NotALetter, Sealed, letter
from desk.store import outbox
from desk.store.engine import StoreUnavailable
from desk.store.kinds import TO_SENDER
from desk.store.outbox import OutboxItem

BREATH = 0.25  # seconds between two looks at the database when there is nothing to do
PAUSE = 5.0  # seconds before the next look when the database did not answer
AT_ONCE = 50  # inquiries taken in one round
LETTERS = 10  # letters sent in one round
YOUNG = 50_000  # objects between two looks for rubbish: a text of many threats makes as many, none of them in a ring
ENDING = STOPPING + 4.0  # seconds until what became of a letter that was under way is written down, sent or not
PAUSES = (*(timedelta(minutes=minutes) for minutes in (0.5, 2, 10, 60, 240, 720)), outbox.LONGEST_PAUSE)
"""How long a letter waits after each failure; after the last it is given up and shown to the staff."""


def run(context: Context, carrier: Carrier, stop: threading.Event) -> None:
    """Work until told to stop, with threads for the letters and the erasing: neither keeps an inquiry waiting.

    Told to stop, it ends with the inquiry and the letter at hand, within ENDING seconds.
    """
    sending = (lambda: deliver(context, carrier, stop.is_set), LETTERS, stop)
    letters = threading.Thread(target=_keep_doing, args=sending, name="letters", daemon=True)
    kept = threading.Thread(target=retention.keep, args=(context, stop), name="retention", daemon=True)
    letters.start()
    kept.start()
    screening.warm(context)
    settle()
    aside: dict[str, float] = {}
    _keep_doing(lambda: screen(context, stop.is_set, aside), AT_ONCE, stop)
    letters.join(timeout=ENDING)
    kept.join(timeout=1)


def settle() -> None:
    """Spare what is there, and most of what is made for one text, from being looked through for rubbish.

    That holds for the whole process, so also for the pages where it answers too: they pause less often for it, and keep
    what is left of their answers until YOUNG objects have come together, a few MB.
    """
    gc.collect()
    gc.freeze()  # signs and patterns stay: looking through them again and again would only make pauses
    gc.set_threshold(YOUNG)


def _keep_doing(work: Callable[[], int], most: int, stop: threading.Event) -> None:
    """Work until told to stop; what did the `most` that it does in one round has more to do at once."""
    pause = BREATH
    while not stop.wait(pause):
        try:
            pause = 0.0 if work() >= most else BREATH
        except StoreUnavailable as error:
            log.warning("worker_waits", reason=str(error))
            pause = PAUSE
        except Exception as error:  # noqa: BLE001 - the worker outlives whatever one round brings
            log.fault("worker_failed", error)
            pause = PAUSE


def screen(context: Context, stopped: Callable[[], bool] = lambda: False, aside: dict[str, float] | None = None) -> int:
    """Examine what has not been screened, until `stopped`; gives how many inquiries that were."""
    return screening.screen(context, AT_ONCE, stopped, aside)


def deliver(context: Context, carrier: Carrier, stopped: Callable[[], bool] = lambda: False) -> int:
    """Send letters that are due until `stopped`, LETTERS at most; gives how many were tried.

    Each is claimed just before it is sent: a claim has to outlast one talk with a slow mail server, not a row of them.
    """
    for tried in range(LETTERS):
        due = [] if stopped() else outbox.claim_due(context.store, context.now(), 1)
        if not due:
            return tried
        _deliver(context, carrier, due[0])
    return LETTERS


def _deliver(context: Context, carrier: Carrier, item: OutboxItem) -> None:
    try:
        written = letter(context, item)
        kept = _kept(item, written)  # before it leaves: what fails behind that would send it once more, and again
        carrier(written)
    except NotALetter as reason:
        outbox.give_up(context.store, item.id, str(reason))
        log.warning("letter_given_up", kind=item.kind, reason=str(reason))
    except (Undelivered, Sealed) as reason:
        _try_again(context, item, str(reason))
    except Exception as error:  # noqa: BLE001 - one letter that cannot be written must not keep back those behind it
        log.fault("letter_failed", error, kind=item.kind)
        _try_again(context, item, type(error).__name__)
    else:
        outbox.delivered(context.store, item.id, context.now(), kept)


def _kept(item: OutboxItem, written: EmailMessage) -> dict[str, Any] | None:
    """What is kept of a letter to the sender: what it said, for its texts may be others by the time that it matters."""
    if item.kind not in TO_SENDER:
        return None
    return {
        **item.payload,
        "subject": str(written["Subject"]),
        "body": str(written.get_content()).replace("\r\n", "\n"),
    }


def _try_again(context: Context, item: OutboxItem, reason: str) -> None:
    if item.attempts > len(PAUSES):
        outbox.give_up(context.store, item.id, reason)
        log.warning("letter_given_up", kind=item.kind, reason=reason)
    else:
        outbox.postpone(context.store, item.id, context.now() + PAUSES[item.attempts - 1], reason)
        log.warning("letter_postponed", kind=item.kind, attempts=item.attempts, reason=reason)
