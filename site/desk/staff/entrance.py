"""The entrance: sign-in with name, password and code; the same answer and work whichever of them is wrong."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

from litestar import Request, Response, get, post
from litestar.di import NamedDependency

from desk import forms, log
from desk.context import Context
from desk.forms import Form
from desk.pages import LANGUAGES
from desk.rules import review
from desk.staff import codes, frame, kept, passwords, resuming, session, tries
from desk.staff.session import SignInFirst
from desk.staff.tries import Tries
from desk.store import second_factor, sessions, staff
from desk.store.engine import StoreUnavailable
from desk.store.people import Account, Staff
from desk.store.sealing import SealError
from desk.store.sessions import Session

LONGEST_NAME = 100  # characters


@dataclass(frozen=True, slots=True)
class Claim:
    """Who somebody says to be, and with what they prove it."""

    name: str
    password: str
    code: str


@get("/", opt={"permission": "account"})
async def door(me: NamedDependency[Session]) -> Response[bytes]:
    """Lead to the first page of this role."""
    return session.to("/staff/queue" if review.may(me.staff.role, "queue") else "/staff/log")


@get("/sign-in", opt={"permission": session.OPEN})
async def show(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Show the form."""
    ended = session.ENDED in request.query_params
    wanted = session.page_of_ours(request.query_params.get(session.WANTED, ""))
    return session.sign_in_page(request, {"name": "", "failure": "", "ended": ended, "wanted": wanted})


@post("/sign-in", opt={"permission": session.OPEN}, status_code=303)
async def sign_in(desk: NamedDependency[Context], request: Request[Any, Any, Any]) -> Response[bytes]:
    """Start a session, or say that something was wrong and not what."""
    typed = (await forms.read(request)).fields
    claim = Claim(typed.get("name", "")[:LONGEST_NAME], typed.get("password", ""), typed.get("code", ""))
    language = frame.language_of(request, typed.get("language", ""))
    wanted = session.page_of_ours(typed.get(session.WANTED, ""))
    beside = {"name": claim.name, "kept": typed.get(kept.FIELD, ""), "wanted": wanted}
    if typed.get("go") in LANGUAGES:  # the page in the other language, with what it keeps
        again = {**beside, "failure": "", "ended": bool(beside["kept"])}
        return session.sign_in_page(request, again, language=typed["go"], status=403 if beside["kept"] else 200)
    try:
        return await _come_in(desk, request, claim, language, beside)
    except StoreUnavailable as error:
        log.fault("unavailable", error, status=503)
        say = desk.pages.translate(language, "The desk is out of service for a short while. Please try again soon.")
        shown = {**beside, "failure": say}
        return session.sign_in_page(request, shown, language=language, status=503, headers={"Retry-After": "30"})


async def _come_in(
    desk: Context, request: Request[Any, Any, Any], claim: Claim, language: str, beside: Mapping[str, str]
) -> Response[bytes]:
    account = await _account(desk, claim.name)
    counted = tries.of(desk, request, claim.name, account.staff if account else None)
    wait = await tries.wait(desk, counted)
    if wait:
        return _too_often(desk, request, language, beside, wait)
    person = await _recognised(desk, account, claim, counted)
    if person:
        await tries.let_in(desk, counted)
        with suppress(SignInFirst):
            return await session.begun(desk, request, person, partial(_resumed, desk, beside["kept"]), beside["wanted"])
    say = desk.pages.translate(language, "Name, password or code is wrong. Wait for a fresh code and try again.")
    return session.sign_in_page(request, {**beside, "failure": say}, language=language, status=422)


async def _resumed(desk: Context, text: str, me: Session) -> Response[bytes] | None:
    return await resuming.page(desk, me, text)


@post("/sign-out", opt={"permission": "account"}, status_code=303)
async def sign_out(
    desk: NamedDependency[Context],
    me: NamedDependency[Session],
    form: NamedDependency[Form],
    request: Request[Any, Any, Any],
) -> Response[bytes]:
    """End this session, or all of this person's."""
    if form.fields.get("everywhere"):
        await desk.store.run(sessions.end_all, me.staff.id, desk.now())
    else:
        await desk.store.run(sessions.end_session, session.token_of(request), desk.now())
    return session.ended()


async def _account(desk: Context, name: str) -> Account | None:
    """The account of a name. One whose key is gone cannot prove anything, and an outsider is told no more than ever."""
    try:
        return await desk.store.run(staff.by_name, name)
    except SealError as error:
        log.fault("sealed", error)
        return None


async def _recognised(desk: Context, account: Account | None, claim: Claim, counted: Tries) -> Staff | None:
    now = desk.now()
    known = account if account and not account.staff.disabled else None
    password_fits = await passwords.fits(claim.password, known.password_hash if known else "")
    step = codes.step(known.totp_secret if known else "", claim.code, now)
    may_try = await tries.may_try_code(desk, counted, password_fits=password_fits)
    if known is None or not password_fits or step is None or not may_try:
        return None
    fresh = await desk.store.run(second_factor.used_totp_step, known.staff.id, step)
    return known.staff if fresh else None


def _too_often(
    desk: Context, request: Request[Any, Any, Any], language: str, beside: Mapping[str, str], seconds: int
) -> Response[bytes]:
    say = desk.pages.translate(
        language, "Too many tries. Please wait about %(minutes)s minutes and try again.", minutes=-(-seconds // 60)
    )
    headers = {"Retry-After": str(seconds)}
    return session.sign_in_page(request, {**beside, "failure": say}, language=language, status=429, headers=headers)
