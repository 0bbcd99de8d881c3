"""Until when an answer was promised, in business days: Monday to Friday, as nobody tells the desk other holidays."""

from datetime import date, timedelta
from typing import Final

WEEK: Final = 7
WORKED: Final = 5  # of the days of a week


def answer_by(received: date, business_days: int) -> date:
    """The last day of so many business days; the day of receipt is none of them."""
    begun = received - timedelta(days=max(0, received.weekday() - WORKED + 1))  # a weekend counts for its Friday
    weeks, rest = divmod(business_days, WORKED)
    over_a_weekend = WEEK - WORKED if begun.weekday() + rest >= WORKED else 0
    return begun + timedelta(days=weeks * WEEK + rest + over_a_weekend)
