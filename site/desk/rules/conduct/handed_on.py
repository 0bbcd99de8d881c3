"""Words of somebody else that a writer hands on: a blackmail mail, a chat, a note, what came over a loudspeaker.

People paste what they received, so that the company helps. Such a stretch is known by what announces it, by its shape
(a frame, quoted lines, quotation marks, lines of a chat, a paragraph by itself), and by what else the letter says: who
only hands words on is afraid, reports, or asks; who says that he means them, or wants a price, has made them his own.
The words are parts of the sign files (`ja-context.toml`, `en-context.toml`). A threat needs no more than “I got this:”
to look handed on, so wherever one of these is in doubt nothing is;
and violence is handed on only by who has told the police of it.
"""

import re
from collections.abc import Iterator, Sequence

from desk.rules.conduct.handed_shapes import beside, marked, of_a_chat, paragraph, quoted_before
from desk.rules.conduct.quoted import is_owned
from desk.rules.conduct.scan import Reading
from desk.rules.conduct.shapes import Signs, Token
from desk.rules.normalise import fold

ANNOUNCED, BEHIND, OWN, MEANT = "handed", "handed-behind", "handed-own", "handed-meant"
NEEDED, POLICE = "handed-need", "handed-police"
WITHHELD, PRICE = "withheld", "ransom"
CLAIM, PEOPLE = "handed-claim", "person"  # a claim of the writer's, and words about the company's people
AHEAD = 160  # letters between an announcement and what it announces
MOST = 20  # announcements that are looked at
# What else the writer says: so many letters, and for each letter that is handed on at least so much of one.
ENOUGH, SHARE = 60, 0.3
Stretch = tuple[int, int]
_SEEN = re.compile(r"\S")


def handed_on(reading: Reading) -> list[Stretch]:
    """The stretches [start, end) of a folded text that hold what the writer hands on, in order, none within another."""
    if ANNOUNCED not in reading.places and BEHIND not in reading.places:
        return []
    found = _joined([*_announced(reading), *_told_behind(reading)])
    return found if found and _is_only_handed_on(found, reading) else []


def police_know(stretches: Sequence[Stretch], reading: Reading) -> bool:
    """Whether the writer tells, outside what is handed on, that the police know of it."""
    return _has(POLICE, reading, _rest(stretches, reading.text))


def blanked(text: str, signs: Signs, *, violent: bool) -> str:
    """A text as it stands, with spaces for what is handed on in it, so that all else keeps its place.

    Where that may be `violent`, only if the police know of it.
    """
    folded = fold(text)
    reading = Reading(folded.text, signs)
    stretches = handed_on(reading)
    if violent and not police_know(stretches, reading):
        return text
    for stretch in stretches:
        start, end = folded.span(*stretch)
        text = text[:start] + _SEEN.sub(" ", text[start:end]) + text[end:]
    return text


def _announced(reading: Reading) -> Iterator[Stretch]:
    text = reading.text
    for token in reading.tokens(ANNOUNCED)[:MOST]:
        for start, end in _shaped(text, token):
            line = text.rfind("\n", max(token.start - AHEAD, 0), token.start) + 1
            if not _has(OWN, reading, [(line or token.start - AHEAD, start)]) and not is_owned(text, start, end):
                yield start, end


def _shaped(text: str, token: Token) -> Sequence[Stretch]:
    """What has a shape behind an announcement; a paragraph by itself is the weakest of them."""
    line = text.rfind("\n", 0, token.start) + 1
    found = [*beside(text, line, token.end, AHEAD), *marked(text, token.end, AHEAD), *of_a_chat(text, token.end, AHEAD)]
    alone = [one for one in paragraph(text, token.end, AHEAD) if all(one[1] <= start for start, _ in found)]
    return [*alone, *found]


def _told_behind(reading: Reading) -> Iterator[Stretch]:
    """Quotations of which it is said behind them that this was written there: 「…」と書かれていました."""
    text = reading.text
    for token in reading.tokens(BEHIND)[:MOST]:
        start = quoted_before(text, token.start)
        if start < token.start and not is_owned(text, start, token.start):
            yield start, token.start


def _joined(found: list[Stretch]) -> list[Stretch]:
    kept: list[Stretch] = []
    for start, end in sorted(found):
        if kept and start <= kept[-1][1]:
            kept[-1] = kept[-1][0], max(end, kept[-1][1])
        else:
            kept.append((start, end))
    return kept


def _is_only_handed_on(found: Sequence[Stretch], reading: Reading) -> bool:
    """Whether the rest of the letter is long enough, needs something because of it, and makes it nowhere its own."""
    text = reading.text
    inside = sum(_letters(text[start:end]) for start, end in found)
    if _letters(text) - inside < max(ENOUGH, SHARE * inside):
        return False
    rest = _rest(found, text)
    if not (_has(NEEDED, reading, rest) or _has(POLICE, reading, rest)) or _has(MEANT, reading, rest):
        return False
    if _has(CLAIM, reading, rest) and _has(PEOPLE, reading, found):
        return False
    return not (_has(WITHHELD, reading, rest) and _has(PRICE, reading, rest))


def _rest(found: Sequence[Stretch], text: str) -> list[Stretch]:
    borders = [0, *(border for stretch in found for border in stretch), len(text)]
    return list(zip(borders[::2], borders[1::2], strict=True))


def _letters(text: str) -> int:
    return len("".join(text.split()))


def _has(part: str, reading: Reading, stretches: Sequence[Stretch]) -> bool:
    """Whether the part begins inside one of these stretches."""
    return any(start <= token.start < end for token in reading.tokens(part) for start, end in stretches)
