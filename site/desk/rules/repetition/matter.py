"""Which earlier messages are this sender's same demand; a second click is no second time."""

from datetime import timedelta
from operator import attrgetter
from typing import Final

from rapidfuzz import fuzz

from desk.rules.repetition.choices import another
from desk.rules.repetition.reading import Reading
from desk.rules.repetition.senders import Sender, Tie, tie
from desk.rules.repetition.topics import akin
from desk.rules.repetition.wording import (
    MATTER,
    NEAR,
    beyond,
    equal,
    exchanged,
    likeness,
    of_one_kind,
    own,
    said_again,
    shared,
)

_SECOND_CLICK: Final = timedelta(minutes=15)
_AN_OUTAGE: Final = timedelta(days=2)  # within this, strangers may well write near-equal words about one event
_ONE_FORM: Final = 78  # percent; texts this near that differ in a noun are one form letter about two things
_ONE_QUESTION: Final = 60  # percent; so near are questions about two sizes, with or without thanks
_AKIN: Final = 40  # percent, of the texts as they came
_MOST: Final = 200  # times of one matter that are counted
_MOST_BEFORE: Final = 20  # earlier ones among which it is looked for what somebody goes on with
_WORDINGS: Final = 6  # a matter is known by its last wording and by this many others

# The share of what the smaller message says that two have in common, and how much that must weigh; measured, see
# docs/repetition.md. Where address and name leave it open who wrote, more is asked.
_ENOUGH: Final = {Tie.ONE: ((0.5, 2.0), (0.4, 4.0)), Tie.UNSAID: ((0.6, 3.0), (0.4, 4.5)), Tie.STRANGERS: ((0.7, 3.0),)}
_ENOUGH_IN_REPLY: Final = 1.0  # the weight that a message need share if it speaks of what was said before
_HARDLY_OWN: Final = 1.0  # the weight of own words beside which a near topic may still be the one spoken of
_ENOUGH_OF_ONE_THING: Final = 0.25
_ENOUGH_OF_ONE_TEXT: Final = 0.3


def first_click(last: Reading, earlier: list[Reading]) -> Reading | None:
    """The message of which the last one is only the second click; None where it stands for itself."""
    return next((each for each in earlier if _second_click(last, each)), None)


def of_one_sender(last: Reading, earlier: list[Reading]) -> list[Reading]:
    """The earlier messages of whoever wrote the last one, oldest first.

    Where address and name leave it open who wrote one, the last one has to show that its writer knows of it.
    """
    ties = _ties(last, earlier)

    def theirs(each: Reading) -> bool:
        bond = ties[each.sender]
        return bond is Tie.ONE or (bond is Tie.UNSAID and _may_be_one(each, last, bond))

    return without_second_clicks([each for each in earlier if theirs(each)])


def same_matter(last: Reading, earlier: list[Reading]) -> list[Reading]:
    """The earlier times this sender brought this matter, oldest first; each one found may lead to another wording."""
    ties = _ties(last, earlier)
    meant = _meant([each for each in (*earlier, last) if ties[each.sender] is Tie.ONE])
    known: list[Reading] = []
    waiting = [each for each in earlier[::-1] if ties[each.sender] is not Tie.COLLEAGUES]
    while len(known) < _MOST:
        found = {last, *known}
        leads = {meant[each] for each in found if each in meant} | {each for each in meant if meant[each] in found}
        more = [each for each in waiting if each in leads or _is_one(each, last, known, ties[each.sender])]
        if not more:
            break
        known += more
        waiting = [each for each in waiting if each not in more]
    return without_second_clicks(sorted(known, key=lambda each: each.message.at))


def _ties(last: Reading, earlier: list[Reading]) -> dict[Sender, Tie]:
    """What binds each sender to the last one, perhaps by way of others: an address leads to a name, and so on."""
    ties = {each.sender: Tie.COLLEAGUES for each in (*earlier, last)}
    reached = [last.sender]
    for sender in reached:
        ties[sender] = Tie.ONE
        ties |= {other: min(bond, tie(sender, other)) for other, bond in ties.items() if bond is not Tie.ONE}
        reached += [other for other in ties if ties[other] is Tie.ONE and other not in reached]
    return ties


def _meant(theirs: list[Reading]) -> dict[Reading, Reading]:
    """What messages that say too little of their own speak of, or go on with: the matter their sender brought last."""
    meant: dict[Reading, Reading] = {}
    matter: Reading | None = None
    for at, each in enumerate(theirs):
        if matter and _follows(each, theirs[:at]) and not each.wording.names - matter.wording.names:
            meant[each] = matter
        if not each.bare:
            matter = each
    return meant


def _follows(each: Reading, before: list[Reading]) -> bool:
    # Whoever goes on with something goes on with what his words name, if they name any of it.
    if not each.resumes:
        return each.leans
    return not any(_same_demand(each, other, Tie.ONE) for other in before[-_MOST_BEFORE:])


def _is_one(each: Reading, last: Reading, known: list[Reading], bond: Tie) -> bool:
    if bond is not Tie.ONE and not _may_be_one(each, last, bond):
        return False
    return any(_same_demand(each, other, bond) for other in (last, *known[-_WORDINGS:]))


def _may_be_one(each: Reading, last: Reading, bond: Tie) -> bool:
    """Whether the messages let them be one sender's, where address and name do not say it."""
    heard = bond is Tie.UNSAID and last.refers
    return (heard or _akin(each, last)) and _knows_of_it(each, last, bond)


def _akin(each: Reading, last: Reading) -> bool:
    """Whether it is worth reading another sender's message closely: it sounds alike, or names the same thing."""
    return fuzz.ratio(each.message.message, last.message.message, score_cutoff=_AKIN) > 0 or any(
        name in each.text for name in last.marks
    )


def _knows_of_it(each: Reading, last: Reading, bond: Tie) -> bool:
    """Whether the last message shows, where address and name do not, that its sender wrote the other one."""
    one_thing = bool(last.wording.names & each.wording.names)
    if bond is Tie.UNSAID and one_thing:
        return True
    if not last.message.answered_before:
        return False
    if one_thing or last.presses:
        return True
    later = last.message.at - each.message.at > _AN_OUTAGE
    return later and (bond is Tie.UNSAID or last.hurries)


def _same_demand(one: Reading, other: Reading, bond: Tie) -> bool:
    ours, theirs = one.wording, other.wording
    one_thing = bool(ours.names & theirs.names)
    if ours.names and theirs.names and not one_thing:
        return False
    if not (one.presses or other.presses) and _is_one_form(one, other):
        return False
    weight, share = shared(ours, theirs)
    if not _later(one, other).speaks and of_one_kind(ours, theirs):
        return equal(one.line, other.line)
    enough = any(share >= least and weight >= heavy for least, heavy in _ENOUGH[bond])
    if enough or (one_thing and share >= _ENOUGH_OF_ONE_THING):
        return True
    if bond is Tie.ONE and (
        _says_less(one, other) or _in_reply(one, other) or (weight >= MATTER and said_again(ours, theirs))
    ):
        return True
    return _same_text(one, other, share)


def _is_one_form(one: Reading, other: Reading) -> bool:
    """Whether they are one form letter about two things, or one question about two sizes."""
    if equal(one.line, other.line, _ONE_FORM) and exchanged(one.wording, other.wording):
        return True
    return another(one.text, other.text) and equal(one.line, other.line, _ONE_QUESTION)


def _in_reply(one: Reading, other: Reading) -> bool:
    """Whether the later of the two, after an answer, has a little in common with the earlier one that suffices there.

    A near topic does if it speaks of what was said before and brings hardly a word of its own; else it may be any
    other invoice or fee. A word does if it speaks of that, or if the word is much of what one of them says.
    """
    earlier, later = sorted((one, other), key=attrgetter("message.at"))
    if not later.message.answered_before:
        return False
    near = later.speaks and akin(one.wording.topics, other.wording.topics)
    if near and own(later.wording, earlier.wording) <= _HARDLY_OWN:
        return True
    weight, share = shared(one.wording, other.wording)
    return weight >= _ENOUGH_IN_REPLY and (later.speaks or share >= _ENOUGH_OF_ONE_THING)


def _later(one: Reading, other: Reading) -> Reading:
    return max(one, other, key=attrgetter("message.at"))


def _says_less(one: Reading, other: Reading) -> bool:
    """Whether the later of the two has words of its own, and the earlier one had them all."""
    earlier, later = sorted((one, other), key=attrgetter("message.at"))
    return not later.bare and not beyond(later.wording.words, earlier.wording.words)


def _same_text(one: Reading, other: Reading, share: float) -> bool:
    if equal(one.line, other.line):
        return True
    near = share >= _ENOUGH_OF_ONE_TEXT and likeness(one.line, other.line) >= NEAR
    return near and not exchanged(one.wording, other.wording)


def without_second_clicks(same: list[Reading]) -> list[Reading]:
    """These messages in their order, but for those that were sent twice within a few minutes."""
    kept: list[Reading] = []
    for each in same:
        if not any(_second_click(each, other) for other in kept):
            kept.append(each)
    return kept


def _second_click(later: Reading, earlier: Reading) -> bool:
    return (
        later.message.at - earlier.message.at <= _SECOND_CLICK
        and equal(later.line, earlier.line)
        and tie(later.sender, earlier.sender) is Tie.ONE
    )
