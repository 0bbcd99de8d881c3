"""Signs that the second opinion doubts: they are shown, with the reason, and not counted.

A sign knows a few words, the second opinion has read thousands of inquiries of either kind (docs/second-opinion.md).
`ordinary`: nothing in the inquiry is unusual, what stands around the sign reads as just complaints and ordinary
questions do (and all else too, unless it is a long letter), and the sentence of the sign, read by itself, is not surely
unusual. `another`: what is unusual in the inquiry reads as other acts than the sign's, and the sentence of the sign
does not plainly read as its act either. The reader knows as well as signs do which act a text is, and where both name
the same they are mostly right. Such a doubt takes no flag away: the inquiry is unusual in any case.

A sign in an inquiry of a few words is doubted only where that scores below SURELY_NOT or, for its act, SURELY and more;
one that was found under a disguise only where its sentence, as it stands and undone, reads ordinary beyond doubt. Never
doubted: a word or two alone, what stands in a name, and signs that say so by `despite`, as every sign of an operator's
own file does.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice

from desk.rules.conduct.opinion import FIELDS, MOST_LETTERS, Model, Opinion, likelihoods, scores_alone
from desk.rules.conduct.opinion_features import windows
from desk.rules.conduct.quoted import QUOTED
from desk.rules.conduct.respelt import VIEW
from desk.rules.conduct.severity import HIGH_ACTS
from desk.rules.conduct.shapes import Finding, Signs, Suppressed
from desk.rules.normalise import fold, stood_apart, undisguise

ORDINARY, ANOTHER = "ordinary", "another"
REASONS = frozenset({ORDINARY, ANOTHER})
# Of fewer letters it is hard to say how they read, and of still fewer nobody can.
FEW, FEWEST = {"ja": 25, "en": 45}, {"ja": 6, "en": 12}
# Of single lines by authors that no reader knew, in which a sign fired, 8 of 11 that scored less were harmless, and 7
# of 20 of the others below 0.6.
SURELY_NOT = 0.02
# Of sentences in which something was undone by chance (56しかない, C#) none scored more, as it stood; of those that
# hid a threat none less, by the greater of both readings.
BY_CHANCE = 0.1
# Who writes as in a chat, or spells by ear, hides nothing.
OPENLY = frozenset({"plain", "chat", VIEW})
# A sentence that is so unusual by itself is believed among whatever else is asked.
SURELY = 0.94
# Where the whole inquiry scores below the first, a sentence is believed from the second on: of rows by 35 authors that
# no reader knew, signs alone flagged 22 letters that scored less, all harmless, and of lines 14 to flag and 10 others.
WHOLE_IS_HARMLESS, SURELY_THERE = 0.2, 0.99
# A sentence that reads so likely as an act, whatever stands around it, is believed; one that may endanger somebody,
# where it is as likely that as anything else (between 0.3 and 0.5 lay six acts of ten authors that no reader knew,
# four of them wrong). Who announces to ask again says so of something: 15 of 16 such stood beside another matter.
PLAINLY, PROBABLY = 0.95, 0.5
OF_SOMETHING = frozenset({"act.repetition"})
# Of words such as "I'll kill you all" the reader cannot tell which of these they are: they are both.
TO_KILL = frozenset({"act.violence", "act.threat"})
# Who would expose or follows somebody tells of private things; the reader, who has to choose one act, names the other.
WITH_PRIVATE_THINGS = frozenset({"act.sns-exposure", "act.sexual-stalking"})
# So many sentences are read, of each so many letters around the sign: a text may be one sentence, full of signs.
MOST_SENTENCES, AROUND = 12, 100
MOST_QUOTED = 200
_END = re.compile(r"[。!?！？\n]|\.(?=\s)")


def set_aside(
    findings: Sequence[Finding],
    fields: Mapping[str, str],
    signs: Signs,
    model: Model,
    opinion: Opinion,
    *,
    announced: AbstractSet[Finding] = frozenset(),
) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
    """Part the findings of an inquiry: those that count in the light of this opinion of it, and those that do not.

    What is `announced` violence is no other act.
    """
    reason = ORDINARY if opinion.ordinary or opinion.doubtful else ANOTHER if opinion.acts else ""
    if not reason:
        return tuple(findings), ()
    firm = {sign.id for sign in signs.signs if reason in sign.despite}
    least = FEWEST if opinion.score < SURELY_NOT or opinion.score >= SURELY else FEW
    asked = list(_asked(findings, fields, firm, least))
    typed = [finding for finding in asked if _is_open(finding)]
    doubted = (
        _ordinary(
            [one for one in asked if not _is_in_doubt(one, fields[one.field], opinion)],
            fields,
            model,
            harmless=opinion.score < WHOLE_IS_HARMLESS,
        )
        if reason == ORDINARY
        else _another(findings, [one for one in typed if one not in announced], fields, model, opinion)
    )
    kept = tuple(finding for finding in findings if finding not in doubted)
    return kept, tuple(Suppressed(finding, reason) for finding in findings if finding in doubted)


def _asked(
    findings: Sequence[Finding], fields: Mapping[str, str], firm: AbstractSet[str], least: Mapping[str, int]
) -> Iterator[Finding]:
    """The findings that can be doubted, none where no field has so many letters."""
    read = [field for field in FIELDS if field in fields]
    if all(_says_little(fields[field], least) for field in read):
        return
    telling = {field for field in read if not _says_little(fields[field], FEWEST)}
    for finding in findings:
        if finding.sign not in firm and finding.field in telling:
            yield finding


def _ordinary(asked: Sequence[Finding], fields: Mapping[str, str], model: Model, *, harmless: bool) -> set[Finding]:
    said = {one: tuple(_undone(_sentence(one, fields), one)) for one in asked}
    # Whose quotation is the writer's own message passes it on, whatever stands around it.
    passed_on = {one: tuple(_quoted(one, fields)) for one in asked}
    different = list(dict.fromkeys(text for texts in (*said.values(), *passed_on.values()) for text in texts))
    alone = dict(zip(different, scores_alone(different, model), strict=True))
    bound = {one: (SURELY_THERE if harmless else SURELY) if _is_open(one) else BY_CHANCE for one in asked}
    return {
        one
        for one in asked
        if max(map(alone.__getitem__, said[one])) < bound[one]
        and max(map(alone.__getitem__, passed_on[one]), default=0.0) < min(bound[one], SURELY)
    }


def _is_in_doubt(finding: Finding, text: str, opinion: Opinion) -> bool:
    """Whether what stands around a finding in the text of its field reads otherwise than look-alikes do."""
    is_letter = len(list(islice(windows(fold(text).text), 2))) > 1
    # Who announces to ask again says so of what stands elsewhere.
    if not is_letter or finding.act in OF_SOMETHING:
        return bool(opinion.doubtful)
    places = ((start, end) for field, start, end in opinion.doubtful if field == finding.field)
    return any(start < finding.end and finding.start < end for start, end in places)


def _is_open(finding: Finding) -> bool:
    """Whether its words stand there as they are, or differ by their spelling alone."""
    return OPENLY.issuperset(finding.view.split("+"))


def _undone(sentence: str, finding: Finding) -> tuple[str, ...]:
    """A sentence as it stands, and with its disguises undone where the finding was found under one."""
    if finding.view == "plain":
        return (sentence,)
    plain = fold(sentence)
    bare = undisguise(plain)
    return (bare.text,) if stood_apart(plain, bare) else (sentence, bare.text)


def _quoted(finding: Finding, fields: Mapping[str, str]) -> Iterator[str]:
    # A quotation that counts is the writer's own message, and its frame (“please tell her: …”) makes it no milder.
    # Where some of a sign's words stand outside, the sentence tells better what is meant.
    text = fields[finding.field]
    first, last = max(finding.start - MOST_QUOTED, 0), finding.end + MOST_QUOTED
    for match in QUOTED.finditer(text[first:last].lower()):
        if match.start() <= finding.start - first and finding.end - first <= match.end():
            yield text[first:last][match.start() + 1 : match.end() - 1]


def _another(
    findings: Sequence[Finding], asked: Sequence[Finding], fields: Mapping[str, str], model: Model, opinion: Opinion
) -> set[Finding]:
    """Those of acts that nobody believes in: one believed finding of an act is enough for all of it."""
    seen = {*opinion.acts, *(TO_KILL if TO_KILL.intersection(opinion.acts) else ())}
    seen |= {"act.privacy"} if opinion.acts[0] in WITH_PRIVATE_THINGS else set()
    strange = [finding for finding in asked if finding.act not in seen]
    told = {finding: _undone(_sentence(finding, fields, around=AROUND), finding) for finding in strange}
    some = list(dict.fromkeys(told.values()))[:MOST_SENTENCES]
    texts_read = list(dict.fromkeys(text for texts in some for text in texts))
    read = dict(zip(texts_read, likelihoods(texts_read, model), strict=True))
    doubted = {
        finding
        for finding, texts in told.items()
        if not any(_is_believed(finding.act, read.get(text, {})) for text in texts)
    }
    believed = {finding.act for finding in findings if finding not in doubted}
    return {finding for finding in doubted if finding.act not in believed}


def _is_believed(act: str, likely: Mapping[str, float]) -> bool:
    alike = TO_KILL if act in TO_KILL else (act,)
    so_likely = math.fsum(likely.get(one, 0.0) for one in alike)
    return act not in OF_SOMETHING and so_likely >= (PROBABLY if act in HIGH_ACTS else PLAINLY)


def _says_little(text: str, least: Mapping[str, int]) -> bool:
    return all(len(window.text) < least[window.language] for window in windows(fold(text).text))


def _sentence(finding: Finding, fields: Mapping[str, str], around: int = MOST_LETTERS) -> str:
    """The sentences that the finding lies in, and of them at most so many letters before and after it."""
    text = fields[finding.field]
    ends = [match.end() for match in _END.finditer(text)]
    first = max((place for place in ends if place <= finding.start), default=0)
    last = min((place for place in ends if place >= finding.end), default=len(text))
    # A blank before it would make another sentence of it: the readers were trained without.
    return text[max(first, finding.start - around) : min(last, finding.end + around)].strip()
