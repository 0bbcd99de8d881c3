"""Write the mean of two files of one reader, of which the second went on from the first.

.venv/bin/python corpus/mean_of_readers.py ja BEFORE.npz AFTER.npz     (or en, wide, or both)

Who is taught on with few authors forgets a little of the others; half of each step was as good on long letters as the
whole one, and on short ones as good as before it (docs/measured/2026-11-30-readers-taught-on.md). Writes the reader's
file, names it in its listener's, and prints what `readers.toml` has to say of both.
"""

# ruff: noqa: INP001, T201 (these scripts lie beside the texts, they are no package, and they print)
import sys
from pathlib import Path

import numpy as np
import torch
from lessons import texts
from reader_file import kept, taken_up
from train_reader import FILES, WAYS, Pupil, what_begins
from trained_file import digest, put_beside

from desk.signs_files import LISTENERS


def main(which: str, before: Path, after: Path) -> None:
    """Write the reader's file; SystemExit where one of the two is not there."""
    if missing := [str(path) for path in (before, after) if not path.is_file()]:
        raise SystemExit(f"there is no file {', '.join(missing)}")
    found = texts(WAYS[which].languages)
    acts = sorted({text.act for text in found if text.act})
    pupils = []
    for path in (before, after):
        first = what_begins(which, found)
        pupils.append(Pupil(first, acts, WAYS[which].firm))
        with np.load(path) as held:
            taken_up(pupils[-1], held, acts)
    mean, other = pupils
    with torch.no_grad():
        for own, theirs in zip(mean.parameters(), other.parameters(), strict=True):
            own.copy_((own + theirs) / 2)
    np.savez(FILES[which], **kept(mean, first, acts))
    print(f"{FILES[which].name}: {digest(FILES[which])}, of {digest(before)} and {digest(after)}")
    if listener := LISTENERS.get(which):
        print(f"{listener.name}: {put_beside(listener, FILES[which])}, the same, beside it")


if __name__ == "__main__":
    if len(sys.argv) != len(("script", "which", "before", "after")) or sys.argv[1] not in FILES:
        raise SystemExit(f"usage: .venv/bin/python corpus/mean_of_readers.py {'|'.join(FILES)} BEFORE.npz AFTER.npz")
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
