"""Signs that the second opinion doubts: they are shown, with the reason, and not counted.

A sign knows a few words, the second opinion has read thousands of inquiries of either kind (docs/second-opinion.md).
`ordinary`: everything in the inquiry reads as just complaints and ordinary questions do, and the very sentence of the
sign as well. `another`: the inquiry is unusual in any case, and reads as another act than the sign's, which its
sentence by itself does not plainly read as either; the reader knows as well as signs do which act a text is, and where
both name the same they are mostly right. Such a doubt takes no flag away.

Not asked about: a few words alone, what was found under a disguise or in a name, and signs that say so by `despite`,
as every sign of an operator's own file does.
"""

import re
from collections.abc import Mapping, Sequence

from desk.rules.conduct.opinion import FIELDS, Model, Opinion, likelihoods, reads_ordinary
from desk.rules.conduct.opinion_features import windows
from desk.rules.conduct.shapes import Finding, Signs, Suppressed
from desk.rules.normalise import fold

ORDINARY, ANOTHER = "ordinary", "another"
REASONS = frozenset({ORDINARY, ANOTHER})
# Of fewer letters nobody can say how they read.
FEW = {"ja": 25, "en": 45}
# A sentence that reads so likely as an act, whatever stands around it, is believed.
PLAINLY = 0.8
_END = re.compile(r"[。!?！？\n]|\.(?=\s)")


def set_aside(
    findings: Sequence[Finding], fields: Mapping[str, str], signs: Signs, model: Model, opinion: Opinion
) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
    """Part the findings of an inquiry: those that count in the light of this opinion of it, and those that do not."""
    reason = ORDINARY if opinion.ordinary else ANOTHER if opinion.unusual else ""
    firm = {sign.id for sign in signs.signs if reason in sign.despite}
    doubted = [
        finding
        for finding in findings
        if reason and finding.sign not in firm and _is_doubted(finding, fields, model, opinion)
    ]
    kept = tuple(finding for finding in findings if finding not in doubted)
    return kept, tuple(Suppressed(finding, reason) for finding in doubted)


def _is_doubted(finding: Finding, fields: Mapping[str, str], model: Model, opinion: Opinion) -> bool:
    if finding.view != "plain" or finding.field not in FIELDS or finding.act in opinion.acts:
        return False
    text = fields[finding.field]
    sentence = _sentence(text, finding.start, finding.end)
    if _says_little(text):
        return False
    if opinion.ordinary:
        return reads_ordinary(sentence, model)
    return likelihoods(sentence, model).get(finding.act, 1.0) < PLAINLY


def _says_little(text: str) -> bool:
    return all(len(window.text) < FEW[window.language] for window in windows(fold(text).text))


def _sentence(text: str, start: int, end: int) -> str:
    """The sentences that [start, end) lies in."""
    ends = [match.end() for match in _END.finditer(text)]
    first = max((place for place in ends if place <= start), default=0)
    last = min((place for place in ends if place >= end), default=len(text))
    return text[first:last]
