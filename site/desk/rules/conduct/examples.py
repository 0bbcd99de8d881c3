"""Holding a sign against its own examples: one that misses what it is for would silently find nothing."""

from collections.abc import Collection

from desk.rules.conduct.examine import examine
from desk.rules.conduct.shapes import Sign, SignError, Signs


def check(signs: Signs, checked: Collection[str] = ()) -> None:
    """Raise SignError for a sign that misses one of its `match`, or finds one of its `clear`.

    Those of files that were `checked` before (the shipped ones, by their tests) are not tried again.
    """
    for sign in signs.signs:
        for text in () if sign.file in checked else sign.match:
            if wrong := _missed(sign, text, signs):
                raise SignError(sign.file, sign.line, sign.id, f"its example “{text}” {wrong}")
        for text in () if sign.file in checked else sign.clear:
            if sign.id in _found(text, signs):
                remedy = "is found, but stands under clear = […]: narrow the patterns, or move it to match = […]"
                raise SignError(sign.file, sign.line, sign.id, f"“{text}” {remedy}")


def _missed(sign: Sign, text: str, signs: Signs) -> str:
    if sign.id in _found(text, signs):
        return ""
    excused = [one.reason for one in examine({"message": text}, signs).suppressed if one.finding.sign == sign.id]
    if excused:
        return f"is found and excused ({excused[0]}): choose another, or name that reason in despite = […]"
    return "is not found by any = […]: correct the patterns, the words of their parts, or the example"


def _found(text: str, signs: Signs) -> set[str]:
    seen = examine({"message": text}, signs)
    return {finding.sign for finding in (*seen.findings, *seen.trial)} | {cue.sign for cue in seen.care}
