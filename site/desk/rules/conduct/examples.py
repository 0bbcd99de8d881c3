"""Holding a sign against its own examples: one that misses what it is for would silently find nothing."""

from collections.abc import Collection, Iterator

from desk.rules.conduct.examine import examine
from desk.rules.conduct.shapes import Examination, Sign, SignError, Signs
from desk.rules.conduct.sign_keys import Fault


def check(signs: Signs, checked: Collection[str] = ()) -> None:
    """Raise SignError for a sign that misses one of its `match`, or finds one of its `clear`.

    Those of files that were `checked` before (the shipped ones, by their tests) are not tried again.
    """
    for sign in signs.signs:
        if sign.file not in checked and (wrong := next(_wrong(sign, signs), None)):
            raise SignError(sign.file, sign.place.line(wrong.key, wrong.value), sign.id, wrong.remedy)


def _wrong(sign: Sign, signs: Signs) -> Iterator[Fault]:
    for text in sign.match:
        seen = examine({"message": text}, signs)
        excused = [one.reason for one in seen.suppressed if one.finding.sign == sign.id]
        if not _finds(sign, seen) and excused:
            remedy = "choose another, or name that reason in despite = […]"
            yield Fault(f"its example “{text}” is found and excused ({excused[0]}): {remedy}", "match", text)
        elif not _finds(sign, seen):
            remedy = "correct the patterns, the words of their parts, or the example"
            yield Fault(f"its example “{text}” is not found by any = […]: {remedy}", "match", text)
    for text in sign.clear:
        if _finds(sign, examine({"message": text}, signs)):
            remedy = "narrow the patterns, or move it to match = […]"
            yield Fault(f"“{text}” is found, but stands under clear = […]: {remedy}", "clear", text)


def _finds(sign: Sign, seen: Examination) -> bool:
    return sign.id in {one.sign for one in (*seen.findings, *seen.trial)} | {cue.sign for cue in seen.care}
