"""Whether two accounts are two persons: whoever opens an account with a one-time link may hold it."""

from collections.abc import Iterator, Mapping
from typing import Final

DAYS: Final = 14
"""So long an account may be in the hands of whoever invited or reset it last: then its owner would have noticed."""


def one_hand(first: str, second: str, makers: Mapping[str, str]) -> bool:
    """Whether one of two accounts may be in the hands of the other.

    `makers` names for each account who invited or reset it last, and within DAYS. Who made the maker counts too.
    """
    return first in _hands(second, makers) or second in _hands(first, makers)


def _hands(account: str, makers: Mapping[str, str]) -> Iterator[str]:
    seen: set[str] = set()
    while account not in seen:
        seen.add(account)
        yield account
        account = makers.get(account, account)
