"""The judgement: how often the last message's matter was brought before, and whether that is a repetition.

Excessive is the same demand again after an answer. Waiting, correcting, being unable to use the answer, telling
something new and asking about the answer are not, however often. The rule looks for signs of these. Whoever hears whole
dialogues finds what shares no word with an earlier message or comes under an invented name, and doubts what only sounds
alike, or is the order of every week in the same words; that needs more to overrule an excuse, and cannot overrule that
somebody could not use the answer.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import inf
from operator import attrgetter
from typing import Final

from desk.rules.repetition import excuses, matter, pressure, routine, unable
from desk.rules.repetition.bonds import work_together
from desk.rules.repetition.grounds import ground
from desk.rules.repetition.objections import (
    GIVEN_UP,
    MUCH_NEW,
    NOTHING_LIKE_IT,
    ONCE_MORE,
    ORDERED,
    SETTLED,
    SOMETHING_NEW,
    objection,
)
from desk.rules.repetition.reading import Message, Reading
from desk.rules.repetition.told import MOST_EARLIER, Hearer
from desk.rules.repetition.wording import NEAR, likeness

# Log-odds, measured on authors that no reader had read (docs/repetition.md). What is heard of the last message is
# at least SURE where the rule sees one matter but no repetition, SURE_OF_ANOTHER where it sees no matter, SURE_OF_NEWS
# where it sees a sign of news, SURE_OF_EXCUSED where it sees another excuse, and SURE_OF_ENDED where it is that the
# demand is given up or an order made anew; at most DOUBT where the rule is not believed.
SURE: Final = 0.0
SURE_OF_ANOTHER: Final = 0.75
SURE_OF_EXCUSED: Final = 1.75
SURE_OF_ENDED: Final = 3.5
SURE_OF_NEWS: Final = 1.25
DOUBT: Final = -1.0
# What is heard at least of an earlier message on the same matter.
ON_ONE_MATTER: Final = 1.0
# Of the last message more is asked where there are several earlier ones and the rule sees none on its matter: demands
# on several matters sound alike when they are made in one tone.
SURE_OF_SEVERAL: Final = 2.5
# Likewise where address and name say that the earlier ones are somebody else's: a made-up wife tells nothing of her
# own, a real colleague does. More of both is asked where the messages were gathered, by a network perhaps: most of
# those who share one are strangers.
SURE_OF_ANOTHER_NAME: Final = 1.25
SURE_OF_A_STRANGER: Final = 2.0
ON_ONE_OF_A_STRANGER: Final = 2.5

DOUBTED: Final = "reads otherwise"
_MISSED: Final = {
    NOTHING_LIKE_IT: SURE_OF_ANOTHER,
    ONCE_MORE: SURE,
    MUCH_NEW: SURE,
    SOMETHING_NEW: SURE_OF_NEWS,
    GIVEN_UP: SURE_OF_ENDED,
    ORDERED: SURE_OF_ENDED,
    "": SURE,
}


@dataclass(frozen=True, slots=True)
class Repetition:
    """What is to be said of the last message.

    `count` is how often its matter was brought, this time included; `since` the first time; `same_as` the places (from
    0) of the earlier ones in the sequence as given; `answered` the first of these times that came after an answer;
    `why` says what keeps it from being a repetition, and is empty where it is one; `ground` what makes it one, and is
    empty where it is none; `heard`: whether no sign of the rule but the readers alone make it one.
    """

    repetition: bool
    count: int
    since: datetime | None
    same_as: tuple[int, ...]
    answered: datetime | None
    why: str = ""
    heard: bool = False
    ground: str = ""

    @property
    def doubted(self) -> bool:
        """Whether the rule calls it a repetition and the readers do not."""
        return self.why == DOUBTED


def assess(messages: Sequence[Message], hearer: Hearer | None = None, *, gathered: bool = False) -> Repetition:
    """Assess the last message in time against those before it; no message at all is no repetition, count 0.

    `gathered`: they were found by what they have in common, which may be a network, and are not known to be one
    sender's.
    """
    if not messages:
        return Repetition(repetition=False, count=0, since=None, same_as=(), answered=None, why="no message")
    readings = (Reading(place, message) for place, message in enumerate(messages))
    *earlier, last = sorted(readings, key=attrgetter("message.at"))
    click = matter.first_click(last, earlier)
    if click:
        earlier, last = earlier[: earlier.index(click)], click
    same = matter.same_matter(last, earlier)
    by_rule = _judged(last, same, objection(last, same))
    if not (hearer and last.message.answered_before):
        return by_rule
    known = set(same)
    theirs = [*(each for each in matter.of_one_sender(last, earlier) if each not in known), *same]
    found = _heard(by_rule, last, same, theirs, hearer)
    if found.repetition:
        return found
    own = set(theirs)
    others = _who_may_be_meant(last, [each for each in matter.without_second_clicks(earlier) if each not in own])
    among_others = _heard_among_others(found, last, theirs, others, hearer, gathered=gathered)
    return by_rule if found.doubted and among_others.repetition else among_others


def _judged(last: Reading, same: list[Reading], why: str, *, heard: bool = False) -> Repetition:
    times = [*same, last]
    answered = next((each.message.at for each in times if each.message.answered_before), None)
    why = why if answered else "no answer yet"
    return Repetition(
        repetition=not why,
        count=len(times),
        since=times[0].message.at,
        same_as=tuple(sorted(each.place for each in same)),
        answered=answered,
        why=why,
        heard=heard and not why,
        ground="" if why else ground(last, same, heard=heard),
    )


def _heard(
    by_rule: Repetition, last: Reading, same: list[Reading], theirs: list[Reading], hearer: Hearer
) -> Repetition:
    """The judgement once the sender's dialogue was read, where the rule leaves room for another word.

    `theirs`: all earlier messages of the sender, `same` at the end.
    """
    settled = _beyond_doubt(last, same) if by_rule.repetition else by_rule.why in SETTLED
    if settled or not theirs or _in_need(last, theirs):
        return by_rule
    again, near = _read(last, theirs, hearer)
    if by_rule.repetition:
        return by_rule if again > DOUBT else _judged(last, same, DOUBTED)
    if max(near.values()) <= ON_ONE_MATTER or again <= _enough(by_rule.why):
        return by_rule
    if by_rule.why == NOTHING_LIKE_IT and len(theirs) > 1 and again <= SURE_OF_SEVERAL:
        return by_rule
    on_it = [each for each in theirs if near.get(each, inf if each in same else -inf) > ON_ONE_MATTER]
    return _again(last, on_it, again)


def _heard_among_others(
    found: Repetition, last: Reading, theirs: list[Reading], others: list[Reading], hearer: Hearer, *, gathered: bool
) -> Repetition:
    """The judgement once that is read too which others wrote, as address and name say: they may be made up.

    It is read only here, for what is unrelated leads astray; only where there is room for it; and not where the last
    message tells that the same befell its writer.
    """
    spared = found.why in SETTLED or excuses.LIKEWISE.search(last.text) or _in_need(last, theirs)
    if spared or not others or len(theirs) >= MOST_EARLIER:
        return found
    again, near = _read(last, [*others, *theirs], hearer)
    least = ON_ONE_OF_A_STRANGER if gathered else ON_ONE_MATTER
    on_it = {each for each, value in near.items() if value > least}
    if again <= _enough_of_others(theirs, gathered=gathered) or on_it.isdisjoint(others) or _in_need(last, on_it):
        return found
    heard = _again(last, on_it.union(each for each in theirs if each.place in found.same_as), again)
    return heard if heard.repetition else found


def _enough_of_others(theirs: list[Reading], *, gathered: bool) -> float:
    least = SURE_OF_A_STRANGER if gathered else SURE_OF_ANOTHER_NAME
    return max(least, SURE_OF_SEVERAL) if len(theirs) > 1 else least


def _who_may_be_meant(last: Reading, others: list[Reading]) -> list[Reading]:
    """Those behind whose names the last sender may stand: colleagues ask for the same all day, and know of no answer.

    Where somebody asked more than once, all are read: who goes on under other names began under one.
    """
    went_on = len({each.sender for each in others}) < len(others)
    if went_on or last.speaks or pressure.AGAIN.search(last.text):
        return others
    return [each for each in others if not work_together(last.sender, each.sender)]


def _in_need(last: Reading, earlier: Iterable[Reading]) -> bool:
    return any(unable.CARE.search(each.text) for each in (last, *earlier))


def _read(last: Reading, earlier: Sequence[Reading], hearer: Hearer) -> tuple[float, dict[Reading, float]]:
    """What is heard of the last message, and of each of those that are read with it: the last ones given."""
    chosen = sorted(earlier[-MOST_EARLIER:], key=attrgetter("message.at"), reverse=True)
    again, on_one = hearer.hear(last.message, [each.message for each in chosen])
    return again, dict(zip(chosen, on_one, strict=True))


def _again(last: Reading, on_it: Iterable[Reading], again: float) -> Repetition:
    """The judgement where the last message is heard to be the same again as these."""
    told = sorted(on_it, key=attrgetter("message.at", "place"))
    why = objection(last, told)
    return _judged(last, told, "" if again > _enough(why) else why, heard=True)


def _enough(why: str) -> float:
    """What has to be heard to overrule the rule: an answer that nobody could use is none, an order no demand."""
    return inf if why in SETTLED else _MISSED.get(why, SURE_OF_EXCUSED)


def _beyond_doubt(last: Reading, same: list[Reading]) -> bool:
    """Whether its sender says that this goes on, or it is the same word for word and no order of another day."""
    if last.campaigns:
        return True
    alike = any(likeness(last.line, each.line) >= NEAR for each in same)
    return alike and not routine.may_be_an_order(last, same)
