"""Of two processes that start on one new database at once, one invites the first administrator."""

from pathlib import Path

import pytest

from desk.commands import invitation, serving
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
