"""Readers of dialogues that say what a test wants to hear."""

from collections.abc import Sequence

from desk.rules.repetition import Heard, Message


class Says:
    """A reader that says the same of every dialogue, and notes what it was given."""

    def __init__(self, again: float, *same: float) -> None:
        self.again, self.same = again, same
        self.given: list[tuple[str, list[str]]] = []

    def hear(self, last: Message, earlier: Sequence[Message]) -> Heard:
        """Say it."""
        self.given.append((last.message, [one.message for one in earlier]))
        return Heard(self.again, tuple(self.same[at] if at < len(self.same) else -9.0 for at in range(len(earlier))))
