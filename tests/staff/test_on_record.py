"""Whoever reads an inquiry is on record before they see a word of it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing

from colleagues import HANA, Desk
from deciding import at
from served import Served

from desk.store import audit

CALM, HARSH = "請求書が二重です。", "死ね"


def test_opening_and_revealing_are_on_record_before_they_are_shown(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    hana, receipt = at_work(HANA), arrive(message=CALM + HARSH)
    hana.get(at(receipt))
    hana.shown(f"{at(receipt)}/readings")
    lines = [line for line in audit.recent(desk.context.store, None, 50) if line.receipt == receipt]
    assert [(line.what, line.staff_name) for line in lines] == [("revealed", "Hana"), ("opened", "Hana")]
    assert audit.verify(desk.context.store).broken is None


def test_what_cannot_be_put_on_record_is_not_shown(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    hana, receipt = at_work(HANA), arrive(message=CALM + HARSH)
    with closing(sqlite3.connect(desk.settings.data / "desk.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        answers = [hana.get(at(receipt), 503), hana.shown(f"{at(receipt)}/readings", 503)]
        other.execute("ROLLBACK")
    assert not any(word in answer.text for answer in answers for word in (CALM, HARSH))
