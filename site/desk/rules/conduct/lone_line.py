"""A line of nothing but a lawful step that its writer will take: no threat, however short the temper.

Whoever has lost patience types just that: 訴えるぞ, “i'm gonna sue you”, 責任者出せ. To the second opinion, which knows
short lines from threats most of all, it sounds like one; 舐めてんの？, a figure of speech, even like something sexual.
The words are those of parts in the sign files (`ja-lone.toml`, `en-lone.toml`): every letter of the line stands in one
of them, and one of them is the step. They are whole phrases, for any may stand beside any other: a verb by itself says
of somebody what it does not say of a contract (契約を切る). A line with another word is read as any other.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from desk.rules.conduct import doubt
from desk.rules.conduct.context import LAWFUL as ACTS
from desk.rules.conduct.opinion import FIELDS, Model, Opinion, Stretch, scores_alone
from desk.rules.conduct.severity import is_flagged
from desk.rules.conduct.shapes import BY_WORDING, Finding, Signs, Suppressed
from desk.rules.conduct.words import pattern
from desk.rules.normalise import fold, undisguise

STEPS, REVIEWS, IDIOMS = ("lone-step", "superior", "superior2"), ("lone-review",), ("lone-idiom",)
# Whom one turns to, and the words that tell how, right before or behind: a step together.
AUTHORITIES, TELLING, END = ("lawful", "lone-authority"), ("lone-tell",), ("lone-end",)
# How, when and how surely it is done, and in what temper; what was asked for in vain.
BESIDE, IN_VAIN = ("lone-beside", "anger"), ("lone-in-vain",)
# The reason that is given, one of which parts must stand there, whether an authority and its words will do as well, and
# which parts may stand beside it. An honest review is nothing to be held either, but not where anything is demanded.
KINDS = (
    ("lawful", STEPS, True, (*BESIDE, *IN_VAIN)),
    ("lawful", REVIEWS, False, BESIDE),
    ("idiom", IDIOMS, False, BESIDE),
)
PARTS = frozenset((*STEPS, *REVIEWS, *IDIOMS, *AUTHORITIES, *TELLING, *END, *BESIDE, *IN_VAIN))
ONLY_HERE = frozenset(part for part in PARTS if part.startswith("lone-"))
MOST = 120  # letters of such a text
SUBJECT = "subject"
# What stands between words; how a Japanese step ends that says nothing more: る, るぞ, るからな, but not るな. Folded.
_BETWEEN = re.compile(r"[\s。.!?、,…~]+|[w笑]+(?=\s|$)|or(?= )")
_ENDING = re.compile(
    r"[るうくぶむすただしり]?(?:(?:から|けん|ので)[なねよ]?|[よぞわでやか]{1,2}な?)?(?=$|[\s。.!?、,…w笑])"
)
_NOTHING, _TOLD, _TURNED_TO, _STEP, _DONE = range(5)


def set_aside(
    findings: Sequence[Finding],
    opinion: Opinion | None,
    fields: Mapping[str, str],
    signs: Signs,
    model: Model | None = None,
) -> tuple[tuple[Finding, ...], Opinion | None, tuple[Suppressed, ...]]:
    """What still counts of an inquiry whose message is such a line, the opinion of it, and what was set aside.

    Its wording is not unusual any more, and signs of a threat and its like that are not strong do not count. All stays
    where a strong sign was found, or one of an operator's own, or any in a name; where letters of two alphabets are
    mixed, or no act was guessed; and where the subject is no such line either and says anything that a sign finds or
    that does not read ordinary beyond doubt.
    """
    act = (opinion and opinion.act_guess) or ""
    unusual = bool(act) and opinion is not None and opinion.unusual and not opinion.only_mixed
    if not (unusual or is_flagged(findings)) or _says_more(findings, signs):
        return tuple(findings), opinion, ()
    why = {name: reason(fields[name], signs) for name in FIELDS if fields.get(name, "").strip()}
    if not why.get(SUBJECT) and _is_bland(fields.get(SUBJECT, ""), findings, model):
        why.pop(SUBJECT, None)
    if not why or not all(why.values()):
        return tuple(findings), opinion, ()
    aside = [one for one in findings if one.act in ACTS]
    kept = tuple(one for one in findings if one not in aside)
    if opinion is not None and unusual:
        aside += _wording(opinion, act, fields)
        opinion = replace(opinion, act_guess=None, second_guess=None, acts=(), unusual=False)
    first = next(iter(why.values()))
    return kept, opinion, tuple(Suppressed(one, why.get(one.field, first)) for one in aside)


def reason(text: str, signs: Signs) -> str:
    """Why a text of one line is none that anybody need look at: the reason of its kind, or nothing."""
    if len(text) > MOST:
        return ""
    line = undisguise(fold(text)).text.strip()
    made = (why for why, steps, telling, beside in KINDS if _is_made_of(line, steps, beside, signs, telling=telling))
    return next(made, "")


def _is_bland(subject: str, findings: Sequence[Finding], model: Model | None) -> bool:
    if not subject.strip():
        return True
    if any(one.field == SUBJECT for one in findings):
        return False
    return model is None or scores_alone([subject], model)[0] < doubt.BY_CHANCE


def _says_more(findings: Sequence[Finding], signs: Signs) -> bool:
    own = {sign.id for sign in signs.signs if sign.despite >= doubt.REASONS}
    return any(one.strength == "strong" or one.sign in own or one.field not in FIELDS for one in findings)


def _wording(opinion: Opinion, act: str, fields: Mapping[str, str]) -> Iterator[Finding]:
    """The unusual wording, as findings of the act that was guessed: the words that weigh, or else the whole fields."""
    whole = [Stretch(name, 0, len(fields[name]), fields[name]) for name in FIELDS if fields.get(name)]
    for words in opinion.words or whole:
        place = words.field, words.start, words.end, words.text
        yield Finding(act, BY_WORDING, "medium", *place, "plain")


def _is_made_of(line: str, steps: Sequence[str], beside: Sequence[str], signs: Signs, *, telling: bool) -> bool:
    """Whether words of these parts follow one another from the line's beginning to its end, at least one a step."""
    reached: dict[int, set[int]] = defaultdict(set, {0: {_NOTHING}})
    for at in range(len(line)):
        before = reached.get(at)
        if not before:
            continue
        anew = _STEP in before or _DONE in before
        for end in _met(line, at, steps, signs):
            if before - {_TOLD, _TURNED_TO}:
                reached[end].add(_STEP)
        for end in _met(line, at, AUTHORITIES, signs) if telling else ():
            reached[end] |= {_STEP} if anew or _TOLD in before else {_TURNED_TO}
        for end in _met(line, at, TELLING, signs) if telling else ():
            reached[end] |= {_STEP} if _TURNED_TO in before else {_TOLD}
        for end in (*_met(line, at, END, signs), *_matched(_ENDING, line, at)) if _STEP in before else ():
            reached[end].add(_STEP)
        for end in _met(line, at, beside, signs):
            reached[end] |= ({_DONE} if anew else set()) | (before & {_NOTHING})
        for end in _matched(_BETWEEN, line, at):
            reached[end] |= ({_DONE} if anew else set()) | (before & {_NOTHING, _TOLD})
    return not reached[len(line)].isdisjoint({_STEP, _DONE})


def _met(line: str, at: int, parts: Sequence[str], signs: Signs) -> Iterator[int]:
    """Where the words of these parts that begin at a letter of the line end."""
    for part in parts:
        for word in signs.lone[part]:
            yield from _matched(_compiled(word), line, at)


def _matched(known: re.Pattern[str], line: str, at: int) -> Iterator[int]:
    found = known.match(line, at)
    if found and found.end() > at:
        yield found.end()


@cache  # the words of the files are the same every time
def _compiled(word: str) -> re.Pattern[str]:
    return re.compile(pattern(word))
