"""The policy on customer harassment: the version in force and every other one, clause by clause."""

from typing import Any

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

from desk import pages
from desk.context import Context
from desk.rules.policy import TRANSLATION, Clause, Policy

_TITLE = "pol.title"
_INQUIRING = ("page.title", "page.scope", "page.route")
_CLOSING = (TRANSLATION,)
_CHAPTER = 3  # the level of the headings that the table of contents lists


@get("/policy")
async def in_force(desk: NamedDependency[Context], language: NamedDependency[str]) -> Response[bytes]:
    """Show the version in force."""
    return desk.pages.reply(language, "public/policy.html", **policy_words(desk, language, desk.policy(language)))


@get("/policy/{version:str}")
async def version(
    desk: NamedDependency[Context], language: NamedDependency[str], version: FromPath[str]
) -> Response[bytes]:
    """Show one version for good, whether it is in force or not."""
    found = next((policy for policy in desk.policies[language] if policy.version == version), None)
    if found is None:
        raise NotFoundException
    return desk.pages.reply(language, "public/policy.html", **policy_words(desk, language, found, permanent=True))


def policy_words(desk: Context, language: str, version: Policy, *, permanent: bool = False) -> dict[str, Any]:
    """Gather what the template of the policy is filled in with."""
    now = desk.policy(language)
    there = pages.other(language)
    apart = (_TITLE, *_INQUIRING, *_CLOSING)
    blocks = version.blocks()
    return {
        "version": version,
        "title": version.clause(_TITLE),
        "contents": _contents(version),
        "body": [block for block in blocks if block[0].id not in apart],
        "inquiring": [block for block in blocks if block[0].id in _INQUIRING],
        "closing": [block for block in blocks if block[0].id in _CLOSING],
        "current": version.version == now.version,
        "past": version.in_force < now.in_force,
        "others": [policy for policy in reversed(desk.policies[language]) if policy.version != version.version],
        "alternate": pages.url(there, "policy_version", version=version.version)
        if permanent
        else pages.url(there, "policy"),
    }


def _contents(version: Policy) -> list[Clause]:
    """The headings in the order of the page, which ends with how to inquire."""
    chapters = [clause for clause in version.clauses if clause.kind == "heading" and clause.level == _CHAPTER]
    return [*chapters, *(clause for clause in version.clauses if clause.id == _INQUIRING[0])]
