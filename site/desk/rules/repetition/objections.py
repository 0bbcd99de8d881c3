"""Why a message that stands after an answer is no repetition all the same: excuses, news, and asking on just once."""

import re
from collections.abc import Callable, Iterable
from datetime import timedelta
from itertools import takewhile
from typing import Final

from desk.rules.repetition import excuses, pressure
from desk.rules.repetition.reading import Reading
from desk.rules.repetition.wording import MATTER, NEAR, beyond, likeness

_AROUND: Final = 6  # characters beside a sign that must be there before as well for it to be no news
_LONG_AGO: Final = timedelta(days=28)
_MOSTLY: Final = 0.6
_OF_A_QUESTION: Final = 1.5
_BARE_AFTER: Final = 2  # times after an answer before "hurry up" alone is the same again

_QUESTION: Final = re.compile(
    r"教えて|ご?教示|でしょうか|(?:ます|です|ません)か|知りたい|お聞きしたい|"
    r"\b(?:how (?:do|can|to|does|should)|what(?:'s| is| are)|where (?:do|can|is)|which|is there|is it|are there|can i|"
    r"may i|do you|does|could you (?:tell|explain))"
)


def objection(last: Reading, same: list[Reading]) -> str:
    """Say why `last` is no repetition of `same`, although an answer was given; empty where it is one."""
    if not same:
        return "nothing like it before"
    return _excuse(last, same) or _asked_on(last, same)


def _excuse(last: Reading, same: list[Reading]) -> str:
    if excuses.CARE.search(last.text):
        return "cannot use the answer"
    return next((why for why, holds in _EXCUSES.items() if holds(last, same)), "")


def _asked_on(last: Reading, same: list[Reading]) -> str:
    again = len(same) + 1 - len(_unanswered(same))
    if last.bare:
        return "" if again > _BARE_AFTER else "asks how far it is"
    if last.insists:
        return ""
    if last.message.at - same[-1].message.at > _LONG_AGO and not last.presses:
        return "long after the last time"
    if _adds(last, same, again):
        return "tells something new"
    return "" if again > 1 or _excessive_at_once(last, same) else "asked once more"


def _excessive_at_once(last: Reading, same: list[Reading]) -> bool:
    """Whether the first asking after an answer goes too far: no question, and pressing or the same text again."""
    if _QUESTION.search(last.text):
        return False
    return last.presses or last.hurries or any(likeness(last.line, each.line) >= NEAR for each in same)


def _adds(last: Reading, same: list[Reading], again: int) -> bool:
    """Whether much of it was not said before: of any weight at the first asking, most of the message at the second."""
    fresh = _beyond(last, same)
    if again > _BARE_AFTER or last.presses or (again > 1 and last.hurries):
        return again == 1 and fresh >= MATTER
    if again == 1 or not _QUESTION.search(last.text):
        return fresh >= MATTER and (again == 1 or fresh > _MOSTLY * sum(last.wording.words.values()))
    return fresh >= _OF_A_QUESTION


def _beyond(last: Reading, same: list[Reading]) -> float:
    return beyond(last.wording.words, frozenset[str]().union(*(each.wording.words for each in same)))


def _fresh(rule: re.Pattern[str], text: str, before: Iterable[Reading]) -> bool:
    """Whether the text holds the sign in words that were not there before."""
    known = " ".join(each.text for each in before)
    around = (text[max(match.start() - _AROUND, 0) : match.end() + _AROUND] for match in rule.finditer(text))
    return any(words not in known for words in around)


def _unanswered(same: list[Reading]) -> list[Reading]:
    """Those that came before any answer: what is wrong with the answer cannot stand in them."""
    return list(takewhile(lambda each: not each.message.answered_before, same))


def _new_things(last: Reading, same: list[Reading]) -> bool:
    known = frozenset[str]().union(*(each.wording.names for each in same))
    return bool(last.wording.names - known) and not last.insists


def _calm(rule: re.Pattern[str], last: Reading, same: list[Reading]) -> bool:
    return _fresh(rule, last.text, same) and not last.insists


def _about_the_answer(last: Reading, same: list[Reading]) -> bool:
    """A question about the answer brings a word of its own, or is the first one."""
    first = len(same) - len(_unanswered(same)) == 0
    return _calm(excuses.CLARIFYING, last, same) and (first or _beyond(last, same) >= _OF_A_QUESTION)


def _closing(last: Reading, _same: list[Reading]) -> bool:
    if not excuses.THANKS.search(last.text):
        return False
    return not pressure.REQUEST.search(last.text) and not last.insists


_EXCUSES: Final[dict[str, Callable[[Reading, list[Reading]], bool]]] = {
    "could not read the answer": lambda last, same: _fresh(excuses.UNREADABLE, last.text, _unanswered(same)),
    "corrects": lambda last, same: _fresh(excuses.CORRECTION, last.text, same),
    "tells something new": lambda last, same: _fresh(excuses.NEWS, last.text, same) or _new_things(last, same),
    "the fault is still there": lambda last, same: _fresh(excuses.FAULT, last.text, _unanswered(same)),
    "gives the demand up": lambda last, same: _fresh(excuses.WITHDRAWN, last.text, same),
    "answers the desk": lambda last, same: _calm(excuses.ANSWERING, last, same),
    "asks about the answer": _about_the_answer,
    "the answer missed the question": lambda last, same: _calm(excuses.MISSED, last, same),
    "thanks": _closing,
    "asks how far it is": lambda last, same: _calm(excuses.PROGRESS, last, same),
}
