"""Short texts within a letter: what is learnt from a line alone is not known where other things are said too."""

# ruff: noqa: INP001 (these scripts lie beside the texts, they are no package)
from desk.rules.reader.spelling import ENDS

STOPS, BETWEEN = {"ja": "。", "en": "."}, {"ja": "", "en": " "}


def letter(first: str, second: str, language: str) -> str:
    """One folded text behind the other, each with its stop, as one writer would put them; neither is empty."""
    return BETWEEN[language].join(text if text[-1] in ENDS else text + STOPS[language] for text in (first, second))
