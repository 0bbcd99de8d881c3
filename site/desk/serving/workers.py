"""Several processes that share one socket, and the one that watches over them."""

import multiprocessing
import signal
import socket
import time
from collections.abc import Callable
from multiprocessing.connection import wait
from multiprocessing.context import SpawnProcess
from multiprocessing.synchronize import Event
from typing import Any, Final

from desk import log
from desk.serving.limits import Deadlines
from desk.serving.server import FINISHING, run
from desk.settings import Settings

LATEST: Final = FINISHING + 4.0  # seconds after which a worker that should have ended is killed
SOON: Final = 5.0  # seconds: a worker that ends sooner has not worked
MOST_FAILURES: Final = 5  # workers in a row that ended soon


class Supervisor:
    """Keeps the wanted number of workers running until told to stop."""

    def __init__(self, arguments: tuple[str, socket.socket, Deadlines, str]) -> None:
        self.arguments = arguments
        self.context = multiprocessing.get_context("spawn")
        self.started: dict[SpawnProcess, Event] = {}
        self.since: dict[SpawnProcess, float] = {}
        self.stopping = False
        self.failures = 0

    def start(self) -> None:
        """Start a worker."""
        up = self.context.Event()
        process = self.context.Process(target=work, args=(*self.arguments, up))
        process.start()
        self.started[process] = up
        self.since[process] = time.monotonic()

    def tell(self) -> None:
        """Ask for the end; `watch` sees it."""
        self.stopping = True

    def watch(self, ready: Callable[[], None] | None) -> int:
        """Replace workers that end until told to stop; the exit code. `ready` is called once all of them answer."""
        while not self.stopping:
            if ready and all(up.is_set() for up in self.started.values()):
                ready()
                ready = None
            wait([process.sentinel for process in self.started], timeout=0.2)
            for process in [process for process in self.started if not process.is_alive()]:
                self._replace(process)
        return 0 if self.failures < MOST_FAILURES else 1

    def _replace(self, process: SpawnProcess) -> None:
        del self.started[process]
        lasted = time.monotonic() - self.since.pop(process)
        if self.stopping:
            return
        log.warning("a worker ended", process=process.pid, seconds=round(lasted, 1), status=process.exitcode)
        self.failures = self.failures + 1 if lasted < SOON else 0
        if self.failures >= MOST_FAILURES:
            log.warning("workers do not stay up, giving up", count=self.failures)
            self.stopping = True
        else:
            self.start()

    def stop(self) -> None:
        """Tell all workers to finish, wait for them, and kill what is left after that."""
        for process in self.started:
            process.terminate()
        latest = time.monotonic() + LATEST
        for process in self.started:
            process.join(max(0.0, latest - time.monotonic()))
            if process.is_alive():
                process.kill()
                process.join()


def supervise(
    app: str, listening: socket.socket, deadlines: Deadlines, settings: Settings, ready: Callable[[], None] | None
) -> int:
    """Run settings.workers processes until SIGTERM or SIGINT; the exit code."""
    supervisor = Supervisor((app, listening, deadlines, settings.log_level))
    before = {number: signal.signal(number, lambda *_: supervisor.tell()) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        for _ in range(settings.workers):
            supervisor.start()
        return supervisor.watch(ready)
    finally:
        supervisor.stop()
        listening.close()
        for number, handler in before.items():
            signal.signal(number, handler)


def work(app: str, listening: socket.socket, deadlines: Deadlines, level: str, up: Any) -> None:
    """One worker: its own application, the shared socket; `up` is set when it answers."""
    log.configure(level)
    parent = multiprocessing.parent_process()
    run(app, listening, deadlines, up.set, parent=parent.pid if parent else None)
