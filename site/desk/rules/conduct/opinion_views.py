"""How a text is read for the second opinion: as it stands, its disguises undone, and its misspelt words put right.

The most unusual view counts. What was meant is guessed, and often wrongly, so that view takes nothing away: what is
typed counts as it stands, and only there needs are heard.
"""

from collections.abc import Mapping
from typing import Final, Protocol, TypeVar

from desk.rules.conduct.foreign import is_foreign
from desk.rules.conduct.opinion_model import LanguageModel
from desk.rules.normalise import Folded, stood_apart, undisguise
from desk.rules.normalise.fold import splice
from desk.rules.reader.misspelt import WORD
from desk.rules.reader.spelling import JAPANESE

RESPELT: Final = "misspelt"
# A word that nobody knows is a name or of a trade; of so many different ones, and such a share of all longer ones, most
# are misspelt.
LEAST, LEAST_SHARE = 2, 0.3
# Of spaced texts in the corpus that were flagged rightly, one scored less once it was joined (0.01, in Latin letters
# that hide Japanese), the next 0.3; of sixteen harmless ones none scored more than 0.1.
HARMLESS = 0.2


class Piece(Protocol):
    """A piece of one view of a field, and how unusual it is (0…1)."""

    @property
    def field(self) -> str:
        """The name of the field."""

    @property
    def folded(self) -> Folded:
        """The whole field in this view."""

    @property
    def score(self) -> float:
        """From 0 to 1."""


P = TypeVar("P", bound=Piece)


def views(plain: Folded, english: LanguageModel) -> list[Folded]:
    """The different ways to read a folded text, as it stands first."""
    bare = undisguise(plain)
    found = [plain] if bare is plain or bare.text == plain.text else [plain, bare]
    respelt = _respelt(bare, english)
    return found if respelt is None else [*found, respelt]


def joined(pieces: list[P], seen: Mapping[str, Folded]) -> list[P]:
    """Without the fields as they stand whose letters all stand apart, and read harmless once they are joined.

    The readers know such letters from abuse alone. Where the joined ones leave a doubt, the spacing adds to it.
    """
    undone = [piece for piece in pieces if piece.folded is not seen[piece.field]]
    odd = {piece.field for piece in undone if piece.score >= HARMLESS}
    plain = {piece.field for piece in undone if stood_apart(seen[piece.field], piece.folded)} - odd
    return [piece for piece in pieces if piece.folded is not seen[piece.field] or piece.field not in plain]


def is_respelt(folded: Folded) -> bool:
    """Whether this is a text with its misspelt words put right."""
    return any(edit.kind == RESPELT for edit in folded.edits)


def _respelt(folded: Folded, english: LanguageModel) -> Folded | None:
    """The text with its misspelt English words put right; None where there are none, or few."""
    text = folded.text
    if JAPANESE.search(text) or is_foreign(text):
        return None
    words = WORD.findall(text)
    if len(set(words)) < LEAST:
        return None
    # What the weights know is a word of the trade, or is written so often that it is known for what it is.
    wrong = [one for one in english.reader.corrections(text) if text[one.start : one.end] not in english.weights]
    longer = [word for one in wrong if WORD.fullmatch(word := text[one.start : one.end])]
    enough = len(set(longer)) >= LEAST and len(longer) >= LEAST_SHARE * len(words)
    return splice(folded, [(one.start, one.end, one.meant) for one in wrong], RESPELT) if enough else None
