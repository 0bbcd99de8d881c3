"""The two sheets a visitor fills in and reads over: the form and the check page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from litestar import Response

from desk.context import Context
from desk.public import drafts, moves
from desk.public.quoting import quoted
from desk.public.remarks import Remark, again
from desk.public.suggestions import proposals
from desk.rules.inquiry import Draft, Problem, likely_typo
from desk.rules.organisation import Desk, Organisation

NOBODY = Draft()

PROBLEMS = "problems"
"""What the form has told above its fields, this or why it is shown once more (`remarks.AGAIN`): the language switch
asks for it, so that the other language tells it too."""

MOVED = "moved"
"""What the check page has told above the answers where a press has just changed the topic; likewise. As the place to
begin in, it is the same above the form, where the new topic needs what was not given."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the form shows beside its fields: the draft, its problems, why it is shown again, the field to begin in.

    `visit` binds it to the check page that it was before, if any (see `drafts`); `move` is a press that led here.
    """

    draft: Draft = NOBODY
    problems: tuple[Problem, ...] = ()
    why: str = ""
    focus: str = ""
    status: int = 200
    visit: str = ""
    move: moves.Move | None = None


def form(desk: Context, language: str, sheet: Sheet) -> Response[bytes]:
    """Answer the form."""
    context = form_words(desk, language, sheet)
    return desk.pages.reply(language, "public/inquiry.html", status=sheet.status, **context)


def form_words(desk: Context, language: str, sheet: Sheet) -> dict[str, Any]:
    """Gather what the template of the form is filled in with."""
    policy, organisation = desk.policy(language), desk.organisation
    clauses = {clause.id: clause.text for clause in policy.clauses}
    own = [service for service in organisation.services if service.own]
    return {
        "heading": clauses.get("page.title") or desk.pages.translate(language, "Inquiries"),
        "scope": clauses.get("page.scope", ""),
        "route": clauses.get("page.route", ""),
        "notice": desk.notice(language),
        "desks": organisation.desks,
        "services": own,
        "shortlist": [service for service in own if not service.parent],
        "draft": sheet.draft,
        "nameless": sheet.draft.topic in desk.anonymous,
        "nameless_topics": _quoted((one for one in organisation.desks if one.anonymous), language),
        "restricted_topics": _quoted(filter(organisation.is_read_by_few, organisation.desks), language),
        "problems": sheet.problems,
        "remark": again(desk, language, sheet.draft, sheet.why),
        "focus": sheet.focus,
        "visit": sheet.visit,
        **_moved(desk, language, sheet.move),
        "told": PROBLEMS if sheet.problems else sheet.why,
        **translation(desk, language),
    }


def check(
    desk: Context,
    language: str,
    step: drafts.Step,
    remark: Remark | None = None,
    *,
    moved: bool = False,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Response[bytes]:
    """Answer the check page: every answer once more, where else it could go, and the button that sends it.

    `moved`: its topic has just been changed by a press, which the page says.
    A matter that is taken by post only has nothing to press there: its page says how to send it, with the text to copy.
    """
    postal = by_post(desk.organisation, step.draft.topic)
    context = {
        "draft": step.draft,
        "token": drafts.token(desk.tokens, step),
        "topic_name": desk.topic_name(step.draft.topic, language),
        **({"postal": postal} if postal else _reading(desk, language, step.draft, remark)),
        "moved": moved,
        **translation(desk, language),
    }
    template = "public/by_post.html" if postal else "public/check.html"
    return desk.pages.reply(language, template, status=status, headers=headers, **context)


def by_post(organisation: Organisation, topic: str) -> Desk | None:
    """Find the desk of a topic that is taken by post only; None for every other topic."""
    return next((desk for desk in organisation.desks if desk.id == topic and organisation.takes_by_post(desk)), None)


def translation(desk: Context, language: str) -> dict[str, Any]:
    """Give the page the notice of translation for its foot."""
    return {"translation": desk.translation(language)}


def _moved(desk: Context, language: str, move: moves.Move | None) -> dict[str, Any]:
    """What the form says above its fields of the press that changed its topic, with the way back."""
    if move is None:
        return {"moved": ""}
    back = {"topic": move.before, "name": desk.topic_name(move.before, language)}
    return {
        "moved": moves.told(move),
        "topic_name": desk.topic_name(move.now, language),
        "back": back if move.before in desk.topics else None,
    }


def _quoted(desks: Iterable[Desk], language: str) -> str:
    return quoted([one.name.in_(language) for one in desks], language)


def _reading(desk: Context, language: str, draft: Draft, remark: Remark | None) -> dict[str, Any]:
    """What the check page says beside the answers."""
    return {
        "meant": likely_typo(draft.email),
        "written": next((one for one in desk.organisation.desks if one.id == draft.topic and one.post_only), None),
        "anonymous": draft.topic in desk.anonymous,
        "few": desk.organisation.restricts(draft.topic),
        "proposals": proposals(desk, draft, language),
        "policy": desk.policy(language),
        "remark": remark,
    }
