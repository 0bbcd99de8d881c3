"""A folded text as readers of Japanese, or of both languages, spell it: in the pieces likeliest taken together.

The scheme is the unigram model (Kudo 2018) in the form of SentencePiece: a space is written `▁`, and one stands before
the text. Where no piece is known, one letter is one unknown piece.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desk.rules.reader.spelling import Spelt

SPACE = "▁"
# What stands at a text's beginning and end, and for a letter that is in no piece.
MARKS = ("<s>", "</s>", "<unk>")
# How much less likely a letter without a piece is than the rarest piece.
UNLIKELIER = 10.0


@dataclass(frozen=True, slots=True)
class Unigram:
    """Each piece's number and how likely it is (a logarithm)."""

    pieces: Mapping[str, tuple[int, float]]
    unknown: int
    longest: Mapping[str, int] = field(init=False)
    unlikely: float = field(init=False)

    def __post_init__(self) -> None:
        """Note the longest piece that begins with each letter, and how unlikely an unknown one is."""
        longest: dict[str, int] = {}
        for piece in self.pieces:
            longest[piece[0]] = max(longest.get(piece[0], 0), len(piece))
        object.__setattr__(self, "longest", longest)
        object.__setattr__(self, "unlikely", min(likely for _, likely in self.pieces.values()) - UNLIKELIER)

    def spell(self, text: str) -> list[Spelt]:
        """Every piece of a folded text in order, each at its place without the spaces before it."""
        spaced = SPACE + text.replace(" ", SPACE)
        found, end = [], len(spaced)
        back = self._back(spaced)
        while end:
            start, piece = back[end]
            # The space before the text is none of its letters.
            shown = start + (spaced[start] == SPACE) - 1
            found.append(Spelt(shown, max(shown, end - 1), (piece,)))
            end = start
        return found[::-1]

    def _back(self, spaced: str) -> list[tuple[int, int]]:
        """Where the last piece of the likeliest spelling of each beginning starts, and which it is (Viterbi 1967)."""
        best = [0.0] + [float("-inf")] * len(spaced)
        back = [(0, self.unknown)] * (len(spaced) + 1)
        for start, letter in enumerate(spaced):
            here = best[start]
            if here + self.unlikely > best[start + 1]:
                best[start + 1], back[start + 1] = here + self.unlikely, (start, self.unknown)
            for end in range(start + 1, min(len(spaced), start + self.longest.get(letter, 0)) + 1):
                known = self.pieces.get(spaced[start:end])
                if known and here + known[1] > best[end]:
                    best[end], back[end] = here + known[1], (start, known[0])
        return back
