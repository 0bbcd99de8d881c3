"""The slips of fingers that a long name may suffer and still be that name."""

from collections.abc import Iterator

SHORTEST = 6  # In a shorter name a slip makes another word too easily.


def slips(name: str) -> Iterator[str]:
    """Yield `name` (squashed) with one letter left out, doubled, or two neighbours exchanged; the first one stays."""
    if len(name) < SHORTEST or not all(char.isascii() or "ぁ" <= char <= "ん" for char in name):
        return
    for at in range(1, len(name)):
        yield name[:at] + name[at + 1 :]
        yield name[:at] + name[at] + name[at:]
        if at + 1 < len(name):
            yield name[:at] + name[at + 1] + name[at] + name[at + 2 :]
