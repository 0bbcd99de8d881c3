"""What travels between the steps of the form: the fields that were posted, or the signed token of the check page."""

import hashlib
import json
import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime

from desk.forms import Form
from desk.rules.inquiry import TRAP, Draft
from desk.rules.policy import Policy
from desk.tokens import Tokens

_VISIT = re.compile("[0-9a-f]{32}")
_TEXTS = tuple(field.name for field in fields(Draft) if field.name != "consent")


@dataclass(frozen=True, slots=True)
class Notice:
    """What stood on the form that was handed in: the version of the notice, and when it was handed in.

    The form is the same page for everyone, kept by browsers, so nobody knows when it began to be shown; but whoever
    hands it in has it before them. `version` is None for a form that names none.
    """

    version: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Step:
    """A draft on its way; `form_id` makes two sendings of one text the same, `shown_at` is when it was checked.

    `notice` stays as the form had it, however often the check page is shown after that. `visit` stays with the draft
    however often it is changed (see `begin`). `unsent` is why the last try to send it stored nothing, "" where there
    was none (see `remarks`).
    """

    draft: Draft
    form_id: str
    shown_at: datetime
    notice: Notice
    expired: bool = False
    trusted: bool = False
    unsent: str = ""
    visit: str = ""


def begin(draft: Draft, now: datetime, notice: Notice, visit: str = "") -> Step:
    """A draft that comes to the check page, for the first time or, with the `visit` of then, once more.

    The same text of one visit has the same form id, so that it is stored once at most, whatever became of the last try.
    Another text has another: under the same it would be answered with the receipt of the text before, and be lost.
    """
    visit = visit or secrets.token_hex(16)
    return Step(draft, _form_id(visit, draft), now, notice, trusted=True, visit=visit)


def visit(form: Form) -> str:
    """The visit that the form says it belongs to; "" where it is none of ours, as on a form that was just opened."""
    found = form.fields.get("visit", "")
    return found if _VISIT.fullmatch(found) else ""


def notice(form: Form, known: Iterable[Policy], now: datetime) -> Notice:
    """The notice that the form says it shows, if that is one of those `known`."""
    said = form.fields.get("notice", "")
    return Notice(said if any(one.version == said for one in known) else None, now)


def typed(form: Form) -> Draft:
    """Read the draft from the fields of the form as they were typed."""
    texts = {name: form.fields.get(TRAP if name == "trap" else name, "") for name in _TEXTS}
    return Draft(**texts, consent=bool(form.fields.get("consent")))


def token(tokens: Tokens, step: Step) -> str:
    """Sign a step so that it can travel in a page."""
    said = (("notice", step.notice.version), ("unsent", step.unsent), ("visit", step.visit))
    times = {"shown_at": step.shown_at.isoformat(), "notice_at": step.notice.at.isoformat()}
    beside = {name: value for name, value in said if value}
    return tokens.draft({"draft": asdict(step.draft), "form_id": step.form_id, **times, **beside})


def opened(tokens: Tokens, text: str, now: datetime) -> Step | None:
    """Open the token of a check page; None where nothing in it can be read.

    What an unverifiable token holds is only what its sender typed: it is shown again and never stored as it is.
    """
    found = tokens.open_draft(text) if text else None
    if found is None:
        return None
    draft = _draft(found.payload.get("draft"))
    if not found.trusted:
        return Step(draft, "", now, Notice(None, now))
    shown_at = _moment(found.payload["shown_at"])
    handed_in = _moment(found.payload.get("notice_at", found.payload["shown_at"]))
    shown = Notice(found.payload.get("notice"), handed_in)
    unsent, visited = (str(found.payload.get(name, "")) for name in ("unsent", "visit"))
    form_id = str(found.payload["form_id"])
    return Step(draft, form_id, shown_at, shown, found.expired, trusted=True, unsent=unsent, visit=visited)


def _moment(written: object) -> datetime:
    return datetime.fromisoformat(str(written)).astimezone(UTC)


def _draft(found: object) -> Draft:
    values = found if isinstance(found, Mapping) else {}
    texts = {name: value for name in _TEXTS if isinstance(value := values.get(name), str)}
    return Draft(**texts, consent=values.get("consent") is True)


def _form_id(visit: str, draft: Draft) -> str:
    """Without the visit, which is kept nowhere, nobody can try texts until they find the one that was sent."""
    return hashlib.sha256(json.dumps([visit, asdict(draft)]).encode()).hexdigest()[:32]
