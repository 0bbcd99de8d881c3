"""Signs in texts that read like look-alikes: they are shown, with the reason, and not counted.

A sign knows a few words, the second opinion has read thousands of inquiries of either kind. Where everything in an
inquiry reads as just complaints and ordinary questions do, and the very sentence of the sign as well, it is mostly the
sign that is mistaken (docs/second-opinion.md). Not asked about: a few words alone, what was found under a disguise or
in a name, and signs that say `despite = ["ordinary"]`, as every sign of an operator's own file does.
"""

import re
from collections.abc import Mapping, Sequence

from desk.rules.conduct.opinion import FIELDS, Model, reads_ordinary
from desk.rules.conduct.opinion_features import windows
from desk.rules.conduct.shapes import Finding, Signs, Suppressed
from desk.rules.normalise import fold

REASON = "ordinary"
# Of fewer letters nobody can say how they read.
FEW = {"ja": 25, "en": 45}
_END = re.compile(r"[。!?！？\n]|\.(?=\s)")


def set_aside(
    findings: Sequence[Finding], fields: Mapping[str, str], signs: Signs, model: Model
) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
    """Part the findings of an inquiry that reads ordinary: those that count all the same, and those that do not."""
    firm = {sign.id for sign in signs.signs if REASON in sign.despite}
    mistaken = [finding for finding in findings if _is_mistaken(finding, fields, firm, model)]
    kept = tuple(finding for finding in findings if finding not in mistaken)
    return kept, tuple(Suppressed(finding, REASON) for finding in mistaken)


def _is_mistaken(finding: Finding, fields: Mapping[str, str], firm: set[str], model: Model) -> bool:
    if finding.sign in firm or finding.view != "plain" or finding.field not in FIELDS:
        return False
    text = fields[finding.field]
    return not _says_little(text) and reads_ordinary(_sentence(text, finding.start, finding.end), model)


def _says_little(text: str) -> bool:
    return all(len(window.text) < FEW[window.language] for window in windows(fold(text).text))


def _sentence(text: str, start: int, end: int) -> str:
    """The sentences that [start, end) lies in."""
    ends = [match.end() for match in _END.finditer(text)]
    first = max((place for place in ends if place <= start), default=0)
    last = min((place for place in ends if place >= end), default=len(text))
    return text[first:last]
