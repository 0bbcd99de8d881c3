"""What a reader of dialogues is given and what it says; the reader itself needs numpy, which pages do without."""

from collections.abc import Sequence
from typing import Final, NamedTuple, Protocol

from desk.rules.repetition.reading import Message

MOST_EARLIER: Final = 5


class Heard(NamedTuple):
    """What was made of a dialogue.

    `again`: above 0 where the last message reads like the same demand again; `same`: likewise for each earlier message,
    as given, where it reads like one on the matter of the last (−∞ for one beyond those that are read).
    """

    again: float
    same: tuple[float, ...]


class Hearer(Protocol):
    """Somebody who reads a dialogue."""

    def hear(self, last: Message, earlier: Sequence[Message]) -> Heard:
        """What is made of a message and at most `MOST_EARLIER` earlier ones, the newest first."""
