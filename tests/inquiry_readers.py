"""The two who read inquiries of a language, as they are shipped, and what those who are made up have in common."""

from desk import signs_files
from desk.rules.conduct.reader import Twice
from desk.rules.reader.misspelt import Correction


class NothingMisspelt:
    """To whom no word is misspelt."""

    def corrections(self, _: str) -> list[Correction]:
        return []


def reader(language: str) -> Twice:
    """Who reads it, told to be the pair."""
    found = signs_files.reader(language)
    assert isinstance(found, Twice)
    return found
