"""How well the signs do on rows whose answer is known: recall, false flags, right act, and what was missed."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from desk.rules.conduct import Examination

Examined = tuple[Mapping[str, Any], Examination]


def report(examined: Iterable[Examined]) -> str:
    """Tables per language and per act, then every miss and every false flag; rows without a label are left out.

    `label` is "flag" or "ok" (or true and false); `act` (or `acts`), where given, is the act that should be named.
    """
    given = list(examined)
    rows = [(row, found) for row, found in given if should_flag(row) is not None]
    by_language = _table(rows, lambda row: [str(row.get("lang", "?"))])
    by_act = _table([item for item in rows if should_flag(item[0])], lambda row: _acts(row) or ["act not given"])
    wrong = [line for item in rows if (line := _wrong(*item))] or ["  none"]
    left = [f"left out, having no label: {len(given) - len(rows)}", ""] if len(rows) < len(given) else []
    tables = ["per language", *by_language, "", "per act", *by_act]
    tried = ["", "on trial, flagging nobody", *on_trial] if (on_trial := _on_trial(rows)) else []
    return "\n".join([*left, *tables, *tried, "", "misses and false flags", *wrong, ""])


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
    if acts := _acts(row):
        tally += (["named"] if named else []) + (["right"] if named & set(acts) else [])
    return tally


def _line(counted: Counter[str]) -> str:
    parts = [f"flagged {_share(counted['hit'], counted['flag'])}"] if counted["flag"] else []
    parts += [f"right act among those named {_share(counted['right'], counted['named'])}"] if counted["named"] else []
    parts += [f"false flags {_share(counted['false'], counted['ok'])}"] if counted["ok"] else []
    return " · ".join(parts)


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} = {part / whole:.3f}"


def _wrong(row: Mapping[str, Any], found: Examination) -> str:
    named = sorted({finding.act for finding in found.findings})
    fields = [str(row[field]) for field in ("name", "company", "subject", "text", "message") if row.get(field)]
    text = " ".join(" / ".join(fields).split())[:120]
    if should_flag(row) and not found.flagged:
        return f"  missed  {row.get('id')}  {', '.join(_acts(row))}  {text}"
    if not should_flag(row) and found.flagged:
        unusual = [f"unusual wording {found.opinion.score:.2f}"] if found.opinion and found.opinion.unusual else []
        held_by = ", ".join([*(finding.sign for finding in found.findings), *unusual])
        return f"  false   {row.get('id')}  {held_by}  {text}"
    if _acts(row) and named and not set(named) & set(_acts(row)):
        return f"  act     {row.get('id')}  {', '.join(_acts(row))}, named {', '.join(named)}  {text}"
    return ""


def should_flag(row: Mapping[str, Any]) -> bool | None:
    """Whether the row says that it is to be flagged; None where it says nothing that can be read."""
    label = row.get("label")
    if isinstance(label, str):
        return {"flag": True, "ok": False, "clean": False}.get(label)
    return label if isinstance(label, bool) else None


def _acts(row: Mapping[str, Any]) -> list[str]:
    given = row.get("acts", row.get("act")) or []
    return [named(act) for act in ([given] if isinstance(given, str) else given)]


def named(act: str) -> str:
    """An act by its whole name: "insult" is "act.insult"."""
    return act if act.startswith("act.") else f"act.{act}"
