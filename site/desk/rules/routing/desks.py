"""Which corporate desk the words of a text speak to, weighed."""

from collections.abc import Iterable
from dataclasses import dataclass

from desk.rules.routing.lexicon import Hit

ENOUGH = 3
SUPPORTING = 2  # All cues of weight 1 together count no more than this.


@dataclass(frozen=True, slots=True)
class Weighed:
    """A desk, the sum of its cues' weights, and the cues themselves."""

    desk: str
    weight: int
    hits: tuple[Hit, ...]


def weigh(hits: Iterable[Hit]) -> dict[str, Weighed]:
    """Return every desk that any cue speaks for; overlapping and repeated cues count once."""
    by_desk: dict[str, list[Hit]] = {}
    for hit in hits:
        if hit.cue.role == "desk":
            by_desk.setdefault(hit.cue.of, []).append(hit)
    return {desk: _sum(desk, found) for desk, found in by_desk.items()}


def _sum(desk: str, found: list[Hit]) -> Weighed:
    kept: list[Hit] = []
    for hit in sorted(found, key=lambda hit: (-hit.cue.weight, hit.start - hit.end)):
        if all(hit.surface != other.surface and (hit.end <= other.start or other.end <= hit.start) for other in kept):
            kept.append(hit)
    deciding = sum(hit.cue.weight for hit in kept if hit.cue.weight > 1)
    supporting = sum(hit.cue.weight for hit in kept if hit.cue.weight == 1)
    return Weighed(desk, deciding + min(supporting, SUPPORTING), tuple(kept))
