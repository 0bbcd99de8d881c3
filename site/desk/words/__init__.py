"""The words of the pages: English sentences are the ids, a language's catalogue holds their translations."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from babel.messages.pofile import read_po

Plural = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences of one language, all in memory; a sentence without a translation stands for itself."""

    messages: Mapping[str, str]
    plurals: Mapping[str, Plural]

    def gettext(self, message: str) -> str:
        """Answer the sentence in this language."""
        return self.messages.get(message, message)

    def ngettext(self, one: str, many: str, count: int) -> str:
        """Answer the sentence for `count` things; Japanese has one form for all numbers."""
        forms = self.plurals.get(one, (one, many))
        return forms[0] if count == 1 or len(forms) == 1 else forms[1]


def read(folder: Path, language: str) -> Words:
    """Read the words of a language from `folder`; English needs no catalogue.

    Raises OSError and babel's PoFileError where the catalogue cannot be read.
    """
    if language == "en":
        return Words({}, {})
    with (folder / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        found = [(one.id, one.string) for one in read_po(file, locale=language, abort_invalid=True) if one.id]
    return Words(
        {key: string for key, string in found if isinstance(key, str) and isinstance(string, str) and string},
        {key[0]: tuple(string) for key, string in found if not isinstance(key, str) and string and all(string)},
    )
