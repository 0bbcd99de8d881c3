"""Whether two accounts are two persons: whoever made the one-time link of an account may hold it."""

from collections.abc import Iterator, Mapping
from typing import Final

DAYS: Final = 14
"""So long an account may be in the hands of whoever invited or reset it last: then its owner would have noticed."""


def one_hand(first: str, second: str, makers: Mapping[str, str]) -> bool:
    """Whether two accounts may be in one person's hands: one in those of the other, or both in those of a third.

    `makers` names for each account who invited or reset it last, and within DAYS. Who made the maker counts too.
    """
    return not set(_hands(first, makers)).isdisjoint(_hands(second, makers))


def _hands(account: str, makers: Mapping[str, str]) -> Iterator[str]:
    seen: set[str] = set()
    while account not in seen:
        seen.add(account)
        yield account
        account = makers.get(account, account)
