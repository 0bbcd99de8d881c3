"""The masked copy that a desk gets: harsh words covered for good, but for what its reviewer leaves readable.

Only passages of the message can be left so: that is where the matter stands. A passage is made of whole words and
phrases around what is covered on the page, so that no word is cut where one is covered or left readable.
"""

from collections.abc import Iterable, Iterator, Mapping
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


def written(case: Case, readable: frozenset[str] = frozenset()) -> str:
    """The message as the desk gets it: every passage covered but these, of those that are offered."""
    spans = _spans(case)
    left = readable.intersection(list(spans)[:MOST])
    return review.masked(case.inquiry.message, [span[:2] for name, span in spans.items() if name not in left])


def hardly_readable(case: Case, readable: frozenset[str]) -> bool:
    """Whether a copy with these passages left readable would hold hardly a word of the message; signs do not count."""
    letters = sum(map(str.isalnum, case.inquiry.message))
    return sum(map(str.isalnum, written(case, readable))) < HARDLY * letters


def fields(case: Case, message: str | None) -> dict[str, str]:
    """The fields of the letter that brings the copy, with the message as it was written for the desk, else anew.

    Where a passage was left readable, "readable" tells the letter to say so.
    """
    covered = {f"masked_{field}": _covered(case, field) for field in FIELDS}
    told = {"readable": "yes"} if passages_left(case, message, revealed=False) else {}
    return covered | {"masked_message": written(case) if message is None else message} | told


def passages(case: Case, *, revealed: bool) -> list[Passage]:
    """What is covered in the message, in the text's order; the first MOST can be left readable."""
    return [_passage(case, name, span, revealed=revealed) for name, span in _spans(case).items()]


def passages_left(case: Case, message: str | None, *, revealed: bool) -> list[Passage]:
    """The passages that can be read in the message as it was written for the desk."""
    return [_passage(case, "", span, revealed=revealed) for span in _left(case, message or "")]


def _left(case: Case, seen: str) -> Iterator[Joined]:
    """The passages that can be read; of one that cannot be, as an older copy cut it, the words that can."""
    exact = shown.apart(covers.spans(case, "message"), len(case.inquiry.message))
    for whole in _whole(case, "message"):
        within = [span for span in exact if whole[0] <= span[0] and span[1] <= whole[1]]
        for span in [whole] if _reads(case, seen, whole) else within:
            if _reads(case, seen, span):
                yield span


def _reads(case: Case, seen: str, span: Joined) -> bool:
    return seen[span[0] : span[1]] == case.inquiry.message[span[0] : span[1]]


def _spans(case: Case) -> Mapping[str, Joined]:
    return {f"{READABLE}{start}-{end}": (start, end, numbers) for start, end, numbers in _whole(case, "message")}


def _whole(case: Case, field: str) -> list[Joined]:
    """What is covered of a field, in whole words and phrases, each with the numbers of the findings in it.

    What stays readable for somebody's need is not covered for the sake of a word beside it.
    """
    text = getattr(case.inquiry, field)
    exact = shown.apart(covers.spans(case, field), len(text))
    stands = [(start, end) for start, end, _ in exact]
    wide = stretches.without(phrases.whole(text, stands), covers.spared(case, field))
    return [(start, end, _numbers(exact, start, end)) for start, end in stretches.joined([*wide, *stands])]


def _numbers(exact: list[Joined], start: int, end: int) -> tuple[int, ...]:
    return tuple(sorted({number for at, to, numbers in exact if start <= at and to <= end for number in numbers}))


def _passage(case: Case, name: str, span: Joined, *, revealed: bool) -> Passage:
    text, (start, end, numbers) = case.inquiry.message, span
    whole = [(0, end - start, number) for number in numbers or (covers.NO_FINDING,)]
    words = shown.pieces(text[start:end], whole, revealed=revealed)
    before, after = (text[max(start - BESIDE, 0) : start], text[end : end + BESIDE]) if revealed else ("", "")
    return Passage(name, shown.visible(before), words, shown.visible(after))


def _covered(case: Case, field: str) -> str:
    return review.masked(getattr(case.inquiry, field), [span[:2] for span in _whole(case, field)])
