"""What was found in an inquiry, as its page lists it: each act with its words, covered where the text covers them."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice, takewhile
from typing import Final

from desk.rules.conduct.doubt import OPENLY
from desk.rules.conduct.shapes import BY_WORDING
from desk.staff import covers, groups, shown
from desk.staff.groups import Group
from desk.staff.shown import Joined, Pieces
from desk.staff.stretches import Stretch, cut_nowhere
from desk.store.reviews import Case
from desk.store.screening import Finding

READ: Final = ("subject", "message", "name", "kana", "company", "email")
"""The fields that are screened, in the order in which they are read."""
MARK: Final = 16
"""So many letters of a digest tell one cover from another."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What was found of one act in one field, as it is listed: its number in the text, its signs, its words.

    `spelling`: one of `words.SPELLINGS`, or nothing where the words stand there as they are. Of a threat, `announces`
    is the number of the violence that is announced at the same words, 0 for none; `besides` whether other words
    threaten too.
    """

    number: int
    act: str
    signs: Mapping[str, str]
    field: str
    spelling: str
    reason: str
    words: tuple[Pieces, ...]
    announces: int
    besides: bool


@dataclass(frozen=True, slots=True)
class Doubt:
    """The second opinion on an unusual wording: how unusual (0 to 1), guesses at the act, the words that weigh most.

    `only_mixed`: these words mix letters of two alphabets, and nothing else makes it unusual.
    """

    score: float
    only_mixed: bool
    guesses: tuple[str, ...]  # at most two, the likelier first
    words: Mapping[str, Sequence[Pieces]]  # by field, in the order of the page


@dataclass(frozen=True, slots=True)
class Care:
    """A kind of need with its words and the signs of these; `by_wording`: an estimate, for no sign was seen."""

    kind: str
    words: tuple[Pieces, ...]
    signs: tuple[str, ...]
    by_wording: bool


def cares(case: Case, covered: Mapping[str, list[Joined]]) -> list[Care]:
    """Each kind of need once, with its words as the text shows them."""
    together: dict[str, list[Finding]] = {}
    for cue in case.assessment.care:
        together.setdefault(cue["care"], []).append(cue)
    return [
        Care(
            kind,
            tuple(_of_care(case, cue, covered) for cue in seen),
            tuple(dict.fromkeys(cue["sign"] for cue in seen if cue["sign"] != BY_WORDING)),
            by_wording=all(cue["sign"] == BY_WORDING for cue in seen),
        )
        for kind, seen in together.items()
    ]


def covered_in(case: Case) -> dict[str, list[Joined]]:
    """What is covered of each field, worked out once for all that quotes it."""
    return {field: shown.apart(covers.spans(case, field), len(getattr(case.inquiry, field))) for field in READ}


def uncovered(case: Case) -> str:
    """What whoever uncovers the words sees more, as the log keeps it: how many places, letters in all, and a mark.

    The mark is that of those very places, for as much may be covered elsewhere. Nothing is "".
    """
    places = [(field, start, end) for field, stands in covered_in(case).items() for start, end, _ in stands]
    mark = sha256(repr(places).encode()).hexdigest()[:MARK]
    return f"{len(places)}/{sum(end - start for _, start, end in places)}/{mark}" if places else ""


def doubt(case: Case, covered: Mapping[str, list[Joined]]) -> Doubt | None:
    """The second opinion, where it calls the wording unusual."""
    opinion = covers.opinion(case.assessment)
    if not opinion:
        return None
    said = {
        field: [_quoted(case, field, stretch, covers.NO_FINDING, covered.get(field)) for stretch in found]
        for field in READ
        if (found := covers.unusual(case, field))
    }
    only_mixed = opinion.get("only_mixed", False)  # what was kept before does not tell
    guesses = tuple(act for act in (opinion["act_guess"], opinion.get("second_guess")) if act)
    return Doubt(opinion["score"], only_mixed, guesses, said)


def entry(case: Case, group: Group, covered: Mapping[str, list[Joined]]) -> Entry:
    """What was found of one act in one field, with its words covered where they are covered in the text."""
    here = covered[group.field] if covered else None
    violence = groups.announced(case.assessment, group)
    return Entry(
        number=group.number,
        act=group.act,
        signs=group.signs(),
        field=group.field,
        spelling=_spelling(group),
        reason=group.reason,
        words=tuple(_quoted(case, group.field, one, group.number, here) for one in _whole(case, group)),
        announces=violence.number if violence else 0,
        besides=violence is not None and not group.hits() <= violence.hits(),
    )


def _whole(case: Case, group: Group) -> list[Stretch]:
    """Where it stands, no word cut: what a sign's parts span may end within one, and nobody would quote it so."""
    return cut_nowhere(getattr(case.inquiry, group.field), group.stretches())


def _spelling(group: Group) -> str:
    """How the words are spelt, where that is not as rules know them; a field for kana is to hold kana."""
    views = {view for finding in group.findings for view in finding["view"].split("+")} - {"plain"}
    if group.field == "kana" or not views:
        return ""
    if "downwards" in views:
        return "downwards"
    return "open" if views <= OPENLY else "disguised"


def _of_care(case: Case, sign: Finding, covered: Mapping[str, list[Joined]]) -> Pieces:
    """The words of a sign that somebody may need help, covered where they are covered in the text."""
    place = sign["start"], sign["end"]
    return _quoted(case, sign["field"], place, covers.NO_FINDING, covered.get(sign["field"]))


def _quoted(case: Case, field: str, stretch: Stretch, number: int, covered: list[Joined] | None) -> Pieces:
    """Words of a field: covered where they are covered there, or where nothing of them is, marked whole."""
    start, end = stretch
    words = getattr(case.inquiry, field)[start:end]
    first = bisect_right(covered or [], start, key=lambda span: span[1])
    here = [*takewhile(lambda span: span[0] < end, islice(covered or [], first, None))]
    if not here:
        return shown.pieces(words, [(0, len(words), number)], revealed=True)
    return shown.pieces(words, [(at - start, to - start, number) for at, to, _ in here], revealed=False)
