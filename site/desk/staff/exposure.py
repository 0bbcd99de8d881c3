"""How much harsh text people have read: everybody sees their own figures, leads those of all, to spread the load."""

from datetime import datetime, time, timedelta
from typing import Final

from litestar import Response, get
from litestar.di import NamedDependency

from desk.context import Context
from desk.rules import review
from desk.rules.review import N_
from desk.staff import frame
from desk.staff.matters import house
from desk.store import exposure, staff
from desk.store.exposure import Exposure
from desk.store.sessions import Session

PERIODS: Final = (7, 30)  # days of the organisation, today the last of them
HELP: Final = ("int.desk", "int.experts")
NOTHING: Final = (Exposure(),) * len(PERIODS)


@get("/exposure", opt={"permission": "second"})
async def show(desk: NamedDependency[Context], me: NamedDependency[Session]) -> Response[bytes]:
    """Show the figures of everybody who may read, by their names: who has read nothing has room for more."""
    everybody = await _read(desk)
    readers = [one for one in await desk.store.run(staff.listing) if review.may(one.role, "read") and not one.disabled]
    tables = [
        (label, [(one.name, everybody.get(one.id, NOTHING)[place]) for one in readers])
        for place, label in enumerate(_labels(desk, me))
    ]
    return frame.page(desk, me, "exposure.html", {"tables": tables})


async def own(desk: Context, me: Session) -> dict[str, object]:
    """What their account shows to somebody who may read: their figures, and the clauses that say who helps."""
    if not review.may(me.staff.role, "read"):
        return {"periods": ()}
    mine = (await _read(desk, me.staff.id)).get(me.staff.id, NOTHING)
    policy = desk.policy(me.staff.language)
    helping = [clause for clause in policy.clauses if clause.id in HELP]
    return {"periods": list(zip(_labels(desk, me), mine, strict=True)), "helping": helping}


def _labels(desk: Context, me: Session) -> list[str]:
    return [desk.pages.translate(me.staff.language, N_("Last %(count)s days"), count=days) for days in PERIODS]


async def _read(desk: Context, staff_id: str | None = None) -> dict[str, tuple[Exposure, ...]]:
    first = (desk.day() - timedelta(days=days - 1) for days in PERIODS)
    starts = [datetime.combine(day, time(), house(desk)) for day in first]
    return await desk.store.run(exposure.since, starts, staff_id)
