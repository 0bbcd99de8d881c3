"""The masked copy that a desk gets: harsh words covered for good, but for what its reviewer leaves readable.

Only passages of the message can be left so: that is where the matter stands. A passage is made of whole words and
phrases around what is covered on the page, so that no word is cut where one is covered or left readable.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from desk.rules import review
from desk.staff import covers, phrases, shown, stretches
from desk.staff.shown import Joined
from desk.store.reviews import Case

FIELDS: Final = ("name", "kana", "company", "email", "subject")
"""What is covered as well, and whole: nothing of these is offered."""
READABLE: Final = "readable-"
"""Begins the name of a passage in the form: readable-FROM-TO, its place in the message."""
MOST: Final = 12
"""So many passages are offered, the first ones: with every act named, a form has room for no more."""
BESIDE: Final = 12
"""So many letters before and after a passage tell it from others of the same words."""

HARDLY: Final = 0.2
"""Where fewer letters than this share of a message stay readable, nobody can answer it from its copy."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Covered words of the message: their name in the form, what stands around them, the words as they may be seen."""

    name: str
    before: str
    words: tuple[shown.Piece, ...]
    after: str


def left_readable(typed: Iterable[str]) -> frozenset[str]:
    """The names of passages among those of the fields that were sent."""
    return frozenset(name for name in typed if name.startswith(READABLE))


class Copy:
    """The message as a desk gets it; what is covered is worked out once: a text may hold passages by the thousand."""

    def __init__(self, case: Case) -> None:
        self._text = case.inquiry.message
        self._cut = list(_covered(case, "message"))
        self._passages = [passage for passage, _ in self._cut]

    def written(self, readable: frozenset[str] = frozenset()) -> str:
        """The message with every passage covered but these, of those that are offered."""
        left = {start for start, end, _ in self._passages[:MOST] if _name(start, end) in readable}
        return review.masked(self._text, [(start, end) for start, end, _ in self._passages if start not in left])

    def hardly_readable(self, readable: frozenset[str]) -> bool:
        """Whether hardly a word could be read with these passages left readable; signs do not count."""
        letters = sum(map(str.isalnum, self._text))
        return sum(map(str.isalnum, self.written(readable))) < HARDLY * letters

    def offered(self, *, revealed: bool) -> list[Passage]:
        """What can be left readable: the first MOST passages, in the text's order."""
        return [_passage(self._text, span, revealed=revealed) for span in self._passages[:MOST]]

    def more(self) -> bool:
        """Whether there are more passages than are offered."""
        return len(self._passages) > MOST

    def left(self, written: str | None, *, revealed: bool) -> list[Passage]:
        """The passages that can be read in the message as it was written for the desk; None: in no copy of it."""
        return [_passage(self._text, span, revealed=revealed) for span in self._left(written)] if written else []

    def _left(self, seen: str) -> Iterator[Joined]:
        """The passages that can be read; of one that cannot be, as an older copy cut it, the words that can."""
        for passage, exact in self._cut:
            readable = [one for one in (passage, *exact) if seen[one[0] : one[1]] == self._text[one[0] : one[1]]]
            yield from readable[:1] if passage in readable else readable


def fields(case: Case, message: str | None) -> dict[str, str]:
    """The fields of the letter that brings the copy, with the message as it was written for the desk, else anew.

    Where a passage was left readable, "readable" tells the letter to say so.
    """
    copy = Copy(case)
    covered = {f"masked_{field}": _masked(case, field) for field in FIELDS}
    told = {"readable": "yes"} if copy.left(message, revealed=False) else {}
    return covered | {"masked_message": copy.written() if message is None else message} | told


def _covered(case: Case, field: str) -> Iterator[tuple[Joined, list[Joined]]]:
    """What is covered of a field: each passage in whole words and phrases, and what is covered of it on the page.

    What stays readable for somebody's need is not covered for the sake of a word beside it, and what is left of a
    phrase beyond it is covered only where something was found in it.
    """
    text = getattr(case.inquiry, field)
    exact = shown.apart(covers.spans(case, field), len(text))
    stands = [(start, end) for start, end, _ in exact]
    wide = stretches.without(phrases.around(text, stands), covers.spared(case, field))
    begun = 0
    for start, end in stretches.joined([*wide, *stands]):
        # Each of the exact ones lies in one of these, and both are in order.
        done = bisect_right(exact, end, lo=begun, key=lambda one: one[1])
        if within := exact[begun:done]:
            yield (start, end, tuple(sorted({number for one in within for number in one[2]}))), within
        begun = done


def _masked(case: Case, field: str) -> str:
    return review.masked(getattr(case.inquiry, field), [passage[:2] for passage, _ in _covered(case, field)])


def _name(start: int, end: int) -> str:
    return f"{READABLE}{start}-{end}"


def _passage(text: str, span: Joined, *, revealed: bool) -> Passage:
    start, end, numbers = span
    whole = [(0, end - start, number) for number in numbers or (covers.NO_FINDING,)]
    words = shown.pieces(text[start:end], whole, revealed=revealed)
    before, after = (text[max(start - BESIDE, 0) : start], text[end : end + BESIDE]) if revealed else ("", "")
    return Passage(_name(start, end), shown.visible(before), words, shown.visible(after))
