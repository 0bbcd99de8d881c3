"""An answer is promised in business days, and each of them is a day from Monday to Friday."""

from datetime import date, timedelta

import pytest

from desk.rules.promises import answer_by


@pytest.mark.parametrize(
    ("received", "business_days", "promised"),
    [
        (date(2026, 11, 30), 1, date(2026, 12, 1)),  # a Monday
        (date(2026, 11, 30), 5, date(2026, 12, 7)),
        (date(2026, 12, 3), 2, date(2026, 12, 7)),  # over a weekend
        (date(2026, 12, 4), 1, date(2026, 12, 7)),  # a Friday
        (date(2026, 12, 5), 1, date(2026, 12, 7)),  # a Saturday
        (date(2026, 12, 6), 5, date(2026, 12, 11)),  # a Sunday
    ],
)
def test_an_answer_is_promised_for_the_last_of_so_many_business_days(
    received: date, business_days: int, promised: date
) -> None:
    assert answer_by(received, business_days) == promised


@pytest.mark.parametrize("business_days", range(1, 23))
@pytest.mark.parametrize("later", range(7))
def test_so_many_business_days_lie_between(business_days: int, later: int) -> None:
    received = date(2026, 11, 30) + timedelta(days=later)
    promised = answer_by(received, business_days)
    days = [received + timedelta(days=day + 1) for day in range((promised - received).days)]
    assert sum(day.weekday() < 5 for day in days) == business_days
    assert promised.weekday() < 5
