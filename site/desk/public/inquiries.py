"""Door 1, the inquiry: the form, the check page, the sending and the receipt. Nothing typed is ever lost on the way."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.types import ASGIApp

from desk import forms, log, pages
from desk.context import Context
from desk.public import drafts, moves, remarks, sheets
from desk.rules import damage, inquiry
from desk.rules.inquiry import Draft, Problem
from desk.store import inquiries as stored
from desk.store.engine import StoreUnavailable

TOO_FAST = timedelta(seconds=2)
"""Nobody reads a check page in less: what is sent sooner is marked, and stored all the same."""

RETRY_AFTER_FAULT = 10  # seconds; the store recovers by itself
FAILED = 500

_TOO_LARGE = Problem("message", "Shorten your inquiry: it is too large to be sent. All of your text is still here.")
_DAMAGED = Problem(
    "message",
    "Some characters could not be read and now show as %(mark)s. Correct them, then check again.",
    {"mark": damage.MARK},
)


@get("/inquiries")
async def show(
    desk: NamedDependency[Context], language: NamedDependency[str], request: Request[Any, Any, Any]
) -> Response[bytes]:
    """Show the form; `?topic=` chooses the desk or service beforehand."""
    topic = request.query_params.get("topic", "")
    known = topic in desk.topics
    return sheets.form(desk, language, sheets.Sheet(Draft(topic=topic) if known else sheets.NOBODY))


@post("/inquiries")
async def check(
    desk: NamedDependency[Context], language: NamedDependency[str], request: Request[Any, Any, Any]
) -> Response[bytes]:
    """Take the next step with what was typed: the check page, the form again, or either in this language."""
    form = await forms.read(request)
    step = drafts.opened(desk.tokens, form.fields.get("token", ""), desk.now())
    try:
        return _next(desk, language, form, step)
    except Exception as error:  # noqa: BLE001 - as long as a form can be shown, the text goes back in it
        log.fault("failed", error, status=FAILED)
        return _given_back(desk, language, form, step)


def _next(desk: Context, language: str, form: forms.Form, step: drafts.Step | None) -> Response[bytes]:
    if step is None and "token" in form.fields:
        return _not_sendable(desk, language, form, None)
    sheet = _typed(desk, form, step)
    wish, _, what = form.fields.get("go", "check").partition(":")
    if wish in ("switch", "change"):
        return sheets.form(desk, language, _again(desk, form, sheet, what))
    if wish == "topic":
        sheet = _elsewhere(desk, sheet, what)
    problems = _unsendable(form, sheet.draft) or _problems(desk, sheet.draft)
    if problems:
        return sheets.form(desk, language, replace(sheet, problems=problems, status=_status(form)))
    notice = step.notice if step else drafts.notice(form, desk.notices[language], desk.now())
    step = _checked(step, drafts.begin(inquiry.tidy(sheet.draft), desk.now(), notice, sheet.visit))
    moved = sheet.move is not None or (wish, what) == ("check", sheets.MOVED)
    return sheets.check(desk, language, step, remarks.unsent(desk, language, step.unsent), moved=moved)


@post("/inquiries/send")
async def send(request: Request[Any, Any, Any]) -> ASGIApp:
    """Store the inquiry and show its receipt, or show the text again with the reason why it was not stored.

    It takes the request alone: dependencies and a Response to the receipt would cost as much as opening the token.
    """
    answer = await _sent(request.app.state.desk, request.route_handler.opt["language"], request)
    return answer if isinstance(answer, pages.Lead) else answer.to_asgi_response(app=None, request=request)


async def _sent(desk: Context, language: str, request: Request[Any, Any, Any]) -> Response[bytes] | pages.Lead:
    form = await forms.read(request)
    step = drafts.opened(desk.tokens, form.fields.get("token", ""), desk.now())
    try:
        return await _stored(desk, language, form, step, request.scope["client"])
    except Exception as error:  # noqa: BLE001 - the same page again: if it was stored, it is not stored twice
        log.fault("failed", error, status=FAILED)
        if step is None or step.expired or not step.trusted:
            return _given_back(desk, language, form, step)
        return _unsent(desk, language, replace(step, unsent=remarks.FAULT), FAILED, RETRY_AFTER_FAULT)


async def _stored(
    desk: Context, language: str, form: forms.Form, step: drafts.Step | None, client: tuple[str, int] | None
) -> Response[bytes] | pages.Lead:
    if step is None or step.expired or not step.trusted:
        return _not_sendable(desk, language, form, step)
    problems = _problems(desk, step.draft, tidied=True)  # before it was signed
    if problems:
        return sheets.form(desk, language, sheets.Sheet(step.draft, problems, status=422, visit=step.visit))
    if sheets.by_post(desk.organisation, step.draft.topic):
        return sheets.check(desk, language, step, status=422)
    return await _store(desk, language, step, client)


@get("/inquiries/sent/{token:str}")
async def sent(desk: NamedDependency[Context], language: NamedDependency[str], token: FromPath[str]) -> Response[bytes]:
    """Show the receipt that the sealed token holds; anything else is no page of ours."""
    found = desk.tokens.open_sent(token)
    if found is None:
        raise NotFoundException
    return desk.pages.reply(
        language,
        "public/sent.html",
        receipt=found.receipt,
        received_at=found.received_at,
        reachable=found.reachable,
        few=found.few,
        alternate=pages.url(pages.other(language), "sent", token=token),
        **sheets.translation(desk, language),
    )


async def _store(
    desk: Context, language: str, step: drafts.Step, client: tuple[str, int] | None
) -> Response[bytes] | pages.Lead:
    limits = stored.Limits(desk.settings.limit_address, desk.settings.limit_all)
    try:
        added = await stored.add(desk.store, _arrival(desk, language, step, client), limits)
    except StoreUnavailable:
        return _unsent(desk, language, replace(step, unsent=remarks.FAULT), 503, RETRY_AFTER_FAULT)
    if isinstance(added, stored.Limited):
        waiting = replace(step, unsent=remarks.until(desk.now(), added.retry_after))
        return _unsent(desk, language, waiting, 429, added.retry_after)
    few = desk.organisation.restricts(step.draft.topic)
    token = desk.tokens.sent(added.receipt, added.received_at, language, reachable=bool(step.draft.email), few=few)
    return pages.Lead(303, pages.url(language, "sent", token=token))


def _arrival(desk: Context, language: str, step: drafts.Step, client: tuple[str, int] | None) -> stored.Arrival:
    now = desk.now()
    draft = step.draft
    marks = (("trap", bool(draft.trap)), ("fast", now - step.shown_at < TOO_FAST))
    return stored.Arrival(
        form_id=step.form_id,
        draft=draft,
        phone_e164=inquiry.phone_number(draft.phone),
        language=language,
        policy_version=desk.policy(language, step.shown_at).version,
        notice_version=step.notice.version,
        notice_shown_at=step.notice.at,
        received_at=now,
        client=client[0] if client else "",
        related=not desk.organisation.restricts(draft.topic or inquiry.GENERAL),
        marks=tuple(name for name, holds in marks if holds),
    )


def _unsent(desk: Context, language: str, step: drafts.Step, status: int, retry_after: int) -> Response[bytes]:
    """The check page with the reason; it travels with the step, so that the other language says it too."""
    remark = remarks.unsent(desk, language, step.unsent)
    return sheets.check(desk, language, step, remark, status=status, headers={"Retry-After": str(retry_after)})


def _checked(step: drafts.Step | None, fresh: drafts.Step) -> drafts.Step:
    """The step to the check page: what is read again unchanged is the inquiry that it was, and says so once more."""
    if step is None or not step.trusted or step.draft != fresh.draft:
        return fresh
    return replace(fresh, form_id=step.form_id, unsent=step.unsent)


def _problems(desk: Context, draft: Draft, *, tidied: bool = False) -> tuple[Problem, ...]:
    """What keeps the draft from being sent; nothing of a matter that is not sent from here."""
    if sheets.by_post(desk.organisation, draft.topic):
        return ()
    check = inquiry.check_tidied if tidied else inquiry.check
    return check(draft, desk.topics, desk.anonymous)


def _status(form: forms.Form) -> int:
    return 413 if form.too_large else 422


def _unsendable(form: forms.Form, draft: Draft, *, told: bool = False) -> tuple[Problem, ...]:
    """What is wrong with the form as a whole, said at the field where it can be put right; `told`: it was before."""
    if form.too_large:
        return (_TOO_LARGE,)
    damaged = [name for name in inquiry.FIELDS if damage.MARK in str(getattr(draft, name))]
    if form.damaged or (told and damaged):
        return (replace(_DAMAGED, field=next(iter(damaged), _DAMAGED.field)),)
    return ()


def _again(desk: Context, form: forms.Form, sheet: sheets.Sheet, what: str) -> sheets.Sheet:
    """The form as it stands; `what` is the field to begin in, or what the page that was left had told above it."""
    told = what == sheets.PROBLEMS
    problems = _unsendable(form, sheet.draft, told=told) or (_problems(desk, sheet.draft) if told else ())
    why = what if what in remarks.AGAIN else ""
    focus = what if what in inquiry.FIELDS and not problems else ""
    return replace(sheet, problems=problems, why=why, focus=focus, status=_status(form) if problems or why else 200)


def _elsewhere(desk: Context, sheet: sheets.Sheet, topic: str) -> sheets.Sheet:
    """The sheet after a press that changes its topic, which it tells first of all."""
    move = moves.pressed(sheet.draft.topic, topic, desk.topics)
    return replace(sheet, draft=replace(sheet.draft, topic=topic), move=move, focus=sheets.MOVED if move else "")


def _typed(desk: Context, form: forms.Form, step: drafts.Step | None) -> sheets.Sheet:
    """What was typed, by the step that was opened or else by the form, and the check page that it was before."""
    if step:
        return sheets.Sheet(step.draft, visit=step.visit)
    draft = drafts.typed(form)
    return sheets.Sheet(draft, visit=drafts.visit(form), move=moves.carried(form, draft, desk.topics))


def _given_back(desk: Context, language: str, form: forms.Form, step: drafts.Step | None) -> Response[bytes]:
    """The form with what was typed, after a fault of ours."""
    sheet = _typed(desk, form, step)
    problems = _unsendable(form, sheet.draft)
    return sheets.form(desk, language, replace(sheet, problems=problems, why=remarks.FAULT, status=FAILED))


def _not_sendable(desk: Context, language: str, form: forms.Form, step: drafts.Step | None) -> Response[bytes]:
    """The form once more. Answered 422, for nothing was stored: a 200 would tell a program that it was."""
    draft, visit = (step.draft, step.visit) if step else (drafts.typed(form), "")
    why = remarks.STALE if step and step.trusted else remarks.PARTIAL
    return sheets.form(desk, language, sheets.Sheet(draft, why=why, status=422, visit=visit))
