"""What `desk doctor` says of each thing it looked at."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """One thing looked at: whether it is well, what was seen and, where it is not well, what to do."""

    what: str
    well: bool
    seen: str
    remedy: str = ""


def look(what: str, amiss: str, fine: str, remedy: str) -> Look:
    """What was seen: what is `amiss` with its remedy, or what is `fine` where nothing is."""
    return Look(what, not amiss, amiss or fine, remedy if amiss else "")


def listed(what: str, names: Iterable[str]) -> str:
    """Name what is amiss with whose it is; "" where there is nobody."""
    names = list(names)
    return f"{what}: {', '.join(names)}" if names else ""
