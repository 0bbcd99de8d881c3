"""Covered words as a desk reads around them: whole words and phrases, with no letter or particle left alone.

What is covered on the page of an inquiry is exact, to show what was found; a copy is read by somebody who sees none of
it, and a word with a hole in it, or a particle between two, tells them nothing and looks like a mistake.
"""

import re
from collections.abc import Iterable

from desk.staff import stretches
from desk.staff.stretches import Stretch

_NEXT = "から|まで|より|など|だけ|しか|なら|です|ください"  # stand behind a phrase, and go on with no verb
_PARTICLES = f"{_NEXT}|って|とか|のに|ので|けど|[はがをにのともでへか]|や(?!ろう|つ)"  # but not in ばかやろう
_BEHIND, _BEHIND_KANA = re.compile(_NEXT), re.compile(_PARTICLES)
_KANA, _LAST_KANA = re.compile("[ぁ-ん]"), re.compile("[ぁ-ん]+$")
_CLOSING = re.compile(
    f"(?:[にでとへ](?=[はもの])|の(?=[はがをにで]))?(?:{_NEXT}|って|とか|のに|ので|けど|[はがをにのとへやか]|(?<!ど)も|(?<![んい])で)"
    "(?![ぁ-んー])"
)  # particles that nothing in kana follows: かす|が, but かすども|が and 飲んで|
_ALONE = re.compile(f"[ 　]*(?:(?:{_PARTICLES}){{1,2}}|[ぁ-ん])[ 　]*")
_COUNTER = re.compile(
    "[万億千百]*(?:か月|ヶ月|カ月|ヵ月|時間|週間|分|秒|時|日|月|年|円|人|名|回|件|本|個|通|度|社|歳|才)"
)
_JOINT = re.compile("(?<=[一-龥々])[しりきちみびぎ](?=[一-龥々])")  # within 申し上げる, 取り消す
_STEM = re.compile("[一-龥々ァ-ヶ][ぁ-ん]{0,2}$")
_FORM = re.compile(
    "[ぁ-ん]{0,8}?(?:ます|ません|ました|ない|たい|(?<=[いしちっれせけべねりえ])て|んで|った|いた|した|れた|んだ|る)"
)  # in which a verb can stand alone

# A text may be written in kana alone, or without a blank: then no word ends near, and what was found is no part of one.
_INFLECTED, _KANA_WORD = 6, 4  # so many kana go on behind a stem, and behind other kana
_OKURIGANA = 1  # so many kana stand between a stem and how it goes on

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
    start = _word_begin(text, start, least)
    while start > least + 1 and _JOINT.match(text, start - 1):
        start = _word_begin(text, start - 1, least)
    return start


def _word_begin(text: str, start: int, least: int) -> int:
    """Where the word begins that goes on here: here, where it begins too far away to be one."""
    begun = stretches.begun(text, start, max(least, start - stretches.LONGEST_REST))
    if start - begun == stretches.LONGEST_REST:
        return start
    before = _LAST_KANA.search(text, begun, start) if _KANA.match(text, start) else None
    return start if before and before.end() - before.start() > _OKURIGANA else begun


def _counts(text: str, start: int, end: int) -> bool:
    return text[start] in _FIGURES or _COUNTER.match(text, start, end) is not None


def _end(text: str, end: int) -> int:
    """Where the last word of a stretch ends: before the particle behind it, or here, where no end is near."""
    counter = _COUNTER.match(text, end) if text[end - 1] in _FIGURES else None
    if counter:
        return counter.end()
    if _KANA.match(text, end - 1) and _BEHIND_KANA.match(text, end):
        return end
    kana = 0
    for last in range(end, end + stretches.LONGEST_REST):
        if last == len(text) or not _goes_on(text, last):
            return last
        kana = kana + 1 if _KANA.match(text, last) else 0
        if kana > _INFLECTED or (kana > _KANA_WORD and not _has_stem(text, end)):
            break
    form = _FORM.match(text, end) if _has_stem(text, end) else None
    return form.end() if form else end


def _has_stem(text: str, end: int) -> bool:
    """Whether kana behind a stem end here, or the stem itself."""
    return _STEM.search(text[max(end - 3, 0) : end]) is not None


def _goes_on(text: str, place: int) -> bool:
    if _BEHIND.match(text, place) or (_KANA.match(text, place - 1) and _CLOSING.match(text, place)):
        return False
    return stretches.go_together(text, place) or _JOINT.match(text, place - 1) is not None
