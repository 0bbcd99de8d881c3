"""Which rows of `desk screen --report` are held for care, flagged or not, and how many of those that should be."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
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
    heard, wanted = _urgent(cue.care for cue in found.care), _wanted(row)
    tally = ["rows", *(["held"] if heard else []), *(["not flagged"] if heard and not found.flagged else [])]
    if wanted is None:
        return tally
    if wanted:
        return [*tally, *["in need"] * len(wanted), *["heard"] * len(wanted & heard)]
    return [*tally, "others", *(["held falsely"] if heard else [])]


def _line(counted: Counter[str]) -> str:
    parts = (
        ("held", "held", "rows"),
        ("of those not flagged", "not flagged", "held"),
        ("of needs heard", "heard", "in need"),
        ("held falsely", "held falsely", "others"),
    )
    return " · ".join(f"{name} {share(counted[part], counted[whole])}" for name, part, whole in parts if counted[whole])


def _listed(row: Mapping[str, Any], found: Examination) -> str:
    heard, wanted = _urgent(cue.care for cue in found.care), _wanted(row)
    missed = ", ".join(sorted((wanted or frozenset()) - heard))
    if not heard:
        return f"  missed  {row.get('id')}  {missed}  {told(row)}" if missed else ""
    # Held for another need than its own, it is read first all the same, but under the wrong name.
    kind = "need  " if missed else "held  " if wanted or wanted is None else "false "
    named = f"{missed}, heard " if missed else ""
    flagged = "flagged" if found.flagged else "not flagged"
    return f"  {kind}  {row.get('id')}  {flagged}  {named}{_by(found)}  {told(row)}"


def _by(found: Examination) -> str:
    """What holds it, each need with the sign that was seen, or with the word for the wording."""
    return ", ".join(dict.fromkeys(f"{cue.care} by {cue.sign}" for cue in found.care if cue.care in URGENT))


def _wanted(row: Mapping[str, Any]) -> frozenset[str] | None:
    """The needs for which it says that it is to be held; None where it says nothing of needs."""
    return None if (said := needs(row)) is None else _urgent(said)


def _urgent(cares: Iterable[str]) -> frozenset[str]:
    """Those of these needs for which a row is held: disability and distress are none."""
    return URGENT.intersection(cares)
