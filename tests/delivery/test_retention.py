"""The worker erases what is due, its letters' files too; whatever it is cut off at, the next round does the rest."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from functools import partial

import pytest

from desk.context import Context
from desk.delivery import carriers, retention, worker
from desk.delivery.carriers import letters_folder, take_back
from desk.delivery.retention import Eraser
from desk.store import audit, erasing, forgetting, reviews
from desk.store.engine import StoreUnavailable

from .conftest import Clock

Send = Callable[..., str]

TYPED = "返金のご相談です。合言葉は夜明けの鐘。" * 200
TIME = timedelta(days=731)


def worked(desk: Context) -> None:
    """Screen and deliver what there is, into the data folder."""
    while worker.screen(desk):
        pass
    while worker.deliver(desk, partial(carriers.into_folder, letters_folder(desk.settings))):
        pass


def letters(desk: Context) -> list[str]:
    return sorted(path.name for path in letters_folder(desk.settings).iterdir())


def written(desk: Context) -> str:
    """The texts of all letters in the folder."""
    read = [
        message_from_bytes(path.read_bytes(), policy=default) for path in letters_folder(desk.settings).glob("*.eml")
    ]
    return "".join(str(letter.get_content()) for letter in read)


def is_erased(desk: Context, receipt: str) -> bool:
    case = reviews.case(desk.store, receipt)
    return bool(case and case.erased)


@pytest.fixture
def old(desk: Context, send: Send, clock: Clock) -> str:
    """The receipt of an inquiry whose time is over; another one came a moment ago."""
    receipt = send(TYPED, phone="03-1234-5678")
    worked(desk)
    clock.forward(TIME)
    send("新しいお問い合わせです。")
    worked(desk)
    return receipt


def test_what_is_due_goes_with_its_letters_and_nothing_else_does(desk: Context, old: str) -> None:
    assert len(letters(desk)) == 4
    folder = letters_folder(desk.settings)
    (folder / f".{letters(desk)[0].removesuffix('.eml')}.1234").write_bytes(b"half a letter")
    assert TYPED in written(desk)
    assert retention.erase_due(desk) == 1
    assert is_erased(desk, old)
    assert len(letters(desk)) == 2
    assert "夜明けの鐘" not in written(desk)
    assert old not in written(desk)
    assert (desk.settings.data / "desk.sqlite3-wal").stat().st_size == 0
    assert audit.verify(desk.store).broken is None
    (line,) = audit.recent(desk.store)
    assert (line.what, line.receipt, line.staff_name, line.detail) == ("erased", old, None, "")
    assert retention.erase_due(desk) == 0


def test_cut_off_after_the_files_it_goes_on(desk: Context, old: str) -> None:
    seen = erasing.find(desk.store, old)
    assert seen
    take_back(letters_folder(desk.settings), [letter.message_id for letter in seen.letters])
    assert not is_erased(desk, old)
    assert retention.erase_due(desk) == 1
    assert is_erased(desk, old)


def test_cut_off_before_the_journal_is_emptied_the_next_round_empties_it(desk: Context, old: str) -> None:
    eraser = Eraser(desk.store, letters_folder(desk.settings))
    assert eraser.erase(old, desk.now(), desk.organisation.retention)
    journal = desk.settings.data / "desk.sqlite3-wal"
    assert journal.stat().st_size
    assert retention.erase_due(desk) == 0
    assert journal.stat().st_size == 0
    assert not eraser.erase(old, desk.now())


def test_no_letters_folder_and_no_such_receipt_are_fine(desk: Context, old: str) -> None:
    eraser = Eraser(desk.store, desk.settings.data / "nowhere")
    assert not eraser.erase("0000-0000-0000-0000-0000", desk.now())
    assert eraser.erase(old, desk.now())


def test_a_letter_that_left_long_ago_goes_before_its_inquiry(desk: Context, send: Send, clock: Clock) -> None:
    receipt = send("お世話になっております。")
    worked(desk)
    clock.forward(timedelta(days=29))
    retention.erase_due(desk)
    assert len(letters(desk)) == 2
    clock.forward(timedelta(days=2))
    retention.erase_due(desk)
    assert letters(desk) == []
    assert not is_erased(desk, receipt)


@pytest.mark.parametrize("rounds_before", [0, 1])
def test_a_clock_that_is_ahead_erases_nothing_whatever_comes_in_by_it(
    desk: Context, send: Send, clock: Clock, rounds_before: int
) -> None:
    receipt = send(TYPED)
    worked(desk)
    for _ in range(rounds_before):
        assert retention.erase_due(desk) == 0
    kept = letters(desk)
    clock.forward(TIME)
    for _ in range(2):
        assert retention.erase_due(desk) == 0
        assert (is_erased(desk, receipt), letters(desk)) == (False, kept)
    if rounds_before:
        send("進んだ時計の間に届いたものです。")
        assert retention.erase_due(desk) == 0
    clock.forward(-TIME)
    assert retention.erase_due(desk) == 0
    assert (is_erased(desk, receipt), letters(desk)) == (False, kept)


@pytest.mark.parametrize("rounds_before", [0, 1])
def test_a_machine_that_starts_in_1970_until_it_learns_the_time_goes_on_by_itself(
    desk: Context, old: str, clock: Clock, rounds_before: int
) -> None:
    for _ in range(rounds_before):
        assert retention.erase_due(desk) == 1
    now = clock.now
    clock.now = datetime(1970, 1, 1, 0, 1, tzinfo=UTC)
    assert retention.erase_due(desk) == 0
    clock.now = now + timedelta(hours=1)
    assert retention.erase_due(desk) == 1 - rounds_before
    assert is_erased(desk, old)


def test_a_quiet_desk_goes_on_by_its_rounds_alone(desk: Context, send: Send, clock: Clock) -> None:
    receipt = send(TYPED)
    worked(desk)
    done = 0
    for _ in range(30):
        clock.forward(timedelta(days=25))
        done += retention.erase_due(desk)
    assert (done, is_erased(desk, receipt)) == (1, True)


def test_a_file_that_cannot_be_deleted_keeps_back_nothing_else(desk: Context, send: Send, clock: Clock) -> None:
    old, other = send(TYPED), send(TYPED)
    worked(desk)
    clock.forward(TIME)
    send("新しいお問い合わせです。")
    worked(desk)
    seen = erasing.find(desk.store, old)
    assert seen
    letter = letters_folder(desk.settings) / next(name for name in letters(desk) if _of(seen.letters[0], name))
    letter.unlink()
    letter.mkdir()
    assert retention.erase_due(desk) == 1
    assert (is_erased(desk, old), is_erased(desk, other)) == (False, True)
    assert (desk.settings.data / "desk.sqlite3-wal").stat().st_size == 0
    days = timedelta(days=30)
    assert [one.id for one in forgetting.old_letters(desk.store, clock.now - days)] == [seen.letters[0].id]
    letter.rmdir()
    assert retention.erase_due(desk) == 1
    assert is_erased(desk, old)


def _of(letter: forgetting.Letter, file: str) -> bool:
    return letter.message_id.strip("<>").partition("@")[0] == file.removesuffix(".eml")


def test_the_worker_goes_on_after_a_round_that_failed(desk: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    stop, rounds = threading.Event(), iter((StoreUnavailable("gone"), ValueError("odd"), None))

    def a_round(_: Context) -> int:
        fault = next(rounds)
        if fault is None:
            stop.set()
            return 0
        raise fault

    for name in ("FIRST", "PAUSE", "ROUND"):
        monkeypatch.setattr(retention, name, 0.0)
    monkeypatch.setattr(retention, "erase_due", a_round)
    retention.keep(desk, stop)
    assert stop.is_set()
