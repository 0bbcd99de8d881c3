"""Several processes that share one socket, and the one that watches over them."""

import gc
import multiprocessing
import signal
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import wait
from multiprocessing.context import SpawnProcess
from typing import TYPE_CHECKING, Final

from desk import log
from desk.serving.limits import Deadlines
from desk.serving.server import FINISHING, run
from desk.settings import Settings

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

LATEST: Final = FINISHING + 4.0  # seconds after which a worker that should have ended is killed
MOST_FAILURES: Final = 5  # workers in a row that ended by themselves before they answered


@dataclass(slots=True, eq=False)
class Worker:
    """One process; it says over the pipe that it answers."""

    process: SpawnProcess
    pipe: "Connection[bool, bool]"
    up: bool = False

    def listen(self) -> None:
        """Notice whether it has said so."""
        if not self.up and self.pipe.poll():
            with suppress(EOFError, OSError):
                self.up = self.pipe.recv()


class Supervisor:
    """Keeps the wanted number of workers running until told to stop."""

    def __init__(self, arguments: tuple[str, socket.socket, Deadlines, str]) -> None:
        self.arguments = arguments
        self.context = multiprocessing.get_context("spawn")
        self.workers: list[Worker] = []
        self.stopping = False
        self.failures = 0

    def start(self) -> None:
        """Start a worker."""
        ours, theirs = self.context.Pipe(duplex=False)
        process = self.context.Process(target=work, args=(*self.arguments, theirs))
        process.start()
        theirs.close()
        self.workers.append(Worker(process, ours))

    def tell(self) -> None:
        """Ask for the end; `watch` sees it."""
        self.stopping = True

    def watch(self, ready: Callable[[], None] | None) -> int:
        """Replace workers that end until told to stop; the exit code. `ready` is called once all of them answer."""
        while not self.stopping:
            wait([worker.process.sentinel for worker in self.workers], timeout=0.2)
            for worker in self.workers:
                worker.listen()
            for worker in [worker for worker in self.workers if not worker.process.is_alive()]:
                self._replace(worker)
            if ready and all(worker.up for worker in self.workers):
                ready()
                ready = None
        return 0 if self.failures < MOST_FAILURES else 1

    def _replace(self, worker: Worker) -> None:
        """A worker that worked or was killed is replaced; one after the other that cannot start is no use."""
        self.workers.remove(worker)
        worker.pipe.close()
        if self.stopping:
            return
        status = worker.process.exitcode or 0
        log.warning("worker_ended", process=worker.process.pid, status=status)
        self.failures = self.failures + 1 if status > 0 and not worker.up else 0
        if self.failures >= MOST_FAILURES:
            log.warning("workers_given_up", count=self.failures)
            self.stopping = True
        else:
            self.start()

    def stop(self) -> None:
        """Tell all workers to finish, wait for them, and kill what is left after that."""
        for worker in self.workers:
            worker.process.terminate()
        latest = time.monotonic() + LATEST
        for worker in self.workers:
            worker.process.join(max(0.0, latest - time.monotonic()))
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
            worker.pipe.close()


def supervise(
    app: str,
    listening: socket.socket,
    deadlines: Deadlines,
    settings: Settings,
    *,
    ready: Callable[[], None] | None,
    ending: Callable[[], None] | None,
) -> int:
    """Run settings.workers processes until SIGTERM or SIGINT, then say so by `ending` and stop them; the exit code."""
    supervisor = Supervisor((app, listening, deadlines, settings.log_level))
    before = {number: signal.signal(number, lambda *_: supervisor.tell()) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        for _ in range(settings.workers):
            supervisor.start()
        return supervisor.watch(ready)
    finally:
        if ending:
            ending()
        listening.close()  # first: who comes from now on is turned away at once instead of waiting for nobody
        supervisor.stop()
        for number, handler in before.items():
            signal.signal(number, handler)


def work(app: str, listening: socket.socket, deadlines: Deadlines, level: str, pipe: "Connection[bool, bool]") -> None:
    """One worker: its own application, the shared socket; it says over the pipe when it answers."""
    gc.disable()  # until it answers: what is loaded at the start stays
    log.configure(level)
    parent = multiprocessing.parent_process()
    run(app, listening, deadlines, partial(pipe.send, True), parent=parent.pid if parent else None)
