"""Receipt numbers: what a sender writes down, reads out on the telephone and types in again.

The alphabet is that of Douglas Crockford: ten digits and the capitals without I, L, O and U. 19 characters are random
(95 bits), the 20th is the check character, so that a receipt is five groups of four: 7K2M-9QRT-0XW5-HB3D-VN8E.

The check character makes the weighted sum of all 20 characters zero over GF(32), the weights being powers of a
primitive element. A single wrong character changes the sum by weight × difference, a swap by the difference of the
weights × the difference of the characters; neither is ever zero, because no weight is zero and no two are equal.
"""

import unicodedata

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 20
LONGEST_TYPED = 200  # characters, blanks and hyphens included: what is longer is no receipt
RANDOM_BYTES = 12  # 96 bits, of which 95 are used

_PLACES = range(0, 5 * (LENGTH - 1), 5)
_GROUPS = range(0, LENGTH, 4)

_VALUE = {letter: value for value, letter in enumerate(ALPHABET)}
# What the eye takes for a letter of the alphabet is read as that letter.
_LOOKS_LIKE = str.maketrans("ILOU", "110V")
_HYPHENS = frozenset("ー−~_・.")
_REDUCTION = 0b100101  # x⁵ + x² + 1, primitive over GF(2)
_TIMES_X = [value << 1 ^ (_REDUCTION if value & 16 else 0) for value in range(32)]


def new(random: bytes) -> str:
    """A receipt of `random`, at least RANDOM_BYTES bytes from a source that nobody can guess.

    Raises ValueError when there are fewer.
    """
    if len(random) < RANDOM_BYTES:
        raise ValueError(f"a receipt needs {RANDOM_BYTES} random bytes")
    number = int.from_bytes(random[:RANDOM_BYTES], "big")
    values = [number >> place & 31 for place in _PLACES]
    return _grouped([*values, _check(values)])


def read(text: str) -> str | None:
    """The receipt that was meant by `text`, or None where the check character says that it is none.

    Case, spaces, full width, and hyphens of any kind or none do not matter.
    """
    if len(text) > LONGEST_TYPED:
        return None
    values = [_VALUE.get(letter, -1) for letter in _letters(text) if not _separates(letter)]
    if len(values) != LENGTH or -1 in values or _check(values[:-1]) != values[-1]:
        return None
    return _grouped(values)


def find(text: str) -> str | None:
    """The one receipt that stands in `text`, as in a line of a letter; None where there is none, or more than one.

    It is read as loosely as by itself, but beside other words it holds no blanks.
    """
    if len(text) > LONGEST_TYPED:
        return None
    kept = [letter if letter in _VALUE or _separates(letter) else "/" for letter in _letters(text)]
    found = {read(piece) for row in "".join(kept).split("/") for piece in (row, *row.split())} - {None}
    return found.pop() if len(found) == 1 else None


def _check(values: list[int]) -> int:
    total = 0
    for value in values:
        total = _TIMES_X[total ^ value]
    return total


def _grouped(values: list[int]) -> str:
    letters = "".join([ALPHABET[value] for value in values])
    return "-".join([letters[start : start + 4] for start in _GROUPS])


def _letters(text: str) -> str:
    return unicodedata.normalize("NFKC", text).upper().translate(_LOOKS_LIKE)


def _separates(letter: str) -> bool:
    # A line break or a zero-width character comes along when a receipt is copied out of a mail.
    return letter.isspace() or letter in _HYPHENS or unicodedata.category(letter) in ("Pd", "Cf")
