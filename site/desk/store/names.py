"""How the names of people are compared."""

import unicodedata

from desk.rules.normalise import alike


def folded(name: str) -> str:
    """The name as it is compared: without its width, its case and the blanks around it."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold()).strip()


def seen(name: str) -> str:
    """The name as a hasty reader sees it in a list; no two people may be seen as one."""
    return alike(folded(name))
