"""How much processor time a request costs through guard and server: prepared pages, a handler, a posted form.

Prints requests a second and CPU µs a request of the serving process alone, over loopback, a few seconds for each row.
Uses wrk where it is installed, else a small client of its own, which is the slower one of the two.
"""

import multiprocessing
import os
import re
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from litestar import Litestar, Request, get, post

from desk import errors, forms, serving
from desk.guard import Guard
from desk.prepared import PreparedPages
from desk.settings import Settings

SECONDS = 3
PAGE = ("<!doctype html><title>Policy</title>" + "<p>お客様の声を大切にいたします。</p>" * 600).encode()
FORM = urlencode({"name": "山田太郎", "email": "taro@example.com", "subject": "解約", "message": "よろしく。" * 100})


@dataclass(frozen=True)
class Row:
    """One kind of request."""

    what: str
    path: str
    headers: tuple[str, ...] = ()
    body: str = ""


ROWS = (
    Row("prepared page, plain", "/page"),
    Row("prepared page, gzip", "/page", ("Accept-Encoding: gzip, deflate, br",)),
    Row("prepared page, unchanged (304)", "/page", ("If-None-Match: *",)),
    Row("404 page", "/nothing-here"),
    Row("handler, through Litestar", "/handler"),
    Row("posted form, read and parsed", "/form", ("Content-Type: application/x-www-form-urlencoded",), FORM),
)


class Plain:
    """Error pages without templates."""

    def render(self, language: str, _template: str, **context: object) -> str:
        """Fill in nothing."""
        return f"<!doctype html><html lang={language}><title>{context['status']}</title>"

    def translate(self, _language: str, message: str) -> str:
        """Leave it as it is."""
        return message


@get("/handler", sync_to_thread=False)
def handler() -> str:
    return "ok"


@post("/form", status_code=200)
async def form(request: Request[Any, Any, Any]) -> str:
    return str(len((await forms.read(request)).fields))


def main() -> None:
    """Print a line for each row."""
    client = "wrk" if shutil.which("wrk") else "a client of its own"
    print(f"Python {sys.version.split()[0]}, one serving process, {client}")
    with served() as (port, cpu):
        for row in ROWS:
            before = cpu()
            count, seconds = load(row, port)
            spent = cpu() - before
            print(f"{row.what:32} {count / seconds:8.0f} requests/s {spent / count * 1e6:6.1f} CPU µs/request")


@contextmanager
def served() -> Iterator[tuple[int, Any]]:
    """A serving process on a free port, and how many CPU seconds it has used so far."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    context = multiprocessing.get_context("spawn")
    up, spent, asked = context.Event(), context.Value("d", 0.0), context.Event()
    process = context.Process(target=serve, args=(port, up, spent, asked))
    process.start()

    def cpu() -> float:
        asked.set()
        while asked.is_set():
            time.sleep(0.01)
        return float(spent.value)

    try:
        up.wait(20)
        yield port, cpu
    finally:
        process.terminate()
        process.join(20)


def serve(port: int, up: Any, spent: Any, asked: Any) -> None:
    """The serving process."""
    threading.Thread(target=report, args=(spent, asked), daemon=True).start()
    prepared = PreparedPages()
    prepared.put("/page", PAGE, max_age=60)
    page = errors.error_pages(Plain(), lambda _: "")
    app = Litestar([handler, form], exception_handlers=errors.handlers(page), openapi_config=None, logging_config=None)
    guard = Guard(app, origin=f"http://127.0.0.1:{port}", prepared=prepared, error_page=page)
    serving.serve(Settings(data=Path(tempfile.gettempdir()), port=port), guard, ready=up.set)


def report(spent: Any, asked: Any) -> None:
    """Say how much processor time went by, whenever asked."""
    while asked.wait():
        used = resource.getrusage(resource.RUSAGE_SELF)
        spent.value = used.ru_utime + used.ru_stime
        asked.clear()


def load(row: Row, port: int) -> tuple[int, float]:
    """Send requests of this kind for a while: how many were answered, in how many seconds."""
    if not shutil.which("wrk"):
        return load_ourselves(row, port)
    headers = [part for header in row.headers for part in ("-H", header)]
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "row.lua"
        script.write_text(f'wrk.method = "POST"\nwrk.body = "{row.body}"\n' if row.body else "", "utf-8")
        command = [
            "wrk",
            "-t1",
            "-c32",
            f"-d{SECONDS}s",
            "-s",
            str(script),
            *headers,
            f"http://127.0.0.1:{port}{row.path}",
        ]
        output = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603
    count, seconds = re.search(r"(\d+) requests in ([\d.]+)s", output).groups()  # type: ignore[union-attr]
    return int(count), float(seconds)


def load_ourselves(row: Row, port: int) -> tuple[int, float]:
    """The same with a client of our own: eight connections, one request after the other on each."""
    length = f"Content-Length: {len(row.body)}\r\n" if row.body else ""
    head = "".join(f"{header}\r\n" for header in row.headers) + length
    method = "POST" if row.body else "GET"
    request = f"{method} {row.path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{head}\r\n{row.body}".encode()
    counts = [0] * 8
    began = time.monotonic()
    threads = [threading.Thread(target=ask, args=(port, request, counts, number)) for number in range(len(counts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts), time.monotonic() - began


def ask(port: int, request: bytes, counts: list[int], number: int) -> None:
    """One connection of our own client."""
    latest = time.monotonic() + SECONDS
    with socket.create_connection(("127.0.0.1", port)) as connection, connection.makefile("rb") as answer:
        while time.monotonic() < latest:
            connection.sendall(request)
            length = 0
            while (line := answer.readline()) not in (b"\r\n", b""):
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            answer.read(length)
            counts[number] += 1


if __name__ == "__main__":
    os.environ.pop("DESK_ORIGIN", None)
    main()
