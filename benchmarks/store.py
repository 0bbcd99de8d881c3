"""Inquiries stored each second on SQLite on disk: sealed, limited, with assessment and acknowledgement, committed."""

import asyncio
import os
import secrets
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from desk.keys import Keyring
from desk.rules.inquiry import Draft
from desk.store.engine import Store, open_store
from desk.store.inquiries import Added, Arrival, Limits, add
from desk.store.migrate import migrate

INQUIRIES = 20_000
SENDERS = 64  # requests that wait for their answer at the same time
LIMITS = Limits(address=10**9, everyone=10**9)
MESSAGE = "いつもお世話になっております。請求書の宛名を変更したいのですが、どこで手続きできますか。\r\n" * 4


def arrival(number: int) -> Arrival:
    now = datetime.now(UTC)
    draft = Draft(
        topic="general",
        name="山田 花子",
        kana="ヤマダ ハナコ",
        company="見本商事株式会社",
        email=f"customer{number}@example.com",
        phone="03-1234-5678",
        subject="請求書の宛名について",
        message=MESSAGE,
        consent=True,
    )
    client = f"192.0.{number // 250 % 250}.{number % 250}"
    return Arrival(secrets.token_urlsafe(16), draft, "+81312345678", "ja", "2026-10-01", "2026-10-01", now, now, client)


async def send(store: Store, numbers: list[int], waits: list[float]) -> None:
    while numbers:
        begun = time.perf_counter()
        answer = await add(store, arrival(numbers.pop()), LIMITS)
        waits.append(time.perf_counter() - begun)
        if not isinstance(answer, Added):
            raise SystemExit(f"not stored: {answer}")


async def measure(store: Store, inquiries: int) -> tuple[float, float, list[float]]:
    numbers, waits = list(range(inquiries)), list[float]()
    wall, cpu = time.perf_counter(), time.process_time()
    await asyncio.gather(*(send(store, numbers, waits) for _ in range(SENDERS)))
    return time.perf_counter() - wall, time.process_time() - cpu, sorted(waits)


def main() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'desk.sqlite3'}"
        keyring = Keyring.of({"k1": secrets.token_bytes(32)})
        migrate(url, keyring)
        store = open_store(url, keyring)
        asyncio.run(measure(store, 1_000))
        wall, cpu, waits = asyncio.run(measure(store, INQUIRIES))
        store.close()
    print(f"{INQUIRIES / wall:8.0f} inquiries/s on one core, {SENDERS} senders, SQLite on disk, synchronous=FULL")
    print(f"{cpu / INQUIRIES * 1e6:8.0f} µs of CPU for each")
    median, late = waits[len(waits) // 2] * 1e3, waits[len(waits) * 99 // 100] * 1e3
    print(f"{median:8.1f} ms median, {late:.1f} ms p99 until the answer")


if __name__ == "__main__":
    main()
