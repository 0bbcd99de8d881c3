"""A line of nothing but a lawful step that its writer will take: no threat, however short the temper.

Whoever has lost patience types just that: 訴えるぞ, “i'm gonna sue you”, 責任者出せ. To the second opinion, which knows
short lines from threats most of all, it sounds like one; 舐めてんの？, a figure of speech, even like something sexual.
The words are those of parts in the sign files (`ja-lone.toml`, `en-lone.toml`): every letter of the line stands in one
of them, and one of them is the step. Whatever else is said, of a person, of a home, of harm, is in no such part, so
that the line is read as any other.
"""

import re
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

STEPS = ("lawful", "lone-step", "superior", "superior2")
# How, when and how surely it is done, and in what temper; what was asked for in vain.
BESIDE, IN_VAIN = ("lone-beside", "anger"), "lone-in-vain"
# The reason that is given, one of which parts must stand there, and which may stand beside it. An honest review is a
# step too, but not where something is demanded or made a condition.
KINDS = (
    ("lawful", STEPS, (*BESIDE, IN_VAIN)),
    ("lawful", (*STEPS, "lone-review"), BESIDE),
    ("idiom", ("lone-idiom",), ("lone-beside", IN_VAIN)),
)
PARTS = frozenset(part for _, needed, beside in KINDS for part in (*needed, *beside))
ONLY_HERE = frozenset(part for part in PARTS if part.startswith("lone-"))
MOST = 120  # letters of such a text
SUBJECT = "subject"
# Words too short for the notation of parts, and what stands between words; folded.
_LITTLE = re.compile(
    r"[\s。.!?、,…をにへではもがとのぞよわねやだかるたうく]|[w笑]+(?=\s|$)"
    r"|(?<![a-z'])(?:i|we|an?|to|in|of|at|my|me|it|or|so|am|be|on|up|by|do|u|ur|im|ill|id|ive)(?![a-z'])"
)


def set_aside(
    findings: Sequence[Finding],
    opinion: Opinion | None,
    fields: Mapping[str, str],
    signs: Signs,
    model: Model | None = None,
) -> tuple[tuple[Finding, ...], Opinion | None, tuple[Suppressed, ...]]:
    """What still counts of an inquiry whose message is such a line, the opinion of it, and what was set aside.

    Its wording is not unusual any more, and signs of a threat and its like that are not strong do not count. All stays
    where a strong sign was found, or one of an operator's own; where letters of two alphabets are mixed; and where the
    subject is no such line either and says anything that a sign finds or that does not read ordinary beyond doubt.
    """
    unusual = opinion is not None and opinion.unusual and not opinion.only_mixed
    if not (unusual or is_flagged(findings)) or _says_more(findings, signs):
        return tuple(findings), opinion, ()
    why = {name: reason(fields[name], signs) for name in FIELDS if fields.get(name, "").strip()}
    subject = why.pop(SUBJECT, "")
    first = next(iter(why.values()), subject)
    if not first or not all(why.values()) or not (subject or _is_bland(fields.get(SUBJECT, ""), findings, model)):
        return tuple(findings), opinion, ()
    aside = [one for one in findings if one.act in ACTS]
    kept = tuple(one for one in findings if one not in aside)
    if opinion is not None and unusual:
        aside += _wording(opinion, fields)
        opinion = replace(opinion, act_guess=None, acts=(), unusual=False)
    return kept, opinion, tuple(Suppressed(one, first) for one in aside)


def reason(text: str, signs: Signs) -> str:
    """Why a text of one line is none that anybody need look at: the reason of its kind, or nothing."""
    if len(text) > MOST:
        return ""
    line = undisguise(fold(text)).text.strip()
    return next((why for why, needed, beside in KINDS if _is_made_of(line, needed, beside, signs)), "")


def _is_bland(subject: str, findings: Sequence[Finding], model: Model | None) -> bool:
    if not subject.strip():
        return True
    if any(one.field == SUBJECT for one in findings):
        return False
    return model is None or scores_alone([subject], model)[0] < doubt.BY_CHANCE


def _says_more(findings: Sequence[Finding], signs: Signs) -> bool:
    own = {sign.id for sign in signs.signs if sign.despite >= doubt.REASONS}
    return any(one.strength == "strong" or one.sign in own for one in findings)


def _wording(opinion: Opinion, fields: Mapping[str, str]) -> Iterator[Finding]:
    """The unusual wording, as findings of the act that was guessed: the words that weigh, or else the whole fields."""
    whole = [Stretch(name, 0, len(fields[name]), fields[name]) for name in FIELDS if fields.get(name)]
    for words in opinion.words or whole:
        place = words.field, words.start, words.end, words.text
        yield Finding(opinion.act_guess or "act.threat", BY_WORDING, "medium", *place, "plain")


def _is_made_of(line: str, needed: Sequence[str], beside: Sequence[str], signs: Signs) -> bool:
    """Whether words of these parts follow one another from the line's beginning to its end, at least one a needed."""
    without, with_one = {0}, set[int]()
    for at in range(len(line)):
        if at in without or at in with_one:
            little = _LITTLE.match(line, at)
            onward = {*_ends(line, at, beside, signs), *([little.end()] if little else ())}
            found = {*_ends(line, at, needed, signs)}
            without |= onward if at in without else set()
            with_one |= found | (onward if at in with_one else set())
    return len(line) in with_one


def _ends(line: str, at: int, parts: Sequence[str], signs: Signs) -> Iterator[int]:
    """Where the words of these parts that begin at a letter of the line end."""
    for part in parts:
        for word in signs.lone[part]:
            if found := _compiled(word).match(line, at):
                yield found.end()


@cache  # the words of the files are the same every time
def _compiled(word: str) -> re.Pattern[str]:
    return re.compile(pattern(word))
