"""Covered words as a desk reads around them: whole words and phrases, with no letter or particle left alone.

What is covered on the page of an inquiry is exact, to show what was found; a copy is read by somebody who sees none of
it, and a word with a hole in it, or a particle between two, tells them nothing and looks like a mistake.
"""

import re
from collections.abc import Iterable

from desk.staff import stretches
from desk.staff.stretches import Stretch

_NEXT = "から|まで|より|など|だけ|しか|なら|です|ください"  # stand behind a phrase, and go on with no verb
_PARTICLES = f"{_NEXT}|って|とか|のに|ので|けど|[はがをにのともでへやか]"
_BEHIND, _BEHIND_KANA = re.compile(_NEXT), re.compile(_PARTICLES)
_KANA = re.compile("[ぁ-ん]")
_ALONE = re.compile(f"[ 　]*(?:{_PARTICLES}){{1,2}}[ 　]*")
_COUNTER = re.compile(
    "[万億千百]*(?:か月|ヶ月|カ月|ヵ月|時間|週間|分|秒|時|日|月|年|円|人|名|回|件|本|個|通|度|社|歳|才)"
)
_JOINT = re.compile("(?<=[一-龥々])[しりきちみびぎ](?=[一-龥々])")  # within 申し上げる, 取り消す
_FIGURES = "0123456789０１２３４５６７８９"


def around(text: str, covered: Iterable[Stretch]) -> list[Stretch]:
    """The stretches widened to whole words and phrases, joined where nothing but a particle stands between them."""
    widened: list[Stretch] = []
    for start, end in stretches.joined(covered):
        first, last = widened[-1] if widened else (0, 0)
        # What is taken already is not gone through again: a text may be one word of any length.
        if end > last or not widened:
            begun, ended = _begin(text, start, end, last), _end(text, end)
            together = widened and (begun <= last or _ALONE.fullmatch(text, last, begun))
            widened[-1:] = [(first, ended)] if together else [*widened[-1:], (begun, ended)]
    return widened


def _begin(text: str, start: int, end: int, least: int) -> int:
    """Where the first word of a stretch begins, not before `least`; figures belong to what they count."""
    while start > least and text[start - 1] in _FIGURES and _counts(text, start, end):
        start -= 1
    start = stretches.begun(text, start, least)
    while start > least + 1 and _JOINT.match(text, start - 1):
        start = stretches.begun(text, start - 1, least)
    return start


def _counts(text: str, start: int, end: int) -> bool:
    return text[start] in _FIGURES or _COUNTER.match(text, start, end) is not None


def _end(text: str, end: int) -> int:
    """Where the last word of a stretch ends: before the particle that stands behind it."""
    counter = _COUNTER.match(text, end) if text[end - 1] in _FIGURES else None
    if counter:
        return counter.end()
    if _KANA.match(text, end - 1) and _BEHIND_KANA.match(text, end):
        return end
    while end < len(text) and _goes_on(text, end):
        end += 1
    return end


def _goes_on(text: str, place: int) -> bool:
    together = stretches.go_together(text, place) and not _BEHIND.match(text, place)
    return together or _JOINT.match(text, place - 1) is not None
