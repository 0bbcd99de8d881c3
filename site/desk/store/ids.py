"""Row ids: UUIDv7 as 32 hexadecimal digits, so that rows lie in the order of their time (RFC 9562)."""

import os
from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def first_id(at: datetime) -> str:
    """A lower bound: ids made at `at` (aware) or later sort at or after it, earlier ones before it."""
    return _time(at)


def new_id(at: datetime) -> str:
    """A fresh id for what happened `at` (aware): 60 bits of time, down to microseconds, and 62 random ones."""
    random = int.from_bytes(os.urandom(8)) >> 2
    variant = 0x8000 | random >> 48
    return f"{_time(at)}{variant:04x}{random & 0xFFFFFFFFFFFF:012x}"


def _time(at: datetime) -> str:
    """16 digits: the milliseconds, the version of the id, and what is left in 4096ths of a millisecond."""
    milliseconds, rest = divmod(at - _EPOCH, _MILLISECOND)
    return f"{milliseconds:012x}7{rest * 4096 // _MILLISECOND:03x}"
