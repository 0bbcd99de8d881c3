"""What came before one inquiry as staff see it: how often its matter was brought, and what its sender was told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Final
from zoneinfo import ZoneInfo

from desk.context import Context
from desk.rules import review
from desk.rules.repetition import MAILBOX, Bond, bond
from desk.rules.repetition.answering import ANSWERABLE
from desk.staff import words
from desk.store.answers import Answered
from desk.store.inquiries import email_folded
from desk.store.matters import Matter, Time
from desk.store.measures import Measure as Stored
from desk.store.reviews import Case
from desk.store.sessions import Session

# Where support is refused nobody answers any more; that its sender was told is recorded with the notice.
ANSWERED_BY_A_DESK: Final = ANSWERABLE - {"refused"}


@dataclass(frozen=True, slots=True)
class Brought:
    """An earlier time: its receipt, when it came, where it stands, what was decided, and the day of its last answer.

    `told`: that answer was the word that support is refused. `bond` says what links it to the same sender, and
    `address` where it came from, if from another one; of an erased one neither is known.
    """

    receipt: str
    received_at: datetime
    state: str
    decided: str
    answered: date | None
    told: bool
    erased: bool
    bond: str
    address: str


@dataclass(frozen=True, slots=True)
class Measure:
    """A warning, restricted contact or a refusal on another inquiry; its address only where it is spelled otherwise."""

    receipt: str
    decided: str
    day: date
    address: str


@dataclass(frozen=True, slots=True)
class Given:
    """An answer to this inquiry: its day, and who recorded it when (no name: the command line).

    `refusal`: it was the word that support is refused.
    """

    day: date
    by: str | None
    recorded_at: datetime
    refusal: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page says of the matter.

    `count` is how often it was brought, this time included, within `days`; `answered` is the day of the last answer
    before this inquiry came. Earlier times that this person may not open are neither listed nor counted. `unsure`: none
    of them came from the mailbox of this one. `can_record`:
    whether an answer can be recorded now, for a day from `first` to `today`; `behind` is the id of the last answer.
    """

    earlier: tuple[Brought, ...]
    count: int
    days: int
    answered: date | None
    unsure: bool
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
    bonds = {_bond(case, time) for time in times if time.email}
    return Shown(
        earlier=tuple(_brought(case, time, zone, desk.now()) for time in times),
        count=len(times) + 1,
        days=max(1, (day_of(received, zone) - day_of(since, zone)).days),
        answered=answered_before(times, received, zone),
        unsure=bool(bonds) and bonds.isdisjoint(MAILBOX),
        answers=tuple(_given(case, matter, zone)),
        can_record=case.state in ANSWERED_BY_A_DESK and review.may(me.staff.role, "decide"),
        first=day_of(received, zone),
        today=day_of(desk.now(), zone),
        behind=max((answer.id for answer in matter.answers), default=""),
    )


def untold(case: Case, matter: Matter) -> bool:
    """Whether support is refused and nothing was recorded since: its sender has not been told."""
    refused = [one.at for one in case.decisions if one.state_after == "refused"]
    return case.state == "refused" and not any(one.recorded_at >= max(refused) for one in matter.answers)


def measures(desk: Context, case: Case, taken: Iterable[Stored]) -> tuple[Measure, ...]:
    """What stands against the mailbox of the case, by the organisation's own calendar."""
    zone, own = house(desk), email_folded(case.inquiry.email)
    return tuple(
        Measure(
            receipt=one.receipt,
            decided=words.decided(one.stands),
            day=day_of(one.stands.at, zone),
            address="" if email_folded(one.email) == own else one.email,
        )
        for one in taken
    )


def house(desk: Context) -> ZoneInfo:
    """The organisation's own time zone."""
    return ZoneInfo(desk.organisation.timezone)


def day_of(moment: datetime, zone: tzinfo) -> date:
    """The day of a moment in a zone."""
    return moment.astimezone(zone).date()


def _brought(case: Case, time: Time, zone: ZoneInfo, now: datetime) -> Brought:
    known = _bond(case, time) if time.email else ""
    word = _words_of_refusal(time.answers, [(time.decided.state, time.decided.at)]) if time.decided else set()
    network = {"name": "name network", "other": "network"} if time.network else {}
    return Brought(
        receipt=time.receipt,
        received_at=time.received_at,
        state=words.state(time.state, time.received_at, now),
        decided=words.decided(time.decided) if time.decided else "",
        answered=_last(time.answers, zone),
        told=bool(time.answers) and max(time.answers, key=_recorded).id in word,
        erased=time.state == "erased",
        bond=words.BONDS[network.get(known, known)] if known else "",
        address="" if known == "address" else time.email,
    )


def _given(case: Case, matter: Matter, zone: ZoneInfo) -> Iterable[Given]:
    word = _words_of_refusal(matter.answers, [(one.state_after, one.at) for one in case.decisions])
    for one in matter.answers:
        yield Given(day_of(one.answered_at, zone), one.staff_name, one.recorded_at, one.id in word)


def _words_of_refusal(answers: Iterable[Answered], decided: Sequence[tuple[str, datetime]]) -> set[str]:
    """The ids of those answers that were the word of a refusal: the first after each, before anything else is decided.

    As long as a sender has not been told, nothing else can be recorded as an answer. `decided`: states, and since when.
    """
    until = (*(at for _, at in decided[1:]), None)
    told: set[str] = set()
    for (state, since), end in zip(decided, until, strict=False):
        after = [one for one in answers if since <= one.recorded_at and (end is None or one.recorded_at < end)]
        if state == "refused" and after:
            told.add(min(after, key=_recorded).id)
    return told


def _recorded(answer: Answered) -> tuple[datetime, str]:
    return answer.recorded_at, answer.id


def _bond(case: Case, time: Time) -> Bond:
    return bond(case.inquiry.email, case.inquiry.name, time.email, time.name)


def answered_before(times: Iterable[Time], received: datetime, zone: tzinfo) -> date | None:
    """The day of the last answer to earlier times that was given before the inquiry came in, None where none was."""
    given = (answer for time in times for answer in time.answers if answer.answered_at < received)
    return _last(given, zone)


def _last(answers: Iterable[Answered], zone: tzinfo) -> date | None:
    moments = [answer.answered_at for answer in answers]
    return day_of(max(moments), zone) if moments else None
