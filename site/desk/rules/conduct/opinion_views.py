"""How a text is read for the second opinion: as it stands, its disguises undone, and its misspelt words put right.

The most unusual view counts.
"""

from collections.abc import Mapping
from typing import Protocol, TypeVar

from desk.rules.conduct.opinion_model import LanguageModel
from desk.rules.conduct.respelt import respelt
from desk.rules.normalise import Folded, stood_apart, undisguise

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
    meant = respelt(plain, bare, english)
    return found if meant is None else [*found, meant]


def joined(pieces: list[P], seen: Mapping[str, Folded]) -> list[P]:
    """Without the fields as they stand whose letters all stand apart, and read harmless once they are joined.

    The readers know such letters from abuse alone. Where the joined ones leave a doubt, the spacing adds to it.
    """
    undone = [piece for piece in pieces if piece.folded is not seen[piece.field]]
    odd = {piece.field for piece in undone if piece.score >= HARMLESS}
    plain = {piece.field for piece in undone if stood_apart(seen[piece.field], piece.folded)} - odd
    return [piece for piece in pieces if piece.folded is not seen[piece.field] or piece.field not in plain]
