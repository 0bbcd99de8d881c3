"""The whole desk on a real loopback port, in a thread of the test process."""

import socket
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uvicorn
from migrated import make_ready

from desk import places
from desk.app import create
from desk.context import Context
from desk.settings import Settings


@dataclass(frozen=True)
class Served:
    """A desk that answers at `origin`, and what it is made of."""

    origin: str
    settings: Settings
    context: Context


@contextmanager
def served(data: Path, **chosen: Any) -> Iterator[Served]:
    """Serve a desk with its own data folder until the block ends."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        settings = Settings(_env_file=None, data=data, port=listening.getsockname()[1], **chosen)
        make_ready(settings)
        app: Any = create(settings)
        server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="on", server_header=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            _wait_until_started(server)
            yield Served(settings.address, settings, app.app.state.desk)
        finally:
            server.should_exit = True
            thread.join(timeout=20)


ADDRESS = {"ja": "〒100-0001 東京都千代田区1-1", "en": "1-1 Chiyoda, Tokyo 100-0001, Japan"}


def addressed(folder: Path, given: Mapping[str, str] = ADDRESS) -> Path:
    """The shipped organisation file with a postal address, in `folder`."""
    address = f'address = {{ ja = "{given["ja"]}", en = "{given["en"]}" }}'
    facts = places.ORGANISATION.read_text("utf-8").replace("timezone =", f"{address}\ntimezone =", 1)
    (folder / "addressed.toml").write_text(facts, "utf-8")
    return folder / "addressed.toml"


def _wait_until_started(server: uvicorn.Server) -> None:
    deadline = time.monotonic() + 20
    while not server.started:
        if time.monotonic() > deadline:
            raise TimeoutError("The desk did not start")
        time.sleep(0.01)
