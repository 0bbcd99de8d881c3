"""Examining one inquiry: every field folded, every disguise undone, every sign composed, every context weighed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple
from typing import NamedTuple

from desk.rules.conduct import context, doubt, lone_line, mailbox, names
from desk.rules.conduct.announced import is_announced, with_threats
from desk.rules.conduct.match import Hit, compose
from desk.rules.conduct.opinion import FIELDS as PROSE
from desk.rules.conduct.opinion import Model, Opinion, score
from desk.rules.conduct.rescan import Changed, reread
from desk.rules.conduct.respelt import respelt
from desk.rules.conduct.scan import Reading, with_ending
from desk.rules.conduct.scene import Scene
from desk.rules.conduct.severity import is_flagged, weigh
from desk.rules.conduct.shapes import (
    BY_WORDING,
    MOST_EXCUSED,
    MOST_FINDINGS,
    Cue,
    Examination,
    Finding,
    Signs,
    Suppressed,
)
from desk.rules.normalise import Folded, downwards, fold, undisguise
from desk.rules.normalise.fold import splice

FIELDS = ("name", "kana", "company", "email", "subject", "message", "text")


class _Weighed(NamedTuple):
    """A hit at [start, end) of the field, the disguises undone there, what excuses it, and if it announces violence."""

    hit: Hit
    start: int
    end: int
    view: str
    reason: str
    announced: bool


class _Gathered(NamedTuple):
    """Findings that count so far, those on trial, what is excused, cues of care, and which findings are announced."""

    findings: list[Finding]
    trial: list[Finding]
    suppressed: list[Suppressed]
    care: list[Cue]
    announced: set[Finding]


def examine(fields: Mapping[str, str], signs: Signs, model: Model | None = None) -> Examination:
    """Examine the fields of one inquiry (FIELDS; "text" stands for all of them); the same answer every time.

    Without a model there is no second opinion, and no sign is set aside because of how its text reads.
    """
    findings, trial, suppressed, care, announced = _gather(fields, signs, model)
    somebody = names.of_somebody(findings, fields)
    suppressed += [Suppressed(finding, names.REASON) for finding in findings if finding in somebody]
    kept = _distinct([finding for finding in findings if finding not in somebody] if somebody else findings)
    trial = [finding for finding in trial if finding not in names.of_somebody(trial, fields)]
    opinion = score(fields, model) if model is not None else None
    kept, opinion, lone = lone_line.set_aside(kept, opinion, fields, signs, model)
    care += _told(opinion, care)
    grave = kept
    if model is not None and opinion is not None:
        kept, doubted = doubt.set_aside(kept, fields, signs, model, opinion, announced=announced)
        suppressed += doubted
        # That a text reads as another act makes it no less pressing.
        grave = grave if opinion.unusual else kept
    flagged = is_flagged(kept) or bool(opinion and opinion.unusual)
    severity = weigh(grave, care, signs.severities, flagged, opinion)
    found, cues, aside = tuple(with_threats(kept, announced)), dict.fromkeys(care), dict.fromkeys([*suppressed, *lone])
    return Examination(flagged, severity, tuple(cues), found, tuple(aside), opinion, tuple(trial))


def _gather(fields: Mapping[str, str], signs: Signs, model: Model | None) -> _Gathered:
    """What the signs find in all fields, each hit where its context puts it."""
    found = _Gathered([], [], [], [], set())
    for field in FIELDS:
        if original := fields.get(field, ""):
            for one in _hits(field, original, signs, model):
                finding, sign = _finding(one, field, original), one.hit.sign
                if one.announced:
                    found.announced.add(finding)
                if sign.trial:  # it counts nowhere, so nobody has to be told why it would not
                    found.trial.extend([] if one.reason else [finding])
                elif one.reason:
                    found.suppressed.append(Suppressed(finding, one.reason))
                elif sign.care:
                    found.care.append(Cue(sign.care, finding.sign, field, finding.start, finding.end, finding.text))
                else:
                    found.findings.append(finding)
    heeded = [one for one in found.suppressed if not _is_heeded(one.finding, found.care)]
    return found._replace(suppressed=heeded)


def _told(opinion: Opinion | None, care: Sequence[Cue]) -> list[Cue]:
    """What the second opinion hears of despair and danger, but for what a sign names: that says more plainly why."""
    heard = [Cue(need, BY_WORDING, *astuple(words)) for need, words in (opinion.needs if opinion else ())]
    return [one for one in heard if not any(one.care == cue.care and _meet(one, cue) for cue in care)]


def _meet(one: Cue, other: Cue | Finding) -> bool:
    return one.field == other.field and one.start < other.end and other.start < one.end


def _hits(field: str, original: str, signs: Signs, model: Model | None) -> list[_Weighed]:
    if field == mailbox.FIELD:
        words = mailbox.words(original)
        plain = fold(words)
        found = _read(plain, undisguise(plain), signs)
        return [one for one in found if mailbox.counts(one.hit.sign, words[one.start : one.end])]
    plain = fold(names.apart(field, original))
    bare = undisguise(plain)
    found = _read(plain, bare, signs)
    if model is not None and field in PROSE:
        meant = respelt(plain, bare, model["en"])
        found += _read(meant, undisguise(meant), signs, found) if meant else ()
    return found


def _read(plain: Folded, bare: Folded, signs: Signs, before: Sequence[_Weighed] = ()) -> list[_Weighed]:
    """What is found in a folded text, as it stands and with whatever hides something in it undone; see `_weighed`."""
    reading = Reading(plain.text, signs)
    found = _weighed(signs, plain, reading, None, before)
    if bare is not plain:
        reading, changed = reread(reading, plain, bare, signs)
        found += _weighed(signs, bare, reading, changed, [*before, *found])
    if spellings := reading.spellings():
        spelled = splice(bare, spellings, "spelling")
        reading, changed = reread(reading, bare, spelled, signs)
        found += _weighed(signs, spelled, reading, changed, [*before, *found])
    if (down := downwards(plain)) is not None:
        found += _weighed(signs, down, Reading(down.text, signs), None, before)
    return found


def _weighed(
    signs: Signs,
    folded: Folded,
    reading: Reading,
    changed: Changed | None = None,
    before: Iterable[_Weighed] = (),
) -> list[_Weighed]:
    """The hits with the reasons that excuse them; `changed`: what undoing did, for all else was read before.

    Words that stand there as they are may be found first in this view, for what was undone beside them can tell how
    they are said; what was found `before` in the same words, or in the same view, is no second hit.
    """
    scene = Scene(reading)
    found: list[_Weighed] = []
    counted: dict[str, int] = defaultdict(int)
    excused: dict[str, set[int]] = defaultdict(set)
    enough: set[str] = set()
    known: dict[str, list[_Weighed]] = defaultdict(list)
    for one in before:
        known[one.hit.sign.id].append(one)
    for hit in compose(reading, signs, changed, enough):
        start, end = folded.span(hit.start, with_ending(folded.text, hit.end))
        view = folded.view(start, end)
        sign = hit.sign.id
        if sign in known and _is_known(known[sign], start, end, view):
            continue
        is_asked = hit.start in excused[sign] or len(excused[sign]) < MOST_EXCUSED
        reason = context.reason(hit, scene) if is_asked else ""
        if reason:
            excused[sign].add(hit.start)
        else:
            counted[sign] += 1
            if counted[sign] == MOST_FINDINGS:
                enough.add(sign)
        found.append(_Weighed(hit, start, end, view, reason, is_announced(hit, reading)))
    return found


def _is_known(before: Iterable[_Weighed], start: int, end: int, view: str) -> bool:
    if view == "plain":
        return any(start < one.end and one.start < end for one in before)
    return any((one.start, one.end, one.view) == (start, end, view) for one in before)


def _finding(one: _Weighed, field: str, original: str) -> Finding:
    sign, start, end = one.hit.sign, one.start, one.end
    return Finding(sign.act or sign.care, sign.id, sign.strength, field, start, end, original[start:end], one.view)


def _is_heeded(finding: Finding, care: list[Cue]) -> bool:
    """Whether another sign finds there what this one would have been excused for: “I wrote 'I want to die'”."""
    return any(cue.care == finding.act and _meet(cue, finding) for cue in care)


def _distinct(findings: list[Finding]) -> tuple[Finding, ...]:
    """One finding for each sign and field place: of those that overlap the first, and of these the longest."""
    kept: list[Finding] = []
    last: dict[tuple[str, str], int] = {}
    for finding in sorted(findings, key=lambda f: (FIELDS.index(f.field), f.start, -f.end, f.sign)):
        key = (finding.field, finding.sign)
        if finding.start >= last.get(key, 0):
            kept.append(finding)
            last[key] = finding.end
    return tuple(kept)
