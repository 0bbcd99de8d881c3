"""The order of the queue: who needs care, then the emergencies, then what could not be screened: it may be anything."""

_BY_SEVERITY = {"emergency": 0, "high": 1, "medium": 2, "low": 3, "none": 3}
_FAILED = 1
_CARE = -1  # before every severity
PLACES = frozenset((_CARE, *_BY_SEVERITY.values()))
"""Every place there is."""


def rank(severity: str, *, care: bool, failed: bool = False) -> int:
    """The place of an inquiry in the queue, the lowest the worst."""
    if care:
        return _CARE
    return min(_BY_SEVERITY[severity], _FAILED) if failed else _BY_SEVERITY[severity]
