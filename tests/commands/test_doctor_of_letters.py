"""`desk doctor` counts every letter that was given up, and says where the reason of each is."""

import json
import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from desk.commands import main
from desk.store import outbox
from desk.store.engine import Store
from desk.store.outbox import Mail
from desk.store.tables import INQUIRY, OUTBOX

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def given_up(store: Store, send: Callable[..., str]) -> Callable[[int], None]:
    """Has so many letters about one inquiry given up."""

    def many(letters: int) -> None:
        send("お問い合わせ")
        now = datetime.now(UTC)
        with store._writing.begin() as connection:
            about = connection.scalars(select(INQUIRY.c.id)).one()
            rows = [outbox.row(store, about, Mail("acknowledgement", "ja"), now) for _ in range(letters)]
            apart = [{**row, "id": secrets.token_hex(8), "state": "failed"} for row in rows]
            connection.execute(OUTBOX.insert(), apart)

    return many


@pytest.fixture
def waiting(store: Store, send: Callable[..., str]) -> Callable[[timedelta], str]:
    """Has a letter wait that was written so long ago; gives the receipt it is about."""

    def since(age: timedelta) -> str:
        receipt, at = send("お問い合わせ"), datetime.now(UTC) - age
        with store._writing.begin() as connection:
            connection.execute(OUTBOX.update().values(created_at=at, next_at=at))
        return receipt

    return since


def said(capsys: Capture) -> str:
    capsys.readouterr()
    main(["doctor"])
    return next(line for line in capsys.readouterr().out.splitlines() if "outbox: " in line)


def test_all_of_them_are_counted_and_none_is_opened_for_it(given_up: Callable[[int], None], capsys: Capture) -> None:
    given_up(101)
    wanted = "problem outbox: letters that were given up: 101. Why of each: https://desk.example.com/staff/letters"
    assert said(capsys) == wanted


def test_an_outbox_without_any_is_well(capsys: Capture) -> None:
    assert said(capsys) == "ok      outbox: no letter was given up"
    main(["doctor", "--json"])
    assert {"what": "outbox", "well": True, "seen": "no letter was given up", "remedy": ""} in json.loads(
        capsys.readouterr().out
    )


def test_the_oldest_letter_that_waits_is_named(waiting: Callable[[timedelta], str], capsys: Capture) -> None:
    receipt = waiting(timedelta(minutes=5))
    assert said(capsys).startswith(
        f"ok      outbox: no letter was given up; the oldest letter that waits is about {receipt}, of 20"
    )


@pytest.mark.parametrize("age", [timedelta(hours=2), timedelta(days=-400)], ids=["long ago", "by a clock ahead"])
def test_a_letter_that_should_have_left_is_a_problem(
    waiting: Callable[[timedelta], str], capsys: Capture, age: timedelta
) -> None:
    receipt = waiting(age)
    line = said(capsys)
    assert line.startswith(
        f"problem outbox: letters do not leave: the oldest letter that waits is about {receipt}, of "
    )
    assert line.endswith("JST. Start the desk, which sends them; where it runs, its log says why they stay")
