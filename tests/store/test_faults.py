"""What happens when the process is killed, or the database is full, locked, silent or gone: nothing is lost."""

import asyncio
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from desk.keys import Keyring
from desk.store import engine, writer
from desk.store.engine import Store, StoreUnavailable, connect, open_store
from desk.store.inquiries import Added, Arrival, Limited, Limits, add, any_stored, find
from desk.store.migrate import migrate

HERE = Path(__file__).parent
SURROUNDINGS = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
UNLIMITED = Limits(address=10**9, everyone=10**9)
Arrive = Callable[..., Arrival]


def _add(store: Store, arrival: Arrival) -> Added | Limited:
    """Ask as a page does; a page that had to wait for more than five seconds would be a failure."""

    async def within_five_seconds() -> Added | Limited:
        async with asyncio.timeout(5):
            return await add(store, arrival, UNLIMITED)

    return asyncio.run(within_five_seconds())


def _refused(store: Store, arrival: Arrival) -> None:
    with pytest.raises(StoreUnavailable):
        _add(store, arrival)


def test_no_receipt_that_was_shown_is_lost_when_the_process_is_killed(store: Store, url: str, arrival: Arrive) -> None:
    command = [sys.executable, HERE / "sender.py", url]
    sender = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=SURROUNDINGS)  # noqa: S603
    assert sender.stdout is not None
    shown = [sender.stdout.readline() for _ in range(200)]
    sender.kill()
    shown += [line for line in sender.stdout if line.endswith("\n")]
    sender.wait()
    sender.stdout.close()
    receipts = dict(line.split() for line in shown)
    assert len(receipts) == len(set(receipts.values())) == len(shown) >= 200
    for form_id, receipt in receipts.items():
        kept = find(store, receipt)
        assert kept is not None
        assert _add(store, arrival(form_id)) == Added(receipt, kept.received_at, again=True)


def test_a_full_disk_is_said_and_outlived(on_sqlite: Callable[[], Iterator[str]]) -> None:
    command = [sys.executable, HERE / "full_disk.py", next(on_sqlite())]
    told = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=SURROUNDINGS).stdout  # noqa: S603
    before, meanwhile = "added ready untried ready tried not-ready", "unavailable unavailable again readable not-ready"
    assert told == f"{before} {meanwhile} ready added again"


def test_a_locked_database_is_said_in_time_still_read_and_outlived(
    url: str, keyring: Keyring, arrival: Arrive, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert engine.PATIENCE < writer.DEADLINE
    monkeypatch.setattr(engine, "PATIENCE", 1)
    store, other = open_store(url, keyring), connect(url, writes=True)
    before = _add(store, arrival())
    assert isinstance(before, Added)
    with other.begin():
        _refused(store, arrival("the-form"))
        assert find(store, before.receipt) is not None
        assert not store.ready()
    assert isinstance(_add(store, arrival("the-form")), Added)
    assert store.ready()
    other.dispose()
    store.close()


def test_connections_that_were_cut_are_made_anew(url_on_postgresql: str, keyring: Keyring, arrival: Arrive) -> None:
    store = open_store(url_on_postgresql, keyring)
    _add(store, arrival("before"))
    _cut(url_on_postgresql)
    assert isinstance(_add(store, arrival("after")), Added)
    assert any_stored(store)
    store.close()


def _cut(url: str) -> None:
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as admin:
        mine = "pid <> pg_backend_pid() AND datname = current_database()"
        admin.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {mine}")  # noqa: S608


def test_a_database_that_is_gone_for_a_while_is_found_again(
    on_postgresql: Callable[[], Iterator[str]], postgresql: str, keyring: Keyring, arrival: Arrive
) -> None:
    databases = on_postgresql()
    url = next(databases)
    name = make_url(url).database
    store = open_store(url, keyring)
    _add(store, arrival())
    _cut(url)
    with psycopg.connect(postgresql.replace("+psycopg", ""), autocommit=True) as admin:
        admin.execute(f"ALTER DATABASE {name} RENAME TO {name}_away")
        _refused(store, arrival("the-form"))
        assert not store.ready()
        admin.execute(f"ALTER DATABASE {name}_away RENAME TO {name}")
    assert isinstance(_add(store, arrival("the-form")), Added)
    assert store.ready()
    store.close()
    next(databases, None)


def test_a_server_that_never_answers_is_given_up_in_time(keyring: Keyring, arrival: Arrive) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        store = open_store(f"postgresql+psycopg://desk@127.0.0.1:{silent.getsockname()[1]}/desk", keyring)
        _refused(store, arrival())
        store.close()


def test_a_server_that_is_not_there_is_given_up_at_once(keyring: Keyring, arrival: Arrive) -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    store = open_store(f"postgresql+psycopg://desk@127.0.0.1:{port}/desk", keyring)
    _refused(store, arrival())
    assert not store.ready()
    store.close()


def test_a_folder_that_comes_later_is_waited_for(tmp_path: Path, keyring: Keyring, arrival: Arrive) -> None:
    url = f"sqlite:///{tmp_path / 'later' / 'desk.sqlite3'}"
    store = open_store(url, keyring)
    _refused(store, arrival())
    assert not store.ready()
    (tmp_path / "later").mkdir()
    migrate(url, keyring)
    assert isinstance(_add(store, arrival()), Added)
    assert store.ready()
    store.close()


def test_a_writer_that_hangs_keeps_nobody_waiting(
    store: Store, arrival: Arrive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "DEADLINE", 0.2)
    begun, go_on = threading.Event(), threading.Event()
    stuck = store.write(writer.each(lambda _c, _s, item: begun.set() or _wait(item)), go_on)
    assert begun.wait(10)  # else it would be given up before it hangs, and the writer be free
    with pytest.raises(StoreUnavailable):
        stuck.result(0.1)
    _refused(store, arrival("the-form"))
    monkeypatch.setattr(writer, "HUNG", 0.0)
    assert not store.ready()
    _refused(store, arrival())
    go_on.set()
    monkeypatch.undo()
    assert isinstance(_add(store, arrival("the-form")), Added)
    assert store.ready()


def test_a_writer_that_hangs_is_replaced(store: Store, arrival: Arrive, monkeypatch: pytest.MonkeyPatch) -> None:
    """It hangs behind its transaction: in the midst of one it would keep the database locked for the other too."""
    told, go_on = threading.Event(), threading.Event()
    stuck = store.write(writer.each(lambda _c, _s, item: _wait(item)), told)
    stuck.add_done_callback(lambda _: _wait(go_on))
    told.set()
    stuck.result()
    monkeypatch.setattr(writer, "HUNG", 0.0)
    assert isinstance(_add(store, arrival("the-form")), Added)
    monkeypatch.undo()
    assert store.ready()
    go_on.set()


def test_what_was_said_to_be_unavailable_is_not_written_with_the_rest(store: Store) -> None:
    done: list[str] = []
    note, go_on = writer.each(lambda _c, _s, item: done.append(item)), threading.Event()
    store.write(writer.each(lambda _c, _s, item: _wait(item)), go_on)
    late, rest = (store.write(note, name) for name in ("late", "rest"))
    with pytest.raises(StoreUnavailable):
        late.result(0)
    go_on.set()
    rest.result()
    assert done == ["rest"]


def _wait(event: threading.Event) -> None:
    event.wait(10)


def test_too_many_waiting_writes_are_refused_at_once(
    store: Store, arrival: Arrive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "MOST_WAITING", 0)
    _refused(store, arrival())


def test_what_has_queued_is_done_before_the_store_closes(store: Store) -> None:
    done: list[int] = []
    count = writer.each(lambda _c, _s, item: done.append(item))
    pending = [store.write(count, number) for number in range(300)]
    store.close()
    assert [one.result() for one in pending] == [None] * 300
    assert done == list(range(300))
    with pytest.raises(StoreUnavailable):
        store.write(count, 300)


def test_one_transaction_writes_at_a_time(url: str) -> None:
    first, second = (connect(url, writes=True, patience=1) for _ in range(2))
    with first.begin(), pytest.raises(StoreUnavailable), writer.translated(), second.begin():
        pass
    first.dispose()
    second.dispose()


def test_reading_connections_cannot_write(store: Store) -> None:
    with pytest.raises(StoreUnavailable):
        store.look(lambda connection, _: connection.exec_driver_sql("DELETE FROM outbox"))
