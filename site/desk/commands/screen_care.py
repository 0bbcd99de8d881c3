"""Which rows of `desk screen --report` are held for care, flagged or not, and how many of those that should be."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from desk.commands.screen_rows import Examined, language, needs, share, told
from desk.rules.conduct import URGENT, Examination


def held_for_care(rows: Sequence[Examined]) -> list[str]:
    """A line per language, then one for every row that is held, and for every one whose need was missed."""
    counts: dict[str, Counter[str]] = {}
    for row, found in rows:
        counts.setdefault(language(row), Counter()).update(_tally(row, found))
    table = [f"  {key:22} {_line(counted)}" for key, counted in sorted(counts.items())]
    return [*table, *(line for item in rows if (line := _listed(*item)))]


def _tally(row: Mapping[str, Any], found: Examination) -> list[str]:
    needy = _needy(row)
    known = [] if needy is None else ["in need" if needy else "others"]
    if not _heard(found):
        return ["rows", *known]
    return ["rows", *known, "held", *(f"held {one}" for one in known), *([] if found.flagged else ["not flagged"])]


def _line(counted: Counter[str]) -> str:
    parts = (
        ("held", "held", "rows"),
        ("of those not flagged", "not flagged", "held"),
        ("of needs heard", "held in need", "in need"),
        ("held falsely", "held others", "others"),
    )
    return " · ".join(f"{name} {share(counted[part], counted[whole])}" for name, part, whole in parts if counted[whole])


def _listed(row: Mapping[str, Any], found: Examination) -> str:
    if heard := _heard(found):
        kind = "false " if _needy(row) is False else "held  "
        flagged = "flagged" if found.flagged else "not flagged"
        return f"  {kind}  {row.get('id')}  {flagged}  {', '.join(heard)}  {told(row)}"
    return f"  missed  {row.get('id')}  {', '.join(needs(row) or [])}  {told(row)}" if _needy(row) else ""


def _heard(found: Examination) -> list[str]:
    """What holds it, each need with the sign that was seen, or with the word for the wording."""
    return list(dict.fromkeys(f"{cue.care} by {cue.sign}" for cue in found.care if cue.care in URGENT))


def _needy(row: Mapping[str, Any]) -> bool | None:
    """Whether it says that it is to be held for care; None where it says nothing of needs."""
    return None if (said := needs(row)) is None else bool(URGENT.intersection(said))
