"""A press that changed the topic: what the form tells of it, for as long as it comes back before the check page."""

from collections.abc import Collection
from dataclasses import dataclass

from desk.forms import Form
from desk.rules.inquiry import GENERAL, Draft


@dataclass(frozen=True, slots=True)
class Move:
    """The topic before the press, which may be one that is no longer offered, and the one after it."""

    before: str
    now: str


def pressed(before: str, now: str, topics: Collection[str]) -> Move | None:
    """The move that a press makes; None to a topic that it was before, or that there is not."""
    before = before or GENERAL
    return Move(before, now) if now != before and now in topics else None


def carried(form: Form, draft: Draft, topics: Collection[str]) -> Move | None:
    """The move that the form was shown with; None once its sender has chosen another topic themselves.

    What no form was shown with is no move: a topic stands on either side, as `told` wrote them.
    """
    before, _, now = form.fields.get("moved", "").rpartition(" ")
    return pressed(before, now, topics) if now == draft.topic and before in topics else None


def told(move: Move) -> str:
    """The move as the form carries it, until all that is missing has been filled in."""
    return f"{move.before} {move.now}"
