"""The desk as its staff see it: everybody hired, at work when a test asks them."""

import secrets
from collections.abc import Callable, Iterator, Mapping

import pytest
from colleagues import EVERYBODY, HANA, Colleague, Desk, arrived, hire
from deciding import HARSH, at
from examined import _examined_once
from hashing import _quick_hashes
from served import Served

from desk.store import attempts, staff
from desk.store.people import Staff

__all__ = ["_examined_once", "_quick_hashes"]


@pytest.fixture(scope="session")
def hired(desk: Served) -> dict[str, Staff]:
    """Everybody who works at the desk for everyone."""
    return {colleague.name: hire(desk.context, colleague) for colleague in EVERYBODY}


@pytest.fixture
def at_work(desk: Served, hired: Mapping[str, Staff]) -> Iterator[Callable[..., Desk]]:
    """Opens a browser for a colleague who is signed in, in the language they chose."""
    browsers: list[Desk] = []

    def sit_down(colleague: Colleague, language: str = "en") -> Desk:
        person = hired[colleague.name]
        staff.change_language(desk.context.store, person.id, language)
        browsers.append(Desk(desk.origin, desk.context, person))
        return browsers[-1]

    yield sit_down
    for browser in browsers:
        browser.http.close()


@pytest.fixture
def somebody(desk: Served) -> Iterator[Callable[..., Desk]]:
    """Signs in somebody whose code of the second factor is not used yet."""
    browsers: list[Desk] = []

    def signed_in(role: str = "reviewer", language: str = "en") -> Desk:
        attempts.forget(desk.context.store, ["sign-in from 127.0.0.1", "sign-in"])
        person = hire(desk.context, Colleague(f"Reader {secrets.token_hex(4)}", role), language)
        browsers.append(Desk(desk.origin, desk.context, person))
        return browsers[-1]

    yield signed_in
    for browser in browsers:
        browser.http.close()


@pytest.fixture
def arrive(desk: Served) -> Callable[..., str]:
    """Sends an inquiry and has it screened; gives its receipt."""
    return lambda **typed: arrived(desk.context, **typed)


@pytest.fixture
def held(arrive: Callable[..., str]) -> str:
    return arrive(message=HARSH, subject="死ね")


@pytest.fixture
def hana(at_work: Callable[..., Desk], held: str) -> Desk:
    """Hana, who has just taken the inquiry."""
    browser = at_work(HANA)
    browser.do(f"{at(held)}/claims")
    return browser


@pytest.fixture
def name() -> str:
    """A name that nobody else has: the desk is everyone's."""
    return f"検索 {secrets.token_hex(6)}"
