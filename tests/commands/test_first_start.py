"""What a start says: who invited the first administrator where two began at once, and which signs are set aside."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from desk.commands import invitation, main, serving
from desk.settings import Settings
from desk.store import staff
from desk.store.engine import Store
from desk.store.people import Staff

from .test_running import NOW, token


def test_the_slower_one_answers_all_the_same_and_leaves_the_link_of_the_faster_one_as_it_is(
    data: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings, look, links = Settings(data=data), staff.listing, []

    def overtaken(seen: Store) -> list[Staff]:
        people = look(seen)
        monkeypatch.setattr(staff, "listing", look)
        links.append(invitation.first_administrator(settings, NOW))
        return people

    monkeypatch.setattr(staff, "listing", overtaken)
    told = serving._first_steps(settings)

    assert "Another process of this desk has just invited admin" in told[-1]
    assert staff.open_invitation(store, token(links[0]), NOW) is not None


@pytest.mark.parametrize("workers", ["1", "2"])
@pytest.mark.usefixtures("store")
def test_whoever_works_hears_of_the_end_before_the_server_has_ended(
    monkeypatch: pytest.MonkeyPatch, workers: str
) -> None:
    """A slow request and a slow mail server must not take one after the other what they may take together."""
    heard: list[threading.Event] = []

    def ends(_settings: Settings, _app: object, *, ready: object, ending: Callable[[], None]) -> int:  # noqa: ARG001
        ending()
        assert [stop.is_set() for stop in heard] == [True]
        return 0

    monkeypatch.setenv("DESK_WORKERS", workers)
    monkeypatch.setattr(serving.app, "create", lambda *_, stop, **__: heard.append(stop))
    monkeypatch.setattr(serving, "carrier", lambda _settings, stop: heard.append(stop))
    monkeypatch.setattr(serving.worker, "run", lambda _context, _carrier, stop: stop.wait())
    monkeypatch.setattr(serving.serving, "serve", ends)
    assert main(["up"]) == 0


def test_at_the_start_it_says_which_shipped_signs_those_of_ones_own_set_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "signs"
    own.mkdir()
    (own / "rests.toml").write_text('[[sign]]\nid = "ja.weak.superior"\nrest = true\n')
    # An address of no machine here ends it before it answers: three processes that read these signs took seconds.
    for name, value in (("SIGNS", str(own)), ("WORKERS", "2"), ("HOST", "192.0.2.1")):
        monkeypatch.setenv(f"DESK_{name}", value)
    assert main(["up"]) == 2
    said = capsys.readouterr()
    assert "signs of your own set shipped ones aside: at rest: ja.weak.superior." in said.out + said.err
    assert "192.0.2.1 port 8000 cannot be listened on" in said.err
