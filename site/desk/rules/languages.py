"""The two languages of the site."""

from typing import Final

LANGUAGES: Final = ("ja", "en")
"""By their codes; the first is the one that governs."""
