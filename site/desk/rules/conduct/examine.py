"""Examining one inquiry: every field folded, every disguise undone, every sign composed, every context weighed."""

from collections.abc import Mapping

from desk.rules.conduct import context, ordinary
from desk.rules.conduct.match import Hit, Reading, compose
from desk.rules.conduct.opinion import Model, score
from desk.rules.conduct.scan import scan, sentence_ends
from desk.rules.conduct.severity import is_flagged, weigh
from desk.rules.conduct.shapes import Cue, Examination, Finding, Signs, Suppressed
from desk.rules.normalise import Folded, fold, undisguise
from desk.rules.normalise.fold import splice

FIELDS = ("name", "company", "subject", "message", "text")


def examine(fields: Mapping[str, str], signs: Signs, model: Model | None = None) -> Examination:
    """Examine the fields of one inquiry (name, company, subject, message, or text); the same answer every time.

    Without a model there is no second opinion, and no sign is set aside because its text reads ordinary.
    """
    findings: list[Finding] = []
    suppressed: list[Suppressed] = []
    trial: list[Finding] = []
    care: list[Cue] = []
    for field in FIELDS:
        if original := fields.get(field, ""):
            for hit, folded, reason in _hits(original, signs):
                finding = _finding(hit, folded, field, original)
                if hit.sign.care:
                    if not reason:
                        care.append(Cue(hit.sign.care, finding.sign, field, finding.start, finding.end, finding.text))
                elif reason:
                    suppressed.append(Suppressed(finding, reason))
                else:
                    (trial if hit.sign.trial else findings).append(finding)
    kept = _distinct(findings)
    opinion = score(fields, model) if model is not None else None
    if model is not None and opinion is not None and opinion.ordinary:
        kept, mistaken = ordinary.set_aside(kept, fields, signs, model)
        suppressed += mistaken
    flagged = is_flagged(kept) or bool(opinion and opinion.unusual)
    severity = weigh(kept, care, signs.severities, flagged)
    return Examination(flagged, severity, tuple(dict.fromkeys(care)), kept, tuple(suppressed), opinion, tuple(trial))


def _hits(original: str, signs: Signs) -> list[tuple[Hit, Folded, str]]:
    plain = fold(original)
    found, spellings = _weighed(plain, signs)
    bare = undisguise(plain)
    if bare is not plain:
        hits, spellings = _weighed(bare, signs)
        found += _only_disguised(hits)
    if spellings:
        hits, _ = _weighed(splice(bare, spellings, "spelling"), signs)
        found += _only_disguised(hits)
    return found


def _weighed(folded: Folded, signs: Signs) -> tuple[list[tuple[Hit, Folded, str]], list[tuple[int, int, str]]]:
    ends = sentence_ends(folded.text)
    tokens, spellings = scan(folded.text, ends, signs)
    reading = Reading(folded.text, tokens, ends)
    hits = list(compose(reading, signs))
    if not hits:
        return [], spellings
    scene = context.Scene(reading)
    return [(hit, folded, context.reason(hit, scene)) for hit in hits], spellings


def _only_disguised(found: list[tuple[Hit, Folded, str]]) -> list[tuple[Hit, Folded, str]]:
    # What needs no undoing was found in the plain text already.
    return [item for item in found if item[1].view(*_span(item[0], item[1])) != "plain"]


def _span(hit: Hit, folded: Folded) -> tuple[int, int]:
    return folded.span(hit.start, context.with_ending(folded.text, hit.end))


def _finding(hit: Hit, folded: Folded, field: str, original: str) -> Finding:
    start, end = _span(hit, folded)
    view = folded.view(start, end)
    return Finding(hit.sign.act, hit.sign.id, hit.sign.strength, field, start, end, original[start:end], view)


def _distinct(findings: list[Finding]) -> tuple[Finding, ...]:
    """One finding for each sign and field place: the first of those that overlap."""
    kept: list[Finding] = []
    last: dict[tuple[str, str], int] = {}
    for finding in sorted(findings, key=lambda f: (FIELDS.index(f.field), f.start, f.end, f.sign)):
        key = (finding.field, finding.sign)
        if finding.start >= last.get(key, 0):
            kept.append(finding)
            last[key] = finding.end
    return tuple(kept)
