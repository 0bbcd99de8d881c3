"""A process of its own that stores inquiries as fast as it can and prints each receipt it was shown; to be killed."""

import asyncio
import sys
from datetime import UTC, datetime

from desk.keys import Keyring
from desk.rules.inquiry import Draft
from desk.store.engine import Store, open_store
from desk.store.inquiries import Added, Arrival, Limits, add

UNLIMITED = Limits(address=10**9, everyone=10**9)


async def send_forever(url: str, senders: int) -> None:
    store = open_store(url, Keyring.of({"k1": bytes(range(32))}))
    await asyncio.gather(*(_send(store, f"{sender}") for sender in range(senders)))


async def _send(store: Store, name: str) -> None:
    number = 0
    while True:
        now = datetime.now(UTC)
        draft = Draft(name=name, email=f"{name}@example.com", subject="件名", message="本文\r\n" * 50, consent=True)
        form_id = f"{name}-{number}"
        added = await add(
            store, Arrival(form_id, draft, None, "ja", "2026-10-01", "2026-10-01", now, now, "192.0.2.1"), UNLIMITED
        )
        assert isinstance(added, Added)
        sys.stdout.write(f"{form_id} {added.receipt}\n")
        sys.stdout.flush()
        number += 1


if __name__ == "__main__":
    asyncio.run(send_forever(sys.argv[1], 16))
