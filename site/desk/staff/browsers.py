"""Browsers that somebody has signed in with before: a cookie of their own says so when the session is long over.

A browser is known for as long as its person keeps the password that they signed in with: a reset forgets all of them.
"""

from typing import Any, Final

from litestar import Request, Response

from desk.context import Context
from desk.store.people import Staff
from desk.tokens import KNOWN_BROWSER_AGE, LONGEST_KNOWN_BROWSER

COOKIE: Final = "__Host-desk-known"


def remember(desk: Context, answer: Response[bytes], person: Staff) -> None:
    """Have the browser that gets this answer known as one of this person's, who has just signed in."""
    token, age = desk.tokens.known_browser(_whose(person)), int(KNOWN_BROWSER_AGE.total_seconds())
    answer.set_cookie(COOKIE, token, max_age=age, path="/", secure=True, httponly=True, samesite="strict")


def known(desk: Context, request: Request[Any, Any, Any], person: Staff | None) -> str | None:
    """The id of the browser where this person signed in with it in the last 180 days; None for every other."""
    token = request.cookies.get(COOKIE, "")
    if person is None or len(token) > LONGEST_KNOWN_BROWSER:
        return None
    return desk.tokens.known_browser_of(token, _whose(person))


def _whose(person: Staff) -> str:
    return f"{person.id} {person.credentials}"
