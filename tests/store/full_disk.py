"""A process of its own whose files may not grow for a while: what the store answers before, meanwhile and after."""

import asyncio
import resource
import sys
from datetime import UTC, datetime

from desk.keys import Keyring
from desk.rules.inquiry import Draft
from desk.store.engine import Store, StoreUnavailable, open_store
from desk.store.inquiries import Added, Arrival, Limits, add, any_stored

UNLIMITED = Limits(address=10**9, everyone=10**9)


async def send(store: Store, form_id: str) -> str:
    now = datetime.now(UTC)
    draft = Draft(name="山田", email="a@example.com", subject="件名", message="本文" * 2_000, consent=True)
    try:
        added = await add(
            store, Arrival(form_id, draft, None, "ja", "2026-10-01", "2026-10-01", now, now, "192.0.2.1"), UNLIMITED
        )
    except StoreUnavailable:
        return "unavailable"
    assert isinstance(added, Added)
    return "again" if added.again else "added"


def readiness(store: Store, *, tried: bool = False) -> str:
    return "ready" if store.ready(tried=tried) else "not-ready"


async def tell(url: str) -> list[str]:
    store = open_store(url, Keyring.of({"k1": bytes(range(32))}))
    told = [await send(store, "before"), readiness(store)]
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, hard))
    told += ["untried", readiness(store), "tried", readiness(store, tried=True)]
    told += [await send(store, form_id) for form_id in ("meanwhile", "meanwhile", "before")]
    told += ["readable" if any_stored(store) else "unreadable", readiness(store)]
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    told.append(readiness(store))
    told += [await send(store, form_id) for form_id in ("meanwhile", "before")]
    store.close()
    return told


if __name__ == "__main__":
    sys.stdout.write(" ".join(asyncio.run(tell(sys.argv[1]))))
