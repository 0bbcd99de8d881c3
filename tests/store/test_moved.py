"""The file of the database is moved or replaced under a running desk: nothing is said to be stored in it any more."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import make_url

from desk.keys import Keyring
from desk.store.engine import Store, StoreUnavailable, open_store
from desk.store.inquiries import Arrival, any_stored
from desk.store.migrate import migrate

from .test_faults import _add, _refused

Arrive = Callable[..., Arrival]


@pytest.fixture
def desk(on_sqlite: Callable[[], Iterator[str]], keyring: Keyring) -> Iterator[tuple[Store, Path]]:
    """An open store, and its file."""
    for url in on_sqlite():
        migrate(url, keyring)
        store = open_store(url, keyring)
        yield store, Path(make_url(url).database or "")
        store.close()


def test_a_file_that_was_moved_away_takes_nothing_until_it_is_back(desk: tuple[Store, Path], arrival: Arrive) -> None:
    store, file = desk
    _add(store, arrival("before"))
    away = file.rename(file.with_suffix(".away"))
    _refused(store, arrival("meanwhile"))
    assert not store.ready()
    assert not file.exists()
    away.rename(file)
    assert store.ready()
    _add(store, arrival("meanwhile"))


def test_a_file_that_was_moved_away_before_it_was_read_is_not_made_anew(
    desk: tuple[Store, Path], arrival: Arrive
) -> None:
    store, file = desk
    _add(store, arrival("before"))  # by the one connection that writes: none has read yet
    file.rename(file.with_suffix(".away"))
    with pytest.raises(StoreUnavailable, match="no longer where it was opened"):
        any_stored(store)
    assert not file.exists()


def test_a_copy_in_its_place_takes_nothing_before_the_desk_is_started_anew(
    desk: tuple[Store, Path], keyring: Keyring, arrival: Arrive
) -> None:
    store, file = desk
    assert store.scrub()
    shutil.copy(file, file.with_suffix(".copy"))
    file.with_suffix(".copy").replace(file)
    with pytest.raises(StoreUnavailable, match="start the desk anew"):
        any_stored(store)
    _refused(store, arrival())
    assert not store.ready()
    anew = open_store(f"sqlite:///{file}", keyring)
    assert anew.ready()
    _add(anew, arrival())
    anew.close()
