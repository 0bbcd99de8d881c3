"""Files that must not be lost or be seen half-written, whenever the power goes."""

import errno
import os
from contextlib import suppress
from pathlib import Path


def make_folder(path: Path) -> None:
    """Make a folder for its owner alone, where there is none. Raises OSError."""
    try:
        path.mkdir(mode=0o700)
    except FileExistsError:
        return
    sync_folder(path.parent)


def write_whole(path: Path, octets: bytes) -> None:
    """Write the file for its owner alone, in the place of an earlier one; it appears whole or not at all.

    When this returns it outlives a power failure. So does its name: until the folder is on the disk as well, a file
    that is there whole would not be found again. Raises OSError.
    """
    draft = _draft(path, octets)
    try:
        draft.rename(path)
    except OSError:
        _forget(draft)
        raise
    sync_folder(path.parent)


def write_first(path: Path, octets: bytes) -> None:
    """As `write_whole`, but where there is a file it stays: of processes that write at once the first one wins."""
    draft = _draft(path, octets)
    try:
        with suppress(FileExistsError):
            os.link(draft, path)
    finally:
        _forget(draft)
    sync_folder(path.parent)


def is_full(error: OSError) -> bool:
    """Whether the disk, or this account's share of it, has no room left."""
    return error.errno in (errno.ENOSPC, errno.EDQUOT)


def sync_folder(path: Path) -> None:
    """Have it on the disk which names this folder holds, and which no more. Raises OSError.

    Some file systems (network shares) know no such thing; what they hold is as safe as they can make it.
    """
    place = os.open(path, os.O_RDONLY)
    try:
        os.fsync(place)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(place)


def _draft(path: Path, octets: bytes) -> Path:
    """The text beside its place, under a name of this process that begins with a dot and the name to come."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(octets)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        _forget(draft)
        raise
    return draft


def _forget(draft: Path) -> None:
    with suppress(OSError):
        draft.unlink()
