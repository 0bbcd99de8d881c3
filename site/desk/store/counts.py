"""How many visitors went on to each service, by day and language, without anything about them."""

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, bindparam, select

from desk.store.engine import Store, StoreUnavailable
from desk.store.tables import REDIRECT


@dataclass(frozen=True, slots=True)
class DayCount:
    """So many on one day of the organisation to one service from the pages of one language."""

    day: date
    service_id: str
    language: str
    count: int


def redirected(store: Store, service_id: str, language: str, day: date) -> None:
    """Count a visitor who goes on; neither waits nor fails, for the way on matters more than the count."""
    with suppress(StoreUnavailable):
        store.write(_redirected, (day, service_id, language))


def daily(store: Store, since: date | None = None) -> list[DayCount]:
    """All counts from that day on, in order. Raises StoreUnavailable."""
    return store.look(_daily, since or date.min)


def _redirected(connection: Connection, _: Store, items: Sequence[tuple[date, str, str]]) -> list[None]:
    for (day, service_id, language), number in Counter(items).items():
        values = {"of_day": day, "of_service": service_id, "of_language": language, "more": number}
        if connection.execute(_MORE, values).rowcount == 0:
            row = {"day": day, "service_id": service_id, "language": language, "count": number}
            connection.execute(REDIRECT.insert(), row)
    return [None] * len(items)


def _daily(connection: Connection, _: Store, since: date) -> list[DayCount]:
    rows = select(REDIRECT).where(REDIRECT.c.day >= since)
    ordered = rows.order_by(REDIRECT.c.day, REDIRECT.c.service_id, REDIRECT.c.language)
    return [DayCount(**row) for row in connection.execute(ordered).mappings()]


_MORE = (
    REDIRECT.update()
    .where(
        REDIRECT.c.day == bindparam("of_day"),
        REDIRECT.c.service_id == bindparam("of_service"),
        REDIRECT.c.language == bindparam("of_language"),
    )
    .values(count=REDIRECT.c.count + bindparam("more"))
)
