"""What is appended is never changed: the database itself refuses it, in whatever form a statement asks for it."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from desk.store import answers, reviews, routes
from desk.store.answers import Answer
from desk.store.engine import Store
from desk.store.outbox import Mail
from desk.store.reviews import Decision
from desk.store.routes import Forward
from desk.store.tables import Base

from .reviewing import Team

ANEW = {
    "sqlite": (
        "REPLACE INTO {table} SELECT * FROM {table}",
        "UPDATE OR REPLACE {table} SET id = id",
        "INSERT INTO {table} SELECT * FROM {table} WHERE TRUE ON CONFLICT DO UPDATE SET id = excluded.id",
    ),
    "postgresql": (
        "INSERT INTO {table} SELECT * FROM {table} ON CONFLICT (id) DO UPDATE SET id = excluded.id",
        "TRUNCATE {table} CASCADE",
    ),
}
"""Statements that put rows in the place of the same rows, or take them away, and are no plain UPDATE or DELETE."""


@pytest.fixture(autouse=True)
def _a_row_in_each(store: Store, hold: Callable[..., str], released: Callable[..., Decision], team: Team) -> None:
    receipt = hold()
    reviews.claim(store, receipt, team.aki, team.now)
    reviews.decide(store, released(receipt), "claimed", "released")
    routes.send_on(store, Forward(receipt, team.aki, team.now, "ir", "", Mail("desk", "ja", "ir")))
    answers.record(store, Answer(receipt, team.now, team.now))


@pytest.mark.parametrize("table", ["audit", "decision", "forward", "answer"])
def test_no_row_is_put_in_place_of_another(store: Store, table: str) -> None:
    _refused(store, table, *(statement.format(table=table) for statement in ANEW[store._writing.dialect.name]))


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("table", ["decision", "forward", "answer"])
def test_no_row_is_put_in_place_of_the_one_that_has_its_number(store: Store, table: str) -> None:
    others = ", ".join(name for name in _rows(store, table)[0] if name != "id")
    anew = f"REPLACE INTO {table} (rowid, id, {others}) SELECT rowid, 'another', {others} FROM {table}"  # noqa: S608
    _refused(store, table, anew)


def _refused(store: Store, table: str, *statements: str) -> None:
    before = _rows(store, table)
    for statement in statements:
        with pytest.raises(IntegrityError, match="append-only"), store._writing.begin() as connection:
            connection.exec_driver_sql(statement)
    assert before
    assert _rows(store, table) == before


def _rows(store: Store, table: str) -> list[dict[str, Any]]:
    found = select(Base.metadata.tables[table])
    return store.look(lambda connection, _: [dict(row) for row in connection.execute(found).mappings()])
