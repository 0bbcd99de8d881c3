"""The order of the queue: who may be in danger first, then what could not be screened, as it may be anything."""

_BY_SEVERITY = {"emergency": 0, "high": 1, "medium": 2, "low": 3, "none": 3}
_FAILED = 1


def rank(severity: str, *, care: bool, failed: bool = False) -> int:
    """The place of an inquiry in the queue, 0 the worst."""
    if care:
        return 0
    return min(_BY_SEVERITY[severity], _FAILED) if failed else _BY_SEVERITY[severity]
