"""The worker empties the outbox: however a mail server fails, no letter is lost, kept back or sent by two."""

import dataclasses
import gc
import os
import threading
from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from own_sign import SIGN

from desk import signs_files
from desk.context import Context
from desk.delivery import repetition, worker
from desk.delivery.carriers import PATIENCE, TALK, Undelivered, carrier
from desk.delivery.post import letter
from desk.delivery.repetition import Judged
from desk.keys import Keyring
from desk.rules.conduct import load
from desk.rules.repetition import pressure
from desk.rules.repetition.rule import Rule
from desk.settings import Settings
from desk.store import outbox
from desk.store.engine import Store
from desk.store.records import StoredInquiry

from .conftest import Clock, Letterbox, screening_by

Send = Callable[..., str]

CALM = "ドメインの更新方法を教えてください。"


def test_a_mail_server_that_fails_gets_the_same_letter_again_after_growing_pauses(
    desk: Context, send: Send, clock: Clock
) -> None:
    send(CALM)
    letterbox = Letterbox()
    letterbox.refusals = 2

    for pause in (timedelta(0), timedelta(seconds=31), timedelta(minutes=3)):
        clock.forward(pause)
        worker.deliver(desk, letterbox)

    assert len(letterbox.letters) == 1
    assert len(letterbox.tried) == 3
    assert len(set(letterbox.tried)) == 1


def test_a_postponed_letter_is_not_tried_before_its_time(desk: Context, send: Send, clock: Clock) -> None:
    send(CALM)
    letterbox = Letterbox()
    letterbox.refusals = 1
    worker.deliver(desk, letterbox)

    clock.forward(timedelta(seconds=20))
    worker.deliver(desk, letterbox)

    assert len(letterbox.tried) == 1


def test_a_letter_that_never_leaves_is_given_up_in_the_end_and_kept_for_the_staff(
    desk: Context, send: Send, clock: Clock
) -> None:
    send(CALM)
    letterbox = Letterbox()
    letterbox.refusals = 100

    for _ in range(12):
        worker.deliver(desk, letterbox)
        clock.forward(timedelta(hours=25))

    assert len(letterbox.tried) == len(worker.PAUSES) + 1
    assert [letter.why for letter in outbox.stuck(desk.store)] == ["SMTPServerDisconnected"]


def test_a_letter_whose_key_is_not_listed_leaves_once_it_is(desk: Context, send: Send, clock: Clock) -> None:
    send(CALM)
    letterbox = Letterbox()
    without = Store(desk.settings.database_url, Keyring.of({"k2": bytes(range(32))}))
    worker.deliver(dataclasses.replace(desk, store=without), letterbox)
    without.close()
    clock.forward(timedelta(minutes=1))
    worker.deliver(desk, letterbox)

    assert len(letterbox.tried) == 1


def test_a_letter_that_cannot_be_written_keeps_no_other_back_and_is_shown_to_the_staff_in_the_end(
    desk: Context, send: Send, clock: Clock
) -> None:
    broken, whole = send(CALM), send(CALM)
    letterbox = Letterbox()

    def carry(letter: EmailMessage) -> None:
        if broken in str(letter["Subject"]):
            raise UnicodeEncodeError("ascii", "é", 0, 1, "ordinal not in range")
        letterbox(letter)

    for _ in range(12):
        worker.deliver(desk, carry)
        clock.forward(timedelta(hours=25))

    assert [whole in str(letter["Subject"]) for letter in letterbox.letters] == [True]
    assert [letter.why for letter in outbox.stuck(desk.store)] == ["UnicodeEncodeError"]


def test_a_claim_outlasts_the_slowest_talk_with_a_mail_server() -> None:
    assert timedelta(seconds=TALK + PATIENCE) < outbox.LEASE


def test_however_slow_the_mail_server_no_letter_is_sent_by_two_workers(desk: Context, send: Send, clock: Clock) -> None:
    for _ in range(4):
        send(CALM)
    letterbox = Letterbox()

    def slowly(letter: EmailMessage) -> None:
        letterbox(letter)
        clock.forward(outbox.LEASE - timedelta(seconds=1))
        second = outbox.claim_due(desk.store, desk.now(), 1)  # another worker looks for a letter meanwhile
        letterbox.tried.extend(item.message_id for item in second)

    worker.deliver(desk, slowly)

    assert len(letterbox.tried) == len(set(letterbox.tried)) == 4


def test_a_mail_folder_that_cannot_be_written_loses_no_letter(
    desk: Context, send: Send, settings: Settings, clock: Clock
) -> None:
    send(CALM)
    (settings.data / "mail").write_text("a file where the folder should be")
    worker.deliver(desk, carrier(settings, threading.Event()))

    Path(settings.data / "mail").unlink()
    clock.forward(timedelta(minutes=1))
    worker.deliver(desk, carrier(settings, threading.Event()))

    assert len(list((settings.data / "mail").glob("*.eml"))) == 1


def test_a_disk_that_is_full_leaves_no_part_of_a_letter_behind(desk: Context, send: Send, settings: Settings) -> None:
    send(CALM)
    (item,) = outbox.claim_due(desk.store, desk.now(), 1)
    name = item.message_id.strip("<>").partition("@")[0]
    (settings.data / "mail").mkdir()
    (settings.data / "mail" / f".{name}.eml.{os.getpid()}").symlink_to("/dev/full")

    with pytest.raises(Undelivered, match="No space left on device"):
        carrier(settings, threading.Event())(letter(desk, item))

    assert list((settings.data / "mail").iterdir()) == []


@pytest.mark.parametrize(("language", "word"), [("ja", "返金"), ("en", "refund")])
def test_the_words_that_many_write_are_compiled_before_the_first_inquiry(
    desk: Context, language: str, word: str
) -> None:
    fresh = load({"own.toml": f'language = "{language}"' + SIGN.format(id="shout", act="act.insult", words=word)})
    assert not fresh.gates
    worker.run(screening_by(desk, fresh), Letterbox(), _told_to_stop())
    assert fresh.gates


def test_a_worker_leaves_what_is_there_once_it_is_warm_out_of_later_collections(desk: Context) -> None:
    gc.unfreeze()
    worker.run(desk, Letterbox(), _told_to_stop())
    assert gc.get_freeze_count() > 0


def test_the_rules_of_repetition_are_compiled_before_the_first_inquiry(desk: Context) -> None:
    asked = Rule("いつ|when")
    worker.run(desk, Letterbox(), _told_to_stop())
    assert {"compiled"} <= vars(asked).keys()
    assert {"compiled"} <= vars(pressure.REQUEST).keys()


def test_a_worker_loads_no_reader_before_an_inquiry_asks_for_it(desk: Context) -> None:
    signs_files.reader.cache_clear()
    worker.run(desk, Letterbox(), _told_to_stop())
    assert signs_files.reader.cache_info().currsize == 0


def test_a_worker_whose_rules_fail_goes_on_to_what_it_has_to_hold(desk: Context, send: Send) -> None:
    send(CALM)
    faulty = screening_by(desk, None)
    worker.run(faulty, Letterbox(), _told_to_stop())
    assert worker.screen(faulty) == 1


def test_a_worker_that_is_told_to_stop_ends_with_the_inquiry_at_hand(
    desk: Context, send: Send, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    stop, judged = threading.Event(), repetition.judged

    def told(context: Context, inquiry: StoredInquiry) -> Judged:
        stop.set()
        return judged(context, inquiry)

    for _ in range(3):
        send(CALM)
        clock.forward(timedelta(seconds=1))
    monkeypatch.setattr(repetition, "judged", told)
    worker.run(desk, Letterbox(), stop)
    assert worker.screen(desk) == 2


def test_once_stopped_it_begins_no_other_letter(desk: Context, send: Send) -> None:
    send(CALM)
    send(CALM)
    letterbox = Letterbox()

    assert worker.deliver(desk, letterbox, lambda: bool(letterbox.letters)) == 1

    assert worker.deliver(desk, letterbox) == 1
    assert len(set(letterbox.tried)) == 2


def _told_to_stop() -> threading.Event:
    stop = threading.Event()
    stop.set()
    return stop
