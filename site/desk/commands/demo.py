"""`desk demo`: realistic inquiries in both languages, several of them flagged, to see what a reviewer sees."""

import argparse
import asyncio
import ipaddress
import secrets
import sys
import tomllib
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from rich.progress import track

from desk import app, settings
from desk.commands.beginning import brought_up_to_date
from desk.commands.output import console, refuse
from desk.context import Context
from desk.delivery import worker
from desk.rules.inquiry import Draft, phone_number, tidy
from desk.store import inquiries
from desk.store.inquiries import Added, Arrival, Limits

INQUIRIES = Path(__file__).parent / "demo_inquiries.toml"
UNLIMITED = Limits(address=sys.maxsize, everyone=sys.maxsize)


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    what = "store some 60 made-up inquiries in both languages and screen them"
    parser = subparsers.add_parser(
        "demo", help=what, description=f"{what}. Their letters become files: refused where a mail server is set."
    )
    parser.add_argument("--yes", action="store_true", help="also when inquiries are stored here already")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Store and screen them, through the same doors as real ones."""
    known = settings.read()
    if known.smtp_host:
        return refuse("a mail server is set, and made-up inquiries should not be mailed. Unset DESK_SMTP_HOST first")
    brought_up_to_date(known)
    context = app.assemble(known)
    try:
        if inquiries.any_stored(context.store) and not options.yes:
            return refuse("inquiries are stored here already. To add made-up ones all the same: desk demo --yes")
        entries = tomllib.loads(INQUIRIES.read_text("utf-8"))["inquiry"]
        stored = 0
        for number, entry in enumerate(track(entries, description="Storing", console=console)):
            added = asyncio.run(inquiries.add(context.store, _arrival(context, number, entry), UNLIMITED))
            stored += isinstance(added, Added) and not added.again
        while worker.screen(context):
            pass
    finally:
        context.store.close()
    console.print(f"{stored} made-up inquiries are stored. The flagged ones wait on the page /staff/queue")
    return 0


def _arrival(context: Context, number: int, entry: Mapping[str, Any]) -> Arrival:
    names = ("topic", "name", "kana", "company", "email", "phone", "subject", "message")
    draft = tidy(Draft(consent=True, **{name: str(entry.get(name, "")) for name in names}))
    at = _moment(context, entry)
    return Arrival(
        form_id=f"demo-{secrets.token_hex(16)}",  # made anew: the same ones again the same day are more inquiries
        draft=draft,
        phone_e164=phone_number(draft.phone) if draft.phone else None,
        language=entry["language"],
        policy_version=context.policy(entry["language"]).version,
        notice_version=context.notice(entry["language"]).version,
        notice_shown_at=at - timedelta(minutes=3),
        received_at=at,
        client=str(ipaddress.ip_address("192.0.2.1") + number),  # addresses set aside for examples (RFC 5737)
        marks=(),
    )


def _moment(context: Context, entry: Mapping[str, Any]) -> datetime:
    """The hour of that day where the organisation is; never later than now."""
    local = context.now().astimezone(ZoneInfo(context.organisation.timezone))
    day = local.replace(hour=entry["hour"], minute=0, second=0, microsecond=0) - timedelta(days=entry["days_ago"])
    return min(day.astimezone(UTC), context.now())
