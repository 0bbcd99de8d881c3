"""What a stored inquiry costs from the posted check page to its committed receipt: the whole desk without the socket.

Prints POSTs a second and CPU µs a POST, of the process and of the event loop's thread alone, with SQLite on disk.
"""

import asyncio
import secrets
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import uvloop

from desk.app import create
from desk.public import drafts
from desk.rules.inquiry import Draft
from desk.settings import Settings
from desk.store.migrate import migrate

WARM, POSTS, ROUNDS, AT_ONCE = 200, 4000, 3, 64
DRAFT = Draft(
    topic="ir",
    name="山田 花子",
    kana="ヤマダ ハナコ",
    company="株式会社みなと",
    email="h@example.jp",
    phone="03-1234-5678",
    subject="配当について",
    message="株主です。配当金の受け取り方法を変更したいのですが、どのような手続きが必要でしょうか。\r\n" * 3,
    consent=True,
)


def main() -> None:
    """Print the best of several rounds."""
    print(f"Python {sys.version.split()[0]}, one process, {AT_ONCE} requests at once")
    with tempfile.TemporaryDirectory() as folder:
        limits = {"limit_address": 10**9, "limit_all": 10**9}
        # Said here, whatever the surroundings say: nothing is written into a desk that serves somebody.
        database = f"sqlite:///{folder}/desk.sqlite3"
        settings = Settings(_env_file=None, data=Path(folder), database=database, keys=None, origin="", **limits)
        settings.prepare_data()
        settings.make_keys()
        migrate(settings.database_url, settings.keyring())
        app: Any = create(settings)
        best = min(uvloop.run(round_of(app, settings)) for _ in range(ROUNDS))
        app.app.state.desk.store.close()
    cpu, loop, seconds = best
    print(f"stored POST: {POSTS / seconds:.0f}/s, {cpu / POSTS * 1e6:.0f} CPU µs, {loop / POSTS * 1e6:.0f} in the loop")


async def round_of(app: Any, settings: Settings) -> tuple[float, float, float]:
    """CPU seconds of the process and of the loop, and seconds, for one round of POSTs."""
    tokens = app.app.state.desk.tokens
    checked = datetime.now(UTC) - timedelta(seconds=30)
    notice = drafts.Notice(None, checked)
    steps = (drafts.Step(DRAFT, secrets.token_hex(16), checked, notice, trusted=True) for _ in range(WARM + POSTS))
    bodies = [f"token={drafts.token(tokens, step)}&go=send".encode() for step in steps]
    host = settings.address.partition("//")[2].encode()
    await send_all(app, host, iter(bodies[:WARM]))
    begun = time.process_time(), time.thread_time(), time.perf_counter()
    await send_all(app, host, iter(bodies[WARM:]))
    return time.process_time() - begun[0], time.thread_time() - begun[1], time.perf_counter() - begun[2]


async def send_all(app: Any, host: bytes, bodies: Iterator[bytes]) -> None:
    """Send every body, so many at once."""

    async def sender() -> None:
        for body in bodies:
            await send_one(app, host, body)

    await asyncio.gather(*(sender() for _ in range(AT_ONCE)))


async def send_one(app: Any, host: bytes, body: bytes) -> None:
    """One POST as the server hands it over; anything but a receipt ends the benchmark."""
    headers = {
        b"host": host,
        b"content-type": b"application/x-www-form-urlencoded",
        b"content-length": str(len(body)).encode(),
        b"sec-fetch-site": b"same-origin",
    }
    path = "/ja/inquiries/send"
    scope = {"type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST", "scheme": "http"}
    scope |= {"path": path, "raw_path": path.encode(), "query_string": b"", "root_path": "", "state": {}}
    scope |= {"headers": list(headers.items()), "client": ("127.0.0.1", 5), "server": ("127.0.0.1", 8000)}
    statuses: list[int] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    await app(scope, receive, send)
    if statuses != [303]:
        raise RuntimeError(f"answered {statuses}")


if __name__ == "__main__":
    main()
