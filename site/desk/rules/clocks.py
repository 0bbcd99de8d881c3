"""Clocks of machines: how far apart they may be, and from when on a time is not to be believed."""

from datetime import datetime, timedelta
from typing import Final

AHEAD: Final = timedelta(minutes=5)
"""By how much the clock of another node may be ahead of this one."""

BEHIND: Final = timedelta(days=1)
"""From when on a clock is wrong that stands before what is known: nothing is kept to the day, so less does no harm."""


def is_behind(at: datetime, known: datetime | None) -> bool:
    """Whether a clock that says `at` is wrong, where `known` is when a clock was last known to be right."""
    return known is not None and at < known - BEHIND
