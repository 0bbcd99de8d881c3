"""What `desk doctor` says of each thing it looked at."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from desk.commands.output import clock, house_zone
from desk.settings import Settings


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


def told(moment: datetime, known: Settings) -> str:
    """A moment by the organisation's clock; where its file cannot be read, which is told by itself, in UTC."""
    return clock(moment.astimezone(house_zone(known)))
