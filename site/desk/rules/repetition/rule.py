"""A rule of this package: words that are looked for, compiled when they are first asked about.

Together the rules take a fifth of a second to compile, which every process of the desk would spend and only the one
that screens gets back.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property


class Rule:
    """An expression that is tried on folded texts."""

    def __init__(self, expression: str) -> None:
        self.expression = expression

    @cached_property
    def search(self) -> Callable[[str], re.Match[str] | None]:
        """Find the first place where it holds."""
        return re.compile(self.expression).search

    @cached_property
    def finditer(self) -> Callable[[str], Iterator[re.Match[str]]]:
        """Every place where it holds, in order."""
        return re.compile(self.expression).finditer

    @cached_property
    def sub(self) -> Callable[[str, str], str]:
        """Put the first text wherever it holds in the second."""
        return re.compile(self.expression).sub


def either(japanese: str, english: str) -> Rule:
    """One rule of a Japanese and an English alternation; English ones begin at a word."""
    return Rule(rf"(?:{japanese})|\b(?:{english})")
