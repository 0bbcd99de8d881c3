"""What somebody sent when their session was over: sealed for them alone, until they have signed in again.

It travels in the page of the sign-in and nowhere else: in no address, no cookie, no log, no table.
"""

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from litestar import Request

from desk import forms
from desk.context import Context
from desk.forms import Form, FormError
from desk.staff import filled
from desk.store.sealing import SealError

AGE: Final = timedelta(hours=12)
FIELD: Final = "kept"
"""The field of the sign-in that carries it."""

_UNTYPED: Final = frozenset({"token", "go", "revealed", "confirms", "behind", "notice"})


@dataclass(frozen=True, slots=True)
class Kept:
    """The fields of a form, and where it was sent."""

    path: str
    fields: Mapping[str, str]


async def of_request(desk: Context, request: Request[Any, Any, Any]) -> str:
    """Seal what a request without a session holds for whoever was given its form; "" where nobody was, or it is empty.

    The signed token of the form tells whose it was: nobody else can have anything kept in their name.
    """
    if request.method != "POST":
        return ""
    try:
        form = await forms.read(request)
    except FormError:
        return ""
    owner = desk.tokens.staff_form_owner(form.fields.get("token", ""))
    fields = {name: text for name, text in form.fields.items() if name not in _UNTYPED and text}
    return _sealed(desk, owner, Kept(request.url.path, fields)) if owner and fields else ""


def opened(desk: Context, text: str, staff_id: str) -> Kept | None:
    """What was kept for this person; None for anybody else, after AGE, and for anything that is no text of ours."""
    try:
        found = json.loads(desk.store.seals.open(base64.urlsafe_b64decode(text), _place(staff_id)))
    except (SealError, ValueError, binascii.Error):
        return None
    if desk.now() - datetime.fromisoformat(found["at"]) > AGE:
        return None
    return Kept(found["path"], found["fields"])


def words(desk: Context, form: Form, staff_id: str) -> tuple[str, ...]:
    """What was written into a form of this person's from an earlier session; nothing of anybody else's."""
    if desk.tokens.staff_form_owner(form.fields.get("token", "")) != staff_id:
        return ()
    return filled.words(form.fields)


def _sealed(desk: Context, owner: str, kept: Kept) -> str:
    text = json.dumps({"at": desk.now().isoformat(), "path": kept.path, "fields": kept.fields}, ensure_ascii=False)
    return base64.urlsafe_b64encode(desk.store.seals.seal(text, _place(owner)) or b"").decode()


def _place(staff_id: str) -> str:
    return f"staff:kept:{staff_id}"
