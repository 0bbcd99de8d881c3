"""NFKC, lower case and the removal of invisible characters, with a map back to the original offsets."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache


@dataclass(frozen=True, slots=True)
class Edit:
    """One disguise that was undone: original offsets [start, end) and its kind (spaced, leet, mask …)."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class Folded:
    """A folded text; `starts` and `ends` hold each character's original offsets, or None where nothing moved."""

    text: str
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None
    edits: tuple[Edit, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Original offsets of the folded characters [start, end), where start < end."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]

    def view(self, start: int, end: int) -> str:
        """Which disguises lie inside the original span, joined by "+", or "plain"."""
        if 1 not in self._edited[start:end]:
            return "plain"
        kinds = {edit.kind for edit in self.edits if edit.start < end and start < edit.end}
        return "+".join(sorted(kinds))

    @cached_property
    def _edited(self) -> bytes:
        """For each original character 1 where a disguise was undone."""
        found = bytearray(max((edit.end for edit in self.edits), default=0))
        for edit in self.edits:
            found[edit.start : edit.end] = b"\1" * (edit.end - edit.start)
        return bytes(found)

    def at(self, start: int, end: int) -> tuple[int, int]:
        """The folded stretch [start, end) that stands for these original offsets; it may be empty."""
        if self.starts is None or self.ends is None:
            return start, end
        return bisect_left(self.starts, start), bisect_right(self.ends, end)

    def until(self, end: int) -> "Folded":
        """Return what stands before the folded character `end`."""
        starts, ends = self.starts and self.starts[:end], self.ends and self.ends[:end]
        return Folded(self.text[:end], starts, ends, self.edits)

    def changes(self, before: "Folded") -> list[tuple[tuple[int, int], tuple[int, int]]]:
        """What was undone since: stretches of `before`, each with the one of this text in its place, in order.

        Between them both texts are the same.
        """
        spans: list[tuple[int, int]] = []
        for edit in sorted(self.edits[len(before.edits) :], key=lambda edit: (edit.start, edit.end)):
            if spans and edit.start <= spans[-1][1]:
                spans[-1] = spans[-1][0], max(spans[-1][1], edit.end)
            else:
                spans.append((edit.start, edit.end))
        return [(before.at(*span), self.at(*span)) for span in spans]


def fold(text: str) -> Folded:
    """Fold to NFKC and lower case, dropping invisible characters; most texts need no map at all."""
    if text.isascii():
        return Folded(text.lower())
    simple = (text.translate(_ONE_TO_ONE) if _FOLDED.search(text) else text).lower()
    if len(simple) != len(text):
        return _fold_clusters(text, text, _CLUSTER)
    if _UNEVEN.search(simple) is None:
        return Folded(simple)
    return _fold_clusters(text, simple, _UNEVEN_CLUSTER)


def rewrite(folded: Folded, pattern: re.Pattern[str], kind: str, replace: Callable[[re.Match[str]], str]) -> Folded:
    """Replace every match, recording an edit of this kind; the new characters stand for the whole match."""
    return put(folded, pattern.finditer(folded.text), kind, replace)


def put(folded: Folded, matches: Iterable[re.Match[str]], kind: str, replace: Callable[[re.Match[str]], str]) -> Folded:
    """Replace these matches in the folded text, in order; see `rewrite`."""
    changes = [(match.start(), match.end(), new) for match in matches if (new := replace(match)) != match.group()]
    return splice(folded, changes, kind) if changes else folded


def splice(folded: Folded, changes: list[tuple[int, int, str]], kind: str) -> Folded:
    """Put other text at ascending, disjoint, non-empty folded spans; see `rewrite`."""
    starts, ends = _offsets(folded)
    text: list[str] = []
    new_starts: list[int] = []
    new_ends: list[int] = []
    edits = list(folded.edits)
    done = 0
    for start, end, put in changes:
        text += (folded.text[done:start], put)
        new_starts += starts[done:start]
        new_starts += [starts[start]] * len(put)
        new_ends += ends[done:start]
        new_ends += [ends[end - 1]] * len(put)
        edits.append(Edit(starts[start], ends[end - 1], kind))
        done = end
    text.append(folded.text[done:])
    new_starts += starts[done : len(folded.text)]
    new_ends += ends[done : len(folded.text)]
    return Folded("".join(text), tuple(new_starts), tuple(new_ends), tuple(edits))


def _offsets(folded: Folded) -> tuple[Sequence[int], Sequence[int]]:
    if folded.starts is not None and folded.ends is not None:
        return folded.starts, folded.ends
    length = len(folded.text)
    # Slices of a range are counted out number by number, those of a tuple are copied.
    return (_STARTS, _ENDS) if length <= len(_STARTS) else (range(length), range(1, length + 1))


def _fold_clusters(text: str, simple: str, clusters: re.Pattern[str]) -> Folded:
    """Fold these clusters of a text; between them stands what is `simple`, letter by letter.

    Characters that combine (half-width kana with its mark, a letter with its accent) are folded as one.
    """
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    edits: list[Edit] = []
    done = 0
    for cluster in clusters.finditer(simple):
        start, end = cluster.span()
        piece = _fold_cluster(text[start:end])
        if not piece:
            edits.append(Edit(start, end, "invisible"))
        elif _HALF_KANA.match(text, start):
            edits.append(Edit(start, end, "halfwidth"))
        pieces += (simple[done:start], piece)
        starts += (*range(done, start), *[start] * len(piece))
        ends += (*range(done + 1, start + 1), *[end] * len(piece))
        done = end
    pieces.append(simple[done:])
    starts += range(done, len(text))
    ends += range(done + 1, len(text) + 1)
    return Folded("".join(pieces), tuple(starts), tuple(ends), tuple(edits))


@lru_cache(4096)
def _fold_cluster(cluster: str) -> str:
    folded = unicodedata.normalize("NFKC", cluster.translate(_ONE_TO_ONE)).lower()
    letters = "".join(c for c in folded if not _is_invisible(c))
    if len(letters) > 1 and letters[0].isascii():
        # A Latin letter under a pile of accents is read as the bare letter.
        letters = "".join(c for c in letters if not unicodedata.combining(c))
    return letters


def _is_invisible(char: str) -> bool:
    return unicodedata.category(char) in ("Cf", "Mn", "Me", "Cc") and char not in "\n\t\r"


def _one_to_one() -> dict[int, int]:
    # The full-width forms and typographic signs of ordinary texts fold to one character each.
    table = {code: ord(unicodedata.normalize("NFKC", chr(code))) for code in range(0xFF01, 0xFF5F)}
    table |= {
        ord(a): ord(b) for a, b in zip("\u3000\u00a0’‘‛´`“”„«»‐‑‒–—―−\r", "  '''''\"\"\"\"\"-------\n", strict=True)
    }
    table |= {ord(a): ord(b) for a, b in zip("｡｢｣､･〇◯⚪⭕İ", "。「」、・○○○○i", strict=True)}
    return table


_STARTS, _ENDS = tuple(range(8192)), tuple(range(1, 8193))  # more than the longest field has
_ONE_TO_ONE = _one_to_one()
_FOLDED = re.compile(f"[{re.escape(''.join(map(chr, _ONE_TO_ONE)))}]")
_PLAIN = (
    r"\n\t -~\u3001-\u301c\u3041-\u3096\u309d\u309e\u30a1-\u30fe\u4e00-\u9fff\u3400-\u4dbf○●×※★☆♪→←…‥・°§©®№℃"
    r"\u0370-\u0373\u0391-\u03a1\u03a3-\u03c9\u0410-\u0456\u00e0-\u00f6\u00f8-\u00ff\u2500-\u25ff\U0001f300-\U0001faff"
)
_UNEVEN = re.compile(f"[^{_PLAIN}]")
# Up to 30 marks on one letter, as in the Stream-Safe Text Format (UAX #15): sorting them takes quadratic time.
_MARKS = r"[\u0300-\u036f\u3099\u309a\uff9e\uff9f\ufe00-\ufe0f\u200b-\u200f\u2060\u00ad\ufeff]"
_CLUSTER = re.compile(rf"(?s).{_MARKS}{{0,30}}")
_UNEVEN_CLUSTER = re.compile(rf"[^{_PLAIN}]{_MARKS}{{0,30}}|[{_PLAIN}]{_MARKS}{{1,30}}")
_HALF_KANA = re.compile(r"[\uff66-\uff9d]")
