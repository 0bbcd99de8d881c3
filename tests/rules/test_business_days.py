"""An answer is promised in business days, of which an organisation says which days are none."""

from datetime import date, timedelta

import pytest

from desk.places import ORGANISATION
from desk.rules import organisation
from desk.rules.business_days import BusinessDays, answer_by, read

EVERY_WEEKDAY = read(japanese_holidays=False, closed_days=[])
JAPANESE = read(japanese_holidays=True, closed_days=["12-29", "12-30", "12-31", "01-02", "01-03", "2026-08-14"])


@pytest.mark.parametrize(
    ("received", "business_days", "promised"),
    [
        (date(2026, 11, 30), 1, date(2026, 12, 1)),  # a Monday
        (date(2026, 11, 30), 5, date(2026, 12, 7)),
        (date(2026, 12, 3), 2, date(2026, 12, 7)),  # over a weekend
        (date(2026, 12, 4), 1, date(2026, 12, 7)),  # a Friday
        (date(2026, 12, 5), 1, date(2026, 12, 7)),  # a Saturday
        (date(2026, 12, 6), 5, date(2026, 12, 11)),  # a Sunday
        (date(2027, 1, 1), 1, date(2027, 1, 4)),  # a holiday, where holidays are none of its business
    ],
)
def test_an_answer_is_promised_for_the_last_of_so_many_business_days(
    received: date, business_days: int, promised: date
) -> None:
    assert answer_by(received, business_days, EVERY_WEEKDAY) == promised


@pytest.mark.parametrize(
    ("received", "business_days", "promised"),
    [
        (date(2026, 4, 28), 2, date(2026, 5, 1)),  # over Shōwa Day
        (date(2026, 5, 1), 1, date(2026, 5, 7)),  # Golden Week, with the Monday to Wednesday that are off
        (date(2026, 9, 18), 1, date(2026, 9, 24)),  # a day between two holidays is one
        (date(2027, 3, 19), 1, date(2027, 3, 23)),  # a holiday on a Sunday moves to the Monday
        (date(2026, 12, 28), 1, date(2027, 1, 4)),  # the company's own days, across the year's end
        (date(2026, 8, 13), 1, date(2026, 8, 17)),  # closed this year
        (date(2025, 8, 13), 1, date(2025, 8, 14)),  # and not the year before
    ],
)
def test_holidays_and_closed_days_are_no_business_days(received: date, business_days: int, promised: date) -> None:
    assert answer_by(received, business_days, JAPANESE) == promised


@pytest.mark.parametrize("days", [EVERY_WEEKDAY, JAPANESE])
@pytest.mark.parametrize("business_days", [1, 4, 5, 6, 10, 22])
@pytest.mark.parametrize("later", range(7))
def test_so_many_business_days_lie_between(business_days: int, later: int, days: BusinessDays) -> None:
    received = date(2026, 12, 14) + timedelta(days=later)
    promised = answer_by(received, business_days, days)
    between = [received + timedelta(days=day + 1) for day in range((promised - received).days)]
    assert sum(day in days for day in between) == business_days
    assert promised in days


@pytest.mark.parametrize("written", ["12-32", "2026-02-29", "02-30", "31.12.", "1-1", "", "2026-12-31 "])
def test_what_is_no_day_is_refused_by_its_name(written: str) -> None:
    with pytest.raises(ValueError, match=rf"^{written}$"):
        read(japanese_holidays=False, closed_days=["12-31", written])


def test_the_shipped_company_works_on_no_holiday_and_not_at_the_turn_of_the_year() -> None:
    days = organisation.read(ORGANISATION.read_text("utf-8"), "organisation.toml").business_days

    assert [day for day in range(1, 8) if date(2027, 5, day) in days] == [6, 7]
    assert [day for day in range(28, 32) if date(2026, 12, day) in days] == [28]
