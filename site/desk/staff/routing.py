"""What routing can learn from: how often each word was right, and how many visitors went on to each service."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from litestar import Response, get
from litestar.di import NamedDependency

from desk.context import Context
from desk.rules.organisation import SERVICE, Organisation
from desk.rules.routing.cues import spellings
from desk.rules.routing.phrases import ANYWHERE, OR, THEN
from desk.rules.routing.precision import Rated, precision
from desk.rules.routing.squash import squash
from desk.rules.routing.words import written
from desk.staff import frame
from desk.store import counts, routes
from desk.store.counts import DayCount
from desk.store.sessions import Session

MOST = 200  # words on the page
DAYS = 14  # of visitors who went on


@dataclass(frozen=True, slots=True)
class Word:
    """A word, where it led, in how many inquiries, right there and sent elsewhere; the share right."""

    text: str
    destination: str
    led: int
    right: int
    elsewhere: int
    share: str


@dataclass(frozen=True, slots=True)
class Visits:
    """How many visitors went on to one service on one day of the organisation, by the language of the page."""

    day: date
    service: str
    ja: int
    en: int


@get("/routing", opt={"permission": "routing"})
async def show(desk: NamedDependency[Context], me: NamedDependency[Session]) -> Response[bytes]:
    """Show both tables."""
    led, sent_on = await desk.store.run(routes.led), await desk.store.run(routes.sent_on)
    names = named(desk.organisation)
    rated = [word for word in precision(led, sent_on, desk.directory) if word.text in names or "." in word.text]
    days = await desk.store.run(counts.daily, desk.day() - timedelta(days=DAYS - 1))
    context = {
        "wrong": any(word.wrong for word in rated),
        "words": [_word(desk, word, me.staff.language) for word in rated[:MOST]],
        "more": max(0, len(rated) - MOST),
        "visits": _visits(desk, days, me.staff.language),
        "days": DAYS,
    }
    return frame.page(desk, me, "routing.html", context)


def named(organisation: Organisation) -> frozenset[str]:
    """Everything that stands by itself for a service or a matter, pressed; a piece of a phrase tells a reader nothing.

    The command line lists the pieces too.
    """
    services = (
        name
        for service in organisation.services
        for name in (service.name.ja, service.name.en, *service.cues.aliases, *service.cues.terms, *service.cues.words)
    )
    whole = (cue.text.split(OR) for cue in written() if ANYWHERE not in cue.text and THEN not in cue.text)
    surfaces = (surface.strip().rstrip("*") for surfaces in whole for surface in surfaces)
    return frozenset(squash(name).text for name in (*services, *surfaces) if len(name) > 1)


def _word(desk: Context, word: Rated, language: str) -> Word:
    text = spellings(desk.organisation).get(word.text, word.text)
    name = desk.topic_name(word.id, language)
    return Word(text, name, word.led, word.right, word.wrong, "–" if word.share is None else f"{word.share:.1%}")


def _visits(desk: Context, days: Iterable[DayCount], language: str) -> list[Visits]:
    """One row for each day and service, the newest day first, in it the most visited service first."""
    found: dict[tuple[date, str], dict[str, int]] = defaultdict(dict)
    for one in days:
        found[one.day, one.service_id][one.language] = one.count
    rows = [
        Visits(day, desk.topic_name(SERVICE + service, language), by.get("ja", 0), by.get("en", 0))
        for (day, service), by in found.items()
    ]
    return sorted(rows, key=lambda row: (-row.day.toordinal(), -row.ja - row.en, row.service))
