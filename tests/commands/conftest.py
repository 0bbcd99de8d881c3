"""A machine with an empty desk on it, as an operator has it before them."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from kept import CLEAN, arrive
from migrated import make_ready_at

from desk import signs_files
from desk.commands.output import console
from desk.keys import read_list
from desk.rules.inquiry import Draft
from desk.store import outbox
from desk.store.engine import Store, open_store
from desk.store.screening import record, unscreened


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of a desk whose database is up to date."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DESK_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("DESK_ORIGIN", "https://desk.example.com")
    monkeypatch.setattr(console, "width", 300)  # a terminal wide enough for every table
    make_ready_at(tmp_path / "data")
    return tmp_path / "data"


@pytest.fixture(scope="module")
def whole_read_once() -> Iterator[None]:
    """Of the readers of inquiries those whose files are whole are opened once for all tests that open them anew."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(signs_files, "_one", cache(signs_files._one))
        yield


@pytest.fixture
def store(data: Path) -> Iterator[Store]:
    """The store of that desk."""
    opened = open_store(f"sqlite:///{data / 'desk.sqlite3'}", read_list(data / "keys.txt"))
    yield opened
    opened.close()


@pytest.fixture
def send(store: Store) -> Callable[..., str]:
    """Store an inquiry, of so many days ago, and give its receipt."""

    def sending(message: str, name: str = "山田 花子", days: int = 0, topic: str = "general") -> str:
        draft = Draft(topic, name=name, email="hanako@example.jp", subject="件名", message=message, consent=True)
        return arrive(store, draft, datetime.now(UTC) - timedelta(days=days))

    return sending


@pytest.fixture
def receipt(send: Callable[..., str], capsys: pytest.CaptureFixture[str]) -> str:
    """That of an inquiry that was sent."""
    sent = send("一通目です。")
    capsys.readouterr()
    return sent


@pytest.fixture
def closed(send: Callable[..., str], store: Store, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Stores an inquiry, of so many days ago, whose letters have left; gives its receipt."""

    def one_more(message: str, days: int = 0) -> str:
        receipt = send(message, days=days)
        (inquiry,) = unscreened(store, 2)
        record(store, inquiry.id, CLEAN, "general").result()
        for mail in outbox.claim_due(store, datetime.now(UTC), 10):
            outbox.delivered(store, mail.id, datetime.now(UTC))
        capsys.readouterr()
        return receipt

    return one_more


@pytest.fixture
def hasty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An organisation that keeps an inquiry for one day."""
    shipped = (Path(__file__).parents[2] / "site/desk/organisation.toml").read_text("utf-8")
    own = tmp_path / "organisation.toml"
    own.write_text(shipped.replace("inquiries = 730", "inquiries = 1"), "utf-8")
    monkeypatch.setenv("DESK_ORGANISATION", str(own))
