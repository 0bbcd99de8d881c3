"""What the clauses and phrases of a text add to what is read in it: how far its value falls without each of them."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from desk.rules.conduct.phrases import begins, is_after_a_line, is_within_a_word
from desk.rules.reader.spelling import JAPANESE, Spelt

# So many clauses are left out in turn, and in those that add most so many phrases of so many pieces.
MOST_CLAUSES, CLOSELY = 6, 2
# A phrase has at least so many parts and ends where the next may begin; a long one with the next word, the longest at
# any part.
MOST_PHRASES, PHRASE, LONG_PHRASE, LONGEST_PHRASE = 10, 3, 7, 20
# A clause of at most so many letters, in Japanese or not, is quoted whole: a part of it would say less.
WHOLE = {True: 36, False: 80}
MARKS_BETWEEN = ".,!?;:。、"
_TITLE = re.compile(r"(?<![a-z])(?<!\d )(?<!\d)(?:mrs?|ms|dr|prof)\.\Z")  # of a folded text; 5 ms. is no title

Share = tuple[int, int, float]
Without = Callable[[str, Sequence[tuple[int, int]]], Sequence[float]]
"""The value of a text, and then that without each of these [start, end)."""


def shares(
    text: str, spelt: Iterable[Spelt], without: Without, *, clauses: int = MOST_CLAUSES, closely: int = CLOSELY
) -> list[Share]:
    """What each of so many clauses adds: how far the value falls without it; which phrases do of the few that add most.

    Of these a short one stays whole. The share of a long one goes to its phrases, all of it to the one that adds most
    to the clause read by itself.
    """
    cut = _clauses(text, [part for part in spelt if part.start < part.end], clauses)
    added = _added(text, [(clause[0][0], clause[-1][1]) for clause in cut], without)
    order = sorted(range(len(added)), key=lambda at: -added[at][2])
    heavy = {at for at in order[:closely] if added[at][2] > 0 and not _is_quoted_whole(text[slice(*added[at][:2])])}
    parted = (_parted(text, cut[at], one, without) if at in heavy else [one] for at, one in enumerate(added))
    return [share for some in parted for share in some]


def _is_quoted_whole(clause: str) -> bool:
    return len(clause) <= WHOLE[JAPANESE.search(clause) is not None]


def _parted(text: str, clause: Sequence[tuple[int, int]], whole: Share, without: Without) -> list[Share]:
    first, last, share = whole
    phrases = [(start - first, end - first) for start, end in _few(clause)]
    added = _added(text[first:last], phrases, without) if len(phrases) > 1 else []
    most = max((more for _, _, more in added), default=0.0)
    if most <= 0:
        return [whole]
    return [(start + first, end + first, share * max(more, 0.0) / most) for start, end, more in added]


def _added(text: str, spans: Sequence[tuple[int, int]], without: Without) -> list[Share]:
    whole, *less = without(text, spans)
    return [(start, end, whole - value) for (start, end), value in zip(spans, less, strict=True)]


def _few(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same in fewer pieces, neighbours joined: each is another text to read."""
    size = -(-len(spans) // MOST_PHRASES)
    return [(some[0][0], some[-1][1]) for some in (spans[at : at + size] for at in range(0, len(spans), size or 1))]


def _clauses(text: str, parts: Iterable[Spelt], most: int) -> list[list[tuple[int, int]]]:
    """The phrases of each clause: a few parts together, none across a mark; neighbours joined if many.

    A mark in a number or behind a title is none. A clause keeps the marks beside it: without them a text would read
    otherwise.
    """
    clauses: list[list[tuple[int, int]]] = []
    size, new = 0, True
    for part in parts:
        bare = text[part.start : part.end].rstrip(MARKS_BETWEEN)
        end = part.end if _is_in_number(text, part) or _is_of_a_title(text, part) else part.start + len(bare)
        if part.start < end and new:
            clauses.append([])
            size, new = 0, False
        if part.start < end and size and _goes_on(text, part.start, size):
            clauses[-1][-1] = (clauses[-1][-1][0], end)
            size += 1
        elif part.start < end:
            clauses[-1].append((part.start, end))
            size = 1
        new = new or end < part.end
    size = -(-len(clauses) // most) or 1
    return [[*chain(*clauses[at : at + size])] for at in range(0, len(clauses), size)]


def _goes_on(text: str, at: int, size: int) -> bool:
    """Whether the part at this place belongs to the phrase before it, which has so many."""
    if size < PHRASE:
        return not is_after_a_line(text, at)
    if size >= LONG_PHRASE and (size >= LONGEST_PHRASE or not is_within_a_word(text, at)):
        return False
    return not begins(text, at)


def _is_of_a_title(text: str, part: Spelt) -> bool:
    """Whether a dot ends a title before a name and no sentence: Mr. Sato."""
    return _TITLE.search(text, max(part.end - 6, 0), part.end) is not None


def _is_in_number(text: str, part: Spelt) -> bool:
    """Whether a mark stands between digits, as in 5,000."""
    return text[part.start - 1 : part.start].isdigit() and text[part.end : part.end + 1].isdigit()
