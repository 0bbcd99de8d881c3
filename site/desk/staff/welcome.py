"""The one-time link: a new member of staff chooses a password, sets up the second factor, and is inside.

The second factor is drawn for each look and travels sealed, in the form and in the address of its picture. Whoever made
the link, or saw it on its way, may have looked as well; what they saw then is no part of what is kept.
"""

import base64
import binascii
from collections.abc import Iterator
from typing import Any

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from desk import forms
from desk.context import Context
from desk.rules.review import N_, Fault
from desk.staff import codes, frame, passwords, session
from desk.store import second_factor, staff
from desk.store.people import Staff
from desk.store.sealing import SealError

WRONG_CODE = N_("Type the six digits that your app shows now. If you have opened this page before, scan it anew first.")


@get("/welcome/{invitation:str}", opt={"permission": session.OPEN})
async def show(
    desk: NamedDependency[Context], request: Request[Any, Any, Any], invitation: FromPath[str]
) -> Response[bytes]:
    """Show the form, or that the link is used or too old."""
    language = frame.language_of(request)
    person = await desk.store.run(staff.open_invitation, invitation, desk.now())
    if person is None:
        return _gone(desk, language)
    wished = request.query_params.get("language")
    return _form(desk, language if wished else person.language, person, (invitation, codes.drawn()), ())


@get("/welcome/{invitation:str}/qr.svg", opt={"permission": session.OPEN})
async def picture(
    desk: NamedDependency[Context], request: Request[Any, Any, Any], invitation: FromPath[str]
) -> Response[bytes]:
    """Draw the QR code of the second factor in a form, for as long as the link is good."""
    person = await desk.store.run(staff.open_invitation, invitation, desk.now())
    secret = _opened(desk, invitation, request.query_params.get("factor", ""))
    if person is None or not secret:
        return Response(b"", status_code=404, media_type="image/svg+xml")
    drawn = codes.picture(secret, person.name)
    return Response(drawn, media_type="image/svg+xml", headers={"Cache-Control": "no-store"})


@post("/welcome/{invitation:str}", opt={"permission": session.OPEN}, status_code=303)
async def enrol(
    desk: NamedDependency[Context], request: Request[Any, Any, Any], invitation: FromPath[str]
) -> Response[bytes]:
    """Keep password and second factor, and start the first session."""
    typed = (await forms.read(request)).fields
    language = frame.language_of(request, typed.get("language", ""))
    person = await desk.store.run(staff.open_invitation, invitation, desk.now())
    if person is None:
        return _gone(desk, language)
    secret = _opened(desk, invitation, typed.get("factor", ""))
    step = codes.step(secret, typed.get("code", ""), desk.now())
    faults = tuple(_faults(typed.get("password", ""), typed.get("again", ""), step))
    if faults or step is None:
        return _form(desk, language, person, (invitation, secret or codes.drawn()), faults)
    kept = await passwords.hashed(typed["password"])
    enrolled = await desk.store.run(staff.enrol, invitation, kept, secret, desk.now())
    if enrolled is None:
        return _gone(desk, language)
    await desk.store.run(second_factor.used_totp_step, enrolled.id, step)
    if typed.get("language") == language != enrolled.language:  # who read this page in a language goes on in it
        await desk.store.run(staff.change_language, enrolled.id, language)
    return await session.begun(desk, request, enrolled)


def _faults(password: str, again: str, step: int | None) -> Iterator[Fault]:
    if len(password) < passwords.SHORTEST:
        yield Fault("password", N_("Choose a password of 12 characters or more."))
    elif len(password) > passwords.LONGEST:
        yield Fault("password", N_("Choose a password of 200 characters at most."))
    elif password != again:
        yield Fault("again", N_("Type the same password twice: the two differ."))
    if step is None:
        yield Fault("code", WRONG_CODE)


def _form(
    desk: Context, language: str, person: Staff, link: tuple[str, str], faults: tuple[Fault, ...]
) -> Response[bytes]:
    """The form with the second factor that goes with it; `link` is the invitation and that secret."""
    invitation, secret = link
    sealed = desk.store.seals.seal(secret, _place(invitation)) or b""
    context = {
        "person": person,
        "invitation": invitation,
        "secret": codes.groups(secret),
        "factor": base64.urlsafe_b64encode(sealed).decode(),
        "faults": faults,
    }
    return frame.outside(desk, language, "welcome.html", context, status=422 if faults else 200)


def _gone(desk: Context, language: str) -> Response[bytes]:
    return frame.outside(desk, language, "welcome_gone.html", {}, status=404)


def _opened(desk: Context, invitation: str, factor: str) -> str:
    """The second factor that was sealed for this invitation; "" where it is none of ours."""
    try:
        return desk.store.seals.open(base64.urlsafe_b64decode(factor), _place(invitation))
    except (SealError, ValueError, binascii.Error):
        return ""


def _place(invitation: str) -> str:
    return f"staff:factor:{invitation}"
