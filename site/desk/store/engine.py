"""SQLite or PostgreSQL behind one door: connections that are safe and impatient, the one writer, the readers."""

import asyncio
import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url

from desk.keys import Keyring, KeyringError
from desk.store import head
from desk.store.one_file import OneFile
from desk.store.scrubbing import scrubbed
from desk.store.sealing import Seals
from desk.store.tables import COUNTER, INQUIRY
from desk.store.writer import DEADLINE, Pending, StoreUnavailable, Verb, Writer, each, translated

__all__ = ["Store", "StoreUnavailable", "connect", "open_store"]

I = TypeVar("I")  # noqa: E741 - an item, as R is a result
R = TypeVar("R")
P = ParamSpec("P")

THREADS = 16  # for the verbs of handlers: those that wait for the writer must leave room for those that read
READERS = 4  # connections kept open for reading
PATIENCE = 3  # seconds that a transaction waits for another to finish writing
WRITE_LOCK = 0x1D9E5C  # the advisory lock that lets one transaction write at a time on PostgreSQL

_PROBE = b"whether there is room"

_PRAGMAS = (
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA journal_size_limit = 67108864",
    # Measured: fewer checkpoints, of pages that were changed often, are a tenth of the cost of an inquiry.
    "PRAGMA wal_autocheckpoint = 4000",
    "PRAGMA cache_size = -16000",
)


class Store:
    """The open database. The verbs of this room use `ask`, `write` and `look`; handlers use `run`."""

    def __init__(self, url: str, keyring: Keyring) -> None:
        self.seals = Seals(keyring)
        self.swept_at: datetime | None = None  # when this process last deleted old counters
        self.turn = asyncio.Lock()  # of handlers whose verbs reckon for long: several at once would keep pages waiting
        file = OneFile(Path(make_url(url).database or ""))
        self._writing = connect(url, writes=True, patience=PATIENCE, file=file)
        self._reading = connect(url, writes=False, patience=PATIENCE, file=file)
        self._threads = ThreadPoolExecutor(THREADS, "store")
        self._writer: Writer[Store] = Writer(self._writing.begin, self)

    def write(self, verb: "Verb[Store, I, R]", item: I) -> Pending[R]:
        """Queue an item; its result is there once it is committed. In an event loop never wait for `result()`."""
        return self._writer.write(verb, item)

    async def ask(self, verb: "Verb[Store, I, R]", item: I) -> R:
        """The result of an item, once it is committed. Raises StoreUnavailable within 4.5 seconds."""
        return await self._writer.ask(verb, item)

    def look(self, query: Callable[Concatenate[Connection, "Store", P], R], *args: P.args, **named: P.kwargs) -> R:
        """What `query(connection, store, …)` finds, in this thread, all of it as it stood at one moment.

        Raises StoreUnavailable.
        """
        with translated(), self._reading.connect() as connection:
            return query(connection, self, *args, **named)

    async def run(self, verb: Callable[Concatenate["Store", P], R], *args: P.args, **named: P.kwargs) -> R:
        """`verb(store, …)` in a thread, for handlers. Raises StoreUnavailable within 4.5 seconds."""
        working = self._threads.submit(partial(verb, self, *args, **named))
        try:
            async with asyncio.timeout(DEADLINE):
                return await asyncio.wrap_future(working)
        except TimeoutError:
            raise StoreUnavailable("the database did not answer in time") from None

    def ready(self, *, tried: bool = False) -> bool:
        """Whether inquiries can be read and stored now; answers within two seconds.

        It writes only after a write that failed, or to be `tried`: nothing else tells whether a full disk has room.
        """
        with suppress(StoreUnavailable, TimeoutError, RuntimeError):  # the last one says that it was closed
            reading = self._threads.submit(self.look, _anything)
            self.write(_something if tried or self._writer.failed else _nothing, None).result(timeout=1.5)
            reading.result(timeout=0.4)
            self._writer.failed = False
            return True
        return False

    def scrub(self) -> bool:
        """Empty the journal, which still holds what was deleted; False where readers never leave it.

        PostgreSQL does without: its own vacuum takes away what was deleted. Raises StoreUnavailable.
        """
        return self._writing.dialect.name != "sqlite" or scrubbed(self._writing)

    def close(self) -> None:
        """Finish what has queued and let go of the database."""
        self._writer.close()
        self._threads.shutdown(cancel_futures=True)
        self._writing.dispose()
        self._reading.dispose()


def open_store(url: str, keyring: Keyring) -> Store:
    """The store at `url` (sqlite:///… or postgresql+psycopg://…). Raises KeyringError where that has other keys.

    An unreachable database is no error here: verbs say StoreUnavailable until it is there.
    """
    store = Store(url, keyring)
    try:
        with suppress(StoreUnavailable):
            store.look(_check_keys)
    except KeyringError:
        store.close()
        raise
    return store


def connect(url: str, *, writes: bool, patience: int = PATIENCE, file: OneFile | None = None) -> Engine:
    """An engine whose connections write one at a time, or only read. `patience`: seconds to wait for a lock.

    `file`: that of an SQLite database, for engines that share it.
    """
    place = make_url(url)
    return (
        _sqlite(place, writes, patience, file or OneFile(Path(place.database or "")))
        if place.get_backend_name() == "sqlite"
        else _postgresql(place, writes, patience)
    )


def _check_keys(connection: Connection, store: Store) -> None:
    head.check_keys(connection, store.seals)


def _anything(connection: Connection, _: Store) -> None:
    connection.execute(INQUIRY.select().limit(1)).first()


@each
def _something(connection: Connection, _: Store, __: None) -> None:
    """A row that needs room on the disk; it is swept away with the old counters."""
    now = datetime.now(UTC)
    connection.execute(COUNTER.delete().where(COUNTER.c.key == _PROBE))
    connection.execute(COUNTER.insert(), {"key": _PROBE, "started_at": now, "ends_at": now, "count": 0})


@each
def _nothing(_: Connection, __: Store, ___: None) -> None:
    """A transaction that only waits for its turn."""


def _sqlite(place: URL, writes: bool, patience: int, file: OneFile) -> Engine:
    engine = create_engine(place, pool_size=READERS, pool_timeout=patience)

    @event.listens_for(engine, "do_connect")
    def own_file(*_: Any) -> None:
        file.make()

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: Any) -> None:
        try:
            _prepare(connection, writes, patience)
            file.opened()
        except (sqlite3.Error, StoreUnavailable):
            connection.close()  # the pool has not got it yet, so nobody else would
            raise

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        file.check()
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _prepare(connection: sqlite3.Connection, writes: bool, patience: int) -> None:
    connection.isolation_level = None  # the transactions are ours, not the driver's
    connection.execute(f"PRAGMA busy_timeout = {patience * 1000}")
    _keep_journal(connection, patience)
    for pragma in _PRAGMAS:
        connection.execute(pragma)
    if not writes:
        connection.execute("PRAGMA query_only = ON")


def _keep_journal(connection: sqlite3.Connection, patience: int) -> None:
    # Of two processes that open a new file at once one is told that it is busy: here SQLite does not wait by itself.
    until = time.monotonic() + patience
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return


def _postgresql(place: URL, writes: bool, patience: int) -> Engine:
    options = {
        "lock_timeout": f"{patience}s",
        "statement_timeout": f"{patience + 1}s",
        "idle_in_transaction_session_timeout": "10s",
        "default_transaction_read_only": "off" if writes else "on",
        # Whoever reads several tables reads them of one moment, as on SQLite; whoever writes comes after the last one.
        "default_transaction_isolation": r"read\ committed" if writes else r"repeatable\ read",
        "synchronous_commit": "on",
        "timezone": "UTC",
    }
    settings = {
        "connect_timeout": 2,
        "tcp_user_timeout": patience * 1000,
        "keepalives_idle": 5,
        "options": " ".join(f"-c {name}={value}" for name, value in options.items()),
    }
    engine = create_engine(place, pool_size=READERS, pool_timeout=patience, pool_pre_ping=True, connect_args=settings)
    if writes:

        @event.listens_for(engine, "begin")
        def begin(connection: Connection) -> None:
            # One transaction writes at a time, as on SQLite: limits, claims and the audit chain need no more.
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITE_LOCK})")

    return engine
