"""How the signs fare: how often each was seen, and how often the people who decided named the act that it suggests."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from litestar import Request, Response, get
from litestar.di import NamedDependency

from desk.context import Context
from desk.rules import review
from desk.rules.conduct.ledger import Fared, fared
from desk.rules.conduct.shapes import BY_WORDING
from desk.staff import frame, session, words
from desk.store import ledger
from desk.store.sessions import Session

MOST = 200  # signs on the page
NEWEST = 100  # inquiries on the page of one sign


@dataclass(frozen=True, slots=True)
class Row:
    """A sign as the page lists it: the share of confirmed ones as it is written."""

    numbers: Fared
    wording: bool
    share: str


@get("/signs", opt={"permission": "signs"})
async def show(desk: NamedDependency[Context], me: NamedDependency[Session]) -> Response[bytes]:
    """Show every sign that was seen in an inquiry that is kept, those with no act named most often first."""
    rows = fared(await desk.store.run(ledger.seen))
    context = {
        "rows": [Row(row, row.sign == BY_WORDING, written(row)) for row in rows[:MOST]],
        "more": max(0, len(rows) - MOST),
        "any_without": any(row.no_act for row in rows),
        "acts": _acts(desk, me),
    }
    return frame.page(desk, me, "signs.html", context)


@get("/signs/seen", opt={"permission": "signs"})
async def one(
    desk: NamedDependency[Context], me: NamedDependency[Session], request: Request[Any, Any, Any]
) -> Response[bytes]:
    """Show the newest inquiries in which a sign was seen, and what was decided on each: they say what is wrong with it.

    The sign stands in the query, where anything may stand: an operator may give it any id. Where it was seen in none,
    lead back to all signs. Leads may open all of them.
    """
    sign = request.query_params.get("sign", "").replace("\0", "")  # which PostgreSQL does not take
    met = await desk.store.run(ledger.met, sign, NEWEST)
    if not met:
        return session.to("/staff/signs")
    context = {
        "sign": sign,
        "wording": sign == BY_WORDING,
        "met": met,
        "newest": NEWEST,
        "acts": _acts(desk, me),
        "states": words.STATES,
        "reasons": words.REASONS,
        "outcomes": review.OUTCOME_NAMES,
        "shut": (),
    }
    return frame.page(desk, me, "sign.html", context)


def _acts(desk: Context, me: Session) -> Mapping[str, str]:
    language = me.staff.language
    return words.acts(desk.policy(language), desk.pages.translate(language, "Another act"))


def written(row: Fared) -> str:
    """The share that was confirmed, in per cent; a dash where too few were decided on."""
    return "–" if row.share is None else f"{row.share:.1%}"
