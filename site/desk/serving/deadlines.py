"""How long a client may take over each part of a request."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Seconds a connection may spend on each part; then it is closed."""

    head: float = 10.0
    body: float = 10.0
    idle: float = 5.0
    reading: float = 10.0  # our answer, by a client that does not take it
    parting: float = 2.0  # what is still on its way to us after our last word

    @property
    def glance(self) -> float:
        """How often a connection is looked at."""
        return min(1.0, self.head / 2, self.body / 2, self.idle / 2, self.reading / 2, self.parting / 2)
