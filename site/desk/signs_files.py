"""Reading the shipped sign files and those an operator has put beside them; the rules themselves read no files."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from desk.rules.conduct import Signs, load

SHIPPED = Path(__file__).parent / "rules" / "conduct" / "signs"


def read(operators: Sequence[Path] = ()) -> Signs:
    """The shipped signs, then every *.toml of these folders (or these files) by name; SignError names the line."""
    return load(texts(operators))


def version(operators: Sequence[Path] = ()) -> str:
    """Name this very set of sign files: it is kept with every assessment, so that a finding can be traced to its rule."""
    digest = hashlib.sha256()
    for name, text in sorted(texts(operators).items()):
        digest.update(f"{name}\0{text}\0".encode())
    return digest.hexdigest()[:12]


def texts(operators: Sequence[Path] = ()) -> dict[str, str]:
    """The sign files by the name an operator knows them by."""
    shipped = {path.name: path.read_text("utf-8") for path in sorted(SHIPPED.glob("*.toml"))}
    return shipped | {str(path): path.read_text("utf-8") for path in _files(operators)}


def _files(operators: Sequence[Path]) -> list[Path]:
    return [file for place in operators for file in (sorted(place.glob("*.toml")) if place.is_dir() else [place])]
