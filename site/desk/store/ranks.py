"""The order of the queue: emergencies, then who needs care, then what could not be screened: it may be anything."""

_BY_SEVERITY = {"emergency": -1, "high": 1, "medium": 2, "low": 3, "none": 3}
_FAILED = 1
_CARE = 0  # distress or a disability; who is in danger or in despair is an emergency
PLACES = frozenset((_CARE, *_BY_SEVERITY.values()))
"""Every place there is."""


def rank(severity: str, *, care: bool, failed: bool = False) -> int:
    """The place of an inquiry in the queue, the lowest the worst."""
    place = _BY_SEVERITY[severity]
    least = _CARE if care else _FAILED if failed else place
    return min(place, least)
