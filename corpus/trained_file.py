"""What the file of a reader or a listener is known by, and which listener belongs to which reader.

The files written since 2026-12-01 (the second readers of inquiries first) hold their arrays as they are; the others are
squeezed, a tenth smaller, and take five times as long to load.
"""

# ruff: noqa: INP001 (these scripts lie beside the texts, they are no package)
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from desk.rules.reader.body import lines


def digest(file: Path) -> str:
    """By what `readers.toml` names a file: its SHA-256."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def as_bytes(words: Sequence[str]) -> Any:
    """Words as an array of bytes, a line each, as the desk's `lines` reads them."""
    return np.frombuffer("\n".join(words).encode(), np.uint8)


def shared_by(listener: Path, reader: str) -> int:
    """How many layers a listener shares with the reader that has this SHA-256; SystemExit where that is another's."""
    with np.load(listener) as held:
        if lines(held["reader"]) != [reader]:
            raise SystemExit(f"{listener.name} was taught beside another reader: train it first")
        return int(held["after"])


def put_beside(listener: Path, reader: Path) -> str:
    """Name in a listener's file what its reader has become in the layers above those they share; the new SHA-256."""
    with np.load(listener) as held:
        written = {**held, "reader": as_bytes([digest(reader)])}
    np.savez(listener, **written)
    return digest(listener)
