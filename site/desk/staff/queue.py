"""Two lists of inquiries without a word of their text: what waits for review, worst first, and everything."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from litestar import Request, Response, get
from litestar.di import NamedDependency

from desk.context import Context
from desk.rules import review
from desk.rules.conduct.announced import THREAT, VIOLENCE
from desk.rules.conduct.severity import gravest_first
from desk.staff import frame, promises, words
from desk.staff.promises import Promise
from desk.store import notices, outbox, reviews, routes, screening
from desk.store.notices import Unsent
from desk.store.reviews import ListRow, QueueRow
from desk.store.screening import Waiting
from desk.store.sessions import Session
from desk.store.unread import Unread, first_waiting

MOST = 30  # rows on a page
FEW = 10  # of those that wait for screening
PATH: Final = "/staff/inquiries"
UNSEARCHED: Final[Mapping[str, object]] = {
    "sought": "",
    "problems": (),
    "over": False,
    "found": "",
    "looked": None,
    "later": False,
}
"""What the page of all inquiries says of a search where there is none."""
HOUR, DAY = 60, 24 * 60  # minutes


@get("/queue", opt={"permission": "queue"})
async def waiting(
    desk: NamedDependency[Context], me: NamedDependency[Session], request: Request[Any, Any, Any]
) -> Response[bytes]:
    """Show what waits for a person, the worst first."""
    after = request.query_params.get("after")
    found = await desk.store.run(reviews.queue, reviews.OPEN, after, MOST + 1)
    rows = [replace(row, acts=gravest_first(row.acts)) for row in found]
    stuck = await desk.store.run(outbox.given_up)
    named = {row.id: _named(row.acts) for row in rows}
    late, unread = await _late(desk)
    posts = review.may(me.staff.role, "letters")
    context = {"later": bool(after), "named": named, "stuck": stuck, "posts": posts, "late": late, "unread": unread}
    context["promises"] = _promised(desk, rows, unread)
    untold = [] if after else await _untold(desk, me)
    led_to: list[QueueRow | Unread] = [*rows, *unread]
    sent = await desk.store.run(routes.stations, [one.id for one in led_to])
    listed = _listed(desk, me, rows, sent) | {"shut": _shut(desk, me, led_to, sent)}
    return frame.page(desk, me, "queue.html", {**context, "untold": untold, **listed})


@get("/inquiries", opt={"permission": "all"})
async def everything(
    desk: NamedDependency[Context], me: NamedDependency[Session], request: Request[Any, Any, Any]
) -> Response[bytes]:
    """Show every inquiry, the newest first."""
    after = request.query_params.get("after")
    rows = await desk.store.run(reviews.listing, after, MOST + 1)
    return await listed(desk, me, rows, later=bool(after))


async def listed(
    desk: Context,
    me: Session,
    rows: Sequence[ListRow],
    *,
    status: int = 200,
    **beside: object,
) -> Response[bytes]:
    """The page of all inquiries, or of those that were found; `beside` is what it says of the search (UNSEARCHED)."""
    sent = await desk.store.run(routes.stations, [row.id for row in rows])
    untold = await desk.store.run(notices.unsent_of, [row.id for row in rows if row.state == "refused"])
    known = {"untold": untold, "leads": review.may(me.staff.role, "second"), **_listed(desk, me, rows, sent)}
    return frame.page(desk, me, "inquiries.html", {**UNSEARCHED, **known, **beside}, status=status)


def _promised(desk: Context, rows: Iterable[QueueRow], unread: Iterable[Unread]) -> dict[str, Promise]:
    """What the senders of those that are listed were promised, also of what waits for screening."""
    found = {row.id: promises.of(desk, row.received_at, row.state, owed=row.owed) for row in rows}
    found |= {one.id: promises.of(desk, one.received_at, "received", owed=one.owed) for one in unread}
    return {one: promise for one, promise in found.items() if promise}


def _named(acts: tuple[str, ...]) -> tuple[str, ...]:
    """Those that a row names, of the gravest first: violence and threat together, as announced violence is both."""
    return acts[:2] if acts[:2] == (VIOLENCE, THREAT) else acts[:1]


async def _late(desk: Context) -> tuple[Waiting | None, list[Unread]]:
    """What waits for screening for too long, and the first of it; nothing as long as it may be under way."""
    found = await desk.store.run(screening.waiting)
    if found is None or not found.is_late(desk.now()):
        return None, []
    return found, await desk.store.run(first_waiting, FEW)


async def _untold(desk: Context, me: Session) -> list[Unsent]:
    """The refused inquiries whose senders still have to be told, as far as this person may open them."""
    found = await desk.store.run(notices.unsent, MOST)
    sent = await desk.store.run(routes.stations, [one.id for one in found])
    return [one for one in found if words.opens(desk.organisation, {one.topic, *sent.get(one.id, ())}, me.staff.role)]


def _listed(
    desk: Context, me: Session, rows: Sequence[QueueRow | ListRow], sent: Mapping[str, tuple[str, ...]]
) -> dict[str, object]:
    language, now = me.staff.language, desk.now()
    acts = words.acts(desk.policy(language), desk.pages.translate(language, "Another act"))
    return {
        "rows": rows[:MOST],
        "next": rows[MOST - 1].cursor if len(rows) > MOST else None,
        "acts": acts,
        "topics": {row.topic: desk.topic_name(row.topic, language) for row in rows},
        "shut": _shut(desk, me, rows, sent),
        "ages": {row.id: _age(now, row.received_at) for row in rows},
        "severities": words.SEVERITIES,
        "states": {row.id: words.state(row.state, row.received_at, now) for row in rows},
        "whys": words.WHYS,
    }


def _shut(
    desk: Context, me: Session, rows: Iterable[QueueRow | ListRow | Unread], sent: Mapping[str, tuple[str, ...]]
) -> set[str]:
    """The ids of those that this person may not open."""
    stations = {row.id: {row.topic, *sent.get(row.id, ())} for row in rows}
    return {one for one, its in stations.items() if not words.opens(desk.organisation, its, me.staff.role)}


def _age(now: datetime, then: datetime) -> tuple[int, str]:
    """How long ago, in the largest unit that fits: minutes, hours or days."""
    minutes = max(0, int((now - then).total_seconds()) // 60)
    if minutes < HOUR:
        return minutes, "minutes"
    return (minutes // HOUR, "hours") if minutes < 2 * DAY else (minutes // DAY, "days")
