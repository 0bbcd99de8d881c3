"""The judgement: how often the last message's matter was brought before, and whether that is a repetition.

Excessive is the same demand again after an answer. Waiting, correcting, being unable to use the answer, telling
something new and asking about the answer are not, however often. The rule looks for signs of these. A reader of whole
dialogues, where there is one, finds what shares no word with an earlier message, and doubts what only sounds alike; an
excuse that the rule has found stands, and so does a text that is the same word for word.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Final

from desk.rules.repetition import matter, unable
from desk.rules.repetition.objections import NOTHING_LIKE_IT, ONCE_MORE, SOMETHING_NEW, objection
from desk.rules.repetition.reading import Message, Reading
from desk.rules.repetition.told import MOST_EARLIER, Hearer
from desk.rules.repetition.wording import NEAR, likeness

# Measured on hands that neither had read, see docs/repetition.md: what is heard at least to be a repetition where the
# rule sees one matter but no repetition, and where it sees no matter; at most where the rule is not believed; what is
# heard at least of an earlier message on one matter; and at most where the rule is not believed that it is on this one.
SURE: Final = 1.0
SURE_OF_ANOTHER: Final = 2.0
DOUBT: Final = -1.0
ON_ONE_MATTER: Final = 1.0
ON_ANOTHER: Final = 0.0

DOUBTED: Final = "reads otherwise"
# Where the rule finds no excuse but only misses what would make it a repetition, the reader may know better.
_SILENT: Final = frozenset((NOTHING_LIKE_IT, ONCE_MORE, SOMETHING_NEW))


@dataclass(frozen=True, slots=True)
class Repetition:
    """What is to be said of the last message.

    `count` is how often its matter was brought, this time included; `since` the first time; `same_as` the places (from
    0) of the earlier ones in the sequence as given; `answered` the first of these times that came after an answer;
    `why` says what keeps it from being a repetition, and is empty where it is one; `heard`: whether no sign of the
    rule but the reader alone makes it one.
    """

    repetition: bool
    count: int
    since: datetime | None
    same_as: tuple[int, ...]
    answered: datetime | None
    why: str = ""
    heard: bool = False

    @property
    def doubted(self) -> bool:
        """Whether the rule calls it a repetition and the reader does not."""
        return self.why == DOUBTED


def assess(messages: Sequence[Message], hearer: Hearer | None = None) -> Repetition:
    """Assess the last message in time against those before it; no message at all is no repetition, count 0."""
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
    return _heard(by_rule, last, same, matter.of_one_sender(last, earlier), hearer)


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
    )


def _heard(
    by_rule: Repetition, last: Reading, same: list[Reading], theirs: list[Reading], hearer: Hearer
) -> Repetition:
    """The judgement once the dialogue was read, where the rule leaves room for another word."""
    known = set(same)
    every = [*(each for each in theirs if each not in known), *same]
    settled = _word_for_word(last, same) if by_rule.repetition else by_rule.why not in _SILENT
    if settled or not every or any(unable.CARE.search(each.text) for each in (last, *every)):
        return by_rule
    chosen = sorted(every[-MOST_EARLIER:], key=attrgetter("message.at"), reverse=True)
    again, on_one = hearer.hear(last.message, [each.message for each in chosen])
    if by_rule.repetition:
        return by_rule if again > DOUBT else _judged(last, same, DOUBTED)
    near = dict(zip(chosen, on_one, strict=True))
    if max(near.values()) <= ON_ONE_MATTER or again <= (SURE if same else SURE_OF_ANOTHER):
        return by_rule
    on_it = {each for each, value in near.items() if value > ON_ONE_MATTER}
    on_it |= {each for each in same if near.get(each, ON_ONE_MATTER) > ON_ANOTHER}
    told = sorted(on_it, key=attrgetter("message.at"))
    why = objection(last, told)
    return _judged(last, told, "" if why in _SILENT else why, heard=True)


def _word_for_word(last: Reading, same: list[Reading]) -> bool:
    return any(likeness(last.line, each.line) >= NEAR for each in same)
