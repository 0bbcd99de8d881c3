"""What the second opinion says of a text, and the words it says it by."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that weigh: `fields[field][start:end] == text`."""

    field: str
    start: int
    end: int
    text: str

    def overlaps(self, other: "Stretch") -> bool:
        """Whether they have a letter in common."""
        return self.field == other.field and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Opinion:
    """How unusual a text is (0…1), the words that weigh most, a guess at the act, and whether it is unusual.

    `ordinary`: nothing in it reads otherwise than the look-alikes of harassment do. `acts`: those that any unusual
    piece of it might be; of the most unusual one the likeliest, which is the guess, comes first. `second_guess`: the
    next likeliest of that piece, where it is likely enough to be named beside the guess. `doubtful`: the places
    (field, start, end) of what reads otherwise than look-alikes do in a text that is not unusual. `needs`: whether it
    tells of despair or danger, and in which words. `only_mixed`: nothing makes it unusual but that the words shown mix
    letters of two alphabets.
    """

    score: float
    words: tuple[Stretch, ...]
    act_guess: str | None = None
    unusual: bool = False
    ordinary: bool = False
    acts: tuple[str, ...] = ()
    needs: tuple[tuple[str, Stretch], ...] = ()
    only_mixed: bool = False
    second_guess: str | None = None
    doubtful: tuple[tuple[str, int, int], ...] = ()
