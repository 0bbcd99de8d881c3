"""The matter of one inquiry as staff see it: how often it was brought before, and when that was answered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from desk.context import Context
from desk.rules import review
from desk.rules.repetition.answering import ANSWERABLE
from desk.staff import words
from desk.store.answers import Answered
from desk.store.matters import Matter, Time
from desk.store.reviews import Case
from desk.store.sessions import Session


@dataclass(frozen=True, slots=True)
class Brought:
    """An earlier time: its receipt, when it came, where it stands, and the day of its last answer."""

    receipt: str
    received_at: datetime
    state: str
    answered: date | None
    erased: bool


@dataclass(frozen=True, slots=True)
class Given:
    """An answer to this inquiry: its day, and who recorded it when (no name: the command line)."""

    day: date
    by: str | None
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page says of the matter.

    `count` is how often it was brought, this time included, within `days`; `answered` is the day of the last answer
    before this inquiry came. Earlier times that this person may not open are neither listed nor counted. `can_record`:
    whether an answer can be recorded now, for a day from `first` to `today`; `behind` is the id of the last answer.
    """

    earlier: tuple[Brought, ...]
    count: int
    days: int
    answered: date | None
    answers: tuple[Given, ...]
    can_record: bool
    first: date
    today: date
    behind: str


def shown(desk: Context, me: Session, case: Case, matter: Matter) -> Shown:
    """The matter for the person who reads, by the organisation's own calendar."""
    zone, received = house(desk), case.inquiry.received_at
    times = [time for time in matter.earlier if words.opens(desk.organisation, time.stations, me.staff.role)]
    since = times[0].received_at if times else received
    before = [answer for time in times for answer in time.answers if answer.answered_at < received]
    return Shown(
        earlier=tuple(_brought(time, zone) for time in times),
        count=len(times) + 1,
        days=max(1, (day_of(received, zone) - day_of(since, zone)).days),
        answered=_last(before, zone),
        answers=tuple(Given(day_of(one.answered_at, zone), one.staff_name, one.recorded_at) for one in matter.answers),
        can_record=case.state in ANSWERABLE and not untold(case, matter) and review.may(me.staff.role, "decide"),
        first=day_of(received, zone),
        today=day_of(desk.now(), zone),
        behind=max((answer.id for answer in matter.answers), default=""),
    )


def untold(case: Case, matter: Matter) -> bool:
    """Whether support is refused and nothing was recorded since: its sender has not been told."""
    refused = [one.at for one in case.decisions if one.state_after == "refused"]
    return case.state == "refused" and not any(one.recorded_at >= max(refused) for one in matter.answers)


def house(desk: Context) -> ZoneInfo:
    """The organisation's own time zone."""
    return ZoneInfo(desk.organisation.timezone)


def day_of(moment: datetime, zone: ZoneInfo) -> date:
    """The day of a moment in a zone."""
    return moment.astimezone(zone).date()


def _brought(time: Time, zone: ZoneInfo) -> Brought:
    state, gone = words.STATES[time.state], time.state == "erased"
    return Brought(time.receipt, time.received_at, state, _last(time.answers, zone), gone)


def _last(answers: Iterable[Answered], zone: ZoneInfo) -> date | None:
    moments = [answer.answered_at for answer in answers]
    return day_of(max(moments), zone) if moments else None
