"""The scene of a text: what all of it says around the signs that stand in it."""

from bisect import bisect_left, bisect_right
from functools import cached_property
from operator import itemgetter

from desk.rules.conduct import english_reasons
from desk.rules.conduct.match import Hit
from desk.rules.conduct.quoted import QUOTED, together
from desk.rules.conduct.scan import Reading
from desk.rules.conduct.shapes import Token


class Scene:
    """What the whole text says around its hits; read once, asked often."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.text

    @cached_property
    def quotes(self) -> list[tuple[int, int]]:
        """Quoted stretches, unless one is nearly the whole text (then it is the writer's own)."""
        spans = [match.span() for match in QUOTED.finditer(self.text)]
        return self._but_the_whole(spans)

    @cached_property
    def _quotes_together(self) -> list[tuple[int, int]]:
        return self._but_the_whole(together(self.text, self.quotes))

    def _but_the_whole(self, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
        return [(a, b) for a, b in spans if b - a < 0.8 * len(self.text.strip())]

    def quotes_at(self, start: int, end: int, *, side_by_side: bool = False) -> list[tuple[int, int]]:
        """The quotes that reach beyond `start` and begin no later than `end`; perhaps those `side_by_side` as one."""
        quotes = self._quotes_together if side_by_side else self.quotes
        if not quotes:
            return []
        first = bisect_right(quotes, start, key=_QUOTE_END)
        return quotes[first : bisect_right(quotes, end, key=_QUOTE_START)]

    @cached_property
    def about(self) -> frozenset[str]:
        """What the whole text does in English: asking, leaving open, repenting."""
        return english_reasons.about(self.text)

    @cached_property
    def is_wronged(self) -> bool:
        """Whether a deed against the writer or his family is asserted in English."""
        return english_reasons.wronged(self.text)

    def has(self, part: str, start: int = 0, end: int | None = None) -> bool:
        """Whether the part begins inside [start, end)."""
        tokens = self.reading.tokens(part)
        if not tokens:
            return False
        at = bisect_left(tokens, (start,))
        return at < len(tokens) and (end is None or tokens[at].start < end)

    def within(self, part: str, start: int, end: int) -> list[Token]:
        """Where the part begins inside [start, end)."""
        tokens = self.reading.tokens(part)
        return tokens[bisect_left(tokens, (start,)) : bisect_left(tokens, (end,))] if tokens else tokens

    def sentence(self, hit: Hit, beyond: int = 0) -> tuple[int, int]:
        """The bounds of the hit's sentence, with so many of those that follow it."""
        return self.reading.sentence(hit.tokens[0], beyond)


_QUOTE_START, _QUOTE_END = itemgetter(0), itemgetter(1)
