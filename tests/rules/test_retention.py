"""How long an inquiry is kept: its time runs from when it was closed, and whatever is still to be done stops it."""

from datetime import UTC, datetime, timedelta

import pytest

from desk.rules import retention
from desk.rules.organisation import Retention
from desk.rules.retention import Standing

CLOSED = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)
KEPT = Retention(inquiries=730, assessments=1095, outbox=30, counts=400, audit=2555)
SHORT = timedelta(microseconds=1)


def standing(**changes: object) -> Standing:
    usual: dict[str, object] = {"state": "clean", "flagged": False, "letters": "done", "hold": False}
    return Standing(closed_at=CLOSED, **{**usual, **changes})


def due(after: timedelta, kept: Retention = KEPT, **changes: object) -> bool:
    return retention.due(standing(**changes), kept, CLOSED + after)


@pytest.mark.parametrize("state", sorted(retention.SETTLED))
def test_the_time_of_a_closed_inquiry_is_over_to_the_moment(state: str) -> None:
    assert not due(timedelta(days=730) - SHORT, state=state)
    assert due(timedelta(days=730), state=state)


@pytest.mark.parametrize("state", sorted(retention.SETTLED))
def test_a_flagged_one_is_kept_as_long_as_its_assessment(state: str) -> None:
    assert not due(timedelta(days=1095) - SHORT, state=state, flagged=True)
    assert due(timedelta(days=1095), state=state, flagged=True)


def test_a_flag_never_shortens_the_time() -> None:
    odd = Retention(inquiries=730, assessments=10, outbox=30, counts=400, audit=2555)
    assert not due(timedelta(days=729), odd, flagged=True)
    assert due(timedelta(days=730), odd, flagged=True)


@pytest.mark.parametrize(
    ("change", "obstacle"),
    [
        *(({"state": state}, "open") for state in ("received", "held", "claimed", "escalated")),
        ({"state": "erased"}, "erased"),
        ({"letters": "waiting"}, "waiting"),
        ({"hold": True}, "hold"),
        ({"hold": True, "letters": "waiting"}, "hold"),
    ],
)
def test_what_is_still_to_be_done_is_never_due_and_not_erased_for_the_asking(
    change: dict[str, object], obstacle: str
) -> None:
    assert not due(timedelta(days=100_000), **change)
    assert retention.obstacle(standing(**change)) == obstacle


def test_what_its_desk_never_got_is_never_due_and_may_be_erased_for_the_asking() -> None:
    assert not due(timedelta(days=100_000), letters="failed")
    assert retention.obstacle(standing(letters="failed")) is None


@pytest.mark.parametrize("state", ["received", "held", "claimed", "escalated"])
def test_what_nobody_can_read_any_more_goes_undecided_by_a_word_and_never_by_itself(state: str) -> None:
    assert retention.obstacle(standing(state=state, lost=True)) is None
    assert not due(timedelta(days=100_000), state=state, lost=True)
    assert retention.obstacle(standing(state=state, lost=True, hold=True)) == "hold"


@pytest.mark.parametrize("reason", ["", " \n", "長" * 2001])
def test_a_legal_hold_needs_a_reason_of_some_length(reason: str) -> None:
    assert [fault.field for fault in retention.check_reason(reason)] == ["hold_reason"]
    assert retention.check_reason("裁判のため") == ()


NOW = datetime(2026, 11, 25, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ago", "due", "kept", "letters", "expected"),
    [
        (None, 0, 0, False, None),
        (1, 1, 100, True, None),
        (30, 1, 100, True, None),
        (31, 1, 100, False, "clock"),
        (31, 0, 100, True, "clock"),
        (31, 0, 100, False, None),
        (-400, 1, 100, True, None),
        (1, 20, 20, False, None),
        (1, 21, 21, False, "many"),
        (1, 50, 100, False, None),
        (1, 51, 100, False, "many"),
    ],
)
def test_a_round_waits_where_the_clock_has_jumped_or_half_of_all_would_go(
    ago: int | None, due: int, kept: int, letters: bool, expected: str | None
) -> None:
    last = None if ago is None else NOW - timedelta(days=ago)
    assert retention.brake(NOW, last, due=due, kept=kept, letters=letters) == expected
