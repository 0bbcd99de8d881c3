"""How long a client may take over each part of a request, and how much it may send."""

from dataclasses import dataclass
from typing import Final

LARGEST_HEAD: Final = 64 * 1024  # bytes after the network read in which it began: rough, the guard checks exactly
LARGEST_BODY: Final = 1024 * 1024  # bytes of a body on the wire, chunk sizes included
MOST_HEADERS: Final = 200
MOST_PIECES: Final = 4096  # of a body: chunks, or what the network made of them
SLOWEST: Final = 1000  # bytes in a second: a phone far from its mast sends a long letter so
MOST_PIPELINED: Final = 200  # requests that wait for the answer to one before them


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Seconds a connection may spend on each part; then it is closed."""

    head: float = 10.0
    body: float = 10.0
    longest: float = 60.0  # a body that comes slowly and steadily
    idle: float = 5.0
    reading: float = 10.0  # our answer, by a client that does not take it
    parting: float = 2.0  # what is still on its way to us after our last word

    @property
    def glance(self) -> float:
        """How often a connection is looked at."""
        return min(1.0, self.head / 2, self.body / 2, self.idle / 2, self.reading / 2, self.parting / 2)

    def steady(self, lasted: float, silent: float, taken: int) -> bool:
        """Whether a body of so many bytes in so many seconds, the last ones silent, may go on beyond its usual time."""
        return lasted < self.longest and silent < self.body and taken >= lasted * SLOWEST


class TooMuch(Exception):  # noqa: N818 - it reads as the state it is
    """More than any client of ours sends."""
