"""English as it was meant, where many of its words are misspelt.

What was meant is guessed, and often wrongly, so this view takes nothing away: what is typed counts as it stands. Signs
are looked for in it as well. The second opinion reads it too, but hears no needs in it.
"""

from typing import Final

from desk.rules.conduct.foreign import is_foreign
from desk.rules.conduct.opinion_model import LanguageModel
from desk.rules.normalise import Folded
from desk.rules.normalise.fold import splice
from desk.rules.reader.misspelt import WORD, Correction
from desk.rules.reader.spelling import JAPANESE

VIEW: Final = "misspelt"
# A word that nobody knows is a name or of a trade; of so many different ones, and such a share of all longer ones, most
# are misspelt.
LEAST, LEAST_SHARE = 2, 0.3


def respelt(plain: Folded, bare: Folded, english: LanguageModel) -> Folded | None:
    """The `bare` text, its disguises undone, with its misspelt English words put right; None where there are few.

    They are few where neither it nor the `plain` text, as it stands, has many.
    """
    if JAPANESE.search(plain.text) or is_foreign(plain.text):
        return None
    if not (_many_are_wrong(plain.text, english) or (bare is not plain and _many_are_wrong(bare.text, english))):
        return None
    wrong = _wrong(bare.text, english)
    return splice(bare, [(one.start, one.end, one.meant) for one in wrong], VIEW) if wrong else None


def _many_are_wrong(text: str, english: LanguageModel) -> bool:
    words = WORD.findall(text)
    if len(set(words)) < LEAST:
        return False
    longer = [word for one in _wrong(text, english) if WORD.fullmatch(word := text[one.start : one.end])]
    return len(set(longer)) >= LEAST and len(longer) >= LEAST_SHARE * len(words)


def _wrong(text: str, english: LanguageModel) -> list[Correction]:
    # What the weights know is a word of the trade, or is written so often that it is known for what it is.
    return [one for one in english.reader.corrections(text) if text[one.start : one.end] not in english.weights]


def is_respelt(folded: Folded) -> bool:
    """Whether this is a text with its misspelt words put right."""
    return any(edit.kind == VIEW for edit in folded.edits)
