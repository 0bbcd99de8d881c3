"""Which corporate desk the words of a text speak to, weighed."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from desk.rules.routing.lexicon import Hit, Scan
from desk.rules.routing.phrases import Phrasebook, Span

DECIDING = 3  # The weight of a cue that says its desk alone.
SUPPORTING = 2  # All cues of weight 1 together count no more than this.
REPEATS = 8  # How often the same word is looked at, so that a text that repeats it costs no more.
AGAIN = 1  # What every further phrase adds to the strongest one.


@dataclass(slots=True)
class Weighed:
    """What speaks for a desk: single cues, and phrases as (weight, places) with the places `told` by any of them.

    It is `carried` where more than everyday and supporting words does, `own` where words of the organisation do.
    """

    desk: str
    cues: list[Hit] = field(default_factory=list)
    phrases: list[tuple[int, list[Span]]] = field(default_factory=list)
    told: set[Span] = field(default_factory=set)
    surfaces: set[str] = field(default_factory=set)
    carried: bool = False
    own: bool = False

    @property
    def weight(self) -> int:
        """The sum of what speaks for the desk."""
        deciding = sum(hit.cue.weight for hit in self.cues if hit.cue.weight > 1)
        supporting = sum(hit.cue.weight for hit in self.cues if hit.cue.weight == 1)
        composed = max((weight for weight, _ in self.phrases), default=0) + AGAIN * max(0, len(self.phrases) - 1)
        return deciding + min(supporting, SUPPORTING) + composed

    def add(self, hit: Hit) -> None:
        """Add a cue, unless it is there already or overlaps one that is."""
        if hit.surface not in self.surfaces and all(
            hit.end <= other.start or other.end <= hit.start for other in self.cues
        ):
            self.surfaces.add(hit.surface)
            self.cues.append(hit)

    def compose(self, weight: int, spans: list[Span]) -> None:
        """Add a phrase whose words stand at `spans`, unless other phrases have said all of them already."""
        if not self.told.issuperset(spans):
            self.told.update(spans)
            self.phrases.append((weight, spans))

    @property
    def decides(self) -> bool:
        """Whether any of it says the desk alone; words that only support may describe a customer's trouble too."""
        return any(hit.cue.weight >= DECIDING for hit in self.cues) or any(
            phrase[0] >= DECIDING for phrase in self.phrases
        )

    @property
    def speaks(self) -> bool:
        """Whether more than supporting words, which stand in any letter, speaks for it."""
        return bool(self.phrases) or any(hit.cue.weight > 1 for hit in self.cues)

    def telling(self, most: int, text: str, phrasebook: Phrasebook) -> list[tuple[Span, bool]]:
        """Where the words stand in the squashed `text` that say most, the weightiest first; and whether they are faint.

        Those that say little alone come last; of as weighty ones those are left out first that stand in any letter.
        """
        weights = self._weights()
        own = {(hit.start, hit.end) for hit in self.cues if hit.cue.own}
        words = {span: text[slice(*span)] for span in weights if span not in own}
        faint = {span for span, word in words.items() if word in phrasebook.faint}
        everyday = {span for span, word in words.items() if word in phrasebook.everyday}
        ranked = sorted(weights, key=lambda span: (span in faint, -weights[span], span in everyday, span))
        shown = sorted(ranked[:most], key=lambda span: (span in faint, -weights[span], span))
        return [(span, span in faint) for span in shown]

    def _weights(self) -> dict[Span, int]:
        weights: dict[Span, int] = {}
        said = [(hit.cue.weight, (hit.start, hit.end)) for hit in self.cues]
        for weight, span in (*said, *((weight, span) for weight, spans in self.phrases for span in spans)):
            weights[span] = max(weight, weights.get(span, 0))
        return weights


def weigh(
    text: str, scan: Scan, services: list[Span], phrasebook: Phrasebook, *, long: bool = False
) -> dict[str, Weighed]:
    """Return every desk that anything in the squashed `text` speaks for; repeated and overlapping cues count once."""
    desks: dict[str, Weighed] = {}
    void: dict[str, list[Span]] = {}
    cues = list(_few(hit for hit in scan.hits if hit.cue.role == "desk"))
    for hit in cues:
        if hit.cue.weight == 0:
            void.setdefault(hit.cue.of, []).append((hit.start, hit.end))
    taken = [hit for hit in cues if _takes(hit) and not _inside((hit.start, hit.end), void.get(hit.cue.of, ()))]
    for hit in sorted(cues, key=lambda hit: (-hit.cue.weight, hit.start - hit.end)):
        desk, place = desks.setdefault(hit.cue.of, Weighed(hit.cue.of)), (hit.start, hit.end)
        others = [(one.start, one.end) for one in taken if one.cue.of != hit.cue.of] if taken else ()
        if hit.cue.weight and not _inside(place, (*void.get(hit.cue.of, ()), *others)):
            desk.add(hit)
            desk.own = desk.own or hit.cue.own
    composed = sorted(phrasebook.find(text, scan, services, long=long), key=lambda found: -found[0].weight)
    for phrase, spans in composed:
        voided = any(_inside(span, void.get(phrase.desk, ())) for span in spans)
        if not voided and not _all_of_another(spans, taken, phrase.desk):
            said = [span for span in spans if span not in services]
            desks.setdefault(phrase.desk, Weighed(phrase.desk)).compose(phrase.weight, said)
    for desk in desks.values():
        desk.carried = desk.own or any(word not in phrasebook.everyday for word in _strong(desk, text))
    return desks


def _takes(hit: Hit) -> bool:
    """Whether the organisation says that a word is of this desk: no shorter word in it is another's then."""
    return hit.cue.own and hit.cue.weight >= DECIDING


def _all_of_another(spans: list[Span], taken: list[Hit], desk: str) -> bool:
    """Whether one of the words that are `taken` for another desk holds all of these."""
    return any(hit.cue.of != desk and all(_inside(span, ((hit.start, hit.end),)) for span in spans) for hit in taken)


def _strong(desk: Weighed, text: str) -> Iterator[str]:
    """The words that more than support a desk, those of phrases one by one."""
    yield from (hit.surface for hit in desk.cues if hit.cue.weight > 1)
    yield from (text[start:end] for start, end in desk.told)


def _few(hits: Iterable[Hit]) -> Iterator[Hit]:
    seen: Counter[tuple[str, str]] = Counter()
    for hit in hits:
        seen[hit.cue.of, hit.surface] += 1
        if seen[hit.cue.of, hit.surface] <= REPEATS:
            yield hit


def _inside(span: Span, others: Iterable[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)
