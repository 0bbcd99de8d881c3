"""How often signing in may be tried: as a name, from an address, and apart from all others in a browser that is known.

Wrong tries keep out the address that they come from. Guesses at one name from many addresses have to end as well, and
whoever has that many addresses could keep a name used up for ever. A browser in which this person signed in before is
therefore counted by itself alone; for any other there is the one-time link of an administrator, which is not counted.
"""

import json
from dataclasses import dataclass
from typing import Any, Final

from litestar import Request

from desk.context import Context
from desk.staff import browsers
from desk.store import attempts, staff
from desk.store.inquiries import network
from desk.store.people import Staff

WINDOW: Final = 300  # seconds in which tries are counted
LIMITS: Final = {
    "one": 5,  # as one name from one address, or in one browser that is known
    "name": 50,  # as one name from everywhere: a password of 12 characters with its code is not found so in years
    "address": 20,  # from one address; an office behind it may come in together, for whoever is let in does not count
    "all": 1_000,  # in all: keeps the guesses of many addresses from taking the machine, no more
    "codes": 5,  # codes that go with a name and its right password
}


@dataclass(frozen=True, slots=True)
class Tries:
    """Under what one try counts; `own` begins anew when somebody is let in, in `shared` that one is taken back.

    `codes` is under what its code counts where the password is right; None in a browser that is known.
    """

    own: str
    shared: tuple[tuple[str, int], ...]
    codes: str | None


def of(desk: Context, request: Request[Any, Any, Any], name: str, person: Staff | None) -> Tries:
    """Under what a try as this name counts; `person` is who has it, if anybody."""
    browser = browsers.known(desk, request, person)
    if browser:
        return Tries(f"sign-in in {browser}", (), None)
    # In quotes, so that no name that somebody types reads like another one with an address.
    client, typed = request.scope["client"], json.dumps(staff.folded(name))
    address = network(client[0]) if client else ""
    shared = ((f"sign-in as {typed}", "name"), (f"sign-in from {address}", "address"), ("sign-in", "all"))
    limited = tuple((key, LIMITS[limit]) for key, limit in shared)
    return Tries(f"sign-in as {typed} from {address}", limited, f"code of {typed}")


async def wait(desk: Context, tries: Tries) -> int:
    """Count this try: 0, or the seconds to wait, and then it must not be made. Raises StoreUnavailable."""
    counted = ((tries.own, LIMITS["one"]), *tries.shared)
    keys, limits = zip(*counted, strict=True)
    return await desk.store.run(attempts.attempt, keys, limits, WINDOW, desk.now())


async def may_try_code(desk: Context, tries: Tries, *, password_fits: bool) -> bool:
    """Count the code; False where too many were tried with the right password, from wherever. Raises StoreUnavailable.

    Whoever stole a password must not get more tries at its code by coming from more addresses. Nor may they learn that
    the password is right: it takes the same time where it is wrong, and False is to be answered as a wrong code is.
    """
    if tries.codes is None:
        return True
    key, limit = (tries.codes, LIMITS["codes"]) if password_fits else ("code with a wrong password", LIMITS["all"])
    return not await desk.store.run(attempts.attempt, (key,), (limit,), WINDOW, desk.now())


async def let_in(desk: Context, tries: Tries) -> None:
    """Forget what whoever was let in has used up; the failures of others stay counted. Raises StoreUnavailable."""
    shared = [key for key, _ in tries.shared] + ([tries.codes] if tries.codes else [])
    await desk.store.run(attempts.forget, (tries.own,), shared)
