"""The judgement: how often the last message's matter was brought before, and whether that is a repetition.

Excessive is the same demand again after an answer. Waiting, correcting, being unable to use the answer, telling
something new and asking about the answer are not, however often.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter

from desk.rules.repetition import matter
from desk.rules.repetition.objections import objection
from desk.rules.repetition.reading import Message, Reading


@dataclass(frozen=True, slots=True)
class Repetition:
    """What is to be said of the last message.

    `count` is how often its matter was brought, this time included; `since` the first time; `same_as` the places (from
    0) of the earlier ones in the sequence as given; `answered` the first of these times that came after an answer;
    `why` says what keeps it from being a repetition, and is empty where it is one.
    """

    repetition: bool
    count: int
    since: datetime | None
    same_as: tuple[int, ...]
    answered: datetime | None
    why: str = ""


def assess(messages: Sequence[Message]) -> Repetition:
    """Assess the last message in time against those before it; no message at all is no repetition, count 0."""
    if not messages:
        return Repetition(repetition=False, count=0, since=None, same_as=(), answered=None, why="no message")
    readings = (Reading(place, message) for place, message in enumerate(messages))
    *earlier, last = sorted(readings, key=attrgetter("message.at"))
    click = matter.first_click(last, earlier)
    if click:
        earlier, last = earlier[: earlier.index(click)], click
    return _judged(last, matter.same_matter(last, earlier))


def _judged(last: Reading, same: list[Reading]) -> Repetition:
    times = [*same, last]
    answered = next((each.message.at for each in times if each.message.answered_before), None)
    why = objection(last, same) if answered else "no answer yet"
    return Repetition(
        repetition=not why,
        count=len(times),
        since=times[0].message.at,
        same_as=tuple(sorted(each.place for each in same)),
        answered=answered,
        why=why,
    )
