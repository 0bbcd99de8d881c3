"""What travels between the steps of the form: the fields that were posted, or the signed token of the check page."""

import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, datetime

from desk.forms import Form
from desk.rules.inquiry import TRAP, Draft
from desk.tokens import Tokens

_TEXTS = tuple(field.name for field in fields(Draft) if field.name != "consent")


@dataclass(frozen=True, slots=True)
class Step:
    """A draft on its way; `form_id` makes two sendings of one form the same, `shown_at` is when it was checked.

    `unsent` is why the last try to send it stored nothing, "" where there was none (see `remarks`).
    """

    draft: Draft
    form_id: str
    shown_at: datetime
    expired: bool = False
    trusted: bool = False
    unsent: str = ""


def begin(draft: Draft, now: datetime) -> Step:
    """A draft that comes to the check page for the first time."""
    return Step(draft, secrets.token_hex(16), now, trusted=True)


def typed(form: Form) -> Draft:
    """Read the draft from the fields of the form as they were typed."""
    texts = {name: form.fields.get(TRAP if name == "trap" else name, "") for name in _TEXTS}
    return Draft(**texts, consent=bool(form.fields.get("consent")))


def token(tokens: Tokens, step: Step) -> str:
    """Sign a step so that it can travel in a page."""
    unsent = {"unsent": step.unsent} if step.unsent else {}
    return tokens.draft(
        {"draft": asdict(step.draft), "form_id": step.form_id, "shown_at": step.shown_at.isoformat(), **unsent},
    )


def opened(tokens: Tokens, text: str, now: datetime) -> Step | None:
    """Open the token of a check page; None where nothing in it can be read.

    What an unverifiable token holds is only what its sender typed: it is shown again and never stored as it is.
    """
    found = tokens.open_draft(text) if text else None
    if found is None:
        return None
    draft = _draft(found.payload.get("draft"))
    if not found.trusted:
        return replace(begin(draft, now), trusted=False)
    shown_at = datetime.fromisoformat(str(found.payload["shown_at"])).astimezone(UTC)
    unsent = str(found.payload.get("unsent", ""))
    return Step(draft, str(found.payload["form_id"]), shown_at, found.expired, trusted=True, unsent=unsent)


def _draft(found: object) -> Draft:
    values = found if isinstance(found, Mapping) else {}
    texts = {name: value for name in _TEXTS if isinstance(value := values.get(name), str)}
    return Draft(**texts, consent=values.get("consent") is True)
