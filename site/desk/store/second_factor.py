"""Codes of the second factor that were used: each opens once."""

from typing import Final

from sqlalchemy import Connection, or_

from desk.store.engine import Store
from desk.store.tables import STAFF
from desk.store.writer import each

AHEAD: Final = 10
"""Steps of the second factor, five minutes: after a clock was set back by less, no code that was used is good again."""


def used_totp_step(store: Store, staff_id: str, step: int) -> bool:
    """Use up this time step of the second factor; False when it, or one up to AHEAD steps later, was used before.

    False too where the factor was taken away, or its owner disabled, since the code was checked. One still later was
    used while the clock was ahead: it locks nobody out, and what is used up from now on is this step.
    Raises StoreUnavailable.
    """
    return store.write(_use_step, (staff_id, step)).result()


@each
def _use_step(connection: Connection, _: Store, item: tuple[str, int]) -> bool:
    staff_id, step = item
    used = STAFF.c.totp_step
    unused = or_(used.is_(None), used < step, used > step + AHEAD)
    theirs = (STAFF.c.id == staff_id, STAFF.c.disabled.is_(False), STAFF.c.totp_secret.is_not(None))
    return connection.execute(STAFF.update().where(*theirs, unused).values(totp_step=step)).rowcount == 1
