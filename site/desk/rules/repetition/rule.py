"""A rule of this package: words that are looked for, compiled when they are first asked about.

Together the rules take a fifth of a second to compile, which every process of the desk would spend and only the one
that screens gets back: that one calls `warm` at its start.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property

_RULES: list["Rule"] = []


class Rule:
    """An expression that is tried on folded texts."""

    def __init__(self, expression: str) -> None:
        self.expression = expression
        _RULES.append(self)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression, compiled."""
        return re.compile(self.expression)

    @cached_property
    def search(self) -> Callable[[str], re.Match[str] | None]:
        """Find the first place where it holds."""
        return self.compiled.search

    @cached_property
    def finditer(self) -> Callable[[str], Iterator[re.Match[str]]]:
        """Every place where it holds, in order."""
        return self.compiled.finditer

    @cached_property
    def sub(self) -> Callable[[str, str], str]:
        """Put the first text wherever it holds in the second."""
        return self.compiled.sub


def warm() -> int:
    """Compile every rule, so that nobody waits for it; how many there are."""
    return len([rule.compiled for rule in _RULES])


def either(japanese: str, english: str) -> Rule:
    """One rule of a Japanese and an English alternation; English ones begin at a word."""
    return Rule(rf"(?:{japanese})|\b(?:{english})")
