"""Words of a folded text as the English reader spells them: in the longest pieces that its vocabulary holds.

The scheme is WordPiece (Schuster and Nakajima 2012; Devlin et al. 2019): a piece within a word is written `##piece`.
"""

import re
from collections.abc import Iterator, Mapping
from unicodedata import combining, normalize

from desk.rules.reader.spelling import Spelt

# A longer word is nothing that can be read.
LONGEST_WORD = 100
UNKNOWN = "[UNK]"
# Marks stand alone; currency signs and the like do not (as in BERT's own splitting).
_MARKS = r"!-/:-@\[-`{-~¡§«¶·»¿‐-‧‰-⁞、-〃〈-】〔-〟"
_WORD = re.compile(rf"[{_MARKS}]|[^\s{_MARKS}]+")


def spell(text: str, vocabulary: Mapping[str, int]) -> Iterator[Spelt]:
    """Every word and mark of a folded text, in order; one that cannot be spelt is one unknown piece."""
    for match in _WORD.finditer(text):
        bare = "".join(letter for letter in normalize("NFD", match.group()) if not combining(letter))
        yield Spelt(match.start(), match.end(), _pieces(bare, vocabulary))


def _pieces(word: str, vocabulary: Mapping[str, int]) -> tuple[int, ...]:
    found: list[int] = []
    start = 0
    while start < len(word) <= LONGEST_WORD:
        prefix = "##" if start else ""
        ends = range(len(word), start, -1)
        end = next((end for end in ends if prefix + word[start:end] in vocabulary), None)
        if end is None:
            break
        found.append(vocabulary[prefix + word[start:end]])
        start = end
    return tuple(found) if found and start == len(word) else (vocabulary[UNKNOWN],)
