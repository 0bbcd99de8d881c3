"""Row ids: UUIDv7 as 32 hexadecimal digits, so that rows lie in the order of their time (RFC 9562)."""

import os
from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def first_id(at: datetime) -> str:
    """What no id of `at` (aware) or later is less than, and every earlier one is."""
    return f"{(at - _EPOCH) // _MILLISECOND:012x}"


def new_id(at: datetime) -> str:
    """A fresh id for something that happened `at` (aware): 48 bits of time, 74 random bits."""
    random = int.from_bytes(os.urandom(10)) >> 6
    variant = 0x8000 | random >> 60
    return f"{(at - _EPOCH) // _MILLISECOND:012x}7{random & 0xFFF:03x}{variant:04x}{random >> 12 & 0xFFFFFFFFFFFF:012x}"
