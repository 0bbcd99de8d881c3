"""Why a message that stands after an answer is no repetition all the same: excuses, news, and asking on just once."""

import re
from collections.abc import Callable, Iterable
from datetime import timedelta
from itertools import takewhile
from typing import Final

from desk.rules.repetition import excuses, news, pressure, routine, unable
from desk.rules.repetition.reading import Reading
from desk.rules.repetition.rule import Rule
from desk.rules.repetition.topics import akin
from desk.rules.repetition.wording import BOOKING, MATTER, NEAR, Wording, beyond, likeness, wording

NOTHING_LIKE_IT: Final = "nothing like it before"
ONCE_MORE: Final = "asked once more"
SOMETHING_NEW: Final = "tells something new"
MUCH_NEW: Final = "says much that is new"
GIVEN_UP: Final = "gives the demand up"
ORDERED: Final = "seems to order as on other days"
_UNREADABLE: Final = "could not read the answer"
_NONE_CAME: Final = "says that no answer came"
_CARE: Final = "cannot use the answer"
_CARE_BEFORE: Final = "could not use an answer before"
_EVERYDAY: Final = "orders or books as on other days"
# The same words are meant to come again and again, or there was no answer to whoever cannot use it: nothing that sounds
# like a repetition is one.
SETTLED: Final = frozenset((_EVERYDAY, _UNREADABLE, _NONE_CAME, _CARE, _CARE_BEFORE))
_AROUND: Final = 6  # characters beside a sign that must be there before as well for it to be no news
_LONG_AGO: Final = timedelta(days=28)
_MOSTLY: Final = 0.6  # of a request
_HALF: Final = 0.5  # of a question
_LITTLE: Final = 0.3  # of a message that asks for nothing
_MUCH: Final = 4.0  # of own words, whatever was asked before
_A_WORD: Final = 1.0
_LOOKED_AT: Final = 20  # earlier times after an answer; one that is not excused is seldom further back
_OF_A_QUESTION: Final = 1.5
_BARE_AFTER: Final = 2  # times after an answer before "hurry up" alone is the same again

_QUESTION: Final = re.compile(
    r"教えて|ご?教示|知りたい|お聞きしたい|"
    r"(?<!いただけ)(?<!頂け)(?<!もらえ)(?<!くれ)(?<!ください)(?<!下さい)(?:(?:ます|です|ません)か|"
    r"(?<!けない)(?<!えない)(?<!けます)でしょうか)|"
    r"\b(?:how (?:do|can|to|does|should)|what(?:'s| is| are)|where (?:do|can|is)|which|is there|is it|are there|can i|"
    r"may i|do you|does|could you (?:tell|explain))"
)

_FEW_DIGITS: Final = 2  # as k3ttl3 has
_YEAR: Final = re.compile(
    r"\b(?:since|in|from|until|till|by|year|january|february|march|april|may|june|july|august|september|october|november|"
    r"december)(?: \d{1,2}(?:st|nd|rd|th)?,?)? ((?:19|20)\d\d)\b"
)
_SENTENCE: Final = re.compile(r"(?:[^。!?\n.]|\.(?!\s|$))+[。!?.]?")
_IN_ADVANCE: Final = re.compile(r"(?:thanks|thank you)(?: very much| so much)? (?:in advance|for your \w+)")


def objection(last: Reading, same: list[Reading]) -> str:
    """Say why `last` is no repetition of `same`, although an answer was given; empty where it is one."""
    if not same:
        return NOTHING_LIKE_IT
    return _excuse(last, same) or _asked_on(last, same)


def _excuse(last: Reading, same: list[Reading]) -> str:
    if unable.CARE.search(last.text):
        return _CARE
    if not last.insists and any(unable.CARE.search(each.text) for each in same):
        return _CARE_BEFORE
    if last.campaigns:
        return ""
    return next((why for why, holds in _EXCUSES.items() if holds(last, same)), "")


def _asked_on(last: Reading, same: list[Reading]) -> str:
    # Who counts the askings, counts those before an answer too: one after it has to be among them.
    counted = last.counts and any(each.message.answered_before for each in same)
    again = 1 + max(asked_without_excuse(same), int(counted))
    if last.bare:
        return "" if again > _BARE_AFTER else "asks how far it is"
    if last.insists:
        return ""
    if last.message.at - same[-1].message.at > _LONG_AGO and not last.presses:
        return "long after the last time"
    if _adds(last, same, again):
        return MUCH_NEW
    return "" if again > 1 or _excessive_at_once(last, same) else ONCE_MORE


def asked_without_excuse(same: list[Reading]) -> int:
    """How often it was asked again before, after an answer and with nothing to excuse it; not counted beyond two."""
    answered = [at for at, each in enumerate(same) if each.message.answered_before]
    found = 0
    for at in answered[: -_LOOKED_AT - 1 : -1]:
        found += not (_excuse(same[at], same[:at]) or _asks_on(same[at], same[:at]))
        if found == _BARE_AFTER:
            break
    return found


def _asks_on(each: Reading, before: list[Reading]) -> bool:
    """Whether it asks a further question rather than for the same again."""
    if each.refers or not _QUESTION.search(each.text):
        return False
    return _adds(each, before, _BARE_AFTER)


def _excessive_at_once(last: Reading, same: list[Reading]) -> bool:
    """Whether the first asking after an answer goes too far: no question, and pressing or the same text again."""
    if _QUESTION.search(last.text):
        return False
    return last.presses or any(likeness(last.line, each.line) >= NEAR for each in same)


def _adds(last: Reading, same: list[Reading], again: int) -> bool:
    """Whether much of it was not said before: a word or two at the first asking, most of the message at the second."""
    fresh, said = _beyond(last.wording, same), sum(last.wording.words.values())
    if again == 1:
        return fresh >= (MATTER if last.presses else _A_WORD)
    if last.presses or (last.speaks and again > _BARE_AFTER):
        return False
    if _QUESTION.search(last.text):
        return _asks_more(last, same, again)
    if last.hurries:
        return False
    if pressure.REQUEST.search(last.text):
        return again <= _BARE_AFTER and fresh >= MATTER and fresh > _MOSTLY * said
    return fresh >= MATTER and fresh > _LITTLE * said


def _asks_more(last: Reading, same: list[Reading], again: int) -> bool:
    """Whether a question asks for much that was not said before, or for nearly all of it where it goes on and on."""
    fresh, said = _beyond(last.wording, same, near=False), sum(last.wording.words.values())
    if last.hurries or again > _BARE_AFTER:
        return fresh >= _MUCH and fresh > _MOSTLY * said
    return fresh >= _OF_A_QUESTION or fresh >= _HALF * said


def _beyond(said: Wording, same: list[Reading], *, near: bool = True) -> float:
    known = frozenset[str]().union(*(each.wording.words for each in same))
    subjects = frozenset[str]().union(*(each.wording.topics for each in same))
    alike = {f"#{topic}" for topic in said.topics if near and akin(frozenset({topic}), subjects)}
    return beyond(said.words, known | alike)


def _fresh(rule: Rule, text: str, before: Iterable[Reading]) -> bool:
    """Whether the text holds the sign in words that were not there before."""
    known = " ".join(each.text for each in before)
    around = (text[max(match.start() - _AROUND, 0) : match.end() + _AROUND] for match in rule.finditer(text))
    return any(words not in known for words in around)


def _unanswered(same: list[Reading]) -> list[Reading]:
    """Those that came before any answer: what is wrong with the answer cannot stand in them."""
    return list(takewhile(lambda each: not each.message.answered_before, same))


def _new_things(last: Reading, same: list[Reading]) -> bool:
    known = frozenset[str]().union(*(each.wording.names for each in same))
    # “since 1997” tells when it was, and a token such as k3ttl3 may be anything: neither is another order.
    new = last.wording.names - known - set(_YEAR.findall(last.text))
    orders = [name for name in new if not BOOKING.fullmatch(name) or sum(map(str.isdigit, name)) > _FEW_DIGITS]
    return bool(orders) and not last.insists


def _calm(rule: Rule, last: Reading, same: list[Reading]) -> bool:
    return _fresh(rule, last.text, same) and not last.insists


def _has_done(last: Reading, same: list[Reading]) -> bool:
    """Whether it has done with the matter, and demands nothing before or after saying so."""
    return _calm(excuses.DONE_WITH, last, same) and not excuses.DEMAND.search(excuses.DONE_WITH.sub(" ", last.text))


def _about_the_answer(last: Reading, same: list[Reading]) -> bool:
    """A question about the answer brings a word of its own, or is the first one."""
    if not _calm(excuses.CLARIFYING, last, same):
        return False
    first = len(same) - len(_unanswered(same)) == 0
    asked = [one for one in _SENTENCE.findall(last.text) if excuses.CLARIFYING.search(one)]
    return first or _beyond(wording(" ".join(asked)), same) >= _OF_A_QUESTION


def _closing(last: Reading, _same: list[Reading]) -> bool:
    if not excuses.THANKS.search(_IN_ADVANCE.sub(" ", last.text)):
        return False
    asks = pressure.REQUEST.search(last.text) or pressure.OBJECTING.search(last.text)
    return not asks and not last.insists


def _aged(last: Reading, same: list[Reading]) -> bool:
    return not last.insists and any(unable.AGED.search(each.text) for each in (last, *same))


_EXCUSES: Final[dict[str, Callable[[Reading, list[Reading]], bool]]] = {
    _UNREADABLE: lambda last, same: _fresh(unable.UNREADABLE, last.text, _unanswered(same)),
    "corrects": lambda last, same: _fresh(excuses.CORRECTION, last.text, same),
    SOMETHING_NEW: lambda last, same: _fresh(news.NEWS, last.text, same) or _new_things(last, same),
    "the fault is still there": lambda last, same: _fresh(news.FAULT, last.text, _unanswered(same)),
    GIVEN_UP: lambda last, same: _fresh(excuses.WITHDRAWN, last.text, same) or _has_done(last, same),
    "answers the desk": lambda last, same: _calm(excuses.ANSWERING, last, same),
    "asks about the answer": _about_the_answer,
    "the answer missed the question": lambda last, same: _calm(excuses.MISSED, last, same),
    _NONE_CAME: lambda last, same: _calm(excuses.UNANSWERED, last, same),
    _EVERYDAY: routine.another_time,
    ORDERED: routine.in_rhythm,
    "thanks": _closing,
    "asks how far it is": lambda last, same: _calm(excuses.PROGRESS, last, same),
    "may not be able to use an answer": _aged,
}
