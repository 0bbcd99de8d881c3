"""What a desk is told of a sender whom other decisions than those on this inquiry are in force against."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from desk.context import Context
from desk.pages import day
from desk.store import measures
from desk.store.outbox import OutboxItem
from desk.store.records import StoredInquiry


def in_force(context: Context, item: OutboxItem, inquiry: StoredInquiry) -> list[Mapping[str, str]]:
    """The last refusal and the last restriction of contact that stand against the mailbox of the sender.

    Only the letter that asks for an ordinary answer says so: the others say what their reviewer, who saw it, asks for.
    Raises StoreUnavailable.
    """
    if item.kind != "desk":
        return []
    zone = ZoneInfo(context.organisation.timezone)
    last = {
        "refused" if one.stands.state == "refused" else "restricted": one
        for one in measures.against(context.store, inquiry, context.organisation.restricts)
        if one.stands.state == "refused" or one.stands.outcome == "restricted"
    }
    return [
        {"kind": kind, "receipt": one.receipt, "day": day(item.language, one.stands.at.astimezone(zone).date())}
        for kind, one in sorted(last.items())
    ]
