"""The members of staff by numbers: a pack may reach those whom they judged, and by their names they sign in."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import chain
from typing import Final

from desk.store.audit import AuditRow
from desk.store.evidence import ASKED, GIVEN, Record, Taking
from desk.store.matters import Matter
from desk.store.reviews import Case

_TOLD: Final = frozenset(
    ("decided", "signed", "sent-back", "withdrawn", "reopened", "sent-on", "answered", "refusal-told", "letter-retried")
)
"""What the log may tell more about: an outcome, a desk, a day, a letter, as long as somebody did it on a page."""
HANDED_OVER: Final = "handed-over"


def numbers(case: Case, matter: Matter, record: Record) -> dict[str, int]:
    """The number of each member of staff by the name, in the order in which the log of the inquiry first has them."""
    logged = (line.row.staff_name for line in record.lines)
    others = chain((one.staff_name for one in case.decisions), (one.staff_name for one in matter.answers))
    return {name: number for number, name in enumerate(dict.fromkeys(filter(None, chain(logged, others))), 1)}


def case(stored: Case, called: Mapping[str, str]) -> Case:
    """The case, with its people called so."""
    theirs = tuple(replace(one, staff_name=called[one.staff_name]) for one in stored.decisions)
    return replace(stored, decisions=theirs, claimed_by_name=None)


def matter(stored: Matter, called: Mapping[str, str]) -> Matter:
    """The matter, with those called so who recorded the answers."""
    answers = tuple(replace(one, staff_name=called.get(one.staff_name or "")) for one in stored.answers)
    return replace(stored, answers=answers)


def row(
    line: AuditRow, called: Mapping[str, str], said: Callable[[AuditRow], str], taking: Taking
) -> tuple[AuditRow, str]:
    """A line of the log with its person called so, and what it says more: no account of the machine, nobody's name.

    Whom a pack goes to is told of this taking alone: who else is asked is not for them to know. The sum of a pack that
    was given before names nobody.
    """
    detail = ""
    if line.staff_name and (line.what in _TOLD or (line.what, line.at, line.staff_id) == _logged(taking)):
        detail = said(line)
    elif line.staff_name and line.what == HANDED_OVER and line.detail in called:
        detail = said(replace(line, detail=called[line.detail]))
    elif line.what in (ASKED, GIVEN):
        detail = said(line if line.what == GIVEN else replace(line, detail=""))
    return replace(line, staff_name=called.get(line.staff_name or ""), detail=detail), detail


def _logged(taking: Taking) -> tuple[str, datetime, str]:
    return ASKED, taking.at, taking.staff_id
