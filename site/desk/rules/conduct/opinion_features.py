"""What a model sees in a text: runs of one to four letters in Japanese, of one to three words in English.

Every feature is a piece of the folded text as it stands there, so that a weight can be shown on the very words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from operator import add
from typing import NamedTuple

from desk.rules.reader.spelling import JAPANESE

LANGUAGES = ("ja", "en")
# Letters read at once, and weighed at once, in Japanese or not: Japanese says as much in half of them.
WINDOW = {True: 200, False: 400}
PART = {True: 80, False: 160}


class Window(NamedTuple):
    """A piece of a folded text that is read by itself: [start, start + len(text))."""

    language: str
    start: int
    text: str


def windows(folded: str) -> Iterator[Window]:
    """Cut a folded text at sentence ends into pieces of one language; letters of no known language give none.

    Each is long enough for a sentence to be understood by those around it.
    """
    text = folded.translate(_PLAIN)
    for start, end in _pieces(text, WINDOW):
        piece = text[start:end]
        if JAPANESE.search(piece):
            yield Window("ja", start, piece)
            yield from (Window("en", start + run.start(), run.group()) for run in _LATIN_RUN.finditer(piece))
        elif _LATIN.search(piece):
            yield Window("en", start, piece)


def parts(text: str) -> Iterator[tuple[int, str]]:
    """Cut a window's text into what is weighed by itself, each with its place.

    They are shorter than what is read: weights are added up, and many bland sentences would thin a grave one out.
    """
    return ((start, text[start:end]) for start, end in _pieces(text, PART))


def features(language: str, text: str) -> set[str]:
    """What is seen in a part's text: each feature once."""
    return set(_english(text)) if language == "en" else _japanese(text)


def places(language: str, text: str, wanted: Iterable[str]) -> list[tuple[int, int]]:
    """Where in a part's text each of these features stands, without the spaces at its ends."""
    if language == "en":
        found = _english(text)
        return [(found[feature], found[feature] + len(feature)) for feature in wanted]
    padded = f" {_open(text)} "
    starts = [(feature, padded.find(feature) - 1) for feature in wanted if not feature.isspace()]
    return [(start + len(f) - len(f.lstrip()), start + len(f.rstrip())) for f, start in starts]


def whole(text: str, start: int, end: int) -> tuple[int, int]:
    """The place [start, end) of a folded text with the rest of the words that it cuts: ロビーに for ビーに."""
    while start > 0 and _CUT.fullmatch(text, start - 1, start + 1):
        start -= 1
    while end < len(text) and _CUT.fullmatch(text, end - 1, end + 1):
        end += 1
    return start, end


def _open(text: str) -> str:
    """The text without the full stop at its end, which tells how somebody types and not what he says."""
    return text.rstrip(" .。")


def _japanese(text: str) -> set[str]:
    # Every run of one to four characters, with a space for either end.
    text = f" {_open(text)} "
    found = set(text)
    runs: list[str] = list(text)
    for length in range(1, 4):
        runs = list(map(add, runs, islice(text, length, None)))
        found.update(runs)
    return found


def _english(text: str) -> dict[str, int]:
    # Every word or mark, and every two or three of them in a row with what stands between.
    text = _open(text)
    spans = [match.span() for match in _WORD.finditer(text)]
    found: dict[str, int] = {}
    for length in range(1, 4):
        found.update((text[a:d], a) for (a, _), (_, d) in zip(spans, spans[length - 1 :], strict=False))
    return found


def _pieces(text: str, size: Mapping[bool, int]) -> Iterator[tuple[int, int]]:
    start, most = 0, size[JAPANESE.search(text) is not None]
    while len(text) - start > most:
        ends = [match.end() for match in _SENTENCE_END.finditer(text, start + most // 2, start + most)]
        end = ends[-1] if ends else start + most
        yield start, end
        start = end
    yield start, len(text)


# One digit is as good as another, and a line end weighs no more than a space.
_PLAIN = str.maketrans("123456789\n\t", "000000000  ")
_LATIN = re.compile(r"[a-z]")
_LATIN_RUN = re.compile(r"[a-z][a-z0-9',.!?;: -]{24,}")
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?|[^\sa-z0-9]")
# Two letters of one word: of one script, but hiragana, in which words follow each other without a gap.
_CUT = re.compile(r"[a-z0-9']{2}|[ァ-ヶー]{2}|[一-龠々]{2}")
_SENTENCE_END = re.compile(r"[。!?]|\.(?= )")
