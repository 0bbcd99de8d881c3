"""A rule of this package: words that are looked for, compiled when they are first asked about.

Together the rules take a fifth of a second to compile, which every process of the desk would spend and only the one
that screens gets back: that one calls `warm` at its start.
"""

import re
from collections.abc import Iterator
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

    def search(self, text: str) -> re.Match[str] | None:
        """Find the first place where it holds."""
        return self.compiled.search(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place where it holds, in order."""
        return self.compiled.finditer(text)

    def sub(self, put: str, text: str) -> str:
        """The text with `put` wherever it holds."""
        return self.compiled.sub(put, text)


def warm() -> None:
    """Compile every rule, so that nobody waits for it."""
    for rule in _RULES:
        rule.search("")


def either(japanese: str, english: str) -> Rule:
    """One rule of a Japanese and an English alternation; English ones begin at a word, also right behind Japanese."""
    return Rule(rf"(?:{japanese})|(?:\b|(?<=[ぁ-ヿ一-龥]))(?:{english})")
