"""The corpus as the model sees it: rows with their features and themes.

The two files of themes list words that mean alike; see the head of each.
"""

# ruff: noqa: INP001 (these scripts lie beside the texts, they are no package)

import json
import math
import re
import tomllib
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import NamedTuple

from corpus_authors import HERE, INQUIRIES, check_named

from desk.rules.conduct.opinion_features import LANGUAGES, features, parts, windows
from desk.rules.conduct.opinion_model import SHORTNESS, THEME
from desk.rules.normalise import fold, undisguise

__all__ = ["LANGUAGES", "PLAIN", "THEME", "THEMES", "Piece", "Row", "read", "row", "training"]

PLAIN = ("ordinary", "short")


class Piece(NamedTuple):
    """What is seen in one part of a text, each of it worth `scale`, and the text of the window that it lies in."""

    scale: float
    seen: frozenset[str]
    window: str


class Row(NamedTuple):
    """One text of the corpus, by its author."""

    language: str
    flag: bool
    act: str
    kind: str
    author: str
    plain: tuple[Piece, ...]
    undone: tuple[Piece, ...]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces as they stand, and those that were disguised as they read undisguised."""
        return self.plain + self.undone

    def narrowed(self, known: AbstractSet[str]) -> "Row":
        """The same row as if nothing else were seen in it."""
        plain, undone = (
            tuple(piece._replace(seen=piece.seen & known) for piece in pieces) for pieces in (self.plain, self.undone)
        )
        return self._replace(plain=plain, undone=undone)

    def whole(self) -> Piece:
        """All pieces as they stand as one."""
        scale = 1 / math.sqrt(sum(1 / piece.scale**2 - SHORTNESS for piece in self.plain) + SHORTNESS)
        return Piece(scale, frozenset().union(*(piece.seen for piece in self.plain)), "")


def training() -> list[Row]:
    """Every row of corpus/screening, but not of its folder held; SystemExit where an author has no role."""
    paths = sorted((HERE / "screening").glob("*.jsonl"))
    rows = [row for path in paths for row in read(path)]
    check_named(INQUIRIES, {(row.language, row.author) for row in rows})
    return rows


def read(path: Path) -> list[Row]:
    """The rows of one file."""
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return [row(data) for data in lines if not _named(data)]


def _named(data: Mapping[str, str]) -> bool:
    # What is said in a name or a company's name is left to the signs; the opinion reads neither.
    return data["label"] == "flag" and bool(data.get("name") or data.get("company"))


def row(data: Mapping[str, str]) -> Row:
    """One row with what is seen of its language in it."""
    language = data["lang"]
    plain = [fold(data[field]) for field in ("subject", "message", "text") if data.get(field)]
    bare = [undisguise(folded) for folded in plain]
    pieces = _pieces(language, [folded.text for folded in plain])
    read = {folded.text for folded in plain}
    undone = _pieces(language, [folded.text for folded in bare if folded.text not in read])
    known = pieces or (_piece(language, "", ""),)
    return Row(
        language, data["label"] == "flag", data.get("act") or "", data.get("kind") or "", data["author"], known, undone
    )


def _pieces(language: str, texts: Iterable[str]) -> tuple[Piece, ...]:
    own = [window.text for text in texts for window in windows(text) if window.language == language]
    return tuple(_piece(language, part, text) for text in own for _, part in parts(text))


def _piece(language: str, text: str, window: str) -> Piece:
    seen = features(language, text) if text else set()
    themes = THEMES[language]
    spoken = {THEME + theme for word in themes.keys() & seen for theme in themes[word]}
    return Piece(1 / math.sqrt(len(text) + SHORTNESS), frozenset(seen | spoken), window)


def _themes(language: str) -> dict[str, set[str]]:
    themes: dict[str, set[str]] = {}
    path = HERE / "themes" / f"{language}.toml"
    for theme, words in tomllib.loads(path.read_text("utf-8")).items():
        for word in re.split(r"[、,\n]\s*", words):
            for form in _inflected(word.strip()):
                if not any(form in features(language, window.text) for window in windows(f"{form} x")):
                    raise ValueError(f"{path}, {theme}: “{form}” is never seen: too long, or of another language")
                themes.setdefault(form, set()).add(theme)
    return themes


def _inflected(word: str) -> Iterable[str]:
    if not word.endswith("~"):
        return (word,) if word else ()
    verb = word[:-1]
    if verb.endswith("e"):
        return verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"
    if re.search(r"[^aeiou]y$", verb):
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    double = verb + verb[-1] if re.search(r"[^aeiou][aeiou][bdgmnprt]$", verb) else verb
    third = "es" if re.search(r"(s|sh|ch|x|z)$", verb) else "s"
    return verb, verb + third, f"{double}ed", f"{double}ing"


THEMES = {language: _themes(language) for language in LANGUAGES}
