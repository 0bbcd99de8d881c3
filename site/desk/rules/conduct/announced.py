"""Violence that is announced: the policy has a word for the act and one for saying so, and both are named.

Who writes that he will burn an office down has hurt nobody yet, and has made a threatening statement: `act.violence` is
named for what would be done, `act.threat` for its being said. Of 35 inquiries by ten authors who had the policy alone
at hand, and in which such a sign stood, 10 were called the first alone, 11 the second alone, and 14 both.
"""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace

from desk.rules.conduct.match import Hit
from desk.rules.conduct.scan import Reading
from desk.rules.conduct.shapes import Finding

VIOLENCE, THREAT = "act.violence", "act.threat"
# Said of what lies ahead: it will be, is wished, is cried out, or hangs on a condition.
_AHEAD = frozenset({"will", "want", "fierce", "cond"})
# What is the writer's own and is harmed: 自分の指を, 私の車を; not what stands by, 私の家で, 私のナイフで.
_OWN_THING = re.compile(
    "(?:[私僕俺]|わたし|自分|当方|うち)の(?!包丁|ナイフ|刃物|刀|バット|銃|拳)[^、。をでにがとはもへ]{1,8}を"
)
_DIE = re.compile("[死し]ね(?![なばるたてまそんずへ]|よ?(?:って|と)(?:自分|思|考))")
_OF_ONESELF = re.compile("(?:[私僕俺]|わたし|自分)(?:なんか|なんて)")


def is_announced(hit: Hit, reading: Reading) -> bool:
    """Whether a sign of violence stands in words about what lies ahead, and not about what was done."""
    if hit.sign.act != VIOLENCE:
        return False
    said = [reading.features(token) for token in hit.tokens]
    return "done" not in said[0] and not all(map(_AHEAD.isdisjoint, said))


def is_for_another(hit: Hit, reading: Reading) -> bool:
    """Whether it is an order to somebody else, or violence to come against what is not said to be the writer's own."""
    first, last = reading.sentence(hit.tokens[0])
    if _OF_ONESELF.search(reading.text, first, last):
        return False
    said = {feature for token in hit.tokens for feature in reading.features(token)}
    if "imp" in said or _DIE.match(reading.text, hit.tokens[-1].start):
        return True
    return hit.sign.act == VIOLENCE and "will" in said and _OWN_THING.search(reading.text, first, hit.end) is None


def with_threats(findings: Iterable[Finding], announced: AbstractSet[Finding]) -> Iterator[Finding]:
    """The findings, and after each that is announced violence the threat that it is."""
    for finding in findings:
        yield finding
        if finding in announced:
            yield replace(finding, act=THREAT)
