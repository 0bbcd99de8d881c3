"""The shapes of an examination: signs, tokens, findings, what was suppressed and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from ahocorasick_rs import AhoCorasick

from desk.rules.conduct.gates import Gates
from desk.rules.conduct.opinion import Opinion
from desk.rules.conduct.sign_lines import Place

Severity = Literal["none", "low", "medium", "high", "emergency"]
Strength = Literal["strong", "medium", "weak"]

ACTS = (
    *("act.violence", "act.threat", "act.sns-exposure", "act.damage-info", "act.insult", "act.dignity"),
    *("act.excess-demand", "act.beyond-scope", "act.repetition", "act.apology", "act.meeting"),
    *("act.defamation", "act.privacy", "act.sexual-stalking"),
)
# Of one sign in one view of a field: hits that count, and places where an excuse is asked for. Behind so many excused
# ones nobody is excused any more, or a threat could hide behind quotations of itself.
MOST_FINDINGS, MOST_EXCUSED = 6, 40
CARES = ("self-harm", "danger", "disability", "distress")
URGENT = frozenset(("self-harm", "danger"))  # somebody may be in danger: a person reads first, flagged or not


# Instead of a sign, in a cue that no sign has named and in an unusual wording that is set aside; in brackets, which no
# shipped sign has in its id.
BY_WORDING = "(wording)"


class SignError(ValueError):
    """A sign file that cannot be used: which file, which line (0: none of them), which sign, and what to do."""

    def __init__(self, file: str, line: int, sign: str, remedy: str) -> None:
        place = f", line {line}" if line else ""
        named = f", {sign}" if sign else ""
        super().__init__(f"{file}{place}{named}: {remedy}")
        self.file, self.line, self.sign, self.remedy = file, line, sign, remedy


@dataclass(frozen=True, slots=True)
class Finding:
    """A sign seen in one field: `fields[field][start:end] == text`; `view` says which disguises were undone.

    `act` is an act of the policy, or of a suppressed sign of care what it is about: self-harm, danger, …
    """

    act: str
    sign: str
    strength: Strength
    field: str
    start: int
    end: int
    text: str
    view: str


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that the context explains away, and the reason (quote, report, idiom, machine …)."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class Cue:
    """A sign that somebody needs care: `care` is self-harm, danger, disability or distress.

    `sign` is `BY_WORDING` where no sign was found, but the second opinion hears it in the wording.
    """

    care: str
    sign: str
    field: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Examination:
    """What was found in one inquiry; `trial` holds findings of signs that are only being tried."""

    flagged: bool
    severity: Severity
    care: tuple[Cue, ...]
    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]
    opinion: Opinion | None = None
    trial: tuple[Finding, ...] = ()


class Token(NamedTuple):
    """A part seen in the folded text at [start, end); what inflects begins at `end`."""

    start: int
    end: int
    part: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a pattern: any of these parts, with all `needs` and none of `bars` among its features."""

    parts: tuple[str, ...]
    needs: frozenset[str]
    bars: frozenset[str]
    after: bool
    absent: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """Items within `near` characters of one sentence, or of the text if `wide`; the first item anchors the search."""

    items: tuple[Item, ...]
    near: int
    wide: bool
    required: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign: what it suggests, how strongly, its patterns, its examples, and which contexts it withstands."""

    id: str
    act: str
    care: str
    strength: Strength
    language: str
    patterns: tuple[Pattern, ...]
    despite: frozenset[str]
    match: tuple[str, ...]
    clear: tuple[str, ...]
    severity: str
    trial: bool
    file: str
    place: Place


@dataclass(frozen=True, slots=True)
class Signs:
    """Every sign in force: the words by how they begin, the signs by the part that anchors them.

    `finder` finds every beginning in a text and gives its number in `gates`. `spellings` are the parts that are to be
    read as something else. `holding` has the numbers of the `patterns` that a part is an item of. `lone`: the words of
    which a line of nothing but a lawful step is made, by part (see `lone_line`).
    """

    gates: Gates
    finder: AhoCorasick
    spellings: Mapping[str, str]
    anchored: Mapping[str, tuple[tuple[Sign, Pattern], ...]]
    patterns: tuple[tuple[Sign, Pattern], ...]
    holding: Mapping[str, tuple[int, ...]]
    signs: tuple[Sign, ...]
    severities: Mapping[str, str]
    lone: Mapping[str, Sequence[str]]
