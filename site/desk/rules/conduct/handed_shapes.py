"""The shapes of words that are handed on: a frame, quoted lines, quotation marks, a chat, a paragraph by itself."""

import re
from collections.abc import Iterator

from desk.rules.conduct.latin import latin

Stretch = tuple[int, int]
LONGEST, LONGEST_PARAGRAPH = 1500, 600  # letters of what is handed on
MOST_LINES = 6  # of a run of lines that no blank line sets apart
CHAINED = 60  # letters between one quotation and the next
_RULE = r"[-=_*~―—─–ー]"
# A rule with or without words in it: -----, ----- forwarded message -----.
_RULED = rf"{_RULE}{{2}}(?:[^\n]{{0,120}}{_RULE})?"
_OPENED = re.compile(
    rf"^[ \t]*(?:{_RULED}(?: ?(?:ここから|start|begin)[^\n]{{0,20}})?"
    r"|(?:ここから|以下、?(?:引用|本文|原文)|start|begin)[^\n]{0,12})[^\S\n]*$",
    re.MULTILINE,
)
_CLOSED = re.compile(
    rf"^[ \t]*(?:{_RULED}(?: ?(?:ここまで|end)[^\n]{{0,20}})?"
    r"|(?:ここまで|以上(?:、?(?:引用|本文|原文)|です|$)|end\b)[^\n]{0,16})[^\S\n]*$",
    re.MULTILINE,
)
_QUOTED_LINES = re.compile(r"(?:^[ \t]{0,3}>[^\n]*(?:\n|\Z))+", re.MULTILINE)
_MARKED = re.compile(rf"「[^「」]{{1,{LONGEST}}}」|『[^『』]{{1,{LONGEST}}}』|\"[^\"]{{3,{LONGEST}}}\"")
_BLANK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_DAY = rf"(?:\d{{1,4}}[/月. ]){{0,2}}(?:\d{{1,2}}日?|\d{{1,2}} {_MONTHS}\w{{0,6}},?)?"
_WHEN = rf"[-―—–ー\[(]{{0,3}}{_DAY} ?\d{{1,2}}[:.時]\d{{2}}(?:[:.]\d{{2}})?(?: ?[ap]m)?[\])]?"
_SAID = latin(rf"^[ \t]*(?:{_WHEN}[. ]*(?P<at>[^\n]+)|(?:[-*•][ \t]+|\[(?=[^\]\n]{{1,24}}\]))?(?P<by>[^\n]+))$")
_NAMED = latin(r"\[[^\]\n]{1,24}\] ?\S|[^\s:。、.,「」][^\n:。、,「」]{0,20}(?::|「)[^\n]|[-*•][ \t]+\S")
_MYSELF = latin(
    r"(?:me|us|i|we|myself|our \w{1,10}|[私僕俺]|自分|うち|こちら|当方)(?:\]|\]? ?[:「→])|(?:me|[私僕俺]|自分) "
)
_BY_ME = latin(r"(?:\b(?:me|i)|(?:^|\s)(?:[私僕俺]|自分))[\]:→ ]{0,3}$")
# Where lines follow one another without a blank one between, one that is as polite as a letter is the writer's.
_POLITE = re.compile(
    r"(?:です|ます|ました|ません|でした|ください|下さい)(?:か|が|ね|ので|から)?[。!?]*[^\S\n]*$"
    r"|^と(?:書|あり|いう)"
)
# Where a line goes on after its announcement with another sentence, it announced nothing, unless a colon ends it.
_GOES_ON = re.compile(r"[。.!?][^\S\n]*[^\s\"'」)][^\n]*[^\s:][^\S\n]*\n")
_AS_IN_A_LETTER = latin(r"[御貴]社|お願い(?:し|いた|申)|\b(?:thank you|thanks|regards|sincerely|faithfully)\b")
_REPORTING = latin(r"\b(?:police|please|report(?:ed)?|evidence|sheriff)\b")


def beside(text: str, line: int, at: int, ahead: int) -> Iterator[Stretch]:
    """What stands in a frame that opens, or in lines behind a >, at most `ahead` letters behind `at`.

    The announcement may be the frame's own first line, which begins at `line`.
    """
    opened = _OPENED.search(text, line, at + ahead)
    closed = opened and _CLOSED.search(text, opened.end() + 1, opened.end() + LONGEST)
    if opened and closed:
        yield opened.end(), closed.start()
    elif (quoted := _QUOTED_LINES.search(text, at, at + ahead + LONGEST)) and quoted.start() <= at + ahead:
        yield quoted.span()


def marked(text: str, at: int, ahead: int) -> Iterator[Stretch]:
    """What stands in quotation marks of any length, in the same paragraph or the next, and what is so right behind."""
    at += text.startswith('"', at)  # which closes what was announced with: “the exact wording”
    for found in _MARKED.finditer(text, at, at + ahead + LONGEST):
        between = text[at : found.start()]
        if len(between) > ahead or len(_BLANK.findall(between)) > 1:
            return
        if not _BY_ME.search(between):
            yield found.span()
        at, ahead = found.end(), CHAINED


def quoted_before(text: str, end: int) -> int:
    """Where what stands in quotation marks and ends at `end` begins; `end` where nothing does."""
    opening = {"」": "「", "』": "『", '"': '"'}.get(text[max(end - 1, 0) : end])
    start = text.rfind(opening, max(end - LONGEST, 0), end - 1) if opening else -1
    return end if start < 0 else start


def of_a_chat(text: str, at: int, ahead: int) -> Iterator[Stretch]:
    """The lines of a chat that begin in the line behind, without those that the writer says in it."""
    start = _line_behind(text, at, ahead)
    lines = []
    for first, last in _lines(text, start):
        said = _said(text[first:last])
        if said is None:
            break
        lines.append((first, last, said))
    if len(lines) > 1:
        yield from ((first, last) for first, last, said in lines if not _MYSELF.match(said))


def paragraph(text: str, at: int, ahead: int) -> Iterator[Stretch]:
    """The paragraph behind a line whose last words announce it, but none that speaks to the company as letters do.

    Without a blank line between them it ends before the first line that is the writer's.
    """
    start = _line_behind(text, at, ahead)
    lines = list(_lines(text, start))
    if not _BLANK.search(text, at, start):
        kept = next((n for n, line in enumerate(lines) if _is_a_letters(text[slice(*line)])), len(lines))
        lines = lines[:kept] if kept <= MOST_LINES else []
    if not lines or _GOES_ON.search(text, at, start):
        return
    end = lines[-1][1]
    if end - start <= LONGEST_PARAGRAPH and not _AS_IN_A_LETTER.search(text, start, end):
        yield start, end


def _is_a_letters(line: str) -> bool:
    return bool(_POLITE.search(line) or _REPORTING.search(line))


def _line_behind(text: str, at: int, ahead: int) -> int:
    """Where the next line with anything in it begins, at most so far away, or the end of the text."""
    end = text.find("\n", at, at + ahead)
    if end < 0:
        return len(text)
    while end < len(text) and text[end].isspace():
        end += 1
    return end


def _lines(text: str, start: int) -> Iterator[Stretch]:
    """The lines up to a blank one, of so many letters as may be handed on."""
    blank = _BLANK.search(text, start, start + LONGEST)
    end = blank.start() if blank else min(start + LONGEST, len(text))
    while start < end:
        last = text.find("\n", start, end)
        last = end if last < 0 else last
        yield start, last
        start = last + 1


def _said(line: str) -> str | None:
    """What is said in a line of a chat, with the name of who says it; None where it is no such line."""
    found = _SAID.match(line)
    if found is None:
        return None
    if found["at"] is not None:
        return found["at"]
    return found["by"] if _NAMED.match(line.strip()) else None
