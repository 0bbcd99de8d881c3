"""The two languages of the site."""

from dataclasses import dataclass
from typing import Final

LANGUAGES: Final = ("ja", "en")
"""By their codes; the first is the one that governs."""


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in both languages."""

    ja: str
    en: str

    def in_(self, language: str) -> str:
        """Return the words in `language` ("ja" or "en")."""
        return self.ja if language == "ja" else self.en
