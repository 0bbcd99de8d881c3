"""Who hears that somebody is in despair or in danger, in wordings that no sign of care knows.

A listener shares the lower layers of a reader, which know what words mean whatever it was taught, and goes on from
there with layers of its own: what the reader makes of a text stays as it is, and to listen costs half of reading.
Taught by `corpus/train_listener.py` (`docs/second-opinion.md`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from desk.rules.reader.body import Held, layers, lines, opened, pair
from desk.rules.reader.layer import Array, Layer, means, over, turn


@dataclass(frozen=True, slots=True)
class Listener:
    """The layers that go on after so many of a reader's, how what they make is judged, and the needs it knows."""

    after: int
    layers: Sequence[Layer]
    judged: tuple[Array, Array]
    needs: Sequence[str]

    def hear(self, hidden: Array, spans: Sequence[slice]) -> list[dict[str, float]]:
        """For each text, a span of the rows that the reader's layers made, a value for each need, above 0 if told."""
        made = turn(means(over(self.layers, hidden, spans), spans), self.judged)
        return [dict(zip(self.needs, values, strict=True)) for values in made.tolist()]


def read_listener(data: bytes, reader: str) -> Listener:
    """The listener of a file that `corpus/train_listener.py` wrote.

    ValueError where it is none, or was taught beside another reader than the one whose file has this SHA-256.
    """
    return opened(data, lambda held: _listener(held, reader), "corpus/train_listener.py")


def _listener(held: Held, reader: str) -> Listener:
    if lines(held["reader"]) != [reader]:
        raise ValueError("it was taught beside another reader")
    return Listener(int(held["after"]), layers(held), pair(held, "judged"), lines(held["needs"]))
