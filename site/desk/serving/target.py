"""The target of a request, in whichever of the forms that HTTP has for it."""

from typing import Final

NOWHERE: Final = b"/*"  # what a target stands for that names no page, such as * or another scheme's: no path of ours


def as_path(target: bytes) -> tuple[bytes, bytes | None]:
    """The path with its query, and the authority that the target names before them, or None."""
    if target.startswith(b"/"):
        return target, None
    scheme, _, rest = target.partition(b"://")
    if scheme.lower() not in (b"http", b"https") or not rest:
        return NOWHERE, None
    authority, slash, path = rest.partition(b"/")
    return slash + path or b"/", authority
