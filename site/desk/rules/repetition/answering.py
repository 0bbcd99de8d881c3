"""Answers: when one may be recorded, and what an answer makes of the messages that come after it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from desk.rules.repetition.assess import Repetition, assess
from desk.rules.repetition.reading import Message
from desk.rules.repetition.told import Hearer
from desk.rules.review import N_, Fault, NotAllowed

ANSWERABLE = frozenset({"clean", "released", "refused"})  # States in which a desk has it, or had to say no.


@dataclass(frozen=True, slots=True)
class Sent:
    """One message of a sender (`at` aware), and when its desk answered it, if it did."""

    at: datetime
    email: str
    name: str
    message: str
    answers: tuple[datetime, ...] = ()


def answerable(state: str, *, untold: bool = False) -> None:
    """Raise NotAllowed unless an inquiry in this state can have been answered.

    `untold`: support is refused, and nobody has told its sender so yet: an answer on record would hide that.
    """
    if state not in ANSWERABLE:
        raise NotAllowed(N_("This inquiry has to reach a desk before an answer can be recorded."))
    if untold:
        raise NotAllowed(
            N_(
                "Support is refused and the customer has not been told. Tell them first, and record it with “I have"
                " told the customer”."
            )
        )


def answered_on(typed: str, *, received: date, today: date) -> date | Fault:
    """The day that was typed (ISO 8601), or what is wrong with it; `received`, `today`: by the house's calendar."""
    try:
        on = date.fromisoformat(typed.strip())
    except ValueError:
        return Fault("answered_on", N_("Give the day of the answer: year, month and day."))
    if not received <= on <= today:
        return Fault("answered_on", N_("Choose a day from the arrival of the inquiry to today."))
    return on


def moment(on: date, now: datetime) -> datetime:
    """When an answer of that day had been given at the latest: `now` (of the house's own zone), or the day's end.

    A message of that same day may have crossed the answer, and so counts as before it.
    """
    return now if on == now.date() else datetime.combine(on, time(23, 59, 59), now.tzinfo)


def assess_answered(sent: Sequence[Sent], hearer: Hearer | None = None) -> Repetition:
    """Assess the last message in time as `assess` does; only answers on its own matter count as answers.

    An answer about an invoice does not make a second question about a domain a repetition.
    """
    answers = [answer for one in sent for answer in one.answers]
    found = assess(_told(sent, answers), hearer, gathered=True)
    own = [answer for place in found.same_as for answer in sent[place].answers]
    return found if own == answers else assess(_told(sent, own), hearer, gathered=True)


def last_answer(sent: Iterable[Sent], before: datetime) -> datetime | None:
    """The last answer to any of these before a moment."""
    return max((answer for one in sent for answer in one.answers if answer < before), default=None)


def _told(sent: Sequence[Sent], answers: Sequence[datetime]) -> list[Message]:
    first = min(answers, default=None)
    return [
        Message(one.at, one.email, one.name, one.message, answered_before=first is not None and first < one.at)
        for one in sent
    ]
