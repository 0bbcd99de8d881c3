"""Door 1, the inquiry: the form, the check page, the sending and the receipt. Nothing typed is ever lost on the way."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

from desk import forms, pages
from desk.context import Context
from desk.public import drafts, sheets
from desk.rules import inquiry
from desk.rules.inquiry import Draft, Problem
from desk.store import inquiries as stored
from desk.store.engine import StoreUnavailable

TOO_FAST = timedelta(seconds=2)
"""Nobody reads a check page in less: what is sent sooner is marked, and stored all the same."""

RETRY_AFTER_FAULT = 10  # seconds; the store recovers by itself
REPLACED = "\ufffd"

_TOO_LARGE = Problem("message", "Shorten your inquiry: it is too large to be sent. All of your text is still here.")
_DAMAGED = Problem(
    "message",
    "Some characters could not be read and now show as %(mark)s. Put them right, then check again.",
    {"mark": REPLACED},
)


@get("/inquiries")
async def show(
    desk: NamedDependency[Context], language: NamedDependency[str], request: Request[Any, Any, Any]
) -> Response[bytes]:
    """Show the form; `?topic=` chooses the desk or service beforehand."""
    topic = request.query_params.get("topic", "")
    known = topic in sheets.topics(desk.organisation)
    return sheets.form(desk, language, sheets.Sheet(Draft(topic=topic) if known else sheets.NOBODY))


@post("/inquiries")
async def check(
    desk: NamedDependency[Context], language: NamedDependency[str], request: Request[Any, Any, Any]
) -> Response[bytes]:
    """Take the next step with what was typed: the check page, the form again, or either in this language."""
    form = await forms.read(request)
    step = drafts.opened(desk.tokens, form.fields.get("token", ""), desk.now())
    if step is None and "token" in form.fields:
        return _not_sendable(desk, language, drafts.typed(form))
    draft = step.draft if step else drafts.typed(form)
    wish, _, what = form.fields.get("go", "check").partition(":")
    if wish == "topic":
        draft = replace(draft, topic=what)
    sheet = sheets.Sheet(draft, _unsendable(form, draft), status=_status(form))
    if wish in ("switch", "change"):
        return sheets.form(desk, language, _again(sheet, what))
    if sheet.problems:
        return sheets.form(desk, language, sheet)
    problems = inquiry.check(draft, sheets.topics(desk.organisation))
    if problems:
        return sheets.form(desk, language, replace(sheet, problems=problems, status=422))
    return sheets.check(desk, language, _checked(step, inquiry.tidy(draft), desk.now()))


@post("/inquiries/send")
async def send(
    desk: NamedDependency[Context], language: NamedDependency[str], request: Request[Any, Any, Any]
) -> Response[bytes]:
    """Store the inquiry and show its receipt, or show the text again with the reason why it was not stored."""
    form = await forms.read(request)
    step = drafts.opened(desk.tokens, form.fields.get("token", ""), desk.now())
    if step is None or step.expired or not step.trusted:
        return _not_sendable(desk, language, step.draft if step else drafts.typed(form))
    problems = inquiry.check(step.draft, sheets.topics(desk.organisation))
    if problems:
        return sheets.form(desk, language, sheets.Sheet(step.draft, problems, status=422))
    return await _store(desk, language, step, request.scope["client"])


@get("/inquiries/sent/{token:str}")
async def sent(desk: NamedDependency[Context], language: NamedDependency[str], token: FromPath[str]) -> Response[bytes]:
    """Show the receipt that the signed token holds; anything else is no page of ours."""
    found = desk.tokens.open_sent(token)
    if found is None:
        raise NotFoundException
    return desk.pages.reply(
        language,
        "public/sent.html",
        receipt=found.receipt,
        received_at=found.received_at,
        alternate=pages.url(pages.other(language), "sent", token=token),
        **sheets.translation(desk, language),
    )


async def _store(desk: Context, language: str, step: drafts.Step, client: tuple[str, int] | None) -> Response[bytes]:
    limits = stored.Limits(desk.settings.limit_address, desk.settings.limit_all)
    try:
        added = await stored.add(desk.store, _arrival(desk, language, step, client), limits)
    except StoreUnavailable:
        return sheets.check(desk, language, step, _out_of_order(desk, language))
    if isinstance(added, stored.Limited):
        return sheets.check(desk, language, step, _too_many(desk, language, added.retry_after))
    token = desk.tokens.sent(added.receipt, added.received_at, language)
    return pages.lead(303, pages.url(language, "sent", token=token))


def _arrival(desk: Context, language: str, step: drafts.Step, client: tuple[str, int] | None) -> stored.Arrival:
    now = desk.now()
    tidied = inquiry.tidy(step.draft)
    marks = (("trap", bool(step.draft.trap)), ("fast", now - step.shown_at < TOO_FAST))
    return stored.Arrival(
        form_id=step.form_id,
        draft=tidied,
        phone_e164=inquiry.phone_number(tidied.phone),
        language=language,
        policy_version=desk.policy(language, step.shown_at).version,
        notice_version=desk.notice(language, step.shown_at).version,
        notice_shown_at=step.shown_at,
        received_at=now,
        client=client[0] if client else "",
        marks=tuple(name for name, holds in marks if holds),
    )


def _checked(step: drafts.Step | None, draft: Draft, now: datetime) -> drafts.Step:
    """The step to the check page; one that was there before keeps its form id, so that it is sent once at most."""
    fresh = drafts.begin(draft, now)
    return replace(fresh, form_id=step.form_id) if step and step.trusted else fresh


def _status(form: forms.Form) -> int:
    if form.too_large:
        return 413
    return 422 if form.damaged else 200


def _unsendable(form: forms.Form, draft: Draft) -> tuple[Problem, ...]:
    """What is wrong with the form as a whole, said at the field where it can be put right."""
    if form.too_large:
        return (_TOO_LARGE,)
    if form.damaged:
        damaged = (name for name in inquiry.FIELDS if REPLACED in str(getattr(draft, name)))
        return (replace(_DAMAGED, field=next(damaged, _DAMAGED.field)),)
    return ()


def _again(sheet: sheets.Sheet, field: str) -> sheets.Sheet:
    return replace(sheet, focus=field if field in inquiry.FIELDS and not sheet.problems else "")


def _not_sendable(desk: Context, language: str, draft: Draft) -> Response[bytes]:
    """The form once more. Answered 422, for nothing was stored: a 200 would tell a program that it was."""
    sheet = sheets.Sheet(draft, remark=_why_not(desk, language, draft), status=422)
    return sheets.form(desk, language, sheet)


def _why_not(desk: Context, language: str, draft: Draft) -> str:
    say = desk.pages.translate
    if draft == sheets.NOBODY:
        return say(
            language, "We could not read what was sent, so nothing was stored. Please fill in the form once more."
        )
    return say(
        language,
        "Your inquiry has not been sent: its check page was too old or arrived incomplete."
        " Your text is still here. Please check it once more.",
    )


def _out_of_order(desk: Context, language: str) -> sheets.Remark:
    say = desk.pages.translate
    return sheets.Remark(
        say(language, "We could not store your inquiry just now"),
        say(
            language,
            "Nothing is lost: all of your text is below. Please wait a moment and press the button again.",
        ),
        status=503,
        retry_after=RETRY_AFTER_FAULT,
    )


def _too_many(desk: Context, language: str, seconds: int) -> sheets.Remark:
    say, zone = desk.pages.translate, ZoneInfo(desk.organisation.timezone)
    free_again = desk.now() + timedelta(seconds=seconds + 59)  # the minute after it, for the clock shows no seconds
    return sheets.Remark(
        say(language, "Please wait a little before you send this"),
        say(
            language,
            "More inquiries have arrived in a short time than we can take. Nothing is lost: all of your text is"
            " below. You can send it from %(time)s on (%(zone)s).",
            time=pages.clock(free_again, zone),
            zone=pages.zone_name(language, zone, free_again),
        ),
        status=429,
        retry_after=seconds,
    )
