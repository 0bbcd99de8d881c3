"""What the page of an inquiry costs its reviewer's desk: as long as the form takes, and nearly every word covered.

Prints CPU ms of the event loop's thread, nearly all of it during which nobody else is answered, for the page, for the
page with a masked copy proposed, and for a decision, after none, one and three masked copies; with SQLite on disk.
"""

import asyncio
import secrets
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import uvloop

from desk.app import create
from desk.delivery import worker
from desk.rules.inquiry import Draft
from desk.settings import Settings
from desk.store import inquiries, sessions, staff
from desk.store.inquiries import Added, Arrival, Limits
from desk.store.migrate import migrate

LETTERS, ROUNDS = 5000, 5
HOSTILE = ("死ね。", "無能な死ね店員は", "しねよばかやろう", "You are an idiot. ")
BOTH = {"request_reasonable": "yes", "manner_acceptable": "no", "act.insult": "yes"}
COPY = BOTH | {"outcome": "release-masked", "reason": "As agreed."}
DECISIONS = (0, 1, 3)


def main() -> None:
    """Print the best of several rounds for each text."""
    print(f"Python {sys.version.split()[0]}, one process, {LETTERS} characters; ms of the event loop")
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(_env_file=None, data=Path(folder), database=f"sqlite:///{folder}/desk.sqlite3", keys=None)
        settings.prepare_data()
        settings.make_keys()
        migrate(settings.database_url, settings.keyring())
        app: Any = create(settings)
        uvloop.run(every_text(app, settings))
        app.app.state.desk.store.close()


async def every_text(app: Any, settings: Settings) -> None:
    """Arrives, is screened, and is decided again and again."""
    desk = app.app.state.desk
    person = staff.add(desk.store, "Reader", "lead", "ja", "none", "none", desk.now())
    session = sessions.start_session(desk.store, person, desk.now())
    token = desk.tokens.staff_form(sessions.hashed(session), person.id)
    host = settings.address.partition("//")[2].encode()
    for text in HOSTILE:
        receipt = await arrived(desk, (text * LETTERS)[:LETTERS])

        async def sent(deed: str, fields: dict[str, str] | None, status: int, receipt: str = receipt) -> None:
            body = None if fields is None else urlencode({"token": token, **fields}).encode()
            await send_one(app, (host, session.encode()), f"/staff/inquiries/{receipt}{deed}", body, status)

        print(text.strip())
        await each_decision(sent)


async def each_decision(sent: Callable[..., Awaitable[None]]) -> None:
    """Measure the page of one inquiry, and decide it, as often as that was done."""
    done = 0
    for decisions in DECISIONS:
        while done < decisions:
            await sent("/claims", {}, 303)
            deciding = await elapsed(lambda: sent("/decisions", {"go": "decide", **COPY}, 303))
            await sent("/reopenings", {"reason": "Once more."}, 303)
            done += 1
            print(f"  decision {done}: {deciding:.0f} ms")
        shown = min([await elapsed(lambda: sent("", None, 200)) for _ in range(ROUNDS)])
        await sent("/claims", {}, 303)
        proposing = [await elapsed(lambda: sent("/decisions", {"go": "propose", **BOTH}, 200)) for _ in range(ROUNDS)]
        await sent("/handovers", {}, 303)
        print(f"  after {decisions} decisions: page {shown:.0f} ms, proposal {min(proposing):.0f} ms")


async def arrived(desk: Any, text: str) -> str:
    """The receipt of an inquiry with this message, as the worker leaves it to the reviewers."""
    now = datetime.now(UTC)
    arrival = Arrival(
        form_id=secrets.token_hex(16),
        draft=Draft(
            topic="general", name="佐藤", email="ken@sato.example", subject="請求について", message=text, consent=True
        ),
        phone_e164="",
        language="ja",
        policy_version=desk.policy("ja").version,
        notice_version=desk.notice("ja").version,
        notice_shown_at=now - timedelta(minutes=3),
        received_at=now,
        client="192.0.2.1",
        marks=(),
    )
    added = await inquiries.add(desk.store, arrival, Limits(10**9, 10**9))
    if not isinstance(added, Added):
        raise TypeError(f"answered {added}")
    await asyncio.to_thread(screened, desk)
    return added.receipt


def screened(desk: Any) -> None:
    """Let the worker examine all that came."""
    while worker.screen(desk) == worker.AT_ONCE:
        pass


async def elapsed(work: Callable[[], Awaitable[None]]) -> float:
    """Milliseconds of CPU time of this thread."""
    begun = time.thread_time()
    await work()
    return (time.thread_time() - begun) * 1000


async def send_one(app: Any, known: tuple[bytes, bytes], path: str, body: bytes | None, status: int) -> None:
    """One request as the server hands it over, a POST where it has a body; an unexpected answer ends the benchmark."""
    host, session = known
    headers = [(b"host", host), (b"cookie", b"__Host-desk=" + session), (b"sec-fetch-site", b"same-origin")]
    if body is not None:
        headers += [(b"content-type", b"application/x-www-form-urlencoded"), (b"content-length", b"%d" % len(body))]
    scope = {"type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "scheme": "http"}
    scope |= {"path": path, "raw_path": path.encode(), "query_string": b"", "root_path": "", "state": {}}
    scope |= {"headers": headers, "client": ("127.0.0.1", 5), "server": ("127.0.0.1", 8000)}
    scope |= {"method": "GET" if body is None else "POST"}
    statuses: list[int] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body or b"", "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    await app(scope, receive, send)
    if statuses != [status]:
        raise RuntimeError(f"{path} answered {statuses}")


if __name__ == "__main__":
    main()
