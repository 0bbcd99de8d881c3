"""A server in a process of its own, and a client that speaks bytes."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from ports import free_port

HERE = Path(__file__).resolve().parent
SITE = HERE.parent.parent / "site"


@dataclass(frozen=True)
class Reply:
    """One answer as it came over the wire."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes

    def __getitem__(self, name: str) -> str:
        return ", ".join(value for key, value in self.headers if key == name)

    def __contains__(self, name: str) -> bool:
        return any(key == name for key, _ in self.headers)

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def json(self) -> dict[str, object]:
        return dict(json.loads(self.body))


class Line:
    """One connection, spoken to in bytes."""

    def __init__(self, port: int, timeout: float = 5) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=timeout)
        self.stream = self.socket.makefile("rb")

    def say(self, data: bytes) -> "Line":
        self.socket.sendall(data)
        return self

    def hear(self, *, head: bool = False) -> Reply | None:
        """The next answer, or None where the connection ended instead."""
        try:
            line = self.stream.readline()
            while line.startswith(b"HTTP/1.1 100"):
                self.stream.readline()
                line = self.stream.readline()
            if not line:
                return None
            headers = [header.split(b": ", 1) for header in iter(lambda: self.stream.readline().strip(), b"")]
        except ConnectionError:
            return None
        named = [(name.decode().lower(), value.decode()) for name, value in headers]
        status = int(line.split()[1])
        length = int(next((value for name, value in named if name == "content-length"), "0"))
        return Reply(status, named, b"" if head or status == 304 else self.stream.read(length))

    def ended(self) -> bool:
        """Whether the other side ends the connection, once everything before that is read."""
        try:
            while self.stream.read(65536):
                pass
        except ConnectionError:
            return True
        except TimeoutError:
            return False
        return True

    def close(self) -> None:
        self.stream.close()
        self.socket.close()


@dataclass(frozen=True)
class Server:
    """A running server: its port, its process, what it logs."""

    port: int
    process: "subprocess.Popen[str]"
    logged: Path

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def host(self) -> bytes:
        return f"Host: 127.0.0.1:{self.port}\r\n".encode()

    def line(self, timeout: float = 5) -> "closing[Line]":
        return closing(Line(self.port, timeout))

    def ask(self, target: str, *headers: str, method: str = "GET", body: bytes | None = None) -> Reply:
        """One ordinary request on a connection of its own; the Host is right and the length is said."""
        length = [] if body is None else [f"Content-Length: {len(body)}"]
        if body is not None and not any(header.lower().startswith("content-type") for header in headers):
            length.append("Content-Type: application/x-www-form-urlencoded")
        lines = "".join(f"{header}\r\n" for header in (*headers, *length)).encode("latin-1")
        with self.line() as line:
            line.say(f"{method} {target} HTTP/1.1\r\n".encode("latin-1") + self.host + lines + b"\r\n" + (body or b""))
            reply = line.hear(head=method == "HEAD")
        assert reply is not None
        return reply

    def raw(self, data: bytes) -> Reply | None:
        """Whatever is answered to these bytes; HOST stands for the right Host line."""
        with self.line() as line:
            return line.say(data.replace(b"HOST\r\n", self.host)).hear()


Start = Callable[..., Server]


def start(folder: Path, *, workers: int = 1, patience: float = 16, proxies: str = "", port: int = 0,
          **deadlines: float) -> Server:  # fmt: skip
    """Start a server and wait until it answers."""
    port = port or free_port()
    told = {"port": port, "workers": workers, "origin": f"http://127.0.0.1:{port}", "patience": patience,
            "proxies": proxies, "deadlines": deadlines}  # fmt: skip
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("DESK_")}
    surroundings |= {"TINY": json.dumps(told), "PYTHONPATH": f"{SITE}{os.pathsep}{HERE}"}
    logged = folder / f"log.{port}"
    with logged.open("w") as log:
        command = [sys.executable, str(HERE / "tiny.py")]
        process = subprocess.Popen(  # noqa: S603 - our own file
            command, cwd=folder, env=surroundings, text=True, stdout=subprocess.PIPE, stderr=log
        )
    assert process.stdout is not None
    assert process.stdout.readline() == "up\n", logged.read_text("utf-8")
    return Server(port, process, logged)


def stop(server: Server) -> None:
    server.process.terminate()
    server.process.wait(25)
    assert server.process.stdout is not None
    server.process.stdout.close()


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with the deadlines everybody gets."""
    server = start(tmp_path_factory.mktemp("served"), patience=0.7)
    yield server
    stop(server)


@pytest.fixture(scope="session")
def hasty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that gives nobody much more than half a second, two to a steady body, behind a proxy here."""
    short = {"head": 0.5, "body": 0.5, "idle": 0.8, "reading": 0.5, "parting": 0.3, "longest": 2.0}
    server = start(tmp_path_factory.mktemp("hasty"), proxies="127.0.0.1", **short)
    yield server
    stop(server)


@pytest.fixture
def starting(tmp_path: Path) -> Iterator[Start]:
    """Starts servers that the test itself ends, one way or another."""
    with ExitStack() as stack:

        def begin(**named: object) -> Server:
            server = start(tmp_path, **named)
            stack.callback(stop, server)
            return server

        yield begin
