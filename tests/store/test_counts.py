"""Who goes on to a service is counted by day and language, and by nothing else."""

from datetime import date, datetime, timedelta

import pytest

from desk.store import attempts, counts, writer
from desk.store.counts import DayCount
from desk.store.engine import Store

TODAY, TOMORROW = date(2026, 11, 25), date(2026, 11, 26)


def test_visitors_are_counted_by_day_service_and_language(store: Store, now: datetime) -> None:
    for service_id, language, days in (("a", "ja", 0), ("a", "ja", 0), ("a", "en", 0), ("b", "ja", 0), ("a", "ja", 1)):
        counts.redirected(store, service_id, language, TODAY + timedelta(days=days))
    attempts.attempt(store, ["so that the writer has finished"], [1], 1, now)
    assert counts.daily(store) == [
        DayCount(TODAY, "a", "en", 1),
        DayCount(TODAY, "a", "ja", 2),
        DayCount(TODAY, "b", "ja", 1),
        DayCount(TOMORROW, "a", "ja", 1),
    ]
    assert counts.daily(store, TOMORROW) == [DayCount(TOMORROW, "a", "ja", 1)]


def test_a_store_that_takes_no_more_keeps_no_visitor(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "MOST_WAITING", 0)
    counts.redirected(store, "a", "ja", TODAY)
    assert counts.daily(store) == []
