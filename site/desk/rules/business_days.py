"""On which days an organisation works: not on Saturdays and Sundays, nor on the days that its file names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

MOST_CLOSED: Final = 180
"""Days of every year that may be closed beside the weekends: somebody who never works can promise nothing."""

_DAY: Final = re.compile(r"(?:([0-9]{4})-)?([0-9]{2})-([0-9]{2})")
_LEAP_YEAR: Final = 2024  # has every day that any year has
_SATURDAY: Final = 5


@dataclass(frozen=True, slots=True)
class BusinessDays:
    """The days on which somebody is there: `closed` are single days, `closed_yearly` (month, day) of every year."""

    japanese_holidays: bool
    closed: frozenset[date] = frozenset()
    closed_yearly: frozenset[tuple[int, int]] = frozenset()

    def __contains__(self, day: date) -> bool:
        """Say whether `day` is a business day."""
        closed = day in self.closed or (day.month, day.day) in self.closed_yearly
        return day.weekday() < _SATURDAY and not closed and not (self.japanese_holidays and _is_holiday(day))


def read(japanese_holidays: bool, closed_days: Iterable[str]) -> BusinessDays:
    """Return the business days of an organisation file; ValueError names a day that is none."""
    single, yearly = set(), set()
    for written in closed_days:
        found = _DAY.fullmatch(written)
        if not found:
            raise ValueError(written)
        try:
            day = date(int(found[1] or _LEAP_YEAR), int(found[2]), int(found[3]))
        except ValueError as error:
            raise ValueError(written) from error
        if found[1]:
            single.add(day)
        else:
            yearly.add((day.month, day.day))
    return BusinessDays(japanese_holidays, frozenset(single), frozenset(yearly))


def answer_by(received: date, business_days: int, days: BusinessDays) -> date:
    """The last day of so many business days; the day of receipt is none of them."""
    last = received
    for _ in range(business_days):
        last += timedelta(days=1)
        while last not in days:
            last += timedelta(days=1)
    return last


def _is_holiday(day: date) -> bool:
    # Loaded by who shows due dates: no other process of a desk needs it.
    import jpholiday  # noqa: PLC0415

    return jpholiday.is_holiday(day)
