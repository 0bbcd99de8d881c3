"""What was found in an inquiry as JSON: `desk screen` and `desk show --json` write it in one shape."""

from collections.abc import Mapping
from typing import Any, Final

PLACE: Final = ("field", "start", "end", "text")
Kept = Mapping[str, Any]


def finding(kept: Kept, *more: str) -> dict[str, Any]:
    """One finding, with what `more` is known of it."""
    return {name: kept[name] for name in ("act", "sign", "strength", *PLACE, *more) if name in kept}


def suppressed(kept: Kept, *more: str) -> dict[str, Any]:
    """One finding that does not count, and why not."""
    return finding(kept["finding"], *more) | {"reason": kept["reason"]}


def care(cues: list[Kept]) -> dict[str, Any]:
    """Which needs there are, each once, and what tells of them."""
    return {
        "care": sorted({cue["care"] for cue in cues}),
        "cues": [{name: cue[name] for name in ("care", "sign", *PLACE)} for cue in cues],
    }


def opinion(kept: Kept | None) -> dict[str, Any] | None:
    """The second opinion; what an earlier version kept does not tell everything."""
    if kept is None:
        return None
    guess = {"act": kept["act_guess"]} | ({"guess": True} if kept["act_guess"] else {})
    second = {"second_act": kept["second_guess"]} if kept.get("second_guess") else {}
    told = guess | second | ({"only_mixed": True} if kept.get("only_mixed") else {})
    return {name: kept[name] for name in ("score", "unusual", "words")} | told
