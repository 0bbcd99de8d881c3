"""The one writer: a thread that takes what has queued, commits it in one transaction, and only then answers."""

import asyncio
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, InvalidStateError
from contextlib import AbstractContextManager, contextmanager, suppress
from math import inf
from queue import Empty, SimpleQueue
from time import monotonic, sleep
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeout

DEADLINE = 4.5  # seconds until a write is answered, whatever the database does
MOST_AT_ONCE = 128  # writes in one transaction
GATHER = 0.001  # seconds in which a busy writer sees whether more writes are coming, GATHERINGS times at most
GATHERINGS = 4
JUST_NOW = 0.01  # seconds after a batch in which those it answered are expected to write again
MOST_WAITING = 4096  # writes in the queue; more are refused at once
HUNG = 10.0  # seconds after which a writer that does not come back is replaced

C = TypeVar("C")
I = TypeVar("I")  # noqa: E741 - an item, as R is a result
R = TypeVar("R")

Verb = Callable[[Connection, C, Sequence[I]], Sequence[R]]
"""What a transaction does with the items of one kind that have queued: one result for each, in their order."""


class StoreUnavailable(Exception):  # noqa: N818 - it reads as the state it is
    """The database is full, locked, down or too slow. Nothing is lost by trying again."""


class Pending(Future[R]):
    """The result to come of a write; `result()` raises StoreUnavailable after DEADLINE seconds."""

    def result(self, timeout: float | None = DEADLINE) -> R:
        """The result, once it is committed."""
        try:
            return super().result(timeout)
        except TimeoutError:
            self.cancel()
            raise StoreUnavailable("the writer did not answer in time") from None


class _Job:
    __slots__ = ("future", "item", "loop", "outcome", "verb")

    def __init__(self, verb: Any, item: Any, future: Any, loop: asyncio.AbstractEventLoop | None) -> None:
        self.verb, self.item, self.future, self.loop = verb, item, future, loop
        self.outcome: Any = None

    def expire(self) -> None:
        """Wait no longer; whether it was stored is not known."""
        if not self.future.done():
            self.future.set_exception(StoreUnavailable("the writer did not answer in time"))

    def settle(self) -> None:
        """Hand over the outcome, unless nobody waits any more. Runs where the future lives."""
        with suppress(InvalidStateError, asyncio.InvalidStateError):
            if isinstance(self.outcome, Exception):
                self.future.set_exception(self.outcome)
            else:
                self.future.set_result(self.outcome)


class Writer(Generic[C]):
    """One thread, one transaction at a time, up to MOST_AT_ONCE items in each."""

    def __init__(self, begin: Callable[[], AbstractContextManager[Connection]], context: C) -> None:
        self._begin = begin
        self._context = context
        self._queue: SimpleQueue[_Job | None] = SimpleQueue()
        self._busy_since: float | None = None
        self._closed = False
        self.failed = False  # whether a transaction came to nothing because of the database; `Store.ready` forgets it
        self._replacing = threading.Lock()
        self._threads: list[threading.Thread] = []
        self._start()

    def write(self, verb: Verb[C, I, R], item: I) -> Pending[R]:
        """Queue an item for the worker and the command line."""
        pending: Pending[R] = Pending()
        self._submit(_Job(verb, item, pending, None))
        return pending

    async def ask(self, verb: Verb[C, I, R], item: I) -> R:
        """The result of an item, once it is committed. Raises StoreUnavailable after DEADLINE seconds."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[R] = loop.create_future()
        job = _Job(verb, item, future, loop)
        self._submit(job)
        # A timer of its own costs a third of `asyncio.timeout`, and every POST waits here.
        expiry = loop.call_later(DEADLINE, job.expire)
        try:
            return await future
        finally:
            expiry.cancel()

    def hangs(self) -> bool:
        """Whether a transaction has been running for longer than any should."""
        since = self._busy_since
        return since is not None and monotonic() - since > HUNG

    def close(self) -> None:
        """Finish what has queued, at most HUNG seconds long, and stop."""
        self._closed = True
        until = monotonic() + HUNG
        for _ in self._threads:
            self._queue.put(None)
        for thread in self._threads:
            thread.join(max(0.0, until - monotonic()))

    def _submit(self, job: _Job) -> None:
        if self._closed or self._queue.qsize() >= MOST_WAITING:
            raise StoreUnavailable("too many writes are waiting")
        self._queue.put(job)
        if self.hangs() or not self._thread.is_alive():
            self._replace()

    def _replace(self) -> None:
        # Two writers at once are safe, because the database lets one transaction write at a time.
        with self._replacing:
            if self.hangs() or not self._thread.is_alive():
                self._busy_since = None
                self._start()

    def _start(self) -> None:
        self._thread = threading.Thread(target=self._work, name="store-writer", daemon=True)
        self._threads = [*(thread for thread in self._threads if thread.is_alive()), self._thread]
        self._thread.start()

    def _work(self) -> None:
        me = threading.current_thread()
        together = -inf  # when a batch of several was last done
        while jobs := self._take(together):
            self._busy_since = monotonic()
            self._attempt(jobs)
            if len(jobs) > 1:
                together = monotonic()
            _answer(jobs)
            if self._thread is not me:
                return
            self._busy_since = None

    def _take(self, together: float) -> list[_Job]:
        jobs: list[_Job] = []
        job = self._queue.get()
        if job is not None and (not self._queue.empty() or monotonic() - together < JUST_NOW):
            self._gather()
        while job is not None:
            jobs.append(job)
            if len(jobs) == MOST_AT_ONCE:
                return jobs
            try:
                job = self._queue.get_nowait()
            except Empty:
                return jobs
        if jobs:
            self._queue.put(None)  # what was queued before the end is still done
        return jobs

    def _gather(self) -> None:
        # A commit costs as much for one as for many. Whoever comes alone waits for nobody, nor does a whole batch.
        queued = self._queue.qsize()
        for _ in range(GATHERINGS):
            if queued + 1 >= MOST_AT_ONCE:
                return
            sleep(GATHER)
            before, queued = queued, self._queue.qsize()
            if queued == before:
                return

    def _attempt(self, jobs: list[_Job]) -> None:
        try:
            self._commit(jobs)
        except StoreUnavailable as error:
            self.failed = True
            for job in jobs:
                job.outcome = StoreUnavailable(*error.args)
        except Exception as error:  # noqa: BLE001 - whatever it is, it belongs to whoever asked
            jobs[0].outcome = error
            if len(jobs) > 1:
                for job in jobs:
                    self._attempt([job])

    def _commit(self, jobs: list[_Job]) -> None:
        # Whoever was answered while the database was locked will try again: their item is left alone.
        if all(job.future.done() for job in jobs):
            return
        with translated(), self._begin() as connection:
            waiting = [job for job in jobs if not job.future.done()]
            for verb in dict.fromkeys(job.verb for job in waiting):
                group = [job for job in waiting if job.verb == verb]
                results = verb(connection, self._context, [job.item for job in group])
                for job, result in zip(group, results, strict=True):
                    job.outcome = result


def each(verb: Callable[[Connection, C, I], R]) -> Verb[C, I, R]:
    """A verb for items that have little in common, one after the other. Use it once, at module level."""

    def one_by_one(connection: Connection, context: C, items: Sequence[I]) -> list[R]:
        return [verb(connection, context, item) for item in items]

    return one_by_one


@contextmanager
def translated() -> Iterator[None]:
    """Turn the errors of a database that cannot be used now into StoreUnavailable."""
    try:
        yield
    except (IntegrityError, DataError):
        raise
    except (DBAPIError, PoolTimeout, OSError) as error:
        raise StoreUnavailable(_reason(error)) from error


def _reason(error: Exception) -> str:
    """What the driver says on its first line: that the disk is full, or may not be written."""
    said = str(getattr(error, "orig", None) or "").partition("\n")[0].rstrip(". ")
    return said or type(error).__name__


def _answer(jobs: list[_Job]) -> None:
    for loop in dict.fromkeys(job.loop for job in jobs):
        group = [job for job in jobs if job.loop is loop]
        if loop is None:
            _settle(group)
        else:
            # A loop that was closed meanwhile has nobody left to answer.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(_settle, group)


def _settle(jobs: list[_Job]) -> None:
    for job in jobs:
        job.settle()
