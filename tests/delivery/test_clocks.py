"""What comes in while the clock is off is kept, and a legal hold placed during an erasure keeps all or nothing."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from desk.context import Context
from desk.delivery import carriers, retention, worker
from desk.delivery.carriers import letters_folder
from desk.delivery.retention import Eraser
from desk.store import erasing, holds, reviews
from desk.store.decisions import StateConflict
from desk.store.holds import Change

from .conftest import NOON, Clock

Send = Callable[..., str]

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
TIME = 731 * DAY


def worked(desk: Context) -> None:
    """Screen and deliver what there is, into the data folder."""
    while worker.screen(desk):
        pass
    while worker.deliver(desk, partial(carriers.into_folder, letters_folder(desk.settings))):
        pass


def files(desk: Context) -> int:
    return len(list(letters_folder(desk.settings).iterdir()))


def is_erased(desk: Context, receipt: str) -> bool:
    case = reviews.case(desk.store, receipt)
    return bool(case and case.erased)


@pytest.mark.parametrize(
    "wrong", [datetime(1970, 1, 1, tzinfo=UTC), datetime(2020, 1, 1, tzinfo=UTC), NOON - 740 * DAY, NOON - 2 * DAY]
)
def test_what_came_in_while_the_clock_was_behind_is_kept_for_its_time(
    desk: Context, send: Send, clock: Clock, wrong: datetime
) -> None:
    before = send("お世話になっております。")
    worked(desk)
    assert retention.erase_due(desk) == 0
    clock.now = wrong
    receipts = [send("お世話になっております。") for _ in range(3)]
    worked(desk)
    assert retention.erase_due(desk) == 0
    clock.now = NOON + HOUR
    assert retention.erase_due(desk) == 0
    assert files(desk) == 8
    clock.now = NOON + 29 * DAY
    assert retention.erase_due(desk) == 0
    assert files(desk) == 8
    for _ in range(24):
        clock.forward(29 * DAY)
        retention.erase_due(desk)
    assert files(desk) == 0
    assert not any(is_erased(desk, receipt) for receipt in (before, *receipts))
    clock.now = NOON + TIME
    assert retention.erase_due(desk) == 4
    assert all(is_erased(desk, receipt) for receipt in (before, *receipts))


@pytest.fixture
def old(desk: Context, send: Send, clock: Clock) -> str:
    """The receipt of an inquiry whose time is over."""
    receipt = send("お世話になっております。")
    worked(desk)
    clock.forward(TIME)
    return receipt


def place(desk: Context, receipt: str) -> bool:
    """Put it in legal hold; whether that was accepted."""
    try:
        holds.place(desk.store, Change(receipt, desk.now(), "裁判所の求め"))
    except StateConflict:
        return False
    return True


@pytest.fixture
def held(desk: Context, old: str, monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Has a legal hold placed when the files have just been deleted; whether it was accepted."""
    take_back, accepted = carriers.take_back, []

    def between(folder: Path, ids: list[str]) -> dict[str, OSError]:
        left = take_back(folder, ids)
        if ids:
            accepted.append(place(desk, old))
        return left

    monkeypatch.setattr(retention, "take_back", between)
    return accepted


def test_a_hold_during_an_erasure_is_refused(desk: Context, old: str, held: list[bool]) -> None:
    assert Eraser(desk.store, letters_folder(desk.settings)).erase(old, desk.now())
    assert held == [False]
    assert (is_erased(desk, old), files(desk)) == (True, 0)


def test_a_hold_while_old_letters_go_is_refused_until_they_are_gone(
    desk: Context, old: str, clock: Clock, held: list[bool]
) -> None:
    for days in (20, 40):
        clock.now = NOON + days * DAY
        assert retention.erase_due(desk) == 0
    assert held == [False]
    assert files(desk) == 0
    assert place(desk, old)


def test_a_hold_before_the_erasure_keeps_the_files(desk: Context, old: str) -> None:
    assert place(desk, old)
    assert not Eraser(desk.store, letters_folder(desk.settings)).erase(old, desk.now())
    assert retention.erase_due(desk) == 0
    assert files(desk) == 2


def test_a_hold_can_be_placed_where_a_file_was_in_the_way(desk: Context, old: str) -> None:
    found = erasing.find(desk.store, old)
    assert found
    name = found.letters[0].message_id.strip("<>").partition("@")[0]
    file = letters_folder(desk.settings) / f"{name}.eml"
    file.unlink()
    file.mkdir()
    with pytest.raises(OSError, match="directory"):
        Eraser(desk.store, letters_folder(desk.settings)).erase(old, desk.now())
    assert place(desk, old)


@pytest.mark.parametrize(("reason", "account", "left"), [("本人\udcff", "", 2), ("本人の求め", "root\udcff", 0)])
def test_an_erasure_that_cannot_be_written_down_keeps_no_hold_away(
    desk: Context, old: str, reason: str, account: str, left: int
) -> None:
    with pytest.raises(UnicodeEncodeError):
        Eraser(desk.store, letters_folder(desk.settings), account).erase(old, desk.now(), reason=reason)
    assert (is_erased(desk, old), files(desk)) == (False, left)
    assert place(desk, old)


def test_an_erasure_that_was_cut_off_keeps_no_hold_away_for_longer_than_to_the_next_round(
    desk: Context, old: str, clock: Clock
) -> None:
    clock.forward(-600 * DAY)
    found = erasing.find(desk.store, old)
    assert found
    assert erasing.begin(desk.store, erasing.Order(found, desk.now()))
    assert not place(desk, old)
    assert retention.erase_due(desk) == 0
    assert files(desk) == 0
    assert place(desk, old)
