"""The two who read inquiries of a language, as they are shipped."""

from desk import signs_files
from desk.rules.conduct.reader import Twice


def reader(language: str) -> Twice:
    """Who reads it, told to be the pair."""
    found = signs_files.reader(language)
    assert isinstance(found, Twice)
    return found
