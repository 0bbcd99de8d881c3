"""The words that say what an inquiry is about, for people: whole ones that say something, each once."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from desk.rules.routing.recognition import Evidence


class Typed(Protocol):
    """The two fields in which evidence is found."""

    @property
    def subject(self) -> str:
        """What the inquiry is about, in short."""

    @property
    def message(self) -> str:
        """The inquiry itself."""


def names(evidence: Iterable[Evidence], typed: Typed) -> list[str]:
    """The names of a service as they were typed; at least one."""
    words = [_latin(text, start, end) for text, start, end, _ in _joined(evidence, typed)]
    return _outermost([word for word in words if not _SAYS_NOTHING.fullmatch(word)] or words)


def reasons(evidence: Iterable[Evidence], typed: Typed) -> list[str]:
    """The words that speak for a desk, the weightiest first: cues are often stems, so each is completed.

    Those that say little alone are left out where another is there; none where none says anything.
    """
    words = [(whole(text, start, end), faint) for text, start, end, faint in _joined(evidence, typed)]
    said = [(word, faint) for word, faint in words if not _SAYS_NOTHING.fullmatch(word)]
    telling = [word for word, faint in said if not faint]
    return _outermost(telling or [word for word, _ in said])


def whole(text: str, start: int, end: int) -> str:
    """The words of which [start, end) holds a part; "" where it cannot be told where they end."""
    start, end = _kanji(text, start, end)
    if rest := _REST_KATAKANA.match(text, end) or _REST_KANA.match(text, end):
        end = rest.end()
    elif not _PARTICLE.search(text, start, end):
        inflected = (_INFLECTED if _KANA.match(text, end - 1) else _STEM).match(text, end)
        if inflected is None:
            return ""
        end = _before_honorific(text, inflected.end())
    return _trimmed(_latin(text, start, end))


def _joined(evidence: Iterable[Evidence], typed: Typed) -> list[tuple[str, int, int, bool]]:
    """Where the words stand and whether they are faint, those that touch each other as the one word that was typed.

    They stay in their order; what is joined stands where the first of its words did.
    """
    joined: list[tuple[int, Evidence]] = []
    for rank, one in sorted(enumerate(evidence), key=lambda ranked: (ranked[1].field == "message", ranked[1].start)):
        if joined and joined[-1][1].field == one.field and one.start <= joined[-1][1].end:
            before, last = joined.pop()
            both = replace(last, end=max(last.end, one.end), faint=last.faint and one.faint)
            joined.append((min(before, rank), both))
        else:
            joined.append((rank, one))
    words = [one for _, one in sorted(joined, key=lambda ranked: ranked[0])]
    return [(getattr(typed, one.field), one.start, one.end, one.faint) for one in words]


def _outermost(words: list[str]) -> list[str]:
    """The words without those that stand inside another of them."""
    return [word for word in words if not any(word != other and word in other for other in words)]


def _kanji(text: str, start: int, end: int) -> tuple[int, int]:
    """The place with the rest of a compound that it cuts where only one kanji stands on a side: that is no word.

    A verb behind a noun is none of its compound.
    """
    cuts = (end,) if _OF_ITS_OWN.search(text, max(0, start - 2), start) else (start, end)
    runs = [run for cut in cuts if (run := _run(text, cut))]
    return min([start, *(run[0] for run in runs)]), max([end, *(run[1] for run in runs)])


def _before_honorific(text: str, end: int) -> int:
    """The end without the お or ご of the next word, which looks like an ending (広報ご担当者)."""
    return end - 1 if text[end - 1] in "おご" and _NOUN_NEXT.match(text, end) else end


def _run(text: str, cut: int) -> tuple[int, int] | None:
    """The kanji around a place in a compound; None where both sides can be words, and where it stands in none.

    Of two kanji with する (出版した) none is cut off: one alone before a verb's ending may be a noun (顔出した).
    """
    before, after = _KANJI_BEFORE.search(text[max(0, cut - _COMPOUND) : cut]), _KANJI.match(text, cut)
    if before is None or after is None or 1 not in (len(before[0]), len(after[0])):
        return None
    if len(before[0]) == len(after[0]) == 1 and _DONE.match(text, after.end()):
        return cut - 1, after.end()
    return (cut - len(before[0]), after.end()) if _NO_VERB.match(text, after.end()) else None


def _latin(text: str, start: int, end: int) -> str:
    """The words [start, end) of a text with the rest of a Latin one, known by its stem, and its noun."""
    for more in (_REST, _NEXT):
        rest = more.match(text, end)
        end = rest.end() if rest else end
    return " ".join(text[start:end].split())


def _trimmed(words: str) -> str:
    """The words without what only ties them to others."""
    return _TIE_BEFORE.sub("", _TIE_AFTER.sub("", words))


_COMPOUND = 8
_HAN = "一-龯々〆ヶ"
_KANJI = re.compile(f"[{_HAN}]{{1,{_COMPOUND}}}")
_KANJI_BEFORE = re.compile(f"[{_HAN}]+$")
# A kanji that is a word by itself is no beginning of the next one (お前 個人, した際 個人情報).
_OF_ITS_OWN = re.compile(f"(?:(?<=[ぁ-ん])[前後際時間頃件度方]|(?<![{_HAN}])[今私僕俺君皆誰])$")
_NOUN_NEXT = re.compile(f"[{_HAN}ァ-ヴ]")
# The rest of a foreign word, where no other can begin, and of a compound of which one kanji is spelt in kana.
_REST_KATAKANA = re.compile("(?<=[ァ-ヴー]{2})(?:[ァィゥェォッャュョンー]|[シジ]ョン)[ァ-ヴー]*")
_REST_KANA = re.compile("(?:(?<=障)がい|(?<=漏)えい|(?<=隠)ぺい|(?<=改)ざん|(?<=子)ども)者?")
_KANA = re.compile("[ぁ-ん]")
_NOUN = f"(?<=[{_HAN}ァ-ヴーA-Za-z0-9])"
# A particle that closes the words: what follows is another word.
_PARTICLE = re.compile(f"{_NOUN}(?:[をがはにでとのもへや]|から|まで|より)$")
# How a verb or adjective goes on: to the end of its kana where they are few, else to a form that can stand alone.
_INFLECTED = re.compile(
    "[ぁ-ん]{0,10}(?![ぁ-ん])"
    "|[ぁ-ん]{0,10}?(?:ます|ません|ました|です|でした|ない|たい|[いしちっれせけべねりえ]て|んで|った|いた|した|れた|んだ|る)"
)
# Behind a kanji it goes on where no particle or copula stands; behind katakana and Latin nothing is missing.
_NO_VERB = re.compile(
    "(?=[をがはにでとのへやだ]|も(?!う)|な(?![いかくけさらりるれっん])|から|まで|より|まだ|など|ほど|[^ぁ-ん]|$)"
)
_STEM = re.compile(f"(?<![{_HAN}])|{_NO_VERB.pattern}|{_INFLECTED.pattern}")
_DONE = re.compile("[しすさせ]")
_REST = re.compile(r"(?<=[A-Za-z])[A-Za-z]+")
# Such a word is none without the next.
_NEXT = re.compile(r"(?:(?<=\bpersonal)|(?<=\bknown)|(?<=\bhave no))\s+[A-Za-z]+", re.IGNORECASE)
_LITTLE = "an?|the|my|our|your|his|her|their|of|to|for|from|in|on|at|with|by|and|or|that|about|as"
_TIE_BEFORE = re.compile(rf"\A(?:を|[がにのでと](?=[{_HAN}ァ-ヴ])|(?:(?:and|or|that|of)\s+)+)", re.IGNORECASE)
_TIE_AFTER = re.compile(
    f"{_NOUN}(?:[をがはにでとのもへや]|から|まで|より)$"
    "|(?:を[おオ]?|としての?|(?<=について)の|(?<=[りみしきちさんずれえめけせい])の|(?<=[りみしきちさんず])が|(?<=[いるたすん])(?:と|が|のに|ので|から|けど|けれど)"
    "|(?<=[いるた])のですが?)$"
    f"|(?:\\s+(?:one\\s+of|{_LITTLE}))+$",
    re.IGNORECASE,
)
# A particle, an ending, the stem of a verb; "my", "someone", "a site": words of any letter.
_SAYS_NOTHING = re.compile(
    f"[ぁ-ん]*|を?.|[A-Za-z]{{2}}|{_LITTLE}|(?:a|the)\\s+(?:web)?site|some(?:one|body)|any(?:one|body)|people"
    "|us(?:es|ed|ing|e)|sells?|sold|selling|says?|we are",
    re.IGNORECASE,
)
