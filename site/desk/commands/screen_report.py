"""How well the signs do on rows whose answer is known: recall, false flags, right act, and what was missed."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from desk.commands.screen_care import held_for_care
from desk.commands.screen_rows import Examined, acts, guessed, language, needs, share, should_flag, told
from desk.rules.conduct import Examination


def report(examined: Iterable[Examined]) -> str:
    """Tables per language and per act, every miss and every false flag, and what is held for care.

    `label` is "flag" or "ok" (or true and false); `act` (or `acts`), where given, is the act that should be named;
    `care`, where given, the needs that should be heard. Rows with neither a label nor needs are left out.
    """
    given = list(examined)
    known = [(row, found) for row, found in given if should_flag(row) is not None or needs(row) is not None]
    rows = [(row, found) for row, found in known if should_flag(row) is not None]
    by_language = _table(rows, lambda row: [language(row)])
    by_act = _table([item for item in rows if should_flag(item[0])], lambda row: acts(row) or ["act not given"])
    wrong = [line for item in rows if (line := _wrong(*item))] or ["  none"]
    left = [f"left out, having no label: {len(given) - len(known)}", ""] if len(known) < len(given) else []
    tables = ["per language", *by_language, "", "per act", *by_act]
    tried = ["", "on trial, flagging nobody", *on_trial] if (on_trial := _on_trial(rows)) else []
    only = [line for item in rows if (line := _guessed(*item))]
    estimated = ["acts that are only guessed (the first or the second guess counts)", *only, ""] if only else []
    flags = [*tables, *tried, "", "misses and false flags", *wrong, "", *estimated] if rows else []
    return "\n".join([*left, *flags, "held for care, flagged or not", *held_for_care(known), ""])


def _on_trial(rows: list[Examined]) -> list[str]:
    """Of each sign that was seen on trial, in how many rows to flag and in how many others."""
    seen: dict[str, Counter[bool]] = {}
    for row, found in rows:
        for sign in {finding.sign for finding in found.trial}:
            seen.setdefault(sign, Counter()).update([bool(should_flag(row))])
    return [f"  {sign:22} in {some[True]} to flag, {some[False]} others" for sign, some in sorted(seen.items())]


def _table(rows: list[Examined], keys: Any) -> list[str]:
    counts: dict[str, Counter[str]] = {}
    for row, found in rows:
        for key in keys(row):
            counts.setdefault(key, Counter()).update(_tally(row, found))
    return [f"  {key:22} {_line(counted)}" for key, counted in sorted(counts.items())]


def _tally(row: Mapping[str, Any], found: Examination) -> list[str]:
    if not should_flag(row):
        return ["ok", "false"] if found.flagged else ["ok"]
    tally = ["flag", "hit"] if found.flagged else ["flag"]
    named = {finding.act for finding in found.findings}
    if wanted := {*acts(row)}:
        guesses = guessed(found)
        tally += (["named"] if named else []) + (["right"] if named & wanted else [])
        tally += (["guessed"] if guesses else []) + (["guessed right"] if wanted & {*guesses} else [])
    return tally


def _line(counted: Counter[str]) -> str:
    parts = [f"flagged {share(counted['hit'], counted['flag'])}"] if counted["flag"] else []
    parts += [f"right act among those named {share(counted['right'], counted['named'])}"] if counted["named"] else []
    if counted["guessed"]:
        parts += [
            f"act only guessed {counted['guessed']}, rightly {share(counted['guessed right'], counted['guessed'])}"
        ]
    parts += [f"false flags {share(counted['false'], counted['ok'])}"] if counted["ok"] else []
    return " · ".join(parts)


def _wrong(row: Mapping[str, Any], found: Examination) -> str:
    named = sorted({finding.act for finding in found.findings})
    text = told(row)
    if should_flag(row) and not found.flagged:
        return f"  missed  {row.get('id')}  {', '.join(acts(row))}  {text}"
    if not should_flag(row) and found.flagged:
        unusual = [f"unusual wording {found.opinion.score:.2f}"] if found.opinion and found.opinion.unusual else []
        held_by = ", ".join([*(finding.sign for finding in found.findings), *unusual])
        return f"  false   {row.get('id')}  {held_by}  {text}"
    if acts(row) and named and not set(named) & set(acts(row)):
        return f"  act     {row.get('id')}  {', '.join(acts(row))}, named {', '.join(named)}  {text}"
    return ""


def _guessed(row: Mapping[str, Any], found: Examination) -> str:
    if not (should_flag(row) and acts(row) and found.flagged and (guesses := guessed(found))):
        return ""
    how = "right" if {*acts(row)} & {*guesses} else "wrong"
    return f"  {how}   {row.get('id')}  {', '.join(acts(row))}, guessed {' or '.join(guesses)}  {told(row)}"
