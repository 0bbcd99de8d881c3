"""A backup is restored as the README says, after a desk that was killed: what is in the copy is found, and no more."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import make_url

from desk.keys import Keyring
from desk.store import audit
from desk.store.engine import open_store
from desk.store.inquiries import Added, Arrival, find
from desk.store.migrate import migrate

from .test_faults import _add

Arrive = Callable[..., Arrival]


@pytest.fixture
def killed(
    on_sqlite: Callable[[], Iterator[str]], keyring: Keyring, arrival: Arrive, tmp_path: Path
) -> tuple[Path, str, str]:
    """The database of a desk that was killed and of which a copy was made before; receipts from before and after it."""
    for url in on_sqlite():
        migrate(url, keyring)
        store, file = open_store(url, keyring), Path(make_url(url).database or "")
        before = _add(store, arrival("before"))
        with closing(sqlite3.connect(file)) as operator:
            operator.execute("VACUUM INTO ?", (str(tmp_path / "copy.sqlite3"),))
        after = [_add(store, arrival(f"after {number}")) for number in range(30)]
        for suffix in ("", "-wal"):  # as a process leaves them that ends at this moment
            shutil.copyfile(f"{file}{suffix}", tmp_path / f"desk.sqlite3{suffix}")
        store.close()
        assert isinstance(before, Added)
        assert isinstance(after[-1], Added)
        return tmp_path / "desk.sqlite3", before.receipt, after[-1].receipt
    raise AssertionError


def test_a_copy_that_takes_the_place_of_file_and_journals_is_whole(
    killed: tuple[Path, str, str], keyring: Keyring, arrival: Arrive
) -> None:
    file, before, after = killed
    Path(f"{file}-wal").unlink()
    shutil.copyfile(file.with_name("copy.sqlite3"), file)
    store = open_store(f"sqlite:///{file}", keyring)
    assert find(store, before) is not None
    assert find(store, after) is None
    _add(store, arrival("restored"))
    assert audit.verify(store).broken is None
    store.close()
