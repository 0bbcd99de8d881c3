"""The customer's words as they are quoted back."""

from collections.abc import Iterable

QUOTES = {"ja": ("「", "」", ""), "en": ("“", "”", ", ")}
"""How a language quotes, and what stands between two quotations."""


def quoted(words: Iterable[str], language: str) -> str:
    """Quote words as the language does, each once."""
    left, right, between = QUOTES[language]
    return between.join(f"{left}{word}{right}" for word in dict.fromkeys(words))
