"""`desk doctor` says how many inquiries wait to be screened, and since when: until then nobody is told of them."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import update

from desk.commands import main
from desk.store.engine import Store
from desk.store.tables import INQUIRY

Capture = pytest.CaptureFixture[str]
TOKYO = ZoneInfo("Asia/Tokyo")


@pytest.fixture
def came(store: Store, send: Callable[..., str]) -> Callable[[timedelta], datetime]:
    """Has an inquiry come in so long ago; gives the time."""

    def ago(age: timedelta) -> datetime:
        receipt, at = send(f"お問い合わせ {age}"), datetime.now(UTC) - age
        with store._writing.begin() as connection:
            connection.execute(update(INQUIRY).where(INQUIRY.c.receipt == receipt).values(received_at=at))
        return at

    return ago


def said(capsys: Capture) -> tuple[int, str]:
    capsys.readouterr()
    code = main(["doctor"])
    return code, next(line for line in capsys.readouterr().out.splitlines() if " screening: " in line)


def test_where_all_are_screened_nothing_waits(closed: Callable[..., str], capsys: Capture) -> None:
    closed("お問い合わせ")
    assert said(capsys)[1] == "ok      screening: no inquiry waits for it"


def test_those_that_have_just_come_in_are_counted(came: Callable[[timedelta], datetime], capsys: Capture) -> None:
    first = came(timedelta(minutes=2))
    came(timedelta(minutes=1))
    assert (
        said(capsys)[1]
        == f"ok      screening: 2 unscreened, the first since {first.astimezone(TOKYO):%Y-%m-%d %H:%M} JST"
    )


@pytest.mark.parametrize("age", [timedelta(minutes=6), timedelta(days=-400)], ids=["some minutes", "by a clock ahead"])
def test_one_that_no_worker_screens_is_a_problem(
    came: Callable[[timedelta], datetime], capsys: Capture, age: timedelta
) -> None:
    since = came(age)
    code, line = said(capsys)
    assert code == 1
    assert line == (
        "problem screening: inquiries wait too long: 1 unscreened, "
        f"the first since {since.astimezone(TOKYO):%Y-%m-%d %H:%M} JST. Start the desk, which screens them "
        "(`desk work` beside `desk serve`); if it runs, its log may say why"
    )
